//! Where a line comes from: document, edition, section, day of the last check, address.

use serde::Serialize;

use crate::answer::heading;
use crate::knowledge::{Knowledge, PassageId};
use crate::question::Language;
use crate::render::paper::{Cell, Column};
use crate::wording::Wording;

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

/// The columns of a paper that tell the source of a line.
pub(super) fn source_columns(wording: &Wording) -> Vec<Column> {
    let column = &wording.plan.column;
    vec![
        Column::new(column.source, 44),
        Column::new(column.edition, 24),
        Column::new(column.checked, 12),
        Column::new(column.url, 40),
    ]
}

/// The cells of those columns; empty where a line has no source.
pub(super) fn source_cells(source: Option<&Source>) -> Vec<Cell> {
    let Some(source) = source else {
        return vec![Cell::text(""); 4];
    };
    vec![
        Cell::text(format!("{} {}", source.document, source.heading)),
        Cell::text(&source.edition),
        Cell::text(&source.checked),
        Cell::Link(source.url.clone()),
    ]
}
