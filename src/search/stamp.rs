//! What a generation was built with. A stamp that does not fit means: build again, never refuse to start.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text;

/// Changes whenever the fields, the files or the stored model change.
pub const SCHEMA_VERSION: u32 = 6;

/// What stands in `stamp.json` of a generation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// Version of fields and files.
    pub schema_version: u32,
    /// Version of the analyzers.
    pub analyzer_version: u32,
    /// Version of the program that built it.
    pub program_version: String,
    /// Fingerprint of the knowledge files.
    pub knowledge: String,
    /// When it was built, RFC 3339.
    pub built: String,
    /// Number of documents.
    pub documents: usize,
    /// Number of passages.
    pub passages: usize,
    /// Length and BLAKE3 hash of each file of the generation.
    pub files: BTreeMap<String, FileStamp>,
}

/// Length and hash of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileStamp {
    /// Length in bytes.
    pub bytes: u64,
    /// BLAKE3 hash, hexadecimal.
    pub blake3: String,
}

impl FileStamp {
    /// The stamp of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            bytes: bytes.len() as u64,
            blake3: blake3::hash(bytes).to_hex().to_string(),
        }
    }
}

impl Stamp {
    /// Returns whether this program can answer from the generation.
    pub fn fits(&self) -> bool {
        self.schema_version == SCHEMA_VERSION
            && self.analyzer_version == text::ANALYZER_VERSION
            && self.program_version == env!("CARGO_PKG_VERSION")
    }
}
