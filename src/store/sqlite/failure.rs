//! SQLite's failures as ours: which may pass, which are about the file, and which are anything else.

use std::path::Path;

use crate::store::StoreError;

// Primary result codes, <https://www.sqlite.org/rescode.html>; the extended ones add higher bits.
const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const CORRUPT: i32 = 11;
const NOT_A_DATABASE: i32 = 26;

/// Turns a failure into ours, naming the file and what was to be done.
pub(super) fn told<T>(
    file: &Path,
    doing: &'static str,
    result: Result<T, sqlx::Error>,
) -> Result<T, StoreError> {
    let path = file.to_owned();
    result.map_err(|error| match primary_code(&error) {
        Some(BUSY | LOCKED) => StoreError::Busy { path, doing },
        Some(CORRUPT | NOT_A_DATABASE) => StoreError::Damaged { path },
        _ if matches!(error, sqlx::Error::PoolTimedOut) => StoreError::Busy { path, doing },
        _ => StoreError::Failed {
            path,
            doing,
            source: error.into(),
        },
    })
}

fn primary_code(error: &sqlx::Error) -> Option<i32> {
    let code: i32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(code & 0xff)
}
