//! Generations on disk: each build is a folder that never changes; `CURRENT` names the one in use.
//!
//!     index/CURRENT            "g000012 <hash of its stamp.json>"
//!     index/g000012/           stamp.json, knowledge.bin, learned.bin, passages.bin, questions.bin,
//!                              likeness.bin
//!     index/LOCK               held by the builder
//!
//! A reader verifies every byte before it answers, and then answers from memory: what happens on disk
//! later does not touch it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::build::{IndexFiles, SearchIndex};
use super::lock::{BuildLock, LockFailure};
use super::stamp::{FileStamp, SCHEMA_VERSION, Stamp};
use crate::knowledge::Knowledge;
use crate::question::Learned;
use crate::text;

const CURRENT: &str = "CURRENT";
const STAMP: &str = "stamp.json";
const KNOWLEDGE: &str = "knowledge.bin";
const LEARNED: &str = "learned.bin";
const PASSAGES: &str = "passages.bin";
const QUESTIONS: &str = "questions.bin";
const LIKENESS: &str = "likeness.bin";
const UNFINISHED: &str = "unfinished-";

/// The folder of all generations.
#[derive(Debug, Clone)]
pub struct Generations {
    folder: PathBuf,
    keep: usize,
}

/// Everything that answering needs, in memory.
pub struct Contents {
    /// The generation's name; `memory` when it was never written.
    pub name: String,
    /// What it was built with.
    pub stamp: Stamp,
    /// The knowledge.
    pub knowledge: Knowledge,
    /// What was learned from it.
    pub learned: Learned,
    /// The index.
    pub index: SearchIndex,
}

/// A generation just built, not yet published.
pub struct Built {
    contents: Contents,
    files: BTreeMap<&'static str, Vec<u8>>,
}

/// One generation in a list.
#[derive(Debug, Clone, Serialize)]
pub struct GenerationInfo {
    /// Its name.
    pub name: String,
    /// Whether `CURRENT` names it.
    pub is_current: bool,
    /// Its stamp, when readable.
    pub stamp: Option<Stamp>,
}

/// The result of verifying one generation.
#[derive(Debug, Clone, Serialize)]
pub struct Verified {
    /// Its name.
    pub name: String,
    /// What is wrong; none when all is well.
    pub problem: Option<String>,
}

/// Sections that one knowledge has and another has not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// In the new one only.
    pub added: Vec<String>,
    /// In both, with another text.
    pub changed: Vec<String>,
    /// In the old one only.
    pub removed: Vec<String>,
}

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
    #[error("another process{} is building the index; wait until it is done", display_holder(.0))]
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

fn display_holder(holder: &str) -> String {
    match holder.is_empty() {
        true => String::new(),
        false => format!(" ({holder})"),
    }
}

impl Built {
    /// Builds a generation in memory. `built` is the moment, RFC 3339.
    ///
    /// # Errors
    /// When tantivy or the encoding fails.
    pub fn new(
        knowledge: Knowledge,
        fingerprint: String,
        built: String,
    ) -> Result<Self, IndexError> {
        // Learning and indexing take about the same time and do not need each other.
        let (index, learned) = std::thread::scope(|scope| {
            let learning = scope.spawn(|| Learned::from(&knowledge));
            let index = SearchIndex::of_knowledge(&knowledge);
            (index, learning.join())
        });
        let index = index?;
        let learned = learned.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let (passages, questions) = index.files()?;
        let files = BTreeMap::from([
            (KNOWLEDGE, postcard::to_stdvec(&knowledge)?),
            (LEARNED, postcard::to_stdvec(&learned)?),
            (PASSAGES, postcard::to_stdvec(&passages)?),
            (QUESTIONS, postcard::to_stdvec(&questions)?),
            (LIKENESS, postcard::to_stdvec(&index.likeness)?),
        ]);
        let stamp = Stamp {
            schema_version: SCHEMA_VERSION,
            analyzer_version: text::ANALYZER_VERSION,
            program_version: env!("CARGO_PKG_VERSION").to_owned(),
            knowledge: fingerprint,
            built,
            documents: knowledge.documents.len(),
            passages: knowledge.passages().count(),
            files: files
                .iter()
                .map(|(name, bytes)| ((*name).to_owned(), FileStamp::of(bytes)))
                .collect(),
        };
        let contents = Contents {
            name: "memory".to_owned(),
            stamp,
            knowledge,
            learned,
            index,
        };
        Ok(Self { contents, files })
    }

    /// Uses the generation without writing it.
    pub fn into_contents(self) -> Contents {
        self.contents
    }
}

impl Generations {
    /// The generations in `folder`, of which the last `keep` are kept.
    pub fn new(folder: PathBuf, keep: usize) -> Self {
        Self { folder, keep }
    }

    /// Opens the published generation, every byte verified.
    ///
    /// # Errors
    /// When there is none, or it cannot be trusted.
    pub fn open(&self) -> Result<Contents, IndexError> {
        let current = self.current()?;
        match self.open_one(&current) {
            // A builder may have published and tidied up between the two reads.
            Err(_) if self.current().is_ok_and(|now| now != current) => {
                self.open_one(&self.current()?)
            }
            opened => opened,
        }
    }

    fn open_one(&self, current: &Current) -> Result<Contents, IndexError> {
        let name = &current.name;
        let stamp = self.stamp(name, Some(&current.stamp_hash))?;
        if !stamp.fits() {
            return Err(IndexError::Foreign(name.clone()));
        }
        let passages: IndexFiles = self.part(name, &stamp, PASSAGES)?;
        let questions: IndexFiles = self.part(name, &stamp, QUESTIONS)?;
        let likeness = self.part(name, &stamp, LIKENESS)?;
        Ok(Contents {
            knowledge: self.part(name, &stamp, KNOWLEDGE)?,
            learned: self.part(name, &stamp, LEARNED)?,
            index: SearchIndex::of_files(passages, questions, likeness)?,
            name: name.clone(),
            stamp,
        })
    }

    /// Writes a built generation and makes it the published one. Waits for another builder when
    /// `wait` says so.
    ///
    /// # Errors
    /// When another builder is at work, or the folder cannot be written.
    pub fn publish(&self, built: Built) -> Result<Contents, IndexError> {
        let _lock = self.lock()?;
        self.publish_locked(built)
    }

    /// Opens the published generation, or builds and publishes one; waits for another builder, whose
    /// work is then used.
    ///
    /// # Errors
    /// When building fails or the folder cannot be written.
    pub fn open_or_build(
        &self,
        build: impl FnOnce(&IndexError) -> Result<Built, IndexError>,
    ) -> Result<Contents, IndexError> {
        if let Ok(contents) = self.open() {
            return Ok(contents);
        }
        fs::create_dir_all(&self.folder).map_err(|source| self.io(&self.folder, source))?;
        let _lock =
            BuildLock::wait(&self.folder).map_err(|source| self.io(&self.folder, source))?;
        match self.open() {
            Ok(contents) => Ok(contents),
            Err(reason) => self.publish_locked(build(&reason)?),
        }
    }

    fn publish_locked(&self, built: Built) -> Result<Contents, IndexError> {
        self.remove_unfinished()?;
        let name = format!("g{:06}", self.highest_number()? + 1);
        let unfinished = self.folder.join(format!("{UNFINISHED}{name}"));
        fs::create_dir_all(&unfinished).map_err(|source| self.io(&unfinished, source))?;
        for (file, bytes) in &built.files {
            self.write(&unfinished.join(file), bytes)?;
        }
        let stamp = serde_json::to_vec_pretty(&built.contents.stamp)
            .map_err(|error| self.io(&unfinished, error.into()))?;
        self.write(&unfinished.join(STAMP), &stamp)?;
        let finished = self.folder.join(&name);
        fs::rename(&unfinished, &finished).map_err(|source| self.io(&finished, source))?;
        let current = Current {
            name,
            stamp_hash: FileStamp::of(&stamp).blake3,
        };
        // What was written is opened and checked before anybody is sent there.
        let contents = self.open_one(&current)?;
        self.point_at(&current)?;
        self.remove_old(&current.name)?;
        Ok(contents)
    }

    /// Makes an older generation the published one: the named one, or the one before the current.
    ///
    /// # Errors
    /// When there is none, or it cannot be trusted.
    pub fn roll_back(&self, to: Option<&str>) -> Result<Contents, IndexError> {
        let _lock = self.lock()?;
        let current = self.current().ok().map(|current| current.name);
        let name = match to {
            Some(name) => name.to_owned(),
            None => self
                .names()?
                .into_iter()
                .rfind(|name| current.as_ref().is_some_and(|current| name < current))
                .ok_or_else(|| IndexError::NoSuchGeneration("before the current one".to_owned()))?,
        };
        if !self.names()?.contains(&name) {
            return Err(IndexError::NoSuchGeneration(name));
        }
        let stamp = fs::read(self.folder.join(&name).join(STAMP))
            .map_err(|source| self.io(&self.folder.join(&name), source))?;
        let current = Current {
            name,
            stamp_hash: FileStamp::of(&stamp).blake3,
        };
        let contents = self.open_one(&current)?;
        self.point_at(&current)?;
        Ok(contents)
    }

    /// Lists all generations, the oldest first.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn list(&self) -> Result<Vec<GenerationInfo>, IndexError> {
        let current = self.current().ok().map(|current| current.name);
        Ok(self
            .names()?
            .into_iter()
            .map(|name| GenerationInfo {
                is_current: current.as_ref() == Some(&name),
                stamp: self.stamp(&name, None).ok(),
                name,
            })
            .collect())
    }

    /// Reads every byte of every generation.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn verify(&self) -> Result<Vec<Verified>, IndexError> {
        let current = self.current().ok();
        let mut verified: Vec<Verified> = self
            .names()?
            .into_iter()
            .map(|name| {
                let hash = current
                    .as_ref()
                    .filter(|current| current.name == name)
                    .map(|current| current.stamp_hash.as_str());
                let problem = self.verify_one(&name, hash).err();
                Verified {
                    problem: problem.map(|problem| problem.to_string()),
                    name,
                }
            })
            .collect();
        if let Err(problem @ IndexError::Damaged { .. }) = self.current() {
            verified.push(Verified {
                name: CURRENT.to_owned(),
                problem: Some(problem.to_string()),
            });
        }
        Ok(verified)
    }

    fn verify_one(&self, name: &str, stamp_hash: Option<&str>) -> Result<(), IndexError> {
        let stamp = self.stamp(name, stamp_hash)?;
        if !stamp.fits() {
            return Err(IndexError::Foreign(name.to_owned()));
        }
        for part in [KNOWLEDGE, LEARNED, PASSAGES, QUESTIONS, LIKENESS] {
            self.verified_bytes(name, &stamp, part)?;
        }
        Ok(())
    }

    fn lock(&self) -> Result<BuildLock, IndexError> {
        fs::create_dir_all(&self.folder).map_err(|source| self.io(&self.folder, source))?;
        BuildLock::try_take(&self.folder).map_err(|failure| match failure {
            LockFailure::Busy(holder) => IndexError::Busy(holder),
            LockFailure::Io(source) => self.io(&self.folder, source),
        })
    }

    fn current(&self) -> Result<Current, IndexError> {
        let path = self.folder.join(CURRENT);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(IndexError::Missing(self.folder.clone()));
            }
            Err(source) => return Err(self.io(&path, source)),
        };
        String::from_utf8(bytes)
            .ok()
            .as_deref()
            .and_then(Current::parse)
            .ok_or_else(|| damaged(CURRENT, "it names no generation"))
    }

    fn point_at(&self, current: &Current) -> Result<(), IndexError> {
        let next = self.folder.join(format!("{CURRENT}.next"));
        self.write(
            &next,
            format!("{} {}\n", current.name, current.stamp_hash).as_bytes(),
        )?;
        let path = self.folder.join(CURRENT);
        fs::rename(&next, &path).map_err(|source| self.io(&path, source))?;
        sync_folder(&self.folder);
        Ok(())
    }

    fn stamp(&self, name: &str, hash: Option<&str>) -> Result<Stamp, IndexError> {
        let bytes = fs::read(self.folder.join(name).join(STAMP))
            .map_err(|error| damaged(name, &format!("{STAMP}: {error}")))?;
        if hash.is_some_and(|hash| hash != FileStamp::of(&bytes).blake3) {
            return Err(damaged(name, &format!("{STAMP} was changed")));
        }
        serde_json::from_slice(&bytes).map_err(|_| IndexError::Foreign(name.to_owned()))
    }

    fn part<T: DeserializeOwned>(
        &self,
        name: &str,
        stamp: &Stamp,
        file: &str,
    ) -> Result<T, IndexError> {
        let bytes = self.verified_bytes(name, stamp, file)?;
        postcard::from_bytes(&bytes).map_err(|error| damaged(name, &format!("{file}: {error}")))
    }

    fn verified_bytes(&self, name: &str, stamp: &Stamp, file: &str) -> Result<Vec<u8>, IndexError> {
        let bytes = fs::read(self.folder.join(name).join(file))
            .map_err(|error| damaged(name, &format!("{file}: {error}")))?;
        match stamp.files.get(file) {
            Some(expected) if *expected == FileStamp::of(&bytes) => Ok(bytes),
            Some(expected) if expected.bytes != bytes.len() as u64 => Err(damaged(
                name,
                &format!(
                    "{file} has {} bytes instead of {}",
                    bytes.len(),
                    expected.bytes
                ),
            )),
            Some(_) => Err(damaged(name, &format!("{file} was changed"))),
            None => Err(damaged(name, &format!("{file} is not in the stamp"))),
        }
    }

    fn names(&self) -> Result<Vec<String>, IndexError> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(self.io(&self.folder, source)),
        };
        let mut names: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| generation_number(name).is_some())
            .collect();
        names.sort();
        Ok(names)
    }

    fn highest_number(&self) -> Result<u32, IndexError> {
        let names = self.names()?;
        Ok(names
            .iter()
            .filter_map(|name| generation_number(name))
            .max()
            .unwrap_or(0))
    }

    fn remove_unfinished(&self) -> Result<(), IndexError> {
        let entries = fs::read_dir(&self.folder).map_err(|source| self.io(&self.folder, source))?;
        for entry in entries.flatten() {
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                fs::remove_dir_all(entry.path())
                    .map_err(|source| self.io(&entry.path(), source))?;
            }
        }
        Ok(())
    }

    fn remove_old(&self, current: &str) -> Result<(), IndexError> {
        let names = self.names()?;
        let surplus = names.len().saturating_sub(self.keep);
        for name in names.iter().take(surplus).filter(|name| *name != current) {
            let path = self.folder.join(name);
            fs::remove_dir_all(&path).map_err(|source| self.io(&path, source))?;
        }
        Ok(())
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), IndexError> {
        let written = File::create(path).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        written.map_err(|source| self.io(path, source))
    }

    fn io(&self, path: &Path, source: io::Error) -> IndexError {
        IndexError::Io {
            path: path.to_owned(),
            source,
        }
    }
}

/// What `CURRENT` says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Current {
    name: String,
    stamp_hash: String,
}

impl Current {
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

fn damaged(name: &str, reason: &str) -> IndexError {
    IndexError::Damaged {
        name: name.to_owned(),
        reason: reason.to_owned(),
    }
}

/// Makes a rename last through a power cut, where the system can.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

impl Difference {
    /// Compares two states of the knowledge, passage by passage.
    pub fn between(old: &Knowledge, new: &Knowledge) -> Self {
        let texts = |knowledge: &Knowledge| -> BTreeMap<String, Vec<u8>> {
            knowledge
                .passages()
                .map(|(document, passage)| {
                    let id = format!("{}#{}", document.id, passage.id);
                    (id, postcard::to_stdvec(passage).unwrap_or_default())
                })
                .collect()
        };
        let (old, new) = (texts(old), texts(new));
        let mut difference = Self::default();
        for (id, text) in &new {
            match old.get(id) {
                None => difference.added.push(id.clone()),
                Some(before) if before != text => difference.changed.push(id.clone()),
                Some(_) => {}
            }
        }
        difference.removed = old
            .keys()
            .filter(|id| !new.contains_key(*id))
            .cloned()
            .collect();
        difference
    }
}
