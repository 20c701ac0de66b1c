//! Topics: what sections and actions are filed under.

use serde::{Deserialize, Serialize};

use super::problem::Problem;
use super::toml_file::TomlText;

/// A subject that people ask about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    topic: Vec<Topic>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<Vec<Topic>, Problem> {
    Ok(file.parse::<RawFile>()?.topic)
}
