//! The course of a drill: who takes part, what has happened so far, what was decided. Moments are arguments; posting and
//! waiting are a face's. `report` says what is to be learned from it.

mod report;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::knowledge::{Drill, Inject};

pub use report::{Decision, DrillOutcome, DrillReport};

/// Most people in a drill.
pub const MOST_SEATS: u8 = 5;

/// A drill that people take part in. A person is a seat: who sits there is not its matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillState {
    /// Id of the drill.
    pub drill: String,
    /// How many take part; their seats are 0, 1, 2 ….
    pub seats: u8,
    /// The injects so far, in order; none before it begins.
    pub turns: Vec<DrillTurn>,
    /// How it ended; none while it goes on.
    pub end: Option<DrillEnd>,
}

/// An inject that has happened, and what was decided.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillTurn {
    /// When it happened, in milliseconds since 1970.
    pub opened_ms: i64,
    /// The option that each seat decided on, by position.
    pub decisions: BTreeMap<u8, u8>,
}

/// How a drill ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DrillEnd {
    /// All injects were played.
    Finished,
    /// Somebody stopped it.
    Stopped,
}

/// What comes next in a drill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrillNext {
    /// The inject at this position.
    Inject(usize),
    /// The end.
    End,
}

/// Why something cannot be done in a drill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DrillRefusal {
    /// All seats are taken.
    #[error("all seats are taken")]
    Full,
    /// It has begun.
    #[error("the drill has begun")]
    Begun,
    /// Nobody takes part yet.
    #[error("nobody takes part yet")]
    Nobody,
    /// The person does not take part.
    #[error("this seat is not taken")]
    NoSeat,
    /// The inject is not the current one, or it has no such option.
    #[error("this decision is closed")]
    Closed,
    /// It is over.
    #[error("the drill is over")]
    Over,
}

impl DrillState {
    /// A drill in which nobody takes part yet.
    pub fn new(drill: &str) -> Self {
        Self {
            drill: drill.to_owned(),
            ..Self::default()
        }
    }

    /// Takes a seat.
    ///
    /// # Errors
    /// When all are taken, or the drill has begun or is over.
    pub fn join(&mut self) -> Result<u8, DrillRefusal> {
        self.still_gathering()?;
        if self.seats >= MOST_SEATS {
            return Err(DrillRefusal::Full);
        }
        self.seats += 1;
        Ok(self.seats - 1)
    }

    /// Begins with the first inject.
    ///
    /// # Errors
    /// When nobody takes part, or the drill has begun or is over.
    pub fn begin(&mut self, now_ms: i64) -> Result<(), DrillRefusal> {
        self.still_gathering()?;
        if self.seats == 0 {
            return Err(DrillRefusal::Nobody);
        }
        self.open(now_ms);
        Ok(())
    }

    /// Notes what a seat decides about an inject; the last decision before the next inject counts.
    ///
    /// # Errors
    /// When the seat is not taken, the inject is not the current one or has no such option, or the drill is over.
    pub fn decide(
        &mut self,
        drill: &Drill,
        seat: u8,
        inject: usize,
        option: u8,
    ) -> Result<(), DrillRefusal> {
        if self.end.is_some() {
            return Err(DrillRefusal::Over);
        }
        if seat >= self.seats {
            return Err(DrillRefusal::NoSeat);
        }
        let options = drill
            .injects
            .get(inject)
            .map_or(0, |told| told.options.len());
        let is_current = self.turns.len() == inject + 1;
        match self.turns.last_mut() {
            Some(turn) if is_current && usize::from(option) < options => {
                turn.decisions.insert(seat, option);
                Ok(())
            }
            _ => Err(DrillRefusal::Closed),
        }
    }

    /// Returns the position of the inject that is being decided; none before the beginning and after the end.
    pub fn current(&self) -> Option<usize> {
        match self.end {
            Some(_) => None,
            None => self.turns.len().checked_sub(1),
        }
    }

    /// Tells whether everybody has decided about the current inject.
    pub fn has_everybody_decided(&self) -> bool {
        let decided = self.turns.last().map_or(0, |turn| turn.decisions.len());
        self.current().is_some() && decided == usize::from(self.seats)
    }

    /// Returns what comes next; none before the beginning and after the end.
    pub fn next(&self, drill: &Drill) -> Option<DrillNext> {
        let next = self.current()? + 1;
        Some(match next < drill.injects.len() {
            true => DrillNext::Inject(next),
            false => DrillNext::End,
        })
    }

    /// Returns when that is due, counted from the current inject, so that going on early moves all that follows.
    pub fn due_ms(&self, drill: &Drill, minute_ms: i64) -> Option<i64> {
        let current = self.current()?;
        let minute = |inject: &Inject| i64::from(inject.minute);
        let from = drill.injects.get(current).map_or(0, minute);
        let to = match self.next(drill)? {
            DrillNext::Inject(next) => drill.injects.get(next).map_or(from, minute),
            DrillNext::End => i64::from(drill.minutes),
        };
        let opened_ms = self.turns.last()?.opened_ms;
        Some(opened_ms.saturating_add((to - from).saturating_mul(minute_ms)))
    }

    /// Goes on to what comes next, and returns it.
    pub fn advance(&mut self, drill: &Drill, now_ms: i64) -> Option<DrillNext> {
        let next = self.next(drill)?;
        match next {
            DrillNext::Inject(_) => self.open(now_ms),
            DrillNext::End => self.end = Some(DrillEnd::Finished),
        }
        Some(next)
    }

    /// Ends it before its time.
    ///
    /// # Errors
    /// When it is over.
    pub fn stop(&mut self) -> Result<(), DrillRefusal> {
        if self.end.is_some() {
            return Err(DrillRefusal::Over);
        }
        self.end = Some(DrillEnd::Stopped);
        Ok(())
    }

    fn still_gathering(&self) -> Result<(), DrillRefusal> {
        match (self.end, self.turns.is_empty()) {
            (Some(_), _) => Err(DrillRefusal::Over),
            (None, false) => Err(DrillRefusal::Begun),
            (None, true) => Ok(()),
        }
    }

    fn open(&mut self, now_ms: i64) {
        self.turns.push(DrillTurn {
            opened_ms: now_ms,
            decisions: BTreeMap::new(),
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{DrillEnd, DrillNext, DrillRefusal, DrillState};
    use crate::knowledge::{Drill, embedded_files, parse};

    const MINUTE_MS: i64 = 1_000;

    pub(super) fn shipped(id: &str) -> Drill {
        parse(&embedded_files()).drill(id).unwrap().clone()
    }

    pub(super) fn begun(drill: &Drill, seats: u8) -> DrillState {
        let mut state = DrillState::new(&drill.id);
        for seat in 0..seats {
            assert_eq!(state.join(), Ok(seat));
        }
        state.begin(0).unwrap();
        state
    }

    #[test]
    fn the_sixth_person_finds_no_seat() {
        let mut state = DrillState::new("lost-laptop");
        for seat in 0..5 {
            assert_eq!(state.join(), Ok(seat));
        }
        assert_eq!(state.join(), Err(DrillRefusal::Full));
    }

    #[test]
    fn nobody_begins_alone_twice_or_joins_late() {
        let mut state = DrillState::new("lost-laptop");
        assert_eq!(state.begin(0), Err(DrillRefusal::Nobody));
        state.join().unwrap();
        state.begin(0).unwrap();
        assert_eq!(state.begin(0), Err(DrillRefusal::Begun));
        assert_eq!(state.join(), Err(DrillRefusal::Begun));
    }

    #[test]
    fn injects_are_due_at_their_minutes() {
        let drill = shipped("lost-laptop");
        let mut state = begun(&drill, 1);
        let mut now_ms = 0;
        let mut happened = vec![0];
        while let Some(due_ms) = state.due_ms(&drill, MINUTE_MS) {
            now_ms = due_ms;
            state.advance(&drill, now_ms);
            happened.push(now_ms);
        }
        assert_eq!(happened, [0, 3_000, 6_000, 9_000, 12_000, 15_000]);
        assert_eq!(now_ms, 15_000);
        assert_eq!(state.end, Some(DrillEnd::Finished));
    }

    #[test]
    fn going_on_early_brings_all_that_follows_forward() {
        let drill = shipped("lost-laptop");
        let mut state = begun(&drill, 1);
        assert_eq!(state.advance(&drill, 1_000), Some(DrillNext::Inject(1)));
        assert_eq!(state.due_ms(&drill, MINUTE_MS), Some(4_000));
    }

    #[test]
    fn a_decision_can_be_changed_until_the_next_inject() {
        let drill = shipped("lost-laptop");
        let mut state = begun(&drill, 2);
        state.decide(&drill, 0, 0, 0).unwrap();
        state.decide(&drill, 0, 0, 1).unwrap();
        assert!(!state.has_everybody_decided());
        state.decide(&drill, 1, 0, 1).unwrap();
        assert!(state.has_everybody_decided());
        assert_eq!(state.outcome(&drill, 0).unwrap().votes, [0, 2, 0]);
        state.advance(&drill, 0);
        let refusals = [
            state.decide(&drill, 0, 0, 1),
            state.decide(&drill, 0, 1, 9),
            state.decide(&drill, 2, 1, 0),
        ];
        let expected = [
            DrillRefusal::Closed,
            DrillRefusal::Closed,
            DrillRefusal::NoSeat,
        ];
        assert_eq!(refusals, expected.map(Err));
    }
}
