//! Where a line comes from: document, edition, section, day of the last check, address.

use serde::Serialize;

use crate::answer::heading;
use crate::knowledge::{Knowledge, PassageId};
use crate::question::Language;

/// The source of a line in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The passage.
    pub id: PassageId,
    /// Title of the document.
    pub document: String,
    /// Edition of the document.
    pub edition: String,
    /// Heading of the section.
    pub heading: String,
    /// When the document was last compared with its original.
    pub checked: String,
    /// Official address.
    pub url: String,
    /// A remark on how current the document is.
    pub note: Option<String>,
}

impl Source {
    /// Returns the source that a passage is; none when there is no such passage.
    pub fn of(knowledge: &Knowledge, id: &PassageId, language: Language) -> Option<Self> {
        let (document, passage) = knowledge.passage(id)?;
        let (title, edition, note) = language.pick(
            (&document.title, &document.edition, &document.status_note),
            (
                &document.title_en,
                &document.edition_en,
                &document.status_note_en,
            ),
        );
        Some(Self {
            id: id.clone(),
            document: title.clone(),
            edition: edition.clone(),
            heading: heading(passage, language),
            checked: document.checked.to_string(),
            url: passage.url.clone().unwrap_or_else(|| document.url.clone()),
            note: note.clone(),
        })
    }

    /// Returns document, heading and edition in one line.
    pub fn line(&self) -> String {
        format!("{} {} ({})", self.document, self.heading, self.edition)
    }
}
