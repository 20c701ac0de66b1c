//! Text in, terms out: one normalization and one set of analyzers for indexing and for querying.
//!
//! This is the only module that knows the segmenter. It holds no facts and no settings.
//! `normalize` comes first; `words`, `grams` and `english` turn normalized text into tokens.

mod english;
mod grams;
mod kana;
mod likeness;
mod normalize;
pub mod packed;
mod script;
mod sentence;
mod words;

pub use english::{english_tokens, is_english_stop_word};
pub use grams::gram_tokens;
pub use kana::{hiragana, romaji_hiragana};
pub use likeness::{GramCounts, GramSpace, Vector, to_unit_length};
pub use normalize::{Normalized, normalize};
pub use script::{is_hiragana, is_kana, is_kanji, is_katakana};
pub use sentence::sentences;
pub use words::word_tokens;

/// Changes whenever the tokens of any text may change; an index built with another version is rebuilt.
pub const ANALYZER_VERSION: u32 = 3;

/// One term of a text, with the bytes it covers in the normalized text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The term as it is indexed.
    pub text: String,
    /// First byte in the normalized text.
    pub start: usize,
    /// First byte after the token in the normalized text.
    pub end: usize,
}

/// The normalized text without its positions: for comparing ids, names and whole questions.
pub fn folded(text: &str) -> String {
    normalize(text).text
}

/// A key under which two spellings of the same question or name are equal: normalized,
/// without spaces and punctuation.
pub fn comparison_key(text: &str) -> String {
    folded(text)
        .chars()
        .filter(|character| character.is_alphanumeric() || *character == '★')
        .collect()
}

/// The id that a heading's first word gives: NFKC without a final dot (`1-1.` is `1-1`). Case and
/// everything else stay, for the id is shown to people.
pub fn heading_id(first_word: &str) -> String {
    let composed = icu_normalizer::ComposingNormalizerBorrowed::new_nfkc().normalize(first_word);
    composed.trim_end_matches('.').to_owned()
}
