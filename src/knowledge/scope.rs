//! What Sonae does not answer, with examples, and who may help there.

use regex::Regex;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Findings, Kind};
use super::problem::Problem;
use super::toml_file::{TomlText, names};

/// Why a question is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefusalKind {
    /// Not about security at all.
    OffTopic,
    /// Near security, but not in the knowledge base (product choice, repair of a device, exams).
    NotCovered,
    /// Asks for help to get into what belongs to others.
    Harmful,
}

/// One kind of question that is outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Stable id.
    pub id: String,
    /// Why it is not answered.
    pub kind: RefusalKind,
    /// Who may help, in Japanese.
    pub ask: String,
    /// Who may help, in English.
    pub ask_en: String,
    /// Regular expressions over the normalized question; a match decides.
    pub patterns: Vec<String>,
    /// Questions of this kind in people's words, Japanese and English. Not stored: a built
    /// generation holds what was learned from them.
    #[serde(skip)]
    pub examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    refusal: Vec<RawRefusal>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRefusal {
    id: Spanned<String>,
    kind: RefusalKind,
    ask: String,
    ask_en: String,
    #[serde(default)]
    patterns: Vec<Spanned<String>>,
    examples: Vec<String>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Vec<Refusal>, Findings), Problem> {
    let (mut refusals, mut findings) = (Vec::new(), Findings::default());
    for raw in file.parse::<RawFile>()?.refusal {
        findings.define(Kind::Refusal, raw.id.get_ref(), file.place(&raw.id));
        for pattern in &raw.patterns {
            if let Err(error) = Regex::new(pattern.get_ref()) {
                findings.problems.push(file.place(pattern).problem(format!(
                    "the pattern `{}` is no regular expression: {}",
                    pattern.get_ref(),
                    reason(&error)
                )));
            }
        }
        refusals.push(Refusal {
            id: raw.id.into_inner(),
            kind: raw.kind,
            ask: raw.ask,
            ask_en: raw.ask_en,
            patterns: names(raw.patterns),
            examples: raw.examples,
        });
    }
    Ok((refusals, findings))
}

/// The error without the picture that `regex` draws above it: a problem is one line.
fn reason(error: &regex::Error) -> String {
    let message = error.to_string();
    let last_line = message.lines().last().unwrap_or_default();
    last_line.trim_start_matches("error: ").to_owned()
}
