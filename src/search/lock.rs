//! At most one builder: a lock file that the operating system frees when its holder dies.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

const LOCK_FILE: &str = "LOCK";

/// Held while a generation is built, published or rolled back.
pub(super) struct BuildLock {
    _file: File,
}

/// Why the lock was not taken.
pub(super) enum LockFailure {
    /// Another process builds; its process id where known.
    Busy(String),
    /// The lock file cannot be used.
    Io(io::Error),
}

impl BuildLock {
    /// Takes the lock, or says who has it.
    pub fn try_take(folder: &Path) -> Result<Self, LockFailure> {
        let mut file = open(folder).map_err(LockFailure::Io)?;
        match file.try_lock() {
            Ok(()) => Self::signed(file).map_err(LockFailure::Io),
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // A holder that has not signed yet is still a holder.
                let _ = file.read_to_string(&mut holder);
                Err(LockFailure::Busy(holder.trim().to_owned()))
            }
            Err(TryLockError::Error(error)) => Err(LockFailure::Io(error)),
        }
    }

    /// Waits for the lock.
    pub fn wait(folder: &Path) -> io::Result<Self> {
        let file = open(folder)?;
        file.lock()?;
        Self::signed(file)
    }

    fn signed(mut file: File) -> io::Result<Self> {
        file.set_len(0)?;
        file.rewind()?;
        write!(file, "{}", std::process::id())?;
        Ok(Self { _file: file })
    }
}

fn open(folder: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(folder.join(LOCK_FILE))
}
