//! Reading TOML so that every problem knows its line, and the references that are checked once all
//! files are read.

use serde::de::DeserializeOwned;
use toml::Spanned;

use super::problem::{Place, Problem};

/// What a reference points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Passage,
    Document,
    Topic,
    Action,
    Window,
}

/// A name in one file that must exist in another.
#[derive(Debug)]
pub(super) struct Reference {
    pub target: Target,
    pub name: String,
    pub place: Place,
}

/// One TOML text: a whole file, or a block inside a document.
pub(super) struct TomlText<'a> {
    pub file: &'a str,
    pub text: &'a str,
    pub first_line: usize,
}

impl TomlText<'_> {
    /// Parses the text, or says where and why it cannot be read.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        toml::from_str(self.text).map_err(|error| {
            let byte = error.span().map_or(0, |span| span.start);
            self.place(byte).problem(format!(
                "cannot be read: {}; see knowledge/README.md for the format",
                error.message().replace('\n', " ")
            ))
        })
    }

    /// The place of a byte of this text in the file.
    pub fn place(&self, byte: usize) -> Place {
        Place::of_byte(self.file, self.text, byte, self.first_line)
    }

    /// The references that a list of names makes.
    pub fn references(&self, target: Target, names: &[Spanned<String>]) -> Vec<Reference> {
        names
            .iter()
            .map(|name| Reference {
                target,
                name: name.get_ref().clone(),
                place: self.place(name.span().start),
            })
            .collect()
    }
}

/// The names without their places.
pub(super) fn names(spanned: Vec<Spanned<String>>) -> Vec<String> {
    spanned.into_iter().map(Spanned::into_inner).collect()
}
