//! The keys of the phrases around next steps that were chosen for a company.

use crate::answer::{Suits, WhyAside};

/// The phrases of next steps for a company.
pub struct SuitWords {
    /// The steps were chosen for the company that the question describes (in one line).
    pub told: fn(&str) -> String,
    /// The steps were chosen for the company of the profile (in one line).
    pub known: fn(&str) -> String,
    /// Why a step is for the company; nothing when every firm needs it.
    pub suits: fn(&Suits) -> String,
    /// A step that was left out (its title), and why.
    pub set_aside: fn(&str, &WhyAside) -> String,
}
