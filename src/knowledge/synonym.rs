//! Hand-made synonyms for security words and spellings. A general thesaurus does harm
//! (フィッシング is not 釣り), so there is none.

use serde::{Deserialize, Serialize};

use super::findings::Findings;
use super::problem::Problem;
use super::toml_file::TomlText;

/// Words that stand for each other, and everyday words that lead to the field's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// Groups in which each word means all the others.
    #[serde(default)]
    pub same: Vec<Same>,
    /// One-way: the words on the left add those on the right.
    #[serde(default)]
    pub leads: Vec<Leads>,
    /// Readings of everyday kanji words, for questions written in hiragana or romaji.
    #[serde(default)]
    pub reading: Vec<Reading>,
}

/// A word and its reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The word as the documents write it.
    pub word: String,
    /// Its reading in hiragana.
    pub reading: String,
}

/// One group of words with the same meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Same {
    /// The words.
    pub words: Vec<String>,
}

/// Everyday words and what the field calls the thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leads {
    /// What people write.
    pub from: Vec<String>,
    /// The words of the documents.
    pub to: Vec<String>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Synonyms, Findings), Problem> {
    Ok((file.parse()?, Findings::default()))
}
