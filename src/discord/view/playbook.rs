//! The parts of a playbook: as blocks of an answer or a checklist, and each by itself behind a button.

use jiff::civil::DateTime;

use super::block::{self, Block, grouped};
use super::{deadlines, paging, source, windows};
use crate::answer::{WindowNow, heading};
use crate::discord::component_id::{Action, ComponentId, Key};
use crate::discord::library::Library;
use crate::discord::reply::{Button, Card, Menu, Message, Rows, Tone};
use crate::knowledge::{Found, Playbook, Step};
use crate::question::Language;
use crate::wording::Wording;

/// A part of a playbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What not to do.
    Dont,
    /// What to keep.
    Evidence,
    /// Legal deadlines.
    Deadlines,
    /// Whom to call.
    Windows,
    /// The sections behind it.
    Sources,
    /// First actions.
    First,
}

impl Part {
    /// Every part at the place of its number, which stands in ids and is never given another meaning.
    pub const ALL: [Self; 6] = [
        Self::Dont,
        Self::Evidence,
        Self::Deadlines,
        Self::Windows,
        Self::Sources,
        Self::First,
    ];

    /// Reads the number in an id.
    pub fn read(number: u64) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }

    fn number(self) -> u64 {
        Self::ALL
            .iter()
            .position(|part| *part == self)
            .unwrap_or_default() as u64
    }

    fn name(self, wording: &Wording) -> &'static str {
        let button = &wording.member.button;
        match self {
            Self::Dont => button.dont,
            Self::Evidence => button.evidence,
            Self::Deadlines => button.deadlines,
            Self::Windows => button.whom_to_call,
            Self::Sources => button.sources,
            Self::First => wording.label.first_actions,
        }
    }

    /// Whether the playbook has anything there.
    fn is_there(self, playbook: &Playbook) -> bool {
        match self {
            Self::Dont => !playbook.dont.is_empty(),
            Self::Evidence => !playbook.evidence.is_empty(),
            Self::Deadlines => !playbook.deadlines.is_empty(),
            Self::Windows => !playbook.windows.is_empty(),
            Self::Sources => !playbook.sections.is_empty(),
            Self::First => !playbook.first.is_empty(),
        }
    }
}

/// The name of a playbook.
pub fn title(playbook: &Playbook, language: Language) -> &str {
    language.pick(&playbook.title, &playbook.title_en)
}

/// What to do first of all.
pub fn headline(playbook: &Playbook, language: Language) -> &str {
    language.pick(&playbook.headline, &playbook.headline_en)
}

/// The text of a line.
pub fn text(step: &Step, language: Language) -> &str {
    language.pick(&step.text, &step.text_en)
}

/// What not to do.
pub fn dont<'a>(lines: impl Iterator<Item = &'a str>, wording: &Wording) -> Block {
    let lines = lines.map(|line| format!("× {line}")).collect();
    Block::new(wording.label.dont, lines)
}

/// The windows of a playbook at a moment.
pub fn windows_now(
    playbook: &Playbook,
    library: &Library,
    language: Language,
    moment: DateTime,
) -> Vec<WindowNow> {
    let known = playbook
        .windows
        .iter()
        .filter_map(|id| library.knowledge().window(id));
    windows::now(known, library, language, moment)
}

/// Buttons that open parts, those that the playbook has.
pub fn buttons(playbook: &Playbook, parts: &[Part], language: Language) -> Vec<Button> {
    let wording = Wording::of(language);
    let there = parts.iter().filter(|part| part.is_there(playbook));
    there
        .map(|part| Button::new(part.name(wording), id(playbook, *part, language)))
        .collect()
}

fn id(playbook: &Playbook, part: Part, language: Language) -> ComponentId {
    ComponentId::new(Action::PlaybookPart, language)
        .key(&Key::of(&playbook.id))
        .number(part.number())
}

/// One part by itself, a page of it.
pub fn part(
    playbook: &Playbook,
    part: Part,
    library: &Library,
    language: Language,
    index: usize,
    moment: DateTime,
) -> Message {
    let wording = Wording::of(language);
    let view = &wording.member.view;
    let lines = |steps: &[Step]| -> Vec<String> {
        steps
            .iter()
            .map(|step| backed(step, library, language))
            .collect()
    };
    let sources = || {
        playbook
            .sections
            .iter()
            .filter_map(|id| library.live.found(id))
    };
    let mut pieces = match part {
        Part::Dont => lines(&playbook.dont),
        Part::Evidence => lines(&playbook.evidence),
        Part::Deadlines => lines(&playbook.deadlines),
        Part::First => lines(&playbook.first),
        Part::Windows => {
            let windows = windows_now(playbook, library, language, moment);
            windows::entries(&windows, moment, wording)
        }
        Part::Sources => sources()
            .map(|found| source_line(found, language))
            .collect(),
    };
    if pieces.is_empty() {
        pieces.push(view.nothing.to_owned());
    }
    let pages = grouped(&pieces, "\n\n", paging::PAGE);
    let (index, text) = paging::text(&pages, index);
    let title = (view.part)(title(playbook, language), part.name(wording));
    let card = Card::titled(Tone::Calm, &title).footer(&source::paged_footer(
        library,
        language,
        index,
        pages.len(),
    ));
    let mut rows = Rows::default();
    if part == Part::Sources {
        let options = sources()
            .map(|found| source::option(found, language))
            .collect();
        let id = ComponentId::new(Action::SectionMenu, language);
        rows = rows.menu(Menu::new(id, wording.member.button.choose_section, options));
    }
    let turn = |number| id(playbook, part, language).number(number);
    let mut buttons = paging::buttons(language, index, pages.len(), turn);
    if part == Part::Deadlines {
        buttons.extend(deadlines::button(playbook, library, language));
    }
    rows = rows.buttons(buttons);
    Message::private(block::page(card, text, wording)).with(rows)
}

/// A line with the section behind it.
pub fn backed(step: &Step, library: &Library, language: Language) -> String {
    let wording = Wording::of(language);
    let line = format!("・{}", text(step, language));
    match source::backing(&step.section, library, language) {
        Some(link) => format!(
            "{line}\n{}",
            (wording.member.view.labeled)(wording.label.backed_by, &link)
        ),
        None => line,
    }
}

fn source_line(found: Found<'_>, language: Language) -> String {
    let document = source::title(found.document, language);
    let address = source::address(found.document, found.passage);
    format!(
        "**{}**\n{}",
        heading(found.passage, language),
        source::link(document, address)
    )
}
