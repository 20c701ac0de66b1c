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
    /// Milliseconds that a write waits for another program that has the file.
    pub busy_timeout_ms: u64,
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self {
            file: PathBuf::from("data/sonae.sqlite"),
            retention_days: 90,
            busy_timeout_ms: 2000,
        }
    }
}

impl StoreConfig {
    /// What must hold, and what to say when it does not.
    pub(super) fn demands(&self) -> [(bool, &'static str); 2] {
        [
            (
                (1..=3650).contains(&self.retention_days),
                "store.retention_days must be 1 to 3650",
            ),
            (
                (1..=60_000).contains(&self.busy_timeout_ms),
                "store.busy_timeout_ms must be 1 to 60000",
            ),
        ]
    }
}
