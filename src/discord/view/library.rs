//! The way to a section by lists: documents, the sections of one, and what is near a name that was not found.

use super::block::{self, Block};
use super::{paging, source};
use crate::answer::heading;
use crate::discord::component_id::{Action, ComponentId, Key};
use crate::discord::escape;
use crate::discord::library::{Library, passage_key};
use crate::discord::limits::{self, Text};
use crate::discord::reply::{Button, Card, Menu, MenuOption, Message, Rows, Tone};
use crate::knowledge::{Document, Found, Status};
use crate::question::Language;
use crate::wording::Wording;

/// All documents, those that are most useful first, a page of them with a menu.
pub fn documents(library: &Library, language: Language, index: usize) -> Message {
    let wording = Wording::of(language);
    let view = &wording.member.view;
    let documents = in_order(library, language);
    let pages: Vec<&[&Document]> = documents.chunks(limits::OPTIONS).collect();
    let (index, shown) =
        paging::at(&pages, index).map_or((0, &[][..]), |(index, page)| (index, *page));
    let mut card = Card::titled(Tone::Calm, &(view.documents)(documents.len()))
        .footer(&source::paged_footer(library, language, index, pages.len()));
    let lines = shown
        .iter()
        .map(|document| document_line(document, language));
    let blocks = vec![
        Block::text(view.documents_hint),
        Block::new("", lines.collect()),
    ];
    block::lay(&mut card, blocks, wording);
    let options = shown.iter().map(|document| {
        document_option(document, language).described(source::edition(document, language))
    });
    let menu = Menu::new(
        ComponentId::new(Action::Sections, language),
        wording.member.button.choose_document,
        options.collect(),
    );
    let id = |number| ComponentId::new(Action::Documents, language).number(number);
    let turns = paging::buttons(language, index, pages.len(), id);
    Message::private(card).with(Rows::default().menu(menu).buttons(turns))
}

/// What a document is and its sections, a page of them with a menu.
pub fn sections(
    document: &Document,
    library: &Library,
    language: Language,
    index: usize,
) -> Message {
    let wording = Wording::of(language);
    let view = &wording.member.view;
    let sections: Vec<Found<'_>> = document
        .sections()
        .filter_map(|passage| library.live.found(&document.id_of(&passage.id)))
        .collect();
    let pages: Vec<&[Found<'_>]> = sections.chunks(limits::OPTIONS).collect();
    let (index, shown) =
        paging::at(&pages, index).map_or((0, &[][..]), |(index, page)| (index, *page));
    let card = Card::titled(Tone::Calm, source::title(document, language))
        .footer(&source::paged_footer(library, language, index, pages.len()));
    let mut card = card;
    let mut blocks = Vec::new();
    // Introductions are written in Japanese only.
    if index == 0 && language == Language::Ja {
        blocks.push(Block::text(&document.introduction));
    }
    blocks.push(Block::text(&(view.sections)(sections.len())));
    let lines = shown
        .iter()
        .map(|section| format!("・{}", heading(section.passage, language)));
    blocks.push(Block::new("", lines.collect()));
    block::lay(&mut card, blocks, wording);
    block::lay_below(&mut card, vec![standing(document, language)], wording);
    let options = shown
        .iter()
        .map(|section| section_option(*section, language))
        .collect();
    let button = &wording.member.button;
    let key = Key::of(&document.id);
    let id = |number| {
        ComponentId::new(Action::Sections, language)
            .key(&key)
            .number(number)
    };
    let mut buttons = paging::buttons(language, index, pages.len(), id);
    buttons.push(Button::new(
        button.documents,
        ComponentId::new(Action::Documents, language).number(1),
    ));
    buttons.extend(source::link_button(&document.url, language));
    let menu = Menu::new(
        ComponentId::new(Action::SectionMenu, language),
        button.choose_section,
        options,
    );
    Message::private(card).with(Rows::default().menu(menu).buttons(buttons))
}

/// A name that leads nowhere, with what is near in a menu.
pub enum Near<'a> {
    /// Documents.
    Documents(Vec<&'a Document>),
    /// Sections.
    Sections(Vec<Found<'a>>),
    /// Names of things that have no menu.
    Names(Vec<String>),
}

/// Says that a name leads nowhere and offers what is near.
pub fn unknown(name: &str, near: Near<'_>, language: Language) -> Message {
    let wording = Wording::of(language);
    let (view, button) = (&wording.member.view, &wording.member.button);
    let shortened = Text::<{ limits::TITLE }>::fitted(&escape::plain(name));
    let said = (view.unknown)(&escape::formatted(shortened.as_str()));
    let (lines, menu) = match near {
        Near::Documents(documents) => {
            let lines: Vec<String> = documents
                .iter()
                .map(|document| document_line(document, language))
                .collect();
            let options = documents.into_iter();
            let options = options.map(|document| document_option(document, language));
            let id = ComponentId::new(Action::Sections, language);
            (
                lines,
                Some(Menu::new(id, button.choose_document, options.collect())),
            )
        }
        Near::Sections(sections) => {
            let lines = sections.iter().map(|section| {
                let document = source::title(section.document, language);
                format!("・**{}** — {document}", heading(section.passage, language))
            });
            let lines = lines.collect();
            let options = sections
                .into_iter()
                .map(|section| source::option(section, language));
            let id = ComponentId::new(Action::SectionMenu, language);
            (
                lines,
                Some(Menu::new(id, button.choose_section, options.collect())),
            )
        }
        Near::Names(names) => (names.iter().map(|name| format!("・{name}")).collect(), None),
    };
    let mut card = Card::titled(Tone::Quiet, view.not_found);
    let mut blocks = vec![Block::text(&said)];
    blocks.push(match lines.is_empty() {
        true => Block::text(view.nothing_near),
        false => Block::new(view.near, lines),
    });
    block::lay(&mut card, blocks, wording);
    let rows = menu.map_or(Rows::default(), |menu| Rows::default().menu(menu));
    Message::private(card).with(rows)
}

fn document_option(document: &Document, language: Language) -> MenuOption {
    let title = source::title(document, language);
    MenuOption::new(title, Key::of(&document.id).as_str())
}

fn section_option(found: Found<'_>, language: Language) -> MenuOption {
    let heading = heading(found.passage, language);
    MenuOption::new(&heading, passage_key(&found.id()).as_str())
}

/// As the suggestions have them, then the others in their own order.
fn in_order(library: &Library, language: Language) -> Vec<&Document> {
    let knowledge = library.knowledge();
    let suggested = library.suggester.documents("", language);
    let suggested = suggested
        .iter()
        .filter_map(|one| knowledge.document(&one.value));
    let mut documents: Vec<&Document> = suggested.collect();
    for document in &knowledge.documents {
        if !documents.iter().any(|known| known.id == document.id) {
            documents.push(document);
        }
    }
    documents
}

fn document_line(document: &Document, language: Language) -> String {
    let status = match document.status {
        Status::Current => String::new(),
        other => format!(" ({})", (Wording::of(language).status)(other)),
    };
    format!("・{}{status}", source::title(document, language))
}

fn standing(document: &Document, language: Language) -> Block {
    let wording = Wording::of(language);
    let (view, label) = (&wording.member.view, &wording.label);
    let mut lines = vec![
        (view.labeled)(view.publisher, source::publisher(document, language)),
        (view.labeled)(label.edition, source::edition(document, language)),
        (view.labeled)(label.checked, &document.checked.to_string()),
    ];
    lines.extend(source::note(document, language).map(|note| format!("※ {note}")));
    Block::new(view.source, lines)
}
