//! From answers to actions: what they say is done, and what to begin with.

use super::{CheckAnswer, CheckAnswers, CheckResult};
use crate::knowledge::{Action, CheckQuestion, Knowledge};
use crate::profile::{Fit, Fitting};

impl CheckAnswers {
    /// Returns the ids of the actions that these answers say are done.
    ///
    /// An answer is about a question, not about an action, so this is careful: an action counts only when it is the
    /// first that leads to "done" in some question, and all questions that it is linked with in both senses (the
    /// question names the action, the action names the question's section) are answered with "done".
    pub fn done_actions(&self, knowledge: &Knowledge) -> Vec<String> {
        let questions = &knowledge.self_check.questions;
        let firsts = questions
            .iter()
            .filter_map(|question| question.actions.first());
        let mut done: Vec<String> = Vec::new();
        for action in firsts.filter_map(|id| knowledge.action(id)) {
            let mut linked = questions
                .iter()
                .filter(|question| is_linked(question, action))
                .peekable();
            let is_linked_at_all = linked.peek().is_some();
            let is_done =
                linked.all(|question| self.get(question.number) == Some(CheckAnswer::Done));
            if is_linked_at_all && is_done && !done.contains(&action.id) {
                done.push(action.id.clone());
            }
        }
        done
    }
}

impl CheckResult {
    /// Returns the first actions that fit a company: one for each open question, where to begin first.
    pub fn first_actions<'k>(&self, fitting: &Fitting<'k>, count: usize) -> Vec<&'k Action> {
        let questions = &fitting.knowledge().self_check.questions;
        let mut actions: Vec<&Action> = Vec::new();
        for number in &self.open {
            let question = questions.iter().find(|one| one.number == *number);
            let Some(action) = question.and_then(|question| first_action(question, fitting)) else {
                continue;
            };
            if actions.len() < count && !actions.iter().any(|other| other.id == action.id) {
                actions.push(action);
            }
        }
        actions
    }
}

/// Returns the most worthwhile action for a question that the company is not ruled out from.
pub fn first_action<'k>(question: &CheckQuestion, fitting: &Fitting<'k>) -> Option<&'k Action> {
    let knowledge = fitting.knowledge();
    let mut actions = question
        .actions
        .iter()
        .filter_map(|id| knowledge.action(id));
    actions.find(|action| !is_ruled_out(&fitting.fit_plan(action)))
}

/// What was not said rules nothing out: whoever says "not done" of wireless LAN has one.
fn is_ruled_out(fit: &Fit) -> bool {
    match fit {
        Fit::Applies { .. } | Fit::UnknownAsset { .. } | Fit::UnknownIndustry => false,
        Fit::Done { .. }
        | Fit::OtherSize
        | Fit::OtherIndustry
        | Fit::LacksAsset { .. }
        | Fit::Incident
        | Fit::NotAsked => true,
    }
}

fn is_linked(question: &CheckQuestion, action: &Action) -> bool {
    question.actions.contains(&action.id) && action.sections.contains(&question.section)
}

#[cfg(test)]
mod tests {
    use super::{CheckAnswer, CheckAnswers};
    use crate::knowledge::{Knowledge, embedded_files, parse};
    use crate::profile::{Company, Fitting};

    fn all(knowledge: &Knowledge, answer: CheckAnswer) -> CheckAnswers {
        let mut answers = CheckAnswers::default();
        for question in &knowledge.self_check.questions {
            answers.set(question.number, answer);
        }
        answers
    }

    #[test]
    fn only_what_is_linked_both_ways_counts_as_done() {
        let knowledge = parse(&embedded_files());
        let mut answers = all(&knowledge, CheckAnswer::Done);
        let done = answers.done_actions(&knowledge);
        assert_eq!(done.len(), 25, "{done:?}");
        // Encryption is about taking out (13) and about the night (16).
        assert!(done.contains(&"laptop-disk-encrypt".to_owned()));
        answers.set(16, CheckAnswer::Partly);
        let done = answers.done_actions(&knowledge);
        assert!(!done.contains(&"laptop-disk-encrypt".to_owned()));
        assert!(!done.contains(&"laptop-night-storage".to_owned()));
        assert_eq!(done.len(), 23, "{done:?}");
        for answer in [
            CheckAnswer::Partly,
            CheckAnswer::Unknown,
            CheckAnswer::NotDone,
        ] {
            assert!(all(&knowledge, answer).done_actions(&knowledge).is_empty());
        }
    }

    #[test]
    fn the_first_actions_leave_out_what_a_company_cannot_need() {
        let knowledge = parse(&embedded_files());
        let mut answers = all(&knowledge, CheckAnswer::Done);
        answers.set(9, CheckAnswer::Partly);
        answers.set(2, CheckAnswer::NotDone);
        answers.set(25, CheckAnswer::Unknown);
        let result = answers.result(&knowledge.self_check);
        let first = |company: &Company| -> Vec<String> {
            let fitting = Fitting::new(&knowledge, company);
            let actions = result.first_actions(&fitting, 3);
            actions.iter().map(|action| action.id.clone()).collect()
        };
        assert_eq!(
            first(&Company::default()),
            [
                "handbook-five-items",
                "antivirus-list-check",
                "net-wifi-secure"
            ]
        );
        let without_wifi = Company {
            assets: Some(vec!["pc".to_owned()]),
            done: vec!["handbook-five-items".to_owned()],
            ..Company::default()
        };
        let first = first(&without_wifi);
        assert!(!first.contains(&"handbook-five-items".to_owned()));
        assert!(!first.contains(&"net-wifi-secure".to_owned()), "{first:?}");
    }
}
