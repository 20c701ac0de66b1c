//! Whether an action is for a company, and why.

use serde::Serialize;

use super::company::{Company, USUAL_PEOPLE};
use crate::knowledge::{Action, Knowledge, PublicScheme, Urgency};

/// How an action and a company fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "fit")]
pub enum Fit {
    /// It is for this company.
    Applies {
        /// Why, as far as it is special.
        because: Because,
    },
    /// It is done, or something near the same is.
    Done {
        /// Id of the action that is done.
        by: String,
    },
    /// It is for firms of another size.
    OtherSize,
    /// It is for other industries.
    OtherIndustry,
    /// It is for some industries, and the company's was not said.
    UnknownIndustry,
    /// The company has none of the things that it protects.
    LacksAsset {
        /// Ids of these things.
        assets: Vec<String>,
    },
    /// Whether the company has one of the things that it protects was not said.
    UnknownAsset {
        /// Ids of these things.
        assets: Vec<String>,
    },
    /// It is for the middle of an incident.
    Incident,
    /// It is for firms from which somebody wants it.
    NotAsked,
}

/// Why an action is for a company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "because")]
pub enum Because {
    /// Somebody asks for proof, and this is a way to give it.
    Proof {
        /// Id of who asks.
        proof: String,
    },
    /// It has things that this protects.
    Assets {
        /// Their ids.
        assets: Vec<String>,
    },
    /// It is of an industry that this is for.
    Industry {
        /// The id.
        industry: String,
    },
    /// Every firm needs it.
    Everybody,
}

/// Id of a business partner among those who ask for proof.
const PARTNER: &str = "partner";
/// Id of a subsidy among those who ask for proof.
const SUBSIDY: &str = "subsidy";

/// Yen to which a cost that grows with the people is rounded up.
const YEN_STEP: u32 = 1000;

/// Things that nearly every firm has: no reason worth telling.
const COMMON_ASSETS: [&str; 4] = ["pc", "mac", "email", "phone"];

/// What a company is when it comes to actions: looked up once for many of them.
pub struct Fitting<'a> {
    knowledge: &'a Knowledge,
    company: &'a Company,
    size: Option<&'a str>,
    /// What it has as far as it was said.
    assets: Vec<String>,
}

impl<'a> Fitting<'a> {
    /// Prepares for a company.
    pub fn new(knowledge: &'a Knowledge, company: &'a Company) -> Self {
        Self {
            knowledge,
            company,
            size: company.size(&knowledge.facets),
            assets: company.known_assets(&knowledge.facets),
        }
    }

    /// Returns how an action fits, but for its time.
    pub fn fit(&self, action: &Action) -> Fit {
        if let Some(by) = self.done_by(action) {
            return Fit::Done { by: by.clone() };
        }
        let is_among = |allowed: &[String], mine: &str| allowed.iter().any(|one| one == mine);
        if !action.sizes.is_empty() && self.size.is_some_and(|size| !is_among(&action.sizes, size))
        {
            return Fit::OtherSize;
        }
        match &self.company.industry {
            _ if action.industries.is_empty() => {}
            None => return Fit::UnknownIndustry,
            Some(industry) if !is_among(&action.industries, industry) => return Fit::OtherIndustry,
            Some(_) => {}
        }
        let has = |asset: &&String| self.assets.contains(asset);
        let shared: Vec<String> = action.assets.iter().filter(has).cloned().collect();
        if !action.assets.is_empty() && shared.is_empty() {
            let is_common = |asset: &String| COMMON_ASSETS.contains(&asset.as_str());
            let lacks = |asset: &String| self.company.without.contains(asset);
            let assets = action.assets.clone();
            if self.company.assets.is_some() || assets.iter().all(lacks) {
                return Fit::LacksAsset { assets };
            }
            if !assets.iter().any(|asset| is_common(asset) && !lacks(asset)) {
                return Fit::UnknownAsset { assets };
            }
        }
        Fit::Applies {
            because: self.because(action, shared),
        }
    }

    /// Returns what an action costs this company, the lower and the upper end. The catalogue's band is for ten people;
    /// what grows with the people grows in proportion.
    pub fn yen(&self, action: &Action) -> (u32, u32) {
        let cost = &action.cost;
        let people = self.company.people.unwrap_or(USUAL_PEOPLE);
        if !action.per_person {
            return (cost.low_yen, cost.high_yen);
        }
        let scaled = |yen: u32| {
            let exact = u64::from(yen) * u64::from(people.max(1)) / u64::from(USUAL_PEOPLE);
            u32::try_from(exact.next_multiple_of(u64::from(YEN_STEP))).unwrap_or(u32::MAX)
        };
        (scaled(cost.low_yen), scaled(cost.high_yen))
    }

    /// Returns how an action fits a plan: not in the middle of an incident, and the evaluation of supply chains only
    /// where a partner wants it.
    pub fn fit_plan(&self, action: &Action) -> Fit {
        let asked = |proof: &str| self.company.proof.iter().any(|one| one == proof);
        match (action.urgency, action.scheme) {
            (Urgency::Now, _) => Fit::Incident,
            (_, Some(PublicScheme::Scs)) if !asked(PARTNER) => Fit::NotAsked,
            _ => self.fit(action),
        }
    }

    /// The action that was done and makes this one needless.
    fn done_by(&self, action: &Action) -> Option<&String> {
        let mut done = self.company.done.iter();
        done.find(|done| **done == action.id || action.instead_of.contains(done))
    }

    fn because(&self, action: &Action, shared: Vec<String>) -> Because {
        if let Some(proof) = self.proof(action) {
            return Because::Proof { proof };
        }
        let special: Vec<String> = shared
            .into_iter()
            .filter(|asset| !COMMON_ASSETS.contains(&asset.as_str()))
            .collect();
        let is_only_for_special = !action
            .assets
            .iter()
            .any(|asset| COMMON_ASSETS.contains(&asset.as_str()));
        if !special.is_empty() && is_only_for_special {
            return Because::Assets { assets: special };
        }
        match &self.company.industry {
            Some(industry) if action.industries.contains(industry) => Because::Industry {
                industry: industry.clone(),
            },
            _ => Because::Everybody,
        }
    }

    /// Who asks for what this action gives.
    fn proof(&self, action: &Action) -> Option<String> {
        // A partner is often content with the declaration, too.
        let askers: &[&str] = match action.scheme? {
            // An expert confirms the evaluation.
            PublicScheme::Scs | PublicScheme::Shienshi => &[PARTNER],
            PublicScheme::SecurityAction => &[PARTNER, SUBSIDY],
            PublicScheme::Subsidy => &[SUBSIDY],
            PublicScheme::Otasuketai => &[],
        };
        let mut asking = self.company.proof.iter();
        asking
            .find(|proof| askers.contains(&proof.as_str()))
            .cloned()
    }

    /// Returns the knowledge.
    pub fn knowledge(&self) -> &'a Knowledge {
        self.knowledge
    }

    /// Returns the company.
    pub fn company(&self) -> &'a Company {
        self.company
    }
}
