//! The index folder: which files lie where, each read back byte for byte or not at all. Knows files and
//! names, not when a generation is published (`generation`).
//!
//! ```text
//! index/CURRENT     g000012 and the hash of its stamp.json
//! index/g000012/    stamp.json, and the parts that `built` names
//! index/LOCK        held by the builder
//! ```

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::built::Built;
use super::error::IndexError;
use super::stamp::{FileStamp, Stamp};

/// The file that names the published generation.
pub(super) const CURRENT: &str = "CURRENT";
const STAMP: &str = "stamp.json";
const UNFINISHED: &str = "unfinished-";

/// The folder in which all generations lie.
#[derive(Debug, Clone)]
pub(super) struct IndexFolder {
    /// Where it is.
    pub path: PathBuf,
}

/// One generation and the hash of its stamp, as `CURRENT` says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pointer {
    /// The generation's name.
    pub name: String,
    /// BLAKE3 hash of its `stamp.json`, hexadecimal.
    pub stamp_hash: String,
}

impl IndexFolder {
    /// Makes the folder where there is none.
    pub fn create(&self) -> Result<(), IndexError> {
        fs::create_dir_all(&self.path).map_err(|source| IndexError::io(&self.path, source))
    }

    /// What `CURRENT` says.
    pub fn current(&self) -> Result<Pointer, IndexError> {
        let path = self.path.join(CURRENT);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(IndexError::Missing(self.path.clone()));
            }
            Err(source) => return Err(IndexError::io(&path, source)),
        };
        String::from_utf8(bytes)
            .ok()
            .as_deref()
            .and_then(Pointer::parse)
            .ok_or_else(|| IndexError::damaged(CURRENT, "it names no generation"))
    }

    /// Makes `CURRENT` name a generation, by one rename.
    pub fn point_at(&self, pointer: &Pointer) -> Result<(), IndexError> {
        let next = self.path.join(format!("{CURRENT}.next"));
        let line = format!("{} {}\n", pointer.name, pointer.stamp_hash);
        write(&next, line.as_bytes())?;
        let path = self.path.join(CURRENT);
        fs::rename(&next, &path).map_err(|source| IndexError::io(&path, source))?;
        sync_folder(&self.path);
        Ok(())
    }

    /// The pointer to a generation as it lies there.
    pub fn pointer(&self, name: &str) -> Result<Pointer, IndexError> {
        let path = self.path.join(name).join(STAMP);
        let stamp = fs::read(&path).map_err(|source| IndexError::io(&path, source))?;
        Ok(Pointer {
            name: name.to_owned(),
            stamp_hash: FileStamp::of(&stamp).blake3,
        })
    }

    /// The names of all generations, the oldest first.
    pub fn names(&self) -> Result<Vec<String>, IndexError> {
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(IndexError::io(&self.path, source)),
        };
        let mut names: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| generation_number(name).is_some())
            .collect();
        names.sort();
        Ok(names)
    }

    /// The stamp of a generation; with a hash, only the stamp that has it.
    pub fn stamp(&self, name: &str, hash: Option<&str>) -> Result<Stamp, IndexError> {
        let bytes = fs::read(self.path.join(name).join(STAMP))
            .map_err(|error| IndexError::damaged(name, format!("{STAMP}: {error}")))?;
        if hash.is_some_and(|hash| hash != FileStamp::of(&bytes).blake3) {
            return Err(IndexError::damaged(name, format!("{STAMP} was changed")));
        }
        serde_json::from_slice(&bytes).map_err(|_| IndexError::Foreign(name.to_owned()))
    }

    /// One part of a generation, decoded.
    pub fn part<T: DeserializeOwned>(
        &self,
        name: &str,
        stamp: &Stamp,
        part: &str,
    ) -> Result<T, IndexError> {
        let bytes = self.part_bytes(name, stamp, part)?;
        postcard::from_bytes(&bytes)
            .map_err(|error| IndexError::damaged(name, format!("{part}: {error}")))
    }

    /// The bytes of one part, which are those that the stamp promises.
    pub fn part_bytes(&self, name: &str, stamp: &Stamp, part: &str) -> Result<Vec<u8>, IndexError> {
        let damaged = |reason: String| IndexError::damaged(name, reason);
        let bytes = fs::read(self.path.join(name).join(part))
            .map_err(|error| damaged(format!("{part}: {error}")))?;
        match stamp.files.get(part) {
            Some(expected) if *expected == FileStamp::of(&bytes) => Ok(bytes),
            Some(expected) if expected.bytes != bytes.len() as u64 => Err(damaged(format!(
                "{part} has {} bytes instead of {}",
                bytes.len(),
                expected.bytes
            ))),
            Some(_) => Err(damaged(format!("{part} was changed"))),
            None => Err(damaged(format!("{part} is not in the stamp"))),
        }
    }

    /// Writes a generation under the next free name. It has that name only once it is complete.
    pub fn write_generation(&self, built: &Built) -> Result<Pointer, IndexError> {
        self.remove_unfinished()?;
        let name = format!("g{:06}", self.highest_number()? + 1);
        let unfinished = self.path.join(format!("{UNFINISHED}{name}"));
        fs::create_dir_all(&unfinished).map_err(|source| IndexError::io(&unfinished, source))?;
        for (part, bytes) in &built.files {
            write(&unfinished.join(part), bytes)?;
        }
        let stamp = serde_json::to_vec_pretty(built.stamp())
            .map_err(|error| IndexError::io(&unfinished, error.into()))?;
        write(&unfinished.join(STAMP), &stamp)?;
        let finished = self.path.join(&name);
        fs::rename(&unfinished, &finished).map_err(|source| IndexError::io(&finished, source))?;
        Ok(Pointer {
            name,
            stamp_hash: FileStamp::of(&stamp).blake3,
        })
    }

    /// Removes the oldest generations until `keep` are left; never the current one.
    pub fn remove_old(&self, keep: usize, current: &str) -> Result<(), IndexError> {
        let names = self.names()?;
        let surplus = names.len().saturating_sub(keep);
        for name in names.iter().take(surplus).filter(|name| *name != current) {
            let path = self.path.join(name);
            fs::remove_dir_all(&path).map_err(|source| IndexError::io(&path, source))?;
        }
        Ok(())
    }

    fn remove_unfinished(&self) -> Result<(), IndexError> {
        let entries =
            fs::read_dir(&self.path).map_err(|source| IndexError::io(&self.path, source))?;
        for entry in entries.flatten() {
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                fs::remove_dir_all(entry.path())
                    .map_err(|source| IndexError::io(&entry.path(), source))?;
            }
        }
        Ok(())
    }

    fn highest_number(&self) -> Result<u32, IndexError> {
        let names = self.names()?;
        let numbers = names.iter().filter_map(|name| generation_number(name));
        Ok(numbers.max().unwrap_or(0))
    }
}

impl Pointer {
    fn parse(text: &str) -> Option<Self> {
        let (name, stamp_hash) = text.trim().split_once(' ')?;
        generation_number(name)?;
        Some(Self {
            name: name.to_owned(),
            stamp_hash: stamp_hash.to_owned(),
        })
    }
}

fn generation_number(name: &str) -> Option<u32> {
    let digits = name.strip_prefix('g')?;
    (digits.len() == 6).then(|| digits.parse().ok()).flatten()
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), IndexError> {
    let written = File::create(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|source| IndexError::io(path, source))
}

/// Makes a rename last through a power cut, where the system can.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
