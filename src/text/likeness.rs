//! Likeness of whole texts: tf-idf over character n-grams (sublinear term frequency, unit length).
//!
//! Unlike the search fields it keeps hiragana: しまった and とは tell an incident from a definition, and
//! how a question is put together tells sections apart.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// Longest n-gram, in characters.
const LONGEST_GRAM: usize = 4;
/// An n-gram that fewer texts have says nothing.
const LEAST_TEXTS: u32 = 2;

/// Dimensions and their values, in the order of the dimensions, of unit length.
pub type Vector = Vec<(usize, f32)>;

/// The n-grams of a set of texts and how rare each is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GramSpace {
    /// Hashes of the known n-grams, sorted; the position is the dimension.
    grams: Vec<u64>,
    /// ln((1 + n) ÷ (1 + df)) + 1 for each.
    rarity: Vec<f32>,
}

impl GramSpace {
    /// Collects the n-grams of normalized texts.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut frequency: HashMap<u64, u32> = HashMap::new();
        let mut all = 0.0;
        for text in texts {
            all += 1.0;
            for (gram, _) in counts(text) {
                *frequency.entry(gram).or_insert(0) += 1;
            }
        }
        let mut known: Vec<(u64, u32)> = frequency
            .into_iter()
            .filter(|(_, frequency)| *frequency >= LEAST_TEXTS)
            .collect();
        known.sort_unstable();
        let rarity = |frequency: u32| ((1.0_f32 + all) / (1.0 + frequency as f32)).ln() + 1.0;
        let (grams, rarity) = known
            .into_iter()
            .map(|(gram, frequency)| (gram, rarity(frequency)))
            .unzip();
        Self { grams, rarity }
    }

    /// Number of dimensions.
    pub fn dimensions(&self) -> usize {
        self.grams.len()
    }

    /// The vector of a normalized text; empty when it has no known n-gram.
    pub fn vector(&self, normalized: &str) -> Vector {
        let mut vector: Vector = counts(normalized)
            .into_iter()
            .filter_map(|(gram, count)| {
                let dimension = self.grams.binary_search(&gram).ok()?;
                let rarity = self.rarity.get(dimension)?;
                Some((dimension, (1.0 + (count as f32).ln()) * rarity))
            })
            .collect();
        to_unit_length(&mut vector);
        vector
    }
}

/// Divides a vector by its length.
pub fn to_unit_length(vector: &mut Vector) {
    let length = vector
        .iter()
        .map(|(_, value)| value * value)
        .sum::<f32>()
        .sqrt();
    for (_, value) in vector {
        *value /= length.max(f32::EPSILON);
    }
}

/// How often each n-gram (1 to 4 characters) occurs, by its hash, sorted by it. Any number counts as one
/// digit, white space and punctuation as one space.
fn counts(normalized: &str) -> Vec<(u64, u32)> {
    let mut characters = vec![' '];
    for character in normalized.chars() {
        let kept = match character {
            '?' | '!' => character,
            digit if digit.is_ascii_digit() => '0',
            other if other.is_alphanumeric() || other == 'ー' => other,
            _ => ' ',
        };
        let repeats = matches!(kept, ' ' | '0') && characters.last() == Some(&kept);
        if !repeats {
            characters.push(kept);
        }
    }
    characters.push(' ');
    let mut hashes: Vec<u64> = (1..=LONGEST_GRAM)
        .flat_map(|length| characters.windows(length).map(hash))
        .collect();
    hashes.sort_unstable();
    let mut counts: Vec<(u64, u32)> = Vec::with_capacity(hashes.len());
    for hash in hashes {
        match counts.last_mut() {
            Some((last, count)) if *last == hash => *count += 1,
            _ => counts.push((hash, 1)),
        }
    }
    counts
}

/// FNV-1a, 64 bits: stable across versions and platforms.
fn hash(gram: &[char]) -> u64 {
    gram.iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, character| {
            (hash ^ u64::from(u32::from(*character))).wrapping_mul(0x0000_0100_0000_01b3)
        })
}

#[cfg(test)]
mod tests {
    use super::GramSpace;

    #[test]
    fn like_texts_have_like_vectors() {
        let texts = [
            "なくしてしまいました",
            "なくしました",
            "安いのはどれですか",
            "安いのはどっち",
        ];
        let space = GramSpace::of(texts.into_iter());
        let likeness = |a: &str, b: &str| -> f32 {
            let b = space.vector(b);
            space
                .vector(a)
                .iter()
                .filter_map(|(dimension, value)| {
                    let other = b.iter().find(|(other, _)| other == dimension)?;
                    Some(value * other.1)
                })
                .sum()
        };
        assert!(likeness(texts[0], texts[1]) > likeness(texts[0], texts[2]));
        assert!((likeness(texts[0], texts[0]) - 1.0).abs() < 1e-5);
        assert!(likeness("xyz", texts[0]) < likeness(texts[1], texts[0]));
    }
}
