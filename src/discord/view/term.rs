//! One entry of the glossary.

use super::block::{self, Block};
use super::source;
use crate::discord::library::Library;
use crate::discord::reply::{Card, Message, Rows, Tone};
use crate::knowledge::Term;
use crate::question::Language;
use crate::wording::Wording;

/// What a term means, its other spellings, and the section it rests on.
pub fn term(term: &Term, library: &Library, language: Language) -> Message {
    let wording = Wording::of(language);
    let view = &wording.member.view;
    let (title, definition) = match language {
        Language::Ja => (
            format!("{}({}、{})", term.term, term.reading, term.english),
            &term.definition,
        ),
        Language::En => (
            format!("{} ({}, {})", term.english, term.term, term.reading),
            &term.definition_en,
        ),
    };
    let mut lines = vec![definition.clone()];
    if !term.also.is_empty() {
        lines.push((view.labeled)(view.also, &term.also.join(" / ")));
    }
    let backing = source::backing(&term.section, library, language);
    lines.extend(backing.map(|link| (view.labeled)(wording.label.backed_by, &link)));
    let mut card = Card::titled(Tone::Calm, &title).footer(&source::footer(library, language));
    block::lay(
        &mut card,
        vec![Block::new("", vec![lines.join("\n\n")])],
        wording,
    );
    let button =
        source::section_button(wording.member.button.full_section, &term.section, language);
    Message::private(card).with(Rows::default().buttons(vec![button]))
}
