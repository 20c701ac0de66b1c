//! What Sonae does not answer, with examples, and who may help there.

use serde::{Deserialize, Serialize};

use super::problem::Problem;
use super::toml_file::TomlText;

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
#[serde(deny_unknown_fields)]
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
    #[serde(default)]
    pub patterns: Vec<String>,
    /// Questions of this kind in people's words, Japanese and English.
    pub examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    refusal: Vec<Refusal>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<Vec<Refusal>, Problem> {
    Ok(file.parse::<RawFile>()?.refusal)
}
