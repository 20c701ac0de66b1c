//! Papers as files to hand over. For blocking threads.

use super::fault::Fault;
use super::reply::{Attachment, Files};
use crate::render::paper::{Paper, csv, html, markdown, workbook};
use crate::wording::PaperWords;

/// Makes a paper into a workbook, a page for print, Markdown and CSV, all of one name.
///
/// # Errors
/// When a file cannot be made.
pub fn files(paper: &Paper, name: &str, words: &PaperWords) -> Result<Files, Fault> {
    let broken = |error: &dyn std::fmt::Display| Fault::Broken(error.to_string());
    let book = workbook(paper).map_err(|error| broken(&error))?;
    let file = |extension: &str, bytes: Vec<u8>, description: &str| {
        Attachment::new(&format!("{name}.{extension}"), bytes, description)
    };
    let files = vec![
        file("xlsx", book, words.workbook),
        file("html", html(paper).into_bytes(), words.page),
        file("md", markdown(paper).into_bytes(), words.markdown),
        file("csv", csv(paper).into_bytes(), words.table),
    ];
    Files::new(files).map_err(|error| broken(&error))
}
