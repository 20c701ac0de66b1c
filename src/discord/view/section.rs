//! A section with its parts, or one part, a page at a time.

use super::block::{self, Block, grouped};
use super::{paging, source};
use crate::answer::heading;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::library::{Library, passage_key};
use crate::discord::reply::{Button, Card, Message, Rows, Tone, Visibility};
use crate::knowledge::{Found, Passage};
use crate::question::Language;
use crate::wording::Wording;

/// Where a section is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// To the caller, who may share it with the channel.
    Privately,
    /// To the caller in a direct message, where there is nobody to share it with.
    Directly,
    /// To everybody in the channel.
    Publicly,
}

/// A page of a section.
pub fn section(
    found: Found<'_>,
    library: &Library,
    language: Language,
    index: usize,
    shown: Shown,
) -> Message {
    let wording = Wording::of(language);
    let pages = pages(found, language);
    let (index, text) = paging::text(&pages, index);
    let own = mark(found.passage, wording);
    let card = Card::titled(
        Tone::Calm,
        &format!("{}{own}", heading(found.passage, language)),
    )
    .footer(&source::paged_footer(library, language, index, pages.len()));
    let mut card = block::page(card, text, wording);
    block::lay_below(&mut card, vec![standing(found, language)], wording);
    Message {
        visibility: match shown {
            Shown::Publicly => Visibility::Public,
            Shown::Privately | Shown::Directly => Visibility::Private,
        },
        card,
        rows: Rows::default().buttons(buttons(found, language, index, pages.len(), shown)),
        ..Message::default()
    }
}

/// The text of a section, in pages: its own, then its parts under their headings.
pub fn pages(found: Found<'_>, language: Language) -> Vec<String> {
    let Found {
        document, passage, ..
    } = found;
    let mut pieces = texts(found, language);
    if !passage.is_part() {
        for part in document.section(&passage.id).filter(|part| part.is_part()) {
            let part = Found {
                passage: part,
                ..found
            };
            let wording = Wording::of(language);
            let own = mark(part.passage, wording);
            let locator =
                (wording.member.view.labeled)(wording.label.locator, &part.passage.locator);
            let mut texts = texts(part, language);
            // A heading at the foot of a page would stand without its text.
            if let Some(first) = texts.first_mut() {
                *first = format!(
                    "**{}{own}**\n{locator}\n{first}",
                    heading(part.passage, language)
                );
            }
            pieces.extend(texts);
        }
    }
    grouped(&pieces, "\n\n", paging::PAGE)
}

/// Summary and body of one passage, by paragraphs.
fn texts(found: Found<'_>, language: Language) -> Vec<String> {
    let wording = Wording::of(language);
    let summary = source::summary(found, language)
        .map(|summary| (wording.member.view.labeled)(wording.label.summary, summary));
    let paragraphs = found.passage.body.split("\n\n").map(str::to_owned);
    summary.into_iter().chain(paragraphs).collect()
}

fn mark(passage: &Passage, wording: &Wording) -> String {
    match passage.is_own {
        true => format!("({})", wording.label.own),
        false => String::new(),
    }
}

/// Document, publisher, edition, place, check and remark.
fn standing(found: Found<'_>, language: Language) -> Block {
    let Found {
        document, passage, ..
    } = found;
    let wording = Wording::of(language);
    let (view, label) = (&wording.member.view, &wording.label);
    let link = source::link(
        source::title(document, language),
        source::address(document, passage),
    );
    let checked = format!(
        "{} ({})",
        document.checked,
        (wording.sureness)(passage.sure)
    );
    let mut lines = vec![
        link,
        (view.labeled)(view.publisher, source::publisher(document, language)),
        (view.labeled)(label.edition, source::edition(document, language)),
        (view.labeled)(label.locator, &passage.locator),
        (view.labeled)(label.checked, &checked),
    ];
    lines.extend(source::note(document, language).map(|note| format!("※ {note}")));
    Block::new(view.source, lines)
}

fn buttons(
    found: Found<'_>,
    language: Language,
    index: usize,
    count: usize,
    shown: Shown,
) -> Vec<Button> {
    let button = &Wording::of(language).member.button;
    let key = passage_key(&found.id());
    let id = |action| ComponentId::new(action, language).key(&key);
    let mut buttons = paging::buttons(language, index, count, |number| {
        id(Action::Section).number(number)
    });
    if !found.passage.related.is_empty() {
        buttons.push(Button::new(button.related, id(Action::Related)));
    }
    if shown == Shown::Privately {
        buttons.push(Button::new(
            button.share,
            id(Action::Share).number(index as u64 + 1),
        ));
    }
    buttons.extend(source::link_button(
        source::address(found.document, found.passage),
        language,
    ));
    buttons
}
