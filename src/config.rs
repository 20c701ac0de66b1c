//! Every setting, with its default. `config.toml` shows them all; a test keeps the two equal.

mod discord;
mod note_time;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::answer;
use crate::search::Weights;

pub use discord::{BudgetConfig, DiscordConfig};
pub use note_time::NoteTime;

/// All settings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where the knowledge is.
    pub knowledge: KnowledgeConfig,
    /// Where the index is.
    pub index: IndexConfig,
    /// How hits are scored.
    pub search: SearchConfig,
    /// What an answer shows.
    pub answer: answer::Settings,
    /// Where state is kept, and how long.
    pub store: StoreConfig,
    /// How the bot behaves in Discord.
    pub discord: DiscordConfig,
}

/// Where the knowledge is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KnowledgeConfig {
    /// The folder; when it does not exist, the knowledge inside the program is used.
    pub folder: PathBuf,
}

/// Where the index is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IndexConfig {
    /// The folder; it may be deleted at any time.
    pub folder: PathBuf,
    /// How many generations are kept.
    pub keep: usize,
}

/// How hits are scored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SearchConfig {
    /// How many hits are looked at.
    pub candidates: usize,
    /// The weights of the fields.
    pub weights: Weights,
}

/// Where state is kept, and how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StoreConfig {
    /// The database file; it and its folder are created.
    pub file: PathBuf,
    /// How long a write waits while another program writes, in milliseconds.
    pub busy_timeout_ms: u32,
    /// How many days unanswered questions, feedback and checklists are kept.
    pub retention_days: u16,
}

impl Default for KnowledgeConfig {
    fn default() -> Self {
        Self {
            folder: PathBuf::from("knowledge"),
        }
    }
}

impl Default for IndexConfig {
    fn default() -> Self {
        Self {
            folder: PathBuf::from("index"),
            keep: 3,
        }
    }
}

impl Default for SearchConfig {
    fn default() -> Self {
        Self {
            candidates: 60,
            weights: Weights::default(),
        }
    }
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self {
            file: PathBuf::from("data/sonae.sqlite3"),
            busy_timeout_ms: 2000,
            retention_days: 90,
        }
    }
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{path}: cannot be read")]
    Read {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A key is unknown or a value has the wrong form.
    #[error("{path}: {message}")]
    Parse {
        /// The file.
        path: PathBuf,
        /// What is wrong, with line and column.
        message: String,
    },
    /// A value is outside its range.
    #[error("{path}: {message}")]
    Value {
        /// The file.
        path: PathBuf,
        /// What is wrong and what is allowed.
        message: &'static str,
    },
}

impl Config {
    /// Reads the file; when none is named and `config.toml` does not exist, the defaults hold.
    ///
    /// # Errors
    /// When a named file is missing, a key is unknown or a value is not possible.
    pub fn read(path: Option<&Path>) -> Result<Self, ConfigError> {
        let default = Path::new("config.toml");
        let path = match path {
            Some(path) => path,
            None if default.exists() => default,
            None => return Ok(Self::default()),
        };
        let text = std::fs::read_to_string(path).map_err(|source| ConfigError::Read {
            path: path.to_owned(),
            source,
        })?;
        let config: Self = toml::from_str(&text).map_err(|error| ConfigError::Parse {
            path: path.to_owned(),
            message: error.to_string(),
        })?;
        config.check(path)?;
        Ok(config)
    }

    fn check(&self, path: &Path) -> Result<(), ConfigError> {
        let demands = [
            (self.index.keep >= 1, "index.keep must be at least 1"),
            (
                (1..=3).contains(&self.answer.passages),
                "answer.passages must be 1 to 3",
            ),
            (
                self.answer.next_steps <= 5,
                "answer.next_steps must be 0 to 5",
            ),
            (
                (0.0..=1.0).contains(&self.answer.floor),
                "answer.floor must be 0 to 1",
            ),
            (
                (10..=1000).contains(&self.search.candidates),
                "search.candidates must be 10 to 1000",
            ),
            (
                !self.store.file.as_os_str().is_empty(),
                "store.file must name a file",
            ),
            (
                (10..=60_000).contains(&self.store.busy_timeout_ms),
                "store.busy_timeout_ms must be 10 to 60000",
            ),
            (
                (1..=3650).contains(&self.store.retention_days),
                "store.retention_days must be 1 to 3650",
            ),
        ];
        let mut demands = demands.into_iter().chain(self.discord.demands());
        match demands.find(|(holds, _)| !holds) {
            Some((_, message)) => Err(ConfigError::Value {
                path: path.to_owned(),
                message,
            }),
            None => Ok(()),
        }
    }
}
