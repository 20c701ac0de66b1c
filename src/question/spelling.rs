//! Misspelt katakana and Latin words: the nearest word that the documents use.

use std::collections::HashMap;

use super::lexicon::{Addition, AdditionReason};
use super::vocabulary::spelled_words;
use crate::text;

/// Weight of the nearest known word.
const SPELLING_WEIGHT: f32 = 0.7;
/// Words from this length may differ in two places.
const TWO_ERRORS_FROM: usize = 8;

/// Compares words with the known ones.
pub(super) struct Spelling {
    /// Sorted.
    known: Vec<String>,
    /// Positions of the known words by script (katakana or not) and length in characters.
    groups: HashMap<(bool, usize), Vec<usize>>,
}

impl Spelling {
    pub fn new(known: Vec<String>) -> Self {
        let mut groups: HashMap<(bool, usize), Vec<usize>> = HashMap::new();
        for (position, word) in known.iter().enumerate() {
            groups.entry(group(word)).or_default().push(position);
        }
        Self { known, groups }
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
        let (is_katakana, length) = group(word);
        let allowed = if length >= TWO_ERRORS_FROM { 2 } else { 1 };
        (length - allowed..=length + allowed)
            .filter_map(|length| self.groups.get(&(is_katakana, length)))
            .flatten()
            .filter_map(|position| self.known.get(*position))
            .map(|known| (strsim::osa_distance(word, known), known))
            .filter(|(distance, _)| *distance <= allowed)
            .min()
            .map(|(_, known)| known)
    }
}

fn group(word: &str) -> (bool, usize) {
    (word.chars().all(text::is_katakana), word.chars().count())
}
