//! A company in the words of one language: the names of what it said.

use serde::Serialize;

use super::company::Company;
use crate::knowledge::{Facet, Knowledge};
use crate::question::Language;

/// What a company said, with names instead of ids.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Described {
    /// Its industry.
    pub industry: Option<String>,
    /// Number of people.
    pub people: Option<u32>,
    /// Its prefecture.
    pub prefecture: Option<String>,
    /// IT assets and kinds of data, joined.
    pub assets: Option<String>,
    /// What it does not have, joined.
    pub without: Option<String>,
    /// Who looks after IT.
    pub keeper: Option<String>,
    /// Who asks for proof, joined.
    pub proof: Option<String>,
    /// Yen for security in a year.
    pub budget_yen: Option<u32>,
    /// Hours for security in a month.
    pub hours_per_month: Option<u32>,
    /// How many actions are done.
    pub done: usize,
}

impl Company {
    /// Returns this in the words of a language.
    pub fn described(&self, knowledge: &Knowledge, language: Language) -> Described {
        let facets = &knowledge.facets;
        let one =
            |of: &[Facet], id: &Option<String>| id.as_ref().map(|id| facet_name(of, id, language));
        let many = |of: &[Facet], ids: &[String]| {
            (!ids.is_empty()).then(|| facet_names(of, ids, language))
        };
        let has = |id: &&String| !self.without.contains(id);
        let said = self.assets.iter().flatten().chain(&self.some_assets);
        let mut assets: Vec<String> = Vec::new();
        for id in said.filter(has) {
            if !assets.contains(id) {
                assets.push(id.clone());
            }
        }
        Described {
            industry: one(&facets.industries, &self.industry),
            people: self.people,
            prefecture: one(&facets.prefectures, &self.prefecture),
            assets: many(&facets.assets, &assets),
            without: many(&facets.assets, &self.without),
            keeper: one(&facets.keepers, &self.keeper),
            proof: many(&facets.proofs, &self.proof),
            budget_yen: self.budget_yen,
            hours_per_month: self.hours_per_month,
            done: self.done.len(),
        }
    }
}

/// Returns the names of choices, joined as the language does.
pub fn facet_names(of: &[Facet], ids: &[String], language: Language) -> String {
    let names: Vec<String> = ids.iter().map(|id| facet_name(of, id, language)).collect();
    names.join(language.pick("、", ", "))
}

/// Returns the name of a choice; its id when it is gone from the knowledge.
pub fn facet_name(of: &[Facet], id: &str, language: Language) -> String {
    let facet = of.iter().find(|facet| facet.id == id);
    let name = facet.map(|facet| language.pick(&facet.name, &facet.name_en));
    name.map_or_else(|| id.to_owned(), String::clone)
}
