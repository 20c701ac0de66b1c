//! Files that go with a message, within what Discord takes. What cannot be sent is refused here, so that files
//! that exist can be sent.

use std::sync::Arc;

use super::limits::{self, Text};

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    name: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
    /// What it is, for those who cannot see it.
    pub description: Text<{ limits::FILE_DESCRIPTION }>,
}

/// The files of a message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Files(Vec<Attachment>);

/// Files that Discord would not take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FilesRefused {
    /// More than ten.
    #[error("more files than a message takes")]
    TooMany,
    /// More than 10 MiB together.
    #[error("files larger than a message takes")]
    TooLarge,
    /// Two of one name: a card could not tell them apart.
    #[error("two files of one name")]
    SameName,
    /// A file with nothing in it.
    #[error("an empty file")]
    Empty,
}

impl Attachment {
    /// A file. Of its name, characters that Discord would change ("Uploading Files") become `_`.
    pub fn new(name: &str, bytes: impl Into<Arc<[u8]>>, description: &str) -> Self {
        Self {
            name: name.chars().take(limits::FILE_NAME).map(plain).collect(),
            bytes: bytes.into(),
            description: Text::fitted(description),
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

fn plain(character: char) -> char {
    match character.is_ascii_alphanumeric() || "._-".contains(character) {
        true => character,
        false => '_',
    }
}

impl Files {
    /// Takes the files when a message can carry them.
    ///
    /// # Errors
    /// When there are too many, they are too large, or one has no content or the name of another.
    pub fn new(files: Vec<Attachment>) -> Result<Self, FilesRefused> {
        if files.len() > limits::FILES {
            return Err(FilesRefused::TooMany);
        }
        if files.iter().any(|file| file.bytes.is_empty()) {
            return Err(FilesRefused::Empty);
        }
        for (place, file) in files.iter().enumerate() {
            if files.iter().take(place).any(|one| one.name == file.name) {
                return Err(FilesRefused::SameName);
            }
        }
        let files = Self(files);
        match files.size() > limits::FILES_TOGETHER {
            true => Err(FilesRefused::TooLarge),
            false => Ok(files),
        }
    }

    /// The files in order.
    pub fn list(&self) -> &[Attachment] {
        &self.0
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Bytes of all files together.
    pub fn size(&self) -> usize {
        self.0.iter().map(|file| file.bytes.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{Attachment, Files, FilesRefused};

    fn file(name: &str, size: usize) -> Attachment {
        Attachment::new(name, vec![7; size], "")
    }

    fn check(files: Vec<Attachment>, refused: FilesRefused) {
        assert_eq!(Files::new(files), Err(refused));
    }

    #[test]
    fn files_that_discord_would_not_take_are_refused() {
        let numbered = |count: usize| (0..count).map(|at| file(&format!("{at}.csv"), 1)).collect();
        check(numbered(11), FilesRefused::TooMany);
        assert_eq!(Files::new(numbered(10)).unwrap().list().len(), 10);
        check(vec![file("a", 1), file("a", 2)], FilesRefused::SameName);
        check(vec![file("a", 0)], FilesRefused::Empty);
        let half = 5 * 1024 * 1024;
        assert!(Files::new(vec![file("a", half), file("b", half)]).is_ok());
        let more = vec![file("a", half), file("b", half + 1)];
        check(more, FilesRefused::TooLarge);
    }

    #[test]
    fn a_name_is_one_that_discord_leaves_as_it_is() {
        assert_eq!(file("計画 plan\"1\r\n.xlsx", 1).name(), "___plan_1__.xlsx");
    }
}
