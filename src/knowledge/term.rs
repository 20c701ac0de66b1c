//! The glossary.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Findings, Kind};
use super::id::PassageId;
use super::problem::Problem;
use super::toml_file::TomlText;

/// One term of the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The term in Japanese.
    pub term: String,
    /// Its reading in hiragana.
    pub reading: String,
    /// The English term.
    pub english: String,
    /// Other spellings and abbreviations.
    pub also: Vec<String>,
    /// What it means, in plain Japanese.
    pub definition: String,
    /// What it means, in plain English.
    pub definition_en: String,
    /// The passage that the definition rests on.
    pub section: PassageId,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    term: Vec<RawTerm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerm {
    term: Spanned<String>,
    reading: String,
    english: String,
    #[serde(default)]
    also: Vec<String>,
    definition: String,
    definition_en: String,
    section: Spanned<String>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Vec<Term>, Findings), Problem> {
    let (mut terms, mut findings) = (Vec::new(), Findings::default());
    for raw in file.parse::<RawFile>()?.term {
        findings.define(Kind::Term, raw.term.get_ref(), file.place(&raw.term));
        findings.refer(file, Kind::Passage, [&raw.section]);
        let Some(section) = PassageId::parse(raw.section.get_ref()) else {
            continue;
        };
        terms.push(Term {
            term: raw.term.into_inner(),
            reading: raw.reading,
            english: raw.english,
            also: raw.also,
            definition: raw.definition,
            definition_en: raw.definition_en,
            section: section.comparable(),
        });
    }
    Ok((terms, findings))
}
