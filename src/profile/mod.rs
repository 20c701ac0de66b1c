//! What a company is, and the advice that fits it. Pure: no files, no clock.
//!
//! `told` hears a company in a sentence. `company` → `fit` (does an action apply, and why) → `plan` (which, and when). `self_check` adds up points.

mod company;
mod described;
mod fit;
mod plan;
mod self_check;
mod told;

pub use company::{Company, CompanyError, OpenQuestion, USUAL_PEOPLE};
pub use described::{Described, facet_name, facet_names};
pub use fit::{Because, Fit, Fitting};
pub use plan::{Assumed, Choice, Horizon, Item, LeftOut, Limits, Line, Plan, WhyOut, best};
pub use self_check::{
    CheckAnswer, CheckAnswers, CheckChange, CheckError, CheckPeers, CheckResult, FEWEST_PEERS,
    first_action,
};
pub use told::{Listener, Told, number_in};
