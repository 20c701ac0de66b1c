//! What changes for readers between two states of the knowledge.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::knowledge::{Knowledge, Passage, PassageId};

/// Sections that one knowledge has and another has not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// In the new one only.
    pub added: Vec<String>,
    /// In both, with another text.
    pub changed: Vec<String>,
    /// In the old one only.
    pub removed: Vec<String>,
}

impl Difference {
    /// Compares two states of the knowledge, passage by passage.
    pub fn between(old: &Knowledge, new: &Knowledge) -> Self {
        let (old, new) = (passages_by_id(old), passages_by_id(new));
        let mut difference = Self::default();
        for (id, passage) in &new {
            match old.get(id) {
                None => difference.added.push(id.to_string()),
                Some(before) if before != passage => difference.changed.push(id.to_string()),
                Some(_) => {}
            }
        }
        let removed = old.keys().filter(|id| !new.contains_key(id));
        difference.removed = removed.map(PassageId::to_string).collect();
        difference
    }
}

fn passages_by_id(knowledge: &Knowledge) -> BTreeMap<PassageId, &Passage> {
    knowledge
        .passages()
        .map(|(document, passage)| (document.id_of(&passage.id), passage))
        .collect()
}
