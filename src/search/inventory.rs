//! Which generations there are, and whether each is as it was written.

use serde::Serialize;

use super::built::PARTS;
use super::error::IndexError;
use super::folder::CURRENT;
use super::generation::Generations;
use super::stamp::Stamp;

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

impl Generations {
    /// Lists all generations, the oldest first.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn list(&self) -> Result<Vec<GenerationInfo>, IndexError> {
        let current = self.folder.current().ok().map(|current| current.name);
        let names = self.folder.names()?.into_iter();
        Ok(names
            .map(|name| GenerationInfo {
                is_current: current.as_ref() == Some(&name),
                stamp: self.folder.stamp(&name, None).ok(),
                name,
            })
            .collect())
    }

    /// Reads every byte of every generation.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn verify(&self) -> Result<Vec<Verified>, IndexError> {
        let current = self.folder.current();
        let mut verified = Vec::new();
        for name in self.folder.names()? {
            let hash = current
                .as_ref()
                .ok()
                .filter(|current| current.name == name)
                .map(|current| current.stamp_hash.as_str());
            let problem = self.verify_one(&name, hash).err();
            verified.push(Verified {
                problem: problem.map(|problem| problem.to_string()),
                name,
            });
        }
        if let Err(problem @ IndexError::Damaged { .. }) = current {
            verified.push(Verified {
                name: CURRENT.to_owned(),
                problem: Some(problem.to_string()),
            });
        }
        Ok(verified)
    }

    fn verify_one(&self, name: &str, stamp_hash: Option<&str>) -> Result<(), IndexError> {
        let stamp = self.folder.stamp(name, stamp_hash)?;
        if !stamp.fits() {
            return Err(IndexError::Foreign(name.to_owned()));
        }
        for part in PARTS {
            self.folder.part_bytes(name, &stamp, part)?;
        }
        Ok(())
    }
}
