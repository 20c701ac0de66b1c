//! Misspelt katakana and Latin words: the nearest word that the documents use.

use super::lexicon::{Addition, AdditionReason};
use super::vocabulary::spelled_words;
use crate::text;

/// Weight of the nearest known word.
const SPELLING_WEIGHT: f32 = 0.7;
/// Words from this length may differ in two places.
const TWO_ERRORS_FROM: usize = 8;

/// Compares words with the sorted list of known ones.
pub(super) struct Spelling {
    known: Vec<String>,
}

impl Spelling {
    pub fn new(known: Vec<String>) -> Self {
        Self { known }
    }

    pub fn additions(&self, normalized: &str) -> Vec<Addition> {
        spelled_words(normalized)
            .filter(|word| self.known.binary_search(word).is_err())
            .filter_map(|word| {
                let nearest = self.nearest(&word)?;
                Some(Addition {
                    word: nearest.clone(),
                    weight: SPELLING_WEIGHT,
                    from: word,
                    reason: AdditionReason::Spelling,
                })
            })
            .collect()
    }

    fn nearest(&self, word: &str) -> Option<&String> {
        let length = word.chars().count();
        let allowed = if length >= TWO_ERRORS_FROM { 2 } else { 1 };
        let is_katakana = word.chars().all(text::is_katakana);
        self.known
            .iter()
            .filter(|known| known.chars().all(text::is_katakana) == is_katakana)
            .filter(|known| known.chars().count().abs_diff(length) <= allowed)
            .map(|known| (strsim::osa_distance(word, known), known))
            .filter(|(distance, _)| *distance <= allowed)
            .min()
            .map(|(_, known)| known)
    }
}
