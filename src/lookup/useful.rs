//! What most people need first, told by the knowledge itself: how often the next steps point at something, and
//! how often people ask with a word.

use std::collections::HashMap;

use super::key::Key;
use super::term_names;
use crate::knowledge::{Document, Knowledge, PassageId, Status, Urgency};

/// How often next steps point at each passage. Those of an emergency do not count: who has one opens a
/// playbook, not a list.
pub(super) struct Referred {
    passages: HashMap<PassageId, usize>,
}

impl Referred {
    /// Counts.
    pub fn new(knowledge: &Knowledge) -> Self {
        let mut passages: HashMap<PassageId, usize> = HashMap::new();
        let actions = knowledge.actions.iter();
        for action in actions.filter(|action| action.urgency != Urgency::Now) {
            for id in &action.sections {
                *passages.entry(id.clone()).or_default() += 1;
            }
        }
        Self { passages }
    }

    /// How useful a passage is.
    pub fn passage(&self, id: &PassageId) -> usize {
        self.passages.get(id).copied().unwrap_or_default()
    }

    /// How useful a document is: one that is replaced comes last.
    pub fn document(&self, document: &Document) -> (bool, usize) {
        let passages = document.passages.iter();
        let uses = passages.map(|passage| self.passage(&document.id_of(&passage.id)));
        (document.status != Status::Superseded, uses.sum())
    }
}

/// How many questions of people have each term, in the order of the terms.
pub(super) fn asked_terms(knowledge: &Knowledge) -> Vec<usize> {
    let questions: Vec<Key> = knowledge
        .passages()
        .flat_map(|(_, passage)| passage.asked.iter().chain(&passage.asked_en))
        .map(|question| Key::of_sentence(question))
        .collect();
    knowledge
        .terms
        .iter()
        .map(|term| {
            let names: Vec<Key> = term_names(term).map(|name| Key::new(name)).collect();
            let has_term = |question: &&Key| names.iter().any(|name| question.has_word(name));
            questions.iter().filter(has_term).count()
        })
        .collect()
}
