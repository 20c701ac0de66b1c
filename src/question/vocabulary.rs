//! The words that the documents use, collected once when the index is built: misspelt words are compared
//! with them, and words written in hiragana or romaji lead to them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::knowledge::Knowledge;
use crate::text;

/// Shortest word that is compared for spelling: shorter ones have too many neighbors.
pub(super) const SHORTEST_SPELLED: usize = 5;
/// Shortest reading that is looked for inside hiragana, in characters.
pub(super) const SHORTEST_READING: usize = 3;

/// The words of a knowledge.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// Katakana and Latin words as they are indexed, sorted.
    pub(super) spelled: Vec<String>,
    /// Katakana words as they are written, sorted.
    pub(super) katakana: Vec<String>,
}

impl Vocabulary {
    /// Collects the words of all passages and glossary terms.
    pub fn collect(knowledge: &Knowledge) -> Self {
        let mut spelled = BTreeSet::new();
        let mut katakana = BTreeSet::new();
        let mut add = |source: &str| {
            let normalized = text::folded(source);
            spelled.extend(spelled_words(&normalized));
            katakana.extend(katakana_words(&normalized).map(str::to_owned));
        };
        for (_, passage) in knowledge.passages() {
            for source in passage.asked.iter().chain(&passage.asked_en) {
                add(source);
            }
            for source in [&passage.title, &passage.body, &passage.summary_en] {
                add(source);
            }
        }
        for term in &knowledge.terms {
            add(&term.term);
            add(&term.english);
        }
        Self {
            spelled: spelled.into_iter().collect(),
            katakana: katakana.into_iter().collect(),
        }
    }
}

/// Katakana words and plain Latin words; numbers and codes have no nearest neighbor.
pub(super) fn spelled_words(normalized: &str) -> impl Iterator<Item = String> {
    text::word_tokens(normalized)
        .into_iter()
        .map(|token| token.text)
        .filter(|word| word.chars().count() >= SHORTEST_SPELLED)
        .filter(|word| {
            word.chars().all(text::is_katakana) || word.chars().all(|c| c.is_ascii_lowercase())
        })
}

fn katakana_words(normalized: &str) -> impl Iterator<Item = &str> {
    normalized
        .split(|character| !text::is_katakana(character))
        .filter(|word| word.chars().count() >= SHORTEST_READING)
}
