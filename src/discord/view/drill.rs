//! A drill in a chat: the invitation, the top of its thread, its injects. Every message says that it is a drill, and
//! what to do in a real incident.

use super::block::{self, Block};
use super::source;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::drills::Playing;
use crate::discord::library::Library;
use crate::discord::note;
use crate::discord::reply::{Button, Card, Message, Rows, Style, Tone};
use crate::knowledge::Drill;
use crate::profile::{DrillOutcome, MOST_SEATS};
use crate::question::Language;
use crate::render::{DrillRow, InjectSheet, drill_title};
use crate::wording::Wording;

/// What comes after an inject that is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// The next inject, or the report.
    GoingOn,
    /// The report, before the time.
    Stopping,
}

/// A private word in a drill.
pub fn note(title: &str, text: &str, language: Language) -> Message {
    let mark = Wording::of(language).drill.mark;
    note::note(Tone::Quiet, &format!("{mark} {title}"), text)
}

/// Some have not chosen yet.
pub fn undecided(playing: &Playing, language: Language) -> Message {
    let words = &Wording::of(language).drill_room;
    let missing = usize::from(playing.state.seats).saturating_sub(decided(playing));
    note(words.undecided, &(words.undecided_text)(missing), language)
}

/// The invitation, with its buttons.
pub fn invitation(drill: &Drill, playing: &Playing, language: Language) -> Message {
    let words = &Wording::of(language).drill_room;
    let id = |action| ComponentId::new(action, language).number(playing.kept.number.0);
    let buttons = vec![
        Button::new(words.button.join, id(Action::DrillJoin)).styled(Style::Primary),
        Button::new(words.button.begin, id(Action::DrillBegin)).styled(Style::Good),
    ];
    called(drill, playing, None, language).with(Rows::default().buttons(buttons))
}

/// The invitation of a drill that has begun.
pub fn begun(drill: &Drill, playing: &Playing, language: Language) -> Message {
    let begun = Wording::of(language).drill_room.begun;
    called(drill, playing, Some(begun), language)
}

/// The invitation of a drill that could not begin: it can be tried again.
pub fn not_begun(drill: &Drill, playing: &Playing, language: Language) -> Message {
    let why = Wording::of(language).drill_room.may_not_thread;
    let rows = invitation(drill, playing, language).rows;
    called(drill, playing, Some(why), language).with(rows)
}

/// What the drill is and who takes part; what became of it stands first.
fn called(drill: &Drill, playing: &Playing, became: Option<&str>, language: Language) -> Message {
    let wording = Wording::of(language);
    let words = &wording.drill_room;
    let scene = language.pick(&drill.scene, &drill.scene_en);
    let what = (words.invitation)(drill.minutes, drill.injects.len(), MOST_SEATS);
    let members = (words.members)(playing.kept.seats.len(), MOST_SEATS);
    let mut card = marked(&drill_title(drill, language), language);
    let blocks = vec![
        Block::text(became.unwrap_or_default()),
        Block::text(scene),
        Block::text(&what),
        Block::text(wording.drill.made_up),
        Block::new(&members, vec![names(playing, language)]),
    ];
    block::lay(&mut card, blocks, wording);
    Message::public(card)
}

/// The first message in the thread: the scene, who takes part, how it goes.
pub fn greeting(drill: &Drill, playing: &Playing, language: Language) -> Message {
    let wording = Wording::of(language);
    let words = &wording.drill_room;
    let members = (words.members)(playing.kept.seats.len(), MOST_SEATS);
    let mut card = marked(&drill_title(drill, language), language);
    let blocks = vec![
        Block::text(language.pick(&drill.scene, &drill.scene_en)),
        Block::text(words.how),
        Block::new(&members, vec![names(playing, language)]),
    ];
    block::lay(&mut card, blocks, wording);
    Message::public(card)
}

/// An inject with its options, after how the one before it went.
pub fn inject(
    drill: &Drill,
    playing: &Playing,
    inject: usize,
    library: &Library,
    language: Language,
) -> Option<Message> {
    let sheet = InjectSheet::new(drill, inject, language)?;
    let number = playing.kept.number.0;
    let id = |action| {
        let id = ComponentId::new(action, language).number(number);
        id.number(inject as u64)
    };
    let mut rows = Rows::default();
    // A row each: labels are whole sentences.
    for (option, label) in (0_u64..).zip(&sheet.options) {
        let target = id(Action::DrillDecide).number(option);
        rows = rows.buttons(vec![Button::new(label, target).styled(Style::Primary)]);
    }
    let words = &Wording::of(language).drill_room;
    let mut next = Button::new(words.button.next, id(Action::DrillNext)).styled(Style::Good);
    next.is_enabled = playing.state.has_everybody_decided();
    let stop = Button::new(words.button.stop, id(Action::DrillStop)).styled(Style::Danger);
    let status = (words.decided)(decided(playing), playing.state.seats);
    let message = happening(drill, playing, inject, &status, library, language)?;
    Some(message.with(rows.buttons(vec![next, stop])))
}

/// An inject that is closed.
pub fn closed(
    drill: &Drill,
    playing: &Playing,
    inject: usize,
    closing: Closing,
    library: &Library,
    language: Language,
) -> Option<Message> {
    let words = &Wording::of(language).drill_room;
    let status = match closing {
        Closing::GoingOn => words.going_on,
        Closing::Stopping => words.stopping,
    };
    happening(drill, playing, inject, status, library, language)
}

fn happening(
    drill: &Drill,
    playing: &Playing,
    inject: usize,
    status: &str,
    library: &Library,
    language: Language,
) -> Option<Message> {
    let wording = Wording::of(language);
    let words = &wording.drill_room;
    let sheet = InjectSheet::new(drill, inject, language)?;
    let mark = wording.drill.mark;
    let mut card = marked(&format!("{mark} {}", sheet.heading), language);
    let last = inject.checked_sub(1);
    let last = last.and_then(|last| playing.state.outcome(drill, last));
    let last = last.map(|last| outcome(drill, playing, &last, library, language));
    let mut blocks = Vec::from_iter(last.map(|lines| Block::new(words.last, lines)));
    blocks.push(Block::new(words.now, vec![sheet.text]));
    blocks.push(Block::text(&format!("**{}**", sheet.question)));
    blocks.push(Block::text(status));
    block::lay(&mut card, blocks, wording);
    Some(Message::public(card))
}

/// How an inject went: what was decided, how good that was, the best, what follows, and the section behind it.
pub fn outcome(
    drill: &Drill,
    playing: &Playing,
    outcome: &DrillOutcome,
    library: &Library,
    language: Language,
) -> Vec<String> {
    let wording = Wording::of(language);
    let seats = playing.state.seats;
    let row = DrillRow::new(drill, outcome, seats, library.knowledge(), language);
    let Some(row) = row else {
        return Vec::new();
    };
    let mut lines = vec![row.sentence(&wording.drill)];
    lines.extend(row.grade.map(|_| row.verdict.to_owned()));
    lines.extend(row.best.map(|best| (wording.drill.best_was)(&best)));
    lines.push(row.follows);
    let backing = row
        .source
        .and_then(|source| source::backing(&source.id, library, language));
    lines.extend(backing.map(|link| (wording.member.view.labeled)(wording.label.backed_by, &link)));
    lines
}

/// A card with what to do in a real incident.
pub fn marked(title: &str, language: Language) -> Card {
    let wording = Wording::of(language);
    let real = (wording.drill_room.real)(wording.commands.incident.name);
    Card::titled(Tone::Calm, title).footer(&real)
}

/// Discord shows a mention inside a card as a name and calls nobody.
fn names(playing: &Playing, language: Language) -> String {
    let words = &Wording::of(language).drill_room;
    let seats = playing.kept.seats.iter();
    let names: Vec<String> = seats
        .map(|user| user.map_or(words.somebody.to_owned(), |user| format!("<@{user}>")))
        .collect();
    match names.is_empty() {
        true => words.nobody_yet.to_owned(),
        false => names.join(" "),
    }
}

/// How many have chosen about the current inject.
fn decided(playing: &Playing) -> usize {
    let turn = playing.state.turns.last();
    turn.map_or(0, |turn| turn.decisions.len())
}
