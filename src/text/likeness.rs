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

/// How often each n-gram of a text occurs: counted once, then held against any number of spaces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GramCounts(Vec<(u32, u32)>);

impl GramCounts {
    /// Counts the n-grams of a normalized text.
    pub fn of(normalized: &str) -> Self {
        Self(counts(normalized))
    }
}

/// The n-grams of a set of texts and how rare each is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GramSpace {
    /// Hashes of the known n-grams, sorted; the position is the dimension.
    #[serde(with = "super::packed")]
    grams: Vec<u32>,
    /// ln((1 + n) ÷ (1 + df)) + 1 for each.
    #[serde(with = "super::packed")]
    rarity: Vec<f32>,
}

impl GramSpace {
    /// Collects the n-grams of normalized texts.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut frequency: HashMap<u32, u32> = HashMap::new();
        let mut all = 0.0;
        for text in texts {
            all += 1.0;
            for (gram, _) in counts(text) {
                *frequency.entry(gram).or_insert(0) += 1;
            }
        }
        let mut known: Vec<(u32, u32)> = frequency
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

    /// The vector of a text; empty when it has no known n-gram.
    pub fn vector(&self, counts: &GramCounts) -> Vector {
        let mut vector: Vector = counts
            .0
            .iter()
            .filter_map(|(gram, count)| {
                let dimension = self.grams.binary_search(gram).ok()?;
                let rarity = self.rarity.get(dimension)?;
                Some((dimension, (1.0 + (*count as f32).ln()) * rarity))
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
fn counts(normalized: &str) -> Vec<(u32, u32)> {
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
    let mut hashes: Vec<u32> = (1..=LONGEST_GRAM)
        .flat_map(|length| characters.windows(length).map(hash))
        .collect();
    hashes.sort_unstable();
    let mut counts: Vec<(u32, u32)> = Vec::with_capacity(hashes.len());
    for hash in hashes {
        match counts.last_mut() {
            Some((last, count)) if *last == hash => *count += 1,
            _ => counts.push((hash, 1)),
        }
    }
    counts
}

/// FNV-1a, 64 bits, folded to 32: stable across versions and platforms. Among 100,000 n-grams one pair or two
/// share a number, which changes nothing that anybody could notice.
fn hash(gram: &[char]) -> u32 {
    let hash = gram
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, character| {
            (hash ^ u64::from(u32::from(*character))).wrapping_mul(0x0000_0100_0000_01b3)
        });
    (hash ^ (hash >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::{GramCounts, GramSpace};

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
            let b = space.vector(&GramCounts::of(b));
            space
                .vector(&GramCounts::of(a))
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
