//! What to read on after a section.

use super::block::{self, Block};
use super::source;
use crate::answer::heading;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::library::Library;
use crate::discord::reply::{Card, Menu, Message, Rows, Tone};
use crate::knowledge::Found;
use crate::question::Language;
use crate::wording::Wording;

/// The sections that a passage points at, as a list and a menu.
pub fn related(found: Found<'_>, library: &Library, language: Language) -> Message {
    let wording = Wording::of(language);
    let view = &wording.member.view;
    let others = found.passage.related.iter();
    let others: Vec<Found<'_>> = others.filter_map(|id| library.live.found(id)).collect();
    let mut card = Card::titled(
        Tone::Calm,
        &(view.related)(&heading(found.passage, language)),
    )
    .footer(&source::footer(library, language));
    let mut lines: Vec<String> = others.iter().map(|other| line(*other, language)).collect();
    if lines.is_empty() {
        lines.push(view.no_related.to_owned());
    }
    block::lay(&mut card, vec![Block::new("", lines)], wording);
    let options = others
        .into_iter()
        .map(|other| source::option(other, language));
    let id = ComponentId::new(Action::SectionMenu, language);
    let menu = Menu::new(id, wording.member.button.choose_section, options.collect());
    Message::private(card).with(Rows::default().menu(menu))
}

fn line(found: Found<'_>, language: Language) -> String {
    let document = source::title(found.document, language);
    format!("・**{}** — {document}", heading(found.passage, language))
}
