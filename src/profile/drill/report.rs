//! How a drill went: what was decided together, what was best, by which actions to prepare.

use serde::{Deserialize, Serialize};

use super::{DrillEnd, DrillState};
use crate::knowledge::{Drill, Grade, Inject, PassageId};

/// Most plan items of a report: more is a list, not a plan.
const MOST_ACTIONS: usize = 8;

/// What a group decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Nobody decided.
    Nobody,
    /// As many were for one option as for another.
    Split,
    /// Most were for the option at this position.
    For(usize),
}

/// How an inject went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillOutcome {
    /// Position of the inject.
    pub inject: usize,
    /// How many were for each option.
    pub votes: Vec<usize>,
    /// What that comes to.
    pub decision: Decision,
    /// The decision was the best one.
    pub is_best: bool,
}

/// What a drill showed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillReport {
    /// How each inject went, in order.
    pub outcomes: Vec<DrillOutcome>,
    /// Ids of the actions by which to prepare, what most people lacked first.
    pub actions: Vec<String>,
    /// The passages behind the best decisions.
    pub sections: Vec<PassageId>,
}

impl DrillState {
    /// Returns how an inject went; none when it has not happened.
    pub fn outcome(&self, drill: &Drill, inject: usize) -> Option<DrillOutcome> {
        let told = drill.injects.get(inject)?;
        let turn = self.turns.get(inject)?;
        let mut votes = vec![0; told.options.len()];
        for option in turn.decisions.values() {
            if let Some(count) = votes.get_mut(usize::from(*option)) {
                *count += 1;
            }
        }
        let decision = decision(&votes);
        let best = told.best();
        Some(DrillOutcome {
            inject,
            is_best: matches!(decision, Decision::For(option) if Some(option) == best),
            votes,
            decision,
        })
    }

    /// Sums the drill up. An inject that was cut short before anybody decided does not count.
    pub fn report(&self, drill: &Drill) -> DrillReport {
        let mut report = DrillReport::default();
        let mut lacking: Vec<(&str, usize)> = Vec::new();
        for inject in 0..self.turns.len() {
            let Some(outcome) = self.outcome(drill, inject) else {
                continue;
            };
            let is_last = inject + 1 == self.turns.len();
            let is_cut_short = is_last && self.end == Some(DrillEnd::Stopped);
            if is_cut_short && outcome.decision == Decision::Nobody {
                continue;
            }
            if let Some(told) = drill.injects.get(inject) {
                note_lacking(told, &outcome, &mut lacking);
                let best = told.best().and_then(|best| told.options.get(best));
                let section = best.map(|option| option.section.clone());
                report
                    .sections
                    .extend(section.filter(|section| !report.sections.contains(section)));
            }
            report.outcomes.push(outcome);
        }
        // What as many lacked stays in the order of the story.
        lacking.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
        let actions = lacking.into_iter().map(|(action, _)| action.to_owned());
        report.actions = actions.take(MOST_ACTIONS).collect();
        report
    }
}

fn decision(votes: &[usize]) -> Decision {
    let most = votes.iter().copied().max().unwrap_or(0);
    if most == 0 {
        return Decision::Nobody;
    }
    let mut foremost = votes
        .iter()
        .enumerate()
        .filter(|(_, count)| **count == most);
    match (foremost.next(), foremost.next()) {
        (Some((option, _)), None) => Decision::For(option),
        _ => Decision::Split,
    }
}

/// Adds the actions that would have helped: of each option people were for; where nobody decided, of all that do harm.
fn note_lacking<'d>(told: &'d Inject, outcome: &DrillOutcome, lacking: &mut Vec<(&'d str, usize)>) {
    for (option, votes) in told.options.iter().zip(&outcome.votes) {
        let people = match outcome.decision {
            Decision::Nobody => usize::from(option.grade == Grade::Harmful),
            _ => *votes,
        };
        if people == 0 {
            continue;
        }
        for action in &option.actions {
            match lacking.iter_mut().find(|(id, _)| id == action) {
                Some((_, count)) => *count += people,
                None => lacking.push((action, people)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decision;
    use crate::knowledge::{Drill, Grade, embedded_files, parse};
    use crate::profile::drill::tests::{begun, shipped};
    use crate::profile::drill::{DrillRefusal, DrillState};

    const MINUTE_MS: i64 = 1_000;

    fn option(drill: &Drill, inject: usize, grade: Grade) -> u8 {
        let mut options = drill.injects[inject].options.iter();
        let found = options.position(|option| option.grade == grade);
        u8::try_from(found.unwrap()).unwrap()
    }

    /// Plays a drill in which every seat decides by a rule.
    fn played(drill: &Drill, grades: &[Grade]) -> DrillState {
        let seats = u8::try_from(grades.len()).unwrap();
        let mut state = begun(drill, seats);
        while let Some(inject) = state.current() {
            for (seat, grade) in (0..).zip(grades) {
                let chosen = option(drill, inject, *grade);
                state.decide(drill, seat, inject, chosen).unwrap();
            }
            state.advance(drill, 0);
        }
        state
    }

    #[test]
    fn the_group_decides_by_most_votes_and_a_tie_is_no_decision() {
        let drill = shipped("ransomware-factory");
        let mut state = begun(&drill, 3);
        let decision = |state: &DrillState| state.outcome(&drill, 0).unwrap().decision;
        assert_eq!(decision(&state), Decision::Nobody);
        state.decide(&drill, 0, 0, 2).unwrap();
        assert_eq!(decision(&state), Decision::For(2));
        state.decide(&drill, 1, 0, 1).unwrap();
        assert_eq!(decision(&state), Decision::Split);
        state.decide(&drill, 2, 0, 1).unwrap();
        assert_eq!(decision(&state), Decision::For(1));
    }

    #[test]
    fn who_decides_well_has_nothing_to_prepare_and_who_does_not_has() {
        for drill in parse(&embedded_files()).drills {
            let best = played(&drill, &[Grade::Best, Grade::Best]).report(&drill);
            assert!(best.outcomes.iter().all(|outcome| outcome.is_best));
            assert_eq!(best.actions, [""; 0], "{}", drill.id);
            let harmful = played(&drill, &[Grade::Harmful]).report(&drill);
            assert!(harmful.outcomes.iter().all(|outcome| !outcome.is_best));
            assert!(!harmful.actions.is_empty(), "{}", drill.id);
            assert!(harmful.actions.len() <= 8, "{}", drill.id);
            assert_eq!(best.sections, harmful.sections);
        }
    }

    #[test]
    fn what_more_people_lacked_comes_first() {
        let drill = shipped("fake-invoice");
        let mut state = begun(&drill, 3);
        for (seat, option) in [(0, 3), (1, 1), (2, 1)] {
            state.decide(&drill, seat, 0, option).unwrap();
        }
        state.stop().unwrap();
        assert_eq!(
            state.report(&drill).actions,
            [
                "fraud-payee-change-rule",
                "fraud-callback-book",
                "fraud-two-approvers"
            ]
        );
    }

    #[test]
    fn a_drill_that_is_stopped_counts_what_was_decided() {
        let drill = shipped("lost-laptop");
        let mut state = begun(&drill, 1);
        state
            .decide(&drill, 0, 0, option(&drill, 0, Grade::Best))
            .unwrap();
        state.advance(&drill, 0);
        state.stop().unwrap();
        let report = state.report(&drill);
        assert_eq!(report.outcomes.len(), 1);
        assert_eq!(report.actions, [""; 0]);
        assert_eq!(state.stop(), Err(DrillRefusal::Over));
        assert_eq!(state.due_ms(&drill, MINUTE_MS), None);
    }

    #[test]
    fn a_state_survives_being_written_down() {
        let drill = shipped("misdirected-mail");
        let state = played(&drill, &[Grade::Best, Grade::Acceptable]);
        let text = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<DrillState>(&text).unwrap(), state);
    }
}
