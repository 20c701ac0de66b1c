//! What is known of a company. Everything may be left out.

use serde::{Deserialize, Serialize};

use crate::knowledge::{Facet, Facets, Knowledge};

/// People of a firm whose size is not known: the catalogue's costs and times are for such a firm.
pub const USUAL_PEOPLE: u32 = 10;

/// Far above any firm that this is for: a number beyond it is a slip.
pub const MOST_PEOPLE: u32 = 100_000;
/// Hours of 31 days.
pub const MOST_HOURS: u32 = 744;

/// A company as it described itself. What was not said is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Company {
    /// Number of people, the owner among them.
    pub people: Option<u32>,
    /// Id of the industry.
    pub industry: Option<String>,
    /// Id of the prefecture.
    pub prefecture: Option<String>,
    /// Ids of IT assets and kinds of data; none said is not the same as an empty list.
    pub assets: Option<Vec<String>>,
    /// Ids of what it has besides, where not everything was said.
    pub some_assets: Vec<String>,
    /// Ids of what it said it does not have.
    pub without: Vec<String>,
    /// Id of who looks after IT.
    pub keeper: Option<String>,
    /// Yen for security in a year.
    pub budget_yen: Option<u32>,
    /// Hours for security in a month.
    pub hours_per_month: Option<u32>,
    /// Ids of who asks for proof.
    pub proof: Vec<String>,
    /// Ids of the actions that are done.
    pub done: Vec<String>,
}

/// What a company may still say of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OpenQuestion {
    /// How many people.
    People,
    /// Which industry.
    Industry,
    /// All IT assets and kinds of data.
    Assets,
    /// Who looks after IT.
    Keeper,
    /// Yen in a year.
    Budget,
    /// Hours in a month.
    Hours,
    /// Which prefecture.
    Prefecture,
}

/// What is chosen from a list when a company is described.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompanyChoice {
    /// Its industry.
    Industry,
    /// Its prefecture.
    Prefecture,
    /// Something that it uses.
    Asset,
    /// Who looks after IT.
    Keeper,
    /// Who asks for proof.
    Proof,
    /// An action that is done.
    Action,
}

/// Why a text is no profile. `wording` says it to people.
#[derive(Debug, thiserror::Error)]
pub enum CompanyError {
    /// A choice that does not exist.
    #[error("unknown choice `{id}` ({what:?})")]
    Unknown {
        /// What kind of choice.
        what: CompanyChoice,
        /// What was written.
        id: String,
        /// What can be written.
        choices: String,
    },
    /// There is no firm without people, and none so large is meant.
    #[error("people out of range")]
    People,
    /// A month has no more hours.
    #[error("hours out of range")]
    Hours,
}

impl Company {
    /// Returns this with what `told` says besides, or instead.
    pub fn with(&self, told: &Self) -> Self {
        let list = |mine: &[String], other: &[String]| match other.is_empty() {
            true => mine.to_vec(),
            false => other.to_vec(),
        };
        Self {
            people: told.people.or(self.people),
            industry: told.industry.clone().or_else(|| self.industry.clone()),
            prefecture: told.prefecture.clone().or_else(|| self.prefecture.clone()),
            assets: told.assets.clone().or_else(|| self.assets.clone()),
            some_assets: list(&self.some_assets, &told.some_assets),
            without: list(&self.without, &told.without),
            keeper: told.keeper.clone().or_else(|| self.keeper.clone()),
            budget_yen: told.budget_yen.or(self.budget_yen),
            hours_per_month: told.hours_per_month.or(self.hours_per_month),
            proof: list(&self.proof, &told.proof),
            done: list(&self.done, &told.done),
        }
    }

    /// Checks every choice against the knowledge.
    ///
    /// # Errors
    /// When a choice does not exist, or a number cannot be.
    pub fn check(&self, knowledge: &Knowledge) -> Result<(), CompanyError> {
        let facets = &knowledge.facets;
        let ids = |of: &[Facet]| of.iter().map(|one| one.id.clone()).collect();
        one_of(
            CompanyChoice::Industry,
            self.industry.iter(),
            ids(&facets.industries),
        )?;
        one_of(
            CompanyChoice::Prefecture,
            self.prefecture.iter(),
            ids(&facets.prefectures),
        )?;
        let assets = self.assets.iter().flatten();
        let assets = assets.chain(&self.some_assets).chain(&self.without);
        one_of(CompanyChoice::Asset, assets, ids(&facets.assets))?;
        one_of(
            CompanyChoice::Keeper,
            self.keeper.iter(),
            ids(&facets.keepers),
        )?;
        one_of(CompanyChoice::Proof, self.proof.iter(), ids(&facets.proofs))?;
        let actions = knowledge.actions.iter().map(|action| action.id.clone());
        one_of(CompanyChoice::Action, self.done.iter(), actions.collect())?;
        match self.people {
            Some(people) if !(1..=MOST_PEOPLE).contains(&people) => Err(CompanyError::People),
            _ if self.hours_per_month.is_some_and(|hours| hours > MOST_HOURS) => {
                Err(CompanyError::Hours)
            }
            _ => Ok(()),
        }
    }

    /// Returns this without the choices that the knowledge no longer has.
    pub fn still_known(mut self, knowledge: &Knowledge) -> Self {
        let facets = &knowledge.facets;
        let is_known = |of: &[Facet], id: &String| of.iter().any(|one| one.id == *id);
        self.industry = self.industry.filter(|id| is_known(&facets.industries, id));
        self.prefecture = self
            .prefecture
            .filter(|id| is_known(&facets.prefectures, id));
        self.keeper = self.keeper.filter(|id| is_known(&facets.keepers, id));
        let lists = [&mut self.some_assets, &mut self.without];
        for assets in lists.into_iter().chain(self.assets.as_mut()) {
            assets.retain(|id| is_known(&facets.assets, id));
        }
        self.proof.retain(|id| is_known(&facets.proofs, id));
        self.done.retain(|id| knowledge.action(id).is_some());
        self
    }

    /// Returns the id of its size.
    pub fn size<'f>(&self, facets: &'f Facets) -> Option<&'f str> {
        Some(facets.size(self.people?)?.id.as_str())
    }

    /// Returns what it has, with all that this always brings; none when not all of it was said.
    pub fn all_assets(&self, facets: &Facets) -> Option<Vec<String>> {
        self.assets.as_ref()?;
        Some(self.known_assets(facets))
    }

    /// Returns what it has as far as it was said, with all that this always brings.
    pub fn known_assets(&self, facets: &Facets) -> Vec<String> {
        let said = self.assets.iter().flatten().chain(&self.some_assets);
        let said: Vec<String> = said
            .filter(|id| !self.without.contains(id))
            .cloned()
            .collect();
        facets.with_computer(facets.with_implied(&said))
    }

    /// Returns what was not said, in the order in which it matters.
    pub fn open_questions(&self) -> Vec<OpenQuestion> {
        let open = [
            (self.people.is_none(), OpenQuestion::People),
            (self.industry.is_none(), OpenQuestion::Industry),
            (self.assets.is_none(), OpenQuestion::Assets),
            (self.keeper.is_none(), OpenQuestion::Keeper),
            (self.budget_yen.is_none(), OpenQuestion::Budget),
            (self.hours_per_month.is_none(), OpenQuestion::Hours),
            (self.prefecture.is_none(), OpenQuestion::Prefecture),
        ];
        let open = open.into_iter().filter(|(is_open, _)| *is_open);
        open.map(|(_, question)| question).collect()
    }

    /// Returns whether enough was said to tell what fits and what does not.
    pub fn is_described(&self) -> bool {
        let has_said = |list: &[String]| !list.is_empty();
        self.people.is_some()
            || self.industry.is_some()
            || self.assets.is_some()
            || self.budget_yen.is_some()
            || [&self.some_assets, &self.without, &self.done]
                .into_iter()
                .any(|list| has_said(list))
    }
}

fn one_of<'a>(
    what: CompanyChoice,
    mut given: impl Iterator<Item = &'a String>,
    choices: Vec<String>,
) -> Result<(), CompanyError> {
    match given.find(|id| !choices.contains(id)) {
        None => Ok(()),
        Some(id) => Err(CompanyError::Unknown {
            what,
            id: id.clone(),
            choices: choices.join(", "),
        }),
    }
}
