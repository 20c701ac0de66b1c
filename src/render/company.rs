//! A company in one line, and the names of what it said.

use crate::knowledge::{Facet, Knowledge};
use crate::profile::Company;
use crate::question::Language;
use crate::wording::Wording;

/// Returns what is known of a company in one line.
pub fn company_line(company: &Company, knowledge: &Knowledge, language: Language) -> String {
    let words = &Wording::of(language).plan;
    let facets = &knowledge.facets;
    let one =
        |of: &[Facet], id: &Option<String>| id.as_ref().map(|id| facet_name(of, id, language));
    let many =
        |of: &[Facet], ids: &[String]| (!ids.is_empty()).then(|| facet_names(of, ids, language));
    let assets = company.assets.as_deref().unwrap_or_default();
    let parts = [
        one(&facets.industries, &company.industry),
        company.people.map(words.people),
        one(&facets.prefectures, &company.prefecture),
        many(&facets.assets, assets),
        one(&facets.keepers, &company.keeper),
        many(&facets.proofs, &company.proof),
        company.budget_yen.map(words.budget),
        company.hours_per_month.map(words.hours),
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    match said.is_empty() {
        true => words.unknown_company.to_owned(),
        false => said.join(" / "),
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
