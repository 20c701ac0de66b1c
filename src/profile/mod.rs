//! What a company is, and the advice that fits it. Pure: no files, no clock.
//!
//! `company` → `fit` (does an action apply, and why) → `plan` (which, and when). `self_check` adds up points.

mod company;
mod fit;
mod plan;
mod self_check;

pub use company::{Company, CompanyChoice, CompanyError, MOST_HOURS, MOST_PEOPLE, USUAL_PEOPLE};
pub use fit::{Because, Fit, Fitting};
pub use plan::{Assumed, Choice, Horizon, Item, LeftOut, Limits, Line, Plan, WhyOut, best};
pub use self_check::{CheckAnswer, CheckAnswers, CheckError, CheckResult};
