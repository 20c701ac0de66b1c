//! Deadlines counted from a day: the question for the day, and the dates with their rules.

use jiff::civil::Date;

use super::block::{self, Block};
use super::playbook::{backed, title};
use super::source;
use crate::discord::component_id::{Action, ComponentId, Key};
use crate::discord::library::Library;
use crate::discord::note::note;
use crate::discord::reply::{Button, Card, Message, Modal, Rows, TextInput, Tone};
use crate::incident::{Due, dues};
use crate::knowledge::{DeadlineCase, PassageId, Playbook};
use crate::question::Language;
use crate::render::{DeadlineSheet, DueRow};
use crate::wording::Wording;

/// The input of the day in a dialog.
pub const DAY: &str = "day";
/// Characters of a day as people type it.
pub const DAY_LENGTH: u16 = 30;

/// The button that asks for the day; none where nothing is counted.
pub fn button(playbook: &Playbook, library: &Library, language: Language) -> Option<Button> {
    let mut rules = library.knowledge().deadlines.rules.iter();
    let is_counted = rules.any(|rule| rule.is_for(&playbook.id));
    let label = Wording::of(language).incident.count;
    let id = ComponentId::new(Action::CountDeadlines, language).key(&Key::of(&playbook.id));
    is_counted.then(|| Button::new(label, id))
}

/// The dialog that asks for the day.
pub fn ask(playbook: &Playbook, language: Language) -> Modal {
    let words = &Wording::of(language).incident;
    let input = TextInput::line(DAY, words.ask_day, DAY_LENGTH);
    Modal::new(
        ComponentId::new(Action::Deadlines, language).key(&Key::of(&playbook.id)),
        words.ask,
        vec![input.hinted(words.ask_hint).required()],
    )
}

/// Says that a day was not understood, and lets it be typed again.
pub fn unread(again: ComponentId, language: Language) -> Message {
    let words = &Wording::of(language).incident;
    retry(words.unread, words.unread_text, again, language)
}

/// Says that a day is still to come, and lets another one be typed.
pub fn future(again: ComponentId, language: Language) -> Message {
    let words = &Wording::of(language).incident;
    retry(words.future, words.future_text, again, language)
}

fn retry(title: &str, text: &str, again: ComponentId, language: Language) -> Message {
    let again = Button::new(Wording::of(language).incident.again, again);
    note(Tone::Quiet, title, text).with(Rows::default().buttons(vec![again]))
}

/// The deadlines of a playbook, counted from a day, and what else it says of deadlines.
pub fn counted(playbook: &Playbook, known: Date, library: &Library, language: Language) -> Message {
    let wording = Wording::of(language);
    let words = &wording.incident;
    let knowledge = library.knowledge();
    let mut dues: Vec<Due<'_>> = dues(&knowledge.deadlines, known, DeadlineCase::Any);
    dues.retain(|due| due.rule.is_for(&playbook.id));
    let sheet = DeadlineSheet::new(knowledge, known, &dues, language);
    let mut blocks = vec![Block::text(&(words.deadlines)(&(words.date)(known)))];
    for (row, due) in sheet.rows.iter().zip(&dues) {
        let backing = source::backing(&due.rule.section, library, language);
        blocks.push(Block::new(&row.name, lines(row, backing, wording)));
    }
    if let Some(counting) = &sheet.counting {
        blocks.push(Block::new(words.counting, vec![counting.clone()]));
    }
    let is_counted = |section: &PassageId| dues.iter().any(|due| due.rule.section == *section);
    let others = playbook.deadlines.iter();
    let others = others.filter(|line| !is_counted(&line.section));
    let others = others.map(|line| backed(line, library, language));
    blocks.push(Block::new(words.also, others.collect()));
    let heading =
        (wording.member.view.part)(title(playbook, language), wording.member.button.deadlines);
    let mut card = Card::titled(Tone::Calm, &heading).footer(&source::footer(library, language));
    block::lay(&mut card, blocks, wording);
    let sections = dues.first().map(|due| {
        let label = wording.member.button.full_section;
        source::section_button(label, &due.rule.section, language)
    });
    Message::private(card).with(Rows::default().buttons(sections.into_iter().collect()))
}

fn lines(row: &DueRow, backing: Option<String>, wording: &Wording) -> Vec<String> {
    let words = &wording.incident;
    let labeled = wording.member.view.labeled;
    let mut lines = vec![
        format!("🗓 **{}**", row.dates),
        labeled(words.condition, &row.condition),
        labeled(words.rule, &row.rule),
    ];
    lines.extend(backing.map(|link| labeled(wording.label.backed_by, &link)));
    lines
}
