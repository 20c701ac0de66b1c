//! The settings of what is kept.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Where the state is and how long it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StoreConfig {
    /// The SQLite file.
    pub file: PathBuf,
    /// Days after which unanswered questions, votes and checklists are deleted.
    pub retention_days: u16,
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self {
            file: PathBuf::from("data/sonae.sqlite"),
            retention_days: 90,
        }
    }
}

impl StoreConfig {
    /// What must hold, and what to say when it does not.
    pub(super) fn demands(&self) -> [(bool, &'static str); 1] {
        [(
            (1..=3650).contains(&self.retention_days),
            "store.retention_days must be 1 to 3650",
        )]
    }
}
