//! Misspelt katakana and Latin words: the nearest word that the documents use.

use std::collections::BTreeSet;

use super::lexicon::{Addition, AdditionReason};
use crate::knowledge::Knowledge;
use crate::text;

/// Weight of the nearest known word.
const SPELLING_WEIGHT: f32 = 0.7;
/// Words shorter than this are left alone: too many others are near.
const SHORTEST_WORD: usize = 5;
/// Words from this length may differ in two places.
const TWO_ERRORS_FROM: usize = 8;

pub(super) struct Spelling {
    /// Known words, as they are indexed.
    known: BTreeSet<String>,
}

impl Spelling {
    pub fn new(knowledge: &Knowledge) -> Self {
        let mut known = BTreeSet::new();
        for (_, passage) in knowledge.passages() {
            let texts = passage.asked.iter().chain(&passage.asked_en).chain([
                &passage.title,
                &passage.body,
                &passage.summary_en,
            ]);
            for source in texts {
                let normalized = text::folded(source);
                known.extend(correctable_words(&normalized));
            }
        }
        Self { known }
    }

    pub fn additions(&self, normalized: &str) -> Vec<Addition> {
        correctable_words(normalized)
            .filter(|word| !self.known.contains(word))
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
            .filter(|known| known.chars().count().abs_diff(length) <= allowed)
            .filter(|known| known.chars().all(text::is_katakana) == is_katakana)
            .map(|known| (strsim::osa_distance(word, known), known))
            .filter(|(distance, _)| *distance <= allowed)
            .min()
            .map(|(_, known)| known)
    }
}

/// Katakana words and plain Latin words; numbers and codes have no nearest neighbor.
fn correctable_words(normalized: &str) -> impl Iterator<Item = String> {
    text::word_tokens(normalized)
        .into_iter()
        .map(|token| token.text)
        .filter(|word| word.chars().count() >= SHORTEST_WORD)
        .filter(|word| {
            word.chars().all(text::is_katakana) || word.chars().all(|c| c.is_ascii_lowercase())
        })
}
