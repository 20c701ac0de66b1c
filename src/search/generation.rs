//! Generations on disk: each build is a folder that never changes; `CURRENT` names the one in use.
//!
//! A reader verifies every byte before it answers, and then answers from memory: what happens on disk
//! later does not touch it.

use std::path::PathBuf;

use super::build::{IndexFiles, SearchIndex};
use super::built::{Built, Contents, KNOWLEDGE, LEARNED, LIKENESS, PASSAGES, QUESTIONS};
use super::error::IndexError;
use super::folder::{IndexFolder, Pointer};
use super::lock::{BuildLock, LockFailure};

/// The folder of all generations.
#[derive(Debug, Clone)]
pub struct Generations {
    pub(super) folder: IndexFolder,
    keep: usize,
}

impl Generations {
    /// The generations in `folder`, of which the last `keep` are kept.
    pub fn new(folder: PathBuf, keep: usize) -> Self {
        let folder = IndexFolder { path: folder };
        Self { folder, keep }
    }

    /// Opens the published generation, every byte verified.
    ///
    /// # Errors
    /// When there is none, or it cannot be trusted.
    pub fn open(&self) -> Result<Contents, IndexError> {
        let current = self.folder.current()?;
        match self.open_one(&current) {
            // A builder may have published and tidied up between the two reads.
            Err(_) if self.folder.current().is_ok_and(|now| now != current) => {
                self.open_one(&self.folder.current()?)
            }
            opened => opened,
        }
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
        self.folder.create()?;
        let path = &self.folder.path;
        let _lock = BuildLock::wait(path).map_err(|source| IndexError::io(path, source))?;
        match self.open() {
            Ok(contents) => Ok(contents),
            Err(reason) => self.publish_locked(&build(&reason)?),
        }
    }

    /// Writes a built generation and makes it the published one.
    ///
    /// # Errors
    /// When another builder is at work, or the folder cannot be written.
    pub fn publish(&self, built: Built) -> Result<Contents, IndexError> {
        let _lock = self.lock()?;
        self.publish_locked(&built)
    }

    /// Makes an older generation the published one: the named one, or the one before the current.
    ///
    /// # Errors
    /// When there is none, or it cannot be trusted.
    pub fn roll_back(&self, to: Option<&str>) -> Result<Contents, IndexError> {
        let _lock = self.lock()?;
        let names = self.folder.names()?;
        let name = match to {
            Some(name) => name.to_owned(),
            None => self
                .name_before_current(&names)
                .ok_or_else(|| IndexError::NoSuchGeneration("before the current one".to_owned()))?,
        };
        if !names.contains(&name) {
            return Err(IndexError::NoSuchGeneration(name));
        }
        let pointer = self.folder.pointer(&name)?;
        let contents = self.open_one(&pointer)?;
        self.folder.point_at(&pointer)?;
        Ok(contents)
    }

    fn name_before_current(&self, names: &[String]) -> Option<String> {
        let current = self.folder.current().ok()?.name;
        names.iter().rfind(|name| **name < current).cloned()
    }

    fn publish_locked(&self, built: &Built) -> Result<Contents, IndexError> {
        let pointer = self.folder.write_generation(built)?;
        // What was written is opened and checked before anybody is sent there.
        let contents = self.open_one(&pointer)?;
        self.folder.point_at(&pointer)?;
        self.folder.remove_old(self.keep, &pointer.name)?;
        Ok(contents)
    }

    fn open_one(&self, pointer: &Pointer) -> Result<Contents, IndexError> {
        let name = &pointer.name;
        let stamp = self.folder.stamp(name, Some(&pointer.stamp_hash))?;
        if !stamp.fits() {
            return Err(IndexError::Foreign(name.clone()));
        }
        let passages: IndexFiles = self.folder.part(name, &stamp, PASSAGES)?;
        let questions: IndexFiles = self.folder.part(name, &stamp, QUESTIONS)?;
        let likeness = self.folder.part(name, &stamp, LIKENESS)?;
        Ok(Contents {
            knowledge: self.folder.part(name, &stamp, KNOWLEDGE)?,
            learned: self.folder.part(name, &stamp, LEARNED)?,
            index: SearchIndex::of_files(passages, questions, likeness)?,
            name: name.clone(),
            stamp,
        })
    }

    fn lock(&self) -> Result<BuildLock, IndexError> {
        self.folder.create()?;
        BuildLock::try_take(&self.folder.path).map_err(|failure| match failure {
            LockFailure::Busy(holder) => IndexError::Busy(holder),
            LockFailure::Io(source) => IndexError::io(&self.folder.path, source),
        })
    }
}
