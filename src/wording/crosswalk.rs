//! The keys of the phrases around the crosswalk of schemes and the answers to a customer's list.

use crate::profile::{CheckAnswer, Horizon, Link, State};

/// The phrases of the crosswalk.
pub struct CrosswalkWords {
    /// Heading of the list of schemes.
    pub schemes: &'static str,
    /// What to type next.
    pub how_to: &'static str,
    /// Number of items.
    pub items: fn(usize) -> String,
    /// Heading: which items of other schemes correspond to this.
    pub title_links: fn(&str) -> String,
    /// Heading: what a company has of this.
    pub title_standing: fn(&str) -> String,
    /// Several items, by number.
    pub several: fn(usize) -> String,
    /// Nothing corresponds.
    pub no_links: &'static str,
    /// How an item corresponds, after its name; nothing when as a whole.
    pub link: fn(Link) -> &'static str,
    /// How far an item is in place.
    pub state: fn(State) -> &'static str,
    /// What the states mean.
    pub legend: &'static str,
    /// How many items are in each state, the best first.
    pub counts: fn([usize; 4]) -> String,
    /// The item frames the scheme.
    pub framing: &'static str,
    /// Why: the company's own answer on the item.
    pub why_own: fn(CheckAnswer) -> &'static str,
    /// Why: these actions are done (theme, their titles).
    pub why_done: fn(&str, &str) -> String,
    /// Why: these items of other schemes (theme, names).
    pub why_told: fn(&str, &str) -> String,
    /// What was told of an item of another scheme.
    pub answer: fn(CheckAnswer) -> &'static str,
    /// The theme meets only a part of the item.
    pub only_part: &'static str,
    /// What was told does not count for the item.
    pub not_enough: &'static str,
    /// Why: nothing was told.
    pub why_nothing: &'static str,
    /// Label before the first thing to do.
    pub next: &'static str,
    /// No action fits.
    pub no_next: &'static str,
    /// Headings of the columns.
    pub column: CrosswalkColumns,
    /// The answers to a customer's list.
    pub questionnaire: QuestionnaireWords,
}

/// Headings of the columns of the crosswalk as a table.
pub struct CrosswalkColumns {
    /// The scheme.
    pub scheme: &'static str,
    /// Number of the item.
    pub number: &'static str,
    /// The item.
    pub item: &'static str,
    /// How far it is in place.
    pub state: &'static str,
    /// Why.
    pub why: &'static str,
    /// What next.
    pub next: &'static str,
}

/// The phrases of the answers to a customer's list.
pub struct QuestionnaireWords {
    /// Title.
    pub title: fn(&str) -> String,
    /// Lines to fill in at the top: who answers, when.
    pub fill_in: &'static [&'static str],
    /// The answer to an item; unknown stays blank.
    pub answer: fn(State) -> &'static str,
    /// The firm has no such thing.
    pub not_used: &'static str,
    /// By when it is planned.
    pub by_when: fn(Horizon) -> &'static str,
    /// It is not planned within the year.
    pub not_planned: &'static str,
    /// Headings of the columns: answer, by when, what to show.
    pub column: [&'static str; 3],
    /// Remarks at the end.
    pub notes: &'static [&'static str],
}
