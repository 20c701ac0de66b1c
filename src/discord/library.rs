//! One generation as buttons and autocomplete need it: short keys → passages, actions, playbooks, documents.

use std::collections::HashMap;
use std::sync::Arc;

use super::component_id::Key;
use crate::adviser::Live;
use crate::knowledge::{Action, Document, Found, Knowledge, PassageId, Playbook, Topic};
use crate::lookup::Suggester;
use crate::news::{Holding, holdings};

/// A generation with the ways of the Discord face through it.
pub struct Library {
    /// The generation.
    pub live: Arc<Live>,
    /// Suggestions for what is being typed.
    pub suggester: Suggester,
    passages: HashMap<Key, PassageId>,
    actions: HashMap<Key, usize>,
    playbooks: HashMap<Key, usize>,
    documents: HashMap<Key, usize>,
    topics: HashMap<Key, usize>,
    /// What each topic holds, by its id.
    holdings: HashMap<String, Holding>,
}

impl Library {
    /// Makes the ways through a generation.
    pub fn new(live: Arc<Live>) -> Self {
        let knowledge = &live.knowledge;
        let passages = knowledge
            .passages()
            .map(|(document, passage)| document.id_of(&passage.id))
            .map(|id| (passage_key(&id), id))
            .collect();
        Self {
            suggester: Suggester::new(knowledge),
            passages,
            actions: keyed(knowledge.actions.iter().map(|action| action.id.as_str())),
            playbooks: keyed(
                knowledge
                    .playbooks
                    .iter()
                    .map(|playbook| playbook.id.as_str()),
            ),
            documents: keyed(
                knowledge
                    .documents
                    .iter()
                    .map(|document| document.id.as_str()),
            ),
            topics: keyed(knowledge.topics.iter().map(|topic| topic.id.as_str())),
            holdings: holdings(knowledge),
            live,
        }
    }

    /// The knowledge.
    pub fn knowledge(&self) -> &Knowledge {
        &self.live.knowledge
    }

    /// The passage of a key.
    pub fn passage(&self, key: &Key) -> Option<Found<'_>> {
        self.live.found(self.passages.get(key)?)
    }

    /// The action of a key.
    pub fn action(&self, key: &Key) -> Option<&Action> {
        self.knowledge().actions.get(*self.actions.get(key)?)
    }

    /// The playbook of a key.
    pub fn playbook(&self, key: &Key) -> Option<&Playbook> {
        self.knowledge().playbooks.get(*self.playbooks.get(key)?)
    }

    /// The document of a key.
    pub fn document(&self, key: &Key) -> Option<&Document> {
        self.knowledge().documents.get(*self.documents.get(key)?)
    }

    /// The topic of a key.
    pub fn topic(&self, key: &Key) -> Option<&Topic> {
        self.knowledge().topics.get(*self.topics.get(key)?)
    }

    /// What the topic of an id holds; nothing when it is no longer there.
    pub fn holding(&self, topic: &str) -> Option<&Holding> {
        self.holdings.get(topic)
    }
}

/// The key of a passage.
pub fn passage_key(id: &PassageId) -> Key {
    Key::of(&id.comparable().to_string())
}

fn keyed<'a>(ids: impl Iterator<Item = &'a str>) -> HashMap<Key, usize> {
    ids.enumerate()
        .map(|(position, id)| (Key::of(id), position))
        .collect()
}
