//! Misspelt katakana and Latin words: the nearest word that the documents use.

use std::collections::HashMap;

use super::lexicon::{Addition, AdditionReason};
use super::vocabulary::spelled_words;
use crate::text;

/// Weight of the nearest known word.
const SPELLING_WEIGHT: f32 = 0.7;
/// Words from this length may differ in two places.
const TWO_ERRORS_FROM: usize = 8;

/// A known word, by its position.
struct Known {
    position: usize,
    letters: Letters,
}

/// The characters of a word as a set of bits, some sharing one: cheap to compare.
#[derive(Clone, Copy)]
struct Letters(u64);

/// Compares words with the known ones.
pub(super) struct Spelling {
    /// Sorted.
    known: Vec<String>,
    /// Known words by script (katakana or not) and length in characters.
    groups: HashMap<(bool, usize), Vec<Known>>,
}

impl Spelling {
    pub fn new(known: Vec<String>) -> Self {
        let mut groups: HashMap<(bool, usize), Vec<Known>> = HashMap::new();
        for (position, word) in known.iter().enumerate() {
            groups.entry(group(word)).or_default().push(Known {
                position,
                letters: Letters::of(word),
            });
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
        let letters = Letters::of(word);
        (length - allowed..=length + allowed)
            .filter_map(|length| self.groups.get(&(is_katakana, length)))
            .flatten()
            .filter(|known| letters.distance_at_least(known.letters) <= allowed)
            .filter_map(|known| self.known.get(known.position))
            .map(|known| (strsim::osa_distance(word, known), known))
            .filter(|(distance, _)| *distance <= allowed)
            .min()
            .map(|(_, known)| known)
    }
}

impl Letters {
    fn of(word: &str) -> Self {
        Self(
            word.chars()
                .fold(0, |bits, letter| bits | 1 << (u32::from(letter) % 64)),
        )
    }

    /// At least so many edits lie between two words: each brings, takes away or replaces one character.
    fn distance_at_least(self, other: Self) -> usize {
        let only_here = (self.0 & !other.0).count_ones();
        let only_there = (other.0 & !self.0).count_ones();
        only_here.max(only_there) as usize
    }
}

fn group(word: &str) -> (bool, usize) {
    (word.chars().all(text::is_katakana), word.chars().count())
}
