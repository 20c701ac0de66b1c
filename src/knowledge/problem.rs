//! What is wrong in a knowledge file, where, and how to mend it.

use std::fmt;

use serde::Serialize;

/// One problem of a knowledge file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Path of the file below the knowledge folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong, and how to mend it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            message,
        } = self;
        write!(formatter, "{file}:{line}:{column}: {message}")
    }
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Path of the file below the knowledge folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Place {
    /// The place of a byte of a text that starts on `first_line` of the file.
    pub fn of_byte(file: &str, text: &str, byte: usize, first_line: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before
            .get(line_start..)
            .map_or(0, |line| line.chars().count());
        Self {
            file: file.to_owned(),
            line: first_line + before.matches('\n').count(),
            column: column + 1,
        }
    }

    /// The start of a line.
    pub fn of_line(file: &str, line: usize) -> Self {
        Self {
            file: file.to_owned(),
            line,
            column: 1,
        }
    }

    /// A problem at this place.
    pub fn problem(&self, message: impl Into<String>) -> Problem {
        Problem {
            file: self.file.clone(),
            line: self.line,
            column: self.column,
            message: message.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn columns_count_characters() {
        let place = Place::of_byte("a.toml", "一行目\n二行目x", "一行目\n二行目".len(), 10);
        assert_eq!((place.line, place.column), (11, 4));
    }
}
