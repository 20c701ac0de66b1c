//! The id that citations, links and questions rely on: `document#passage`.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text;

/// Names one passage: a section (`1-4`, `No.18`) or a part of a section (`2-3(1)`) of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PassageId {
    /// The document's id, which is its file name without `.md`.
    pub document: String,
    /// The first word of the heading without its final dot.
    pub passage: String,
}

impl PassageId {
    /// Reads `document#passage`.
    pub fn parse(text: &str) -> Option<Self> {
        let (document, passage) = text.split_once('#')?;
        let is_complete = !document.is_empty() && !passage.is_empty();
        is_complete.then(|| Self {
            document: document.to_owned(),
            passage: passage.to_owned(),
        })
    }

    /// The form in which ids are compared: `付録６（4.0版）` and `付録6(4.0版)` are one section.
    pub fn comparable(&self) -> Self {
        Self {
            document: self.document.clone(),
            passage: text::heading_id(&self.passage),
        }
    }
}

impl fmt::Display for PassageId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}#{}", self.document, self.passage)
    }
}

/// The ids that can be read, in comparable form; the others are reported as broken references.
pub(super) fn parse_all(names: Vec<toml::Spanned<String>>) -> Vec<PassageId> {
    names
        .iter()
        .filter_map(|name| PassageId::parse(name.get_ref()))
        .map(|id| id.comparable())
        .collect()
}
