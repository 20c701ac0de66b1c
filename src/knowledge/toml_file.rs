//! Reading TOML so that every problem knows its place.

use serde::de::DeserializeOwned;
use toml::Spanned;

use super::problem::{Place, Problem};

/// One TOML text: a whole file, or a block inside a document.
pub(super) struct TomlText<'a> {
    /// Path of the file below the knowledge folder.
    pub file: &'a str,
    /// The text.
    pub text: &'a str,
    /// The line of the file on which the text starts, from 1.
    pub first_line: usize,
}

impl TomlText<'_> {
    /// Parses the text, or says where and why it cannot be read.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        toml::from_str(self.text).map_err(|error| {
            let byte = error.span().map_or(0, |span| span.start);
            self.place_of_byte(byte).problem(format!(
                "cannot be read: {}; see knowledge/README.md for the format",
                error.message().replace('\n', " ")
            ))
        })
    }

    /// The place of a value in the file.
    pub fn place<T>(&self, value: &Spanned<T>) -> Place {
        self.place_of_byte(value.span().start)
    }

    fn place_of_byte(&self, byte: usize) -> Place {
        Place::of_byte(self.file, self.text, byte, self.first_line)
    }
}

/// The names without their places.
pub(super) fn names(spanned: Vec<Spanned<String>>) -> Vec<String> {
    spanned.into_iter().map(Spanned::into_inner).collect()
}
