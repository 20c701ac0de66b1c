//! A paper as the files that go with a message: workbook, page for print, Markdown, table.

use super::fault::Fault;
use super::reply::{Attachment, Files};
use crate::render::paper::{self, Paper};
use crate::wording::PaperWords;

/// Writes a paper in all forms, each file with this name and a word on what it is. For blocking threads.
///
/// # Errors
/// When a file cannot be made.
pub fn files(paper: &Paper, name: &str, words: &PaperWords) -> Result<Files, Fault> {
    let broken = |error: &dyn std::fmt::Display| Fault::Broken(error.to_string());
    let workbook = paper::workbook(paper).map_err(|error| broken(&error))?;
    let file = |extension: &str, bytes: Vec<u8>, description: &str| {
        Attachment::new(&format!("{name}.{extension}"), bytes, description)
    };
    let files = vec![
        file("xlsx", workbook, words.workbook),
        file("html", paper::html(paper).into_bytes(), words.page),
        file("md", paper::markdown(paper).into_bytes(), words.markdown),
        file("csv", paper::csv(paper).into_bytes(), words.table),
    ];
    Files::new(files).map_err(|error| broken(&error))
}
