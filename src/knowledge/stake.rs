//! What is at stake: figures of damage that a plan sets its cost against.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Findings, Kind};
use super::id::PassageId;
use super::problem::{Place, Problem};
use super::toml_file::TomlText;

/// Figures of damage.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stake {
    /// What a person costs in a working day, yen (our estimate).
    pub yen_per_person_day: u32,
    /// Figures with their source.
    pub quotes: Vec<StakeQuote>,
}

/// A figure with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StakeQuote {
    /// The passage.
    pub section: PassageId,
    /// Words of the passage, verbatim.
    pub text: String,
    /// The same in English, in our own words.
    pub text_en: String,
}

/// Words that must stand in a passage.
#[derive(Debug)]
pub(super) struct Quoted {
    /// The passage.
    pub section: PassageId,
    /// The words.
    pub text: String,
    /// Where they are quoted.
    pub place: Place,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    yen_per_person_day: u32,
    quote: Vec<RawQuote>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuote {
    section: Spanned<String>,
    text: Spanned<String>,
    text_en: String,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Stake, Findings), Problem> {
    let mut findings = Findings::default();
    let raw = file.parse::<RawFile>()?;
    let mut quotes = Vec::new();
    for quote in raw.quote {
        findings.refer(file, Kind::Passage, [&quote.section]);
        let Some(section) = PassageId::parse(quote.section.get_ref()) else {
            continue;
        };
        findings.quoted.push(Quoted {
            section: section.comparable(),
            text: quote.text.get_ref().clone(),
            place: file.place(&quote.text),
        });
        quotes.push(StakeQuote {
            section: section.comparable(),
            text: quote.text.into_inner(),
            text_en: quote.text_en,
        });
    }
    let stake = Stake {
        yen_per_person_day: raw.yen_per_person_day,
        quotes,
    };
    Ok((stake, findings))
}
