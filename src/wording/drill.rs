//! The keys of the phrases around drills.

use crate::knowledge::Grade;

/// The phrases of drills.
pub struct DrillWords {
    /// The mark that every message of a drill begins with.
    pub mark: &'static str,
    /// The story is made up, and whose judgment the grades are.
    pub made_up: &'static str,
    /// Heading of the list of drills.
    pub list: &'static str,
    /// A drill in the list: id, title, minutes, number of injects.
    pub list_line: fn(&str, &str, u32, usize) -> String,
    /// How to begin one, in the terminal.
    pub list_hint: &'static str,
    /// Minute of the story, number of the inject, number of all injects.
    pub minute: fn(u32, usize, usize) -> String,
    /// Asks for a number in the terminal: the largest.
    pub prompt: fn(usize) -> String,
    /// What was typed is no option: the largest.
    pub no_such_option: fn(usize) -> String,
    /// How good a decision is.
    pub grade: fn(Grade) -> &'static str,
    /// The decision was this.
    pub decided: fn(&str) -> String,
    /// The best option was this.
    pub best_was: fn(&str) -> String,
    /// Nobody decided.
    pub nobody: &'static str,
    /// Opinions were divided.
    pub divided: &'static str,
    /// Opinions were divided between these.
    pub split: fn(&str) -> String,
    /// An option with how many were for it.
    pub votes: fn(&str, usize) -> String,
    /// The report.
    pub report: DrillReportWords,
}

/// The phrases of a drill's report.
pub struct DrillReportWords {
    /// Heading.
    pub title: &'static str,
    /// How many of how many decisions were best.
    pub score: fn(usize, usize) -> String,
    /// Nothing was decided.
    pub nothing: &'static str,
    /// It was stopped before its end.
    pub stopped: &'static str,
    /// Heading of the course of events.
    pub timeline: &'static str,
    /// Heading of what went well.
    pub went_well: &'static str,
    /// Heading of what to practise.
    pub to_practise: &'static str,
    /// Heading of what to prepare.
    pub plan: &'static str,
    /// Heading of what to talk about.
    pub debrief: &'static str,
    /// Heading of the sources.
    pub sources: &'static str,
    /// Columns of the course of events on paper.
    pub column: DrillColumns,
}

/// Names of the columns of a drill's report.
pub struct DrillColumns {
    /// Minute.
    pub minute: &'static str,
    /// What happened.
    pub happened: &'static str,
    /// What was decided.
    pub decided: &'static str,
    /// How good that was.
    pub grade: &'static str,
    /// The best option.
    pub best: &'static str,
    /// What follows.
    pub follows: &'static str,
}
