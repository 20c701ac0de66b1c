//! When: the chosen actions in an order that respects prerequisites and the hours of a month.

use std::cmp::Reverse;

use serde::Serialize;

use super::Chosen;
use crate::knowledge::Urgency;

/// By when a line of the plan is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Horizon {
    /// This week.
    Week,
    /// This month.
    Month,
    /// Within three months.
    Quarter,
    /// Within a year.
    Year,
}

impl Horizon {
    /// All, the nearest first.
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// Minutes that pass until its end, where a month has so many.
    fn minutes(self, minutes_per_month: u64) -> u64 {
        match self {
            Self::Week => minutes_per_month / 4,
            Self::Month => minutes_per_month,
            Self::Quarter => minutes_per_month * 3,
            Self::Year => minutes_per_month * 12,
        }
    }

    /// Lines that a person takes in and remembers; more wait for the next horizon.
    fn most_lines(self) -> usize {
        match self {
            Self::Week => 3,
            Self::Month => 10,
            Self::Quarter => 16,
            Self::Year => usize::MAX,
        }
    }

    /// Whether an action of this urgency may already be done by then.
    fn takes(self, urgency: Urgency) -> bool {
        match urgency {
            Urgency::Now | Urgency::Week => true,
            Urgency::Month => self >= Self::Month,
            Urgency::Quarter => self >= Self::Quarter,
            Urgency::Year => self >= Self::Year,
        }
    }
}

/// Gives every chosen action its horizon, in the order in which they are done. A prerequisite is as urgent as what
/// waits for it. The year takes all that is left: the choice was made within its minutes.
pub(super) fn schedule<'c, 'a>(
    chosen: &'c [Chosen<'a>],
    minutes_per_month: u64,
) -> Vec<(&'c Chosen<'a>, Horizon)> {
    let mut open: Vec<&Chosen<'_>> = chosen.iter().collect();
    // What does most in an hour comes first. The sort keeps the order of the catalogue where both are equal.
    open.sort_by_key(|one| Reverse(pull(chosen, one)));
    let mut placed = Vec::new();
    let mut used: u64 = 0;
    for horizon in Horizon::ALL {
        let end = horizon.minutes(minutes_per_month);
        for _ in 0..horizon.most_lines() {
            let next = open.iter().position(|one| {
                let fits = horizon == Horizon::Year || used + one.minutes() <= end;
                fits && horizon.takes(inherited_urgency(chosen, one))
                    && !open.iter().any(|other| one.needs(other))
            });
            let Some(next) = next else {
                break;
            };
            let one = open.remove(next);
            used += one.minutes();
            placed.push((one, horizon));
        }
    }
    placed
}

/// What an action, or one that waits for it, does in an hour and a half besides its own time: short ones win, but
/// not by being short alone.
fn pull(chosen: &[Chosen<'_>], one: &Chosen<'_>) -> u64 {
    const BESIDES_MINUTES: u64 = 90;
    let own = u64::from(one.candidate.value) * 1000 / (one.minutes() + BESIDES_MINUTES);
    let waiting = chosen.iter().filter(|other| other.needs(one));
    waiting
        .map(|other| pull(chosen, other))
        .chain([own])
        .max()
        .unwrap_or(own)
}

/// The urgency of an action or of the most urgent one that waits for it.
fn inherited_urgency(chosen: &[Chosen<'_>], one: &Chosen<'_>) -> Urgency {
    let waiting = chosen.iter().filter(|other| other.needs(one));
    waiting
        .map(|other| inherited_urgency(chosen, other))
        .chain([one.candidate.action.urgency])
        .min()
        .unwrap_or(Urgency::Year)
}
