//! What changed for readers between two versions: sections by name, a section's parts taken together.

use std::collections::BTreeSet;

use crate::discord::escape;
use crate::discord::limits::Text;
use crate::discord::reply::{Card, Full};
use crate::knowledge::{Knowledge, PassageId};
use crate::question::Language;
use crate::search::Difference;
use crate::wording::Wording;

/// Names that are shown of each kind.
const NAMES: usize = 5;

/// Sections that changed.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// In the new version only.
    pub added: Vec<String>,
    /// In both, with another text.
    pub changed: Vec<String>,
    /// In the old version only.
    pub removed: Vec<String>,
}

impl Changes {
    /// Names what differs.
    pub fn of(
        difference: &Difference,
        old: &Knowledge,
        new: &Knowledge,
        language: Language,
    ) -> Self {
        let ids = [&difference.added, &difference.changed, &difference.removed];
        let sections: BTreeSet<PassageId> = ids
            .into_iter()
            .flatten()
            .filter_map(|id| PassageId::parse(id))
            .filter_map(|id| section_of(&id, new).or_else(|| section_of(&id, old)))
            .collect();
        let mut changes = Self::default();
        for section in &sections {
            let (before, after) = (name(section, old, language), name(section, new, language));
            match (before, after) {
                (None, Some(name)) => changes.added.push(name),
                (Some(_), Some(name)) => changes.changed.push(name),
                (Some(name), None) => changes.removed.push(name),
                (None, None) => {}
            }
        }
        changes
    }

    /// Adds the lists to a card, or that no section changed.
    pub fn show(&self, card: &mut Card, wording: &Wording) -> Result<(), Full> {
        let words = &wording.admin.kb;
        let lists = [
            (words.added, &self.added),
            (words.changed, &self.changed),
            (words.removed, &self.removed),
        ];
        for (heading, names) in lists.iter().filter(|(_, names)| !names.is_empty()) {
            card.field(&heading(names.len()), &first(names, wording))?;
        }
        match lists.iter().all(|(_, names)| names.is_empty()) {
            true => card.field(words.sections, words.no_sections),
            false => Ok(()),
        }
    }
}

/// The first names, and how many more there are.
fn first(names: &[String], wording: &Wording) -> String {
    let mut lines: Vec<String> = names
        .iter()
        .take(NAMES)
        .map(|name| format!("・{name}"))
        .collect();
    if names.len() > NAMES {
        lines.push((wording.admin.more)(names.len() - NAMES));
    }
    lines.join("\n")
}

fn section_of(id: &PassageId, knowledge: &Knowledge) -> Option<PassageId> {
    let (document, passage) = knowledge.passage(id)?;
    Some(document.id_of(&passage.section))
}

/// A section by its document, number and title.
fn name(section: &PassageId, knowledge: &Knowledge, language: Language) -> Option<String> {
    let document = knowledge.document(&section.document)?;
    let passage = document.section(&section.passage).next()?;
    let (document, title) = language.pick(
        (
            &document.short,
            passage.title_ja.as_ref().unwrap_or(&passage.title),
        ),
        (&document.title_en, &passage.title_en),
    );
    let name = format!("{document} {} {title}", section.passage);
    Some(escape::formatted(Text::<80>::fitted(&name).as_str()))
}
