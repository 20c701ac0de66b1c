//! One generation in memory: built from a knowledge, and taken apart into the files that are stored.

use std::collections::BTreeMap;

use super::build::SearchIndex;
use super::error::IndexError;
use super::stamp::{FileStamp, SCHEMA_VERSION, Stamp};
use crate::knowledge::Knowledge;
use crate::question::Learned;
use crate::text;

/// The knowledge.
pub(super) const KNOWLEDGE: &str = "knowledge.bin";
/// What was learned from it.
pub(super) const LEARNED: &str = "learned.bin";
/// The index of the passages.
pub(super) const PASSAGES: &str = "passages.bin";
/// The index of the questions that the passages answer.
pub(super) const QUESTIONS: &str = "questions.bin";
/// The vectors of the sections.
pub(super) const LIKENESS: &str = "likeness.bin";
/// Every file of a generation but its stamp.
pub(super) const PARTS: [&str; 5] = [KNOWLEDGE, LEARNED, PASSAGES, QUESTIONS, LIKENESS];

/// Everything that answering needs, in memory.
pub struct Contents {
    /// The generation's name; `memory` when it was never written.
    pub name: String,
    /// What it was built with.
    pub stamp: Stamp,
    /// The knowledge.
    pub knowledge: Knowledge,
    /// What was learned from it.
    pub learned: Learned,
    /// The index.
    pub index: SearchIndex,
}

/// A generation just built, not yet published.
pub struct Built {
    contents: Contents,
    /// The bytes of each part.
    pub(super) files: BTreeMap<&'static str, Vec<u8>>,
}

impl Built {
    /// Builds a generation in memory. `built` is the moment, RFC 3339.
    ///
    /// # Errors
    /// When tantivy or the encoding fails.
    pub fn new(
        knowledge: Knowledge,
        fingerprint: String,
        built: String,
    ) -> Result<Self, IndexError> {
        // Learning and indexing take about the same time and do not need each other.
        let (index, learned) = std::thread::scope(|scope| {
            let learning = scope.spawn(|| Learned::from(&knowledge));
            let index = SearchIndex::of_knowledge(&knowledge);
            (index, learning.join())
        });
        let index = index?;
        let learned = learned.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let (passages, questions) = index.files()?;
        let files = BTreeMap::from([
            (KNOWLEDGE, postcard::to_stdvec(&knowledge)?),
            (LEARNED, postcard::to_stdvec(&learned)?),
            (PASSAGES, postcard::to_stdvec(&passages)?),
            (QUESTIONS, postcard::to_stdvec(&questions)?),
            (LIKENESS, postcard::to_stdvec(&index.likeness)?),
        ]);
        let stamp = Stamp {
            schema_version: SCHEMA_VERSION,
            analyzer_version: text::ANALYZER_VERSION,
            program_version: env!("CARGO_PKG_VERSION").to_owned(),
            knowledge: fingerprint,
            built,
            documents: knowledge.documents.len(),
            passages: knowledge.passages().count(),
            files: files
                .iter()
                .map(|(name, bytes)| ((*name).to_owned(), FileStamp::of(bytes)))
                .collect(),
        };
        let contents = Contents {
            name: "memory".to_owned(),
            stamp,
            knowledge,
            learned,
            index,
        };
        Ok(Self { contents, files })
    }

    /// Returns what it was built with.
    pub fn stamp(&self) -> &Stamp {
        &self.contents.stamp
    }

    /// Uses the generation without writing it.
    pub fn into_contents(self) -> Contents {
        self.contents
    }
}
