//! The result of a self-check as files to hand over.

use crate::discord::fault::Fault;
use crate::discord::reply::{Attachment, Card, Files, Message, Tone};
use crate::render::paper::{csv, html, markdown, workbook};
use crate::render::{CheckSheet, check_paper};
use crate::wording::Wording;

/// The papers. Writes for some milliseconds: for blocking threads.
///
/// # Errors
/// When a workbook cannot be written, or the files are larger than a message takes.
pub fn papers(sheet: &CheckSheet) -> Result<Message, Fault> {
    let wording = Wording::of(sheet.language);
    let chat = &wording.check.chat;
    let paper = check_paper(sheet);
    let book = workbook(&paper).map_err(|error| Fault::Broken(error.to_string()))?;
    let day = sheet.day.as_deref().unwrap_or_default();
    let file = |ending: &str, bytes: Vec<u8>| {
        Attachment::new(
            &format!("sonae-selfcheck-{day}.{ending}"),
            bytes,
            &paper.title,
        )
    };
    let files = Files::new(vec![
        file("xlsx", book),
        file("html", html(&paper).into_bytes()),
        file("csv", csv(&paper).into_bytes()),
        file("md", markdown(&paper).into_bytes()),
    ]);
    let files = files.map_err(|error| Fault::Broken(error.to_string()))?;
    let mut card = Card::titled(Tone::Good, chat.papers_title);
    card.describe(chat.papers_text)?;
    Ok(Message::private(card).with_files(files))
}
