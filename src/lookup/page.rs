//! The walk from all documents over one document to one of its sections, as names lead it. Every face shows
//! the same page for the same words; how it looks is the face's own matter.

use super::{Lookup, document, section};
use crate::knowledge::{Document, Knowledge, Passage, PassageId};

/// Where a document's name and a section's name lead.
#[derive(Debug)]
pub enum Page<'a> {
    /// No document was named: all of them.
    Documents(&'a [Document]),
    /// A document was named, and no section: its sections.
    Sections(&'a Document),
    /// A section with its parts, or one part.
    Section {
        /// The document it stands in.
        document: &'a Document,
        /// The passage that was named.
        passage: &'a Passage,
        /// The parts below it, in reading order; a part has none.
        parts: Vec<&'a Passage>,
    },
    /// A name that leads nowhere.
    Unknown {
        /// The name.
        name: String,
        /// What is near, the nearest first.
        near: Vec<String>,
    },
}

/// Follows the names; an empty name counts as none. A whole id (`document#section`) may stand for either.
pub fn page<'a>(
    knowledge: &'a Knowledge,
    document_name: Option<&str>,
    section_name: Option<&str>,
) -> Page<'a> {
    let (document_name, section_name) = (given(document_name), given(section_name));
    let whole_id = section_name.or(document_name).and_then(PassageId::parse);
    if let Some((document, passage)) = whole_id.and_then(|id| knowledge.passage(&id.comparable())) {
        return section_page(document, passage);
    }
    let Some(document_name) = document_name else {
        return match section_name {
            None => Page::Documents(&knowledge.documents),
            Some(name) => unknown(name, Vec::new()),
        };
    };
    let document = match document(knowledge, document_name) {
        Lookup::Found(document) => document,
        Lookup::Near(near) => return unknown(document_name, near),
    };
    let Some(section_name) = section_name else {
        return Page::Sections(document);
    };
    match section(document, section_name) {
        Lookup::Found(passage) => section_page(document, passage),
        Lookup::Near(near) => unknown(section_name, near),
    }
}

fn given(name: Option<&str>) -> Option<&str> {
    name.map(str::trim).filter(|name| !name.is_empty())
}

fn section_page<'a>(document: &'a Document, passage: &'a Passage) -> Page<'a> {
    let is_below = |part: &&Passage| part.section == passage.id && part.is_part();
    Page::Section {
        document,
        passage,
        parts: document.passages.iter().filter(is_below).collect(),
    }
}

fn unknown<'a>(name: &str, near: Vec<String>) -> Page<'a> {
    Page::Unknown {
        name: name.to_owned(),
        near,
    }
}
