//! Why the store did not do something. Errors name the file and the work, never what was to be written:
//! they are logged, questions are not.

use std::error::Error;
use std::path::PathBuf;

/// Why the store did not do something.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder or the file cannot be created.
    #[error("{path}: cannot be created")]
    Create {
        /// The folder or file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// The file is not a database, or a part of it is destroyed.
    #[error(
        "{path}: is damaged; stop the program, move the file away or restore a copy, and start again"
    )]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// The file was written by a later version of the program.
    #[error("{path}: was written by a later version of the program")]
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// Somebody else is writing; the same call may work a moment later.
    #[error("{path}: is busy, {doing} did not get its turn")]
    Busy {
        /// The file.
        path: PathBuf,
        /// What was to be done.
        doing: &'static str,
    },
    /// Anything else, such as a full disk.
    #[error("{path}: {doing} failed")]
    Failed {
        /// The file.
        path: PathBuf,
        /// What was to be done.
        doing: &'static str,
        /// The cause.
        source: Box<dyn Error + Send + Sync>,
    },
}
