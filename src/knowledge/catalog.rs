//! Quick ways through the knowledge, made once: by passage number, by id, by the actions a passage backs.

use std::collections::HashMap;

use super::{Document, Knowledge, Passage, PassageId};

/// A passage with its place in the knowledge.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The document.
    pub document: &'a Document,
    /// The passage.
    pub passage: &'a Passage,
    /// The passage's number in the index, in reading order.
    pub number: usize,
}

/// The ways through one state of the knowledge.
#[derive(Debug, Default)]
pub struct Catalog {
    /// Document and passage position of each passage number.
    places: Vec<(usize, usize)>,
    numbers: HashMap<PassageId, usize>,
    actions: HashMap<PassageId, Vec<usize>>,
}

impl Found<'_> {
    /// The passage's id.
    pub fn id(&self) -> PassageId {
        self.document.id_of(&self.passage.id)
    }

    /// The id of the section that the passage counts for.
    pub fn section_id(&self) -> PassageId {
        self.document.id_of(&self.passage.section)
    }
}

impl Catalog {
    /// Makes the ways through a knowledge.
    pub fn new(knowledge: &Knowledge) -> Self {
        let mut catalog = Self::default();
        for (document_position, document) in knowledge.documents.iter().enumerate() {
            for (passage_position, passage) in document.passages.iter().enumerate() {
                let number = catalog.places.len();
                catalog.places.push((document_position, passage_position));
                catalog.numbers.insert(document.id_of(&passage.id), number);
            }
        }
        // The link from sections to actions is written once, in the action.
        for (position, action) in knowledge.actions.iter().enumerate() {
            for section in &action.sections {
                catalog
                    .actions
                    .entry(section.clone())
                    .or_default()
                    .push(position);
            }
        }
        catalog
    }

    /// Returns the passage with this number.
    pub fn found<'a>(&self, knowledge: &'a Knowledge, number: usize) -> Option<Found<'a>> {
        let (document, passage) = *self.places.get(number)?;
        let document = knowledge.documents.get(document)?;
        Some(Found {
            document,
            passage: document.passages.get(passage)?,
            number,
        })
    }

    /// Returns the number of the passage with this id.
    pub fn number(&self, id: &PassageId) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// Returns the positions of the actions that a passage backs.
    pub fn actions(&self, id: &PassageId) -> &[usize] {
        self.actions.get(id).map_or(&[], Vec::as_slice)
    }
}

impl Found<'_> {
    /// The passage as a reader sees it whole: document title, headings and body.
    pub fn full_text(&self) -> String {
        let above = self
            .document
            .passages
            .iter()
            .find(|above| self.passage.is_part() && above.id == self.passage.section)
            .map(Passage::heading);
        let heading = self.passage.heading();
        let lines = [
            Some(self.document.title.as_str()),
            above.as_deref(),
            Some(heading.as_str()),
            Some(self.passage.body.as_str()),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}
