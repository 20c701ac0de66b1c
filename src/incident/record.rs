//! The record of an incident: what its checklist says was done, and when. Nobody is named.

use jiff::civil::{Date, DateTime};

use super::{Due, dues};
use crate::knowledge::{DeadlineCase, Deadlines, Playbook, Step};

/// A step that is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoneStep {
    /// Its place in the playbook.
    pub step: usize,
    /// When, in Japan.
    pub at: DateTime,
}

/// The record of an incident at a moment.
#[derive(Debug, Clone)]
pub struct Record<'a> {
    /// The playbook of its checklist.
    pub playbook: &'a Playbook,
    /// When the checklist was opened, in Japan.
    pub opened: DateTime,
    /// When the record is made, in Japan.
    pub made: DateTime,
    /// What is done, the earliest first.
    pub done: Vec<(DoneStep, &'a Step)>,
    /// What is not, in the order of the playbook, with its place.
    pub open: Vec<(usize, &'a Step)>,
    /// The day on which somebody learned of it, when it was given.
    pub known: Option<Date>,
    /// The deadlines that may matter, counted from that day.
    pub dues: Vec<Due<'a>>,
}

impl<'a> Record<'a> {
    /// Makes the record of a checklist; ticks of steps that the playbook no longer has are left out.
    pub fn new(
        playbook: &'a Playbook,
        deadlines: &'a Deadlines,
        opened: DateTime,
        made: DateTime,
        ticks: &[DoneStep],
        known: Option<Date>,
    ) -> Self {
        let with_step = |tick: &DoneStep| Some((*tick, playbook.first.get(tick.step)?));
        let mut done: Vec<(DoneStep, &Step)> = ticks.iter().filter_map(with_step).collect();
        done.sort_by_key(|(tick, _)| (tick.at, tick.step));
        let is_open = |(place, _): &(usize, &Step)| ticks.iter().all(|tick| tick.step != *place);
        let mut counted =
            known.map_or_else(Vec::new, |known| dues(deadlines, known, DeadlineCase::Any));
        counted.retain(|due| due.rule.is_for(&playbook.id));
        Self {
            playbook,
            opened,
            made,
            done,
            open: playbook.first.iter().enumerate().filter(is_open).collect(),
            known,
            dues: counted,
        }
    }
}
