//! Query and hits → the answer. Pure: date and time are arguments.
//!
//! `rank` (hits → sections in order) → `confidence` → `quote` (sentences, word for word) → `steps`
//! (next steps) → `incident` (the door before everything else) → `compose`.

mod compose;
mod confidence;
mod explanation;
mod incident;
mod quote;
mod rank;
mod steps;
mod suitable;
mod types;

pub use compose::{Asker, Evidence, Settings, compose, heading};
pub use explanation::{ExplainedPassage, Explanation};
pub use incident::window_now;
pub use quote::best_quote;
pub use rank::{Factor, RankedPassage, rank};
pub use steps::next_step;
pub use suitable::{SetAside, Suits, WhyAside};
pub use types::{
    Abstention, Answer, AskingCompany, Citation, Confidence, Freshness, IncidentPlan, Level,
    NextStep, Outcome, PlanLine, Reason, RelatedPassage, TopicChoice, WindowNow,
};
