//! Deadlines counted from the day on which somebody learned of an incident.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::knowledge::{DeadlineCase, DeadlineRule, Deadlines};

/// A deadline with its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due<'a> {
    /// The rule that makes it.
    pub rule: &'a DeadlineRule,
    /// From when it should be done; the last day itself where there is one day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

/// The deadlines that hold in a case, counted from a day. [`DeadlineCase::Any`] is for a case that is not clear yet:
/// then all are there, each with its condition. A date beyond the calendar is left out.
pub fn dues(deadlines: &Deadlines, known: Date, case: DeadlineCase) -> Vec<Due<'_>> {
    let Some(counting) = &deadlines.counting else {
        return Vec::new();
    };
    // Where the day itself is day 1, the third day is two days later.
    let counted = i64::from(counting.first_day_counts);
    let date = |days: u16| known.checked_add((i64::from(days) - counted).days()).ok();
    let rules = deadlines.rules.iter();
    rules
        .filter(|rule| rule.case == case || [rule.case, case].contains(&DeadlineCase::Any))
        .filter_map(|rule| {
            Some(Due {
                rule,
                from: date(rule.days.0)?,
                until: date(rule.days.1)?,
            })
        })
        .collect()
}

impl DeadlineRule {
    /// Whether it may matter in a playbook.
    pub fn is_for(&self, playbook: &str) -> bool {
        self.playbooks.iter().any(|named| named == playbook)
    }
}
