//! Which actions are next steps for the company that asks, and why, with names in the language of the answer.

use serde::Serialize;

use crate::knowledge::{Action, Knowledge, Urgency};
use crate::profile::{Because, Company, Fit, Fitting, facet_name, facet_names};
use crate::question::Language;

/// Why a step is for the company that asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "suits")]
pub enum Suits {
    /// Somebody asks for it.
    Proof {
        /// Who.
        who: String,
    },
    /// It has these things.
    Assets {
        /// Their names.
        names: String,
    },
    /// It is of this industry.
    Industry {
        /// Its name.
        name: String,
    },
    /// Every firm needs it.
    Everybody,
    /// It is for firms with these things, and whether this one has them was not said.
    IfAssets {
        /// Their names.
        names: String,
    },
    /// It is for firms of some industries, and this one's was not said.
    IfIndustry {
        /// Their names.
        names: String,
    },
}

/// A step that the question would have, were it not for the company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SetAside {
    /// Id of the action.
    pub id: String,
    /// What to do.
    pub title: String,
    /// Why it is no step for this company.
    pub why: WhyAside,
}

/// Why something is no step for a company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum WhyAside {
    /// It is done, or something near the same is.
    Done,
    /// It is for firms of another size.
    OtherSize,
    /// It is for other industries.
    OtherIndustry,
    /// The company has none of these things.
    Lacks {
        /// Their names.
        names: String,
    },
    /// Even the least it costs is above the budget.
    AboveBudget {
        /// Yen.
        yen: u32,
    },
}

/// When a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Situation {
    Calm,
    Incident,
}

/// Judges actions for one company.
pub(super) struct Suitability<'a> {
    fitting: Fitting<'a>,
    situation: Situation,
    language: Language,
}

impl<'a> Suitability<'a> {
    pub fn new(
        knowledge: &'a Knowledge,
        company: &'a Company,
        situation: Situation,
        language: Language,
    ) -> Self {
        Self {
            fitting: Fitting::new(knowledge, company),
            situation,
            language,
        }
    }

    /// Returns why an action is a step for the company, or why not. In an incident only what the company does not have,
    /// and what is for other industries, is left out: size, budget and what was done in better days keep nobody from
    /// anything, and no reason stands before a deed.
    pub fn judge(&self, action: &Action) -> Result<Suits, WhyAside> {
        let is_incident = self.situation == Situation::Incident;
        match self.fitting.fit(action) {
            Fit::Applies { .. } if is_incident => Ok(Suits::Everybody),
            Fit::Applies { because } => match self.above_budget(action) {
                Some(yen) => Err(WhyAside::AboveBudget { yen }),
                None => Ok(self.suits(&because)),
            },
            Fit::Done { .. } | Fit::OtherSize | Fit::UnknownAsset { .. } | Fit::UnknownIndustry
                if is_incident =>
            {
                Ok(Suits::Everybody)
            }
            Fit::Done { .. } => Err(WhyAside::Done),
            Fit::OtherSize => Err(WhyAside::OtherSize),
            Fit::OtherIndustry => Err(WhyAside::OtherIndustry),
            Fit::LacksAsset { assets } => Err(WhyAside::Lacks {
                names: self.asset_names(&assets),
            }),
            Fit::UnknownAsset { assets } => Ok(Suits::IfAssets {
                names: self.asset_names(&assets),
            }),
            Fit::UnknownIndustry => Ok(Suits::IfIndustry {
                names: self.industry_names(&action.industries),
            }),
            // Only plans ask for these.
            Fit::Incident | Fit::NotAsked => Ok(Suits::Everybody),
        }
    }

    /// Returns the yen that an action costs this company: the lower and the upper end.
    pub fn yen(&self, action: &Action) -> (u32, u32) {
        self.fitting.yen(action)
    }

    fn above_budget(&self, action: &Action) -> Option<u32> {
        let budget = self.fitting.company().budget_yen?;
        let (least, _) = self.yen(action);
        (least > budget && action.urgency != Urgency::Now).then_some(least)
    }

    fn suits(&self, because: &Because) -> Suits {
        let facets = &self.fitting.knowledge().facets;
        match because {
            Because::Proof { proof } => Suits::Proof {
                who: facet_name(&facets.proofs, proof, self.language),
            },
            Because::Assets { assets } => Suits::Assets {
                names: self.asset_names(assets),
            },
            Because::Industry { industry } => Suits::Industry {
                name: facet_name(&facets.industries, industry, self.language),
            },
            Because::Everybody => Suits::Everybody,
        }
    }

    fn asset_names(&self, ids: &[String]) -> String {
        facet_names(&self.fitting.knowledge().facets.assets, ids, self.language)
    }

    fn industry_names(&self, ids: &[String]) -> String {
        facet_names(
            &self.fitting.knowledge().facets.industries,
            ids,
            self.language,
        )
    }
}

impl Suits {
    /// How much more, or less, a step is worth for its reason: what is special to the firm stands before what everybody
    /// needs, and that before what may not be for it (our judgement).
    pub(super) fn weight(&self) -> f32 {
        match self {
            Self::Proof { .. } | Self::Assets { .. } | Self::Industry { .. } => 1.25,
            Self::Everybody => 1.0,
            Self::IfAssets { .. } | Self::IfIndustry { .. } => 0.6,
        }
    }
}
