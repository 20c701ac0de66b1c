//! Why an index cannot be built, published or used.

use std::io;
use std::path::{Path, PathBuf};

/// Why a generation cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Nothing was built yet.
    #[error("there is no index in {0} yet")]
    Missing(PathBuf),
    /// Built by another program version, or not by this program at all.
    #[error("the index {0} was built by another version")]
    Foreign(String),
    /// A file is missing, shorter, longer or changed.
    #[error("the index {name} is damaged: {reason}")]
    Damaged {
        /// The generation.
        name: String,
        /// What is wrong.
        reason: String,
    },
    /// Somebody else builds right now.
    #[error("another process{} is building the index; wait until it is done", in_brackets(.0))]
    Busy(String),
    /// There is no such generation to go back to.
    #[error("there is no generation {0} to go back to; `sonae index list` shows them")]
    NoSuchGeneration(String),
    /// The folder cannot be read or written.
    #[error("the index folder {path} cannot be used")]
    Io {
        /// The path.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// tantivy failed.
    #[error("the index cannot be built")]
    Search(#[from] tantivy::TantivyError),
    /// A part of the generation cannot be encoded.
    #[error("the index cannot be encoded")]
    Encode(#[from] postcard::Error),
}

impl IndexError {
    pub(super) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            source,
        }
    }

    pub(super) fn damaged(name: &str, reason: impl Into<String>) -> Self {
        Self::Damaged {
            name: name.to_owned(),
            reason: reason.into(),
        }
    }
}

fn in_brackets(holder: &str) -> String {
    match holder.is_empty() {
        true => String::new(),
        false => format!(" ({holder})"),
    }
}
