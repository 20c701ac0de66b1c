//! Topics: what sections and actions are filed under.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Findings, Kind};
use super::problem::Problem;
use super::toml_file::TomlText;

/// A subject that people ask about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Stable id.
    pub id: String,
    /// Japanese name.
    pub ja: String,
    /// English name.
    pub en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    topic: Vec<RawTopic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTopic {
    id: Spanned<String>,
    ja: String,
    en: String,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Vec<Topic>, Findings), Problem> {
    let (mut topics, mut findings) = (Vec::new(), Findings::default());
    for raw in file.parse::<RawFile>()?.topic {
        findings.define(Kind::Topic, raw.id.get_ref(), file.place(&raw.id));
        topics.push(Topic {
            id: raw.id.into_inner(),
            ja: raw.ja,
            en: raw.en,
        });
    }
    Ok((topics, findings))
}
