//! What a company is, and the advice that fits it. Pure: no files, no clock.
//!
//! `told` hears a company in a sentence. `company` → `fit` (does an action apply, and why) → `plan` (which, and when).
//! `self_check` adds up points. `drill` is the course of an exercise.
//! `crosswalk` says what a company has of a scheme that somebody asks for.

mod company;
mod crosswalk;
mod described;
mod drill;
mod fit;
mod plan;
mod self_check;
mod told;

pub use company::{
    Company, CompanyChoice, CompanyError, MOST_HOURS, MOST_PEOPLE, OpenQuestion, USUAL_PEOPLE,
};
pub use crosswalk::{Correspondence, InPlace, ItemStanding, Link, State, Through, correspondences};
pub use described::{Described, facet_name, facet_names};
pub use drill::{
    Decision, DrillEnd, DrillNext, DrillOutcome, DrillRefusal, DrillReport, DrillState, DrillTurn,
    MOST_SEATS,
};
pub use fit::{Because, Fit, Fitting};
pub use plan::{Assumed, Choice, Horizon, Item, LeftOut, Limits, Line, Plan, WhyOut, best};
pub use self_check::{
    CheckAnswer, CheckAnswers, CheckChange, CheckError, CheckPeers, CheckResult, FEWEST_PEERS,
    first_action,
};
pub use told::{Listener, Told, number_in};
