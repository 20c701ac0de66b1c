//! The result of a self-check: points, what they mean, where it is weakest, what to do; as text and as a picture.

use crate::discord::component_id::{Action, ComponentId, Key};
use crate::discord::library::Library;
use crate::discord::planning::Wish;
use crate::discord::reply::{Attachment, Button, Card, Files, Message, Rows, Style, Tone};
use crate::discord::view::block::{self, Block};
use crate::discord::view::{source, steps};
use crate::profile::CheckPeers;
use crate::render::{CheckSheet, check_chart, picture};
use crate::wording::Wording;

/// Weakest questions that are listed.
const WEAKEST: usize = 5;
/// Things to ask that are listed: each is long, and nobody asks more at a time.
const ASKED: usize = 3;

/// Everything that a result tells.
#[derive(Debug, Clone, Copy)]
pub struct Outcome<'a> {
    /// The result.
    pub sheet: &'a CheckSheet,
    /// How the other companies of the server stand; none below ten.
    pub peers: Option<&'a CheckPeers>,
}

/// The card with its picture. Draws for some milliseconds: for blocking threads.
pub fn result(outcome: Outcome<'_>, library: &Library) -> Message {
    let sheet = outcome.sheet;
    let wording = Wording::of(sheet.language);
    let words = &wording.check;
    let points = (words.points)(sheet.points, sheet.most);
    let title = format!("{}: {points}", words.title);
    let tone = match sheet.open.is_empty() {
        true => Tone::Good,
        false => Tone::Calm,
    };
    let mut card = Card::titled(tone, &title).footer(&source::footer(library, sheet.language));
    if let Some(day) = &sheet.day {
        card = card.author(day);
    }
    let blocks = vec![
        meaning(sheet),
        change(sheet, wording),
        Block::new(
            words.begin,
            sheet
                .first
                .iter()
                .enumerate()
                .map(|(place, advice)| format!("{}. {}", place + 1, advice.title))
                .collect(),
        ),
        Block::new(words.ask, asks(sheet, wording)),
        Block::new(words.chat.weakest, weakest(sheet, wording)),
        peers(outcome, wording),
    ];
    block::lay(&mut card, blocks, wording);
    let picture = drawn(sheet, wording);
    if let Some(picture) = &picture {
        card = card.picture(picture);
    }
    let files = Files::new(picture.into_iter().collect()).unwrap_or_default();
    Message::private(card)
        .with(Rows::default().buttons(buttons(sheet)))
        .with_files(files)
}

fn meaning(sheet: &CheckSheet) -> Block {
    match &sheet.verdict {
        Some((title, text)) => Block::text(&format!("**{title}**\n{text}")),
        None => Block::text(""),
    }
}

fn change(sheet: &CheckSheet, wording: &Wording) -> Block {
    let words = &wording.check;
    let Some(change) = &sheet.change else {
        return Block::text("");
    };
    let mut lines = vec![match change.points {
        Some((before, now)) => (words.from_to)(before, now),
        None => words.not_comparable.to_owned(),
    }];
    for (line, numbers) in [(words.better, &change.better), (words.worse, &change.worse)] {
        let rows = numbers.iter().filter_map(|number| sheet.row(*number));
        let names: Vec<String> = rows.map(|row| row.area.clone()).collect();
        if !names.is_empty() {
            lines.push(line(&names));
        }
    }
    Block::new(&(words.change)(sheet.day_before.as_deref()), lines)
}

/// Whom to ask about what nobody knew.
fn asks(sheet: &CheckSheet, wording: &Wording) -> Vec<String> {
    let chat = &wording.check.chat;
    let unknown = sheet.rows.iter().filter_map(|row| {
        let ask_whom = row.ask_whom.as_ref()?;
        Some((chat.asks)(&row.area, ask_whom))
    });
    listed(unknown.collect(), ASKED, wording)
}

fn weakest(sheet: &CheckSheet, wording: &Wording) -> Vec<String> {
    let words = &wording.check;
    let rows = sheet.weakest_first().into_iter();
    let open = rows.filter(|row| sheet.open.contains(&row.number));
    let lines = open.map(|row| (words.chat.row)(&row.area, (words.answer)(row.answer)));
    listed(lines.collect(), WEAKEST, wording)
}

/// The first lines; of the others is said where they are.
fn listed(mut lines: Vec<String>, most: usize, wording: &Wording) -> Vec<String> {
    if lines.len() > most {
        let more = (wording.check.chat.more_in_papers)(lines.len() - most);
        lines.truncate(most);
        lines.push(more);
    }
    lines
}

fn peers(outcome: Outcome<'_>, wording: &Wording) -> Block {
    let chat = &wording.check.chat;
    let Some(peers) = outcome.peers else {
        return Block::text("");
    };
    let mut lines = vec![(chat.median)(peers.median, outcome.sheet.points)];
    for row in outcome.sheet.weakest_first().into_iter().take(WEAKEST) {
        let met = peers.met_by(row.number);
        lines.push((chat.met_by)(&row.area, met, peers.companies));
    }
    Block::new(&(chat.peers)(peers.companies), lines)
}

/// The picture. Without one the card still says everything.
fn drawn(sheet: &CheckSheet, wording: &Wording) -> Option<Attachment> {
    let bytes = match picture::png(&check_chart(sheet)) {
        Ok(bytes) => bytes,
        Err(error) => {
            tracing::error!(%error, "the picture of a self-check could not be drawn");
            return None;
        }
    };
    let weakest = sheet.weakest_first().into_iter().take(WEAKEST);
    let weakest: Vec<&str> = weakest.map(|row| row.area.as_str()).collect();
    let told = (wording.check.chat.picture)(sheet.points, sheet.most, &weakest.join(", "));
    Some(Attachment::new("selfcheck.png", bytes, &told))
}

fn buttons(sheet: &CheckSheet) -> Vec<Button> {
    let language = sheet.language;
    let wording = Wording::of(language);
    let chat = &wording.check.chat;
    let mut buttons = Vec::new();
    if !sheet.first.is_empty() {
        let keys: Vec<Key> = sheet
            .first
            .iter()
            .map(|advice| Key::of(&advice.action))
            .collect();
        let id = steps::id(language, 0, &keys);
        buttons.push(Button::new(wording.member.button.steps, id).styled(Style::Primary));
    }
    // Number 0 opens the first page beside.
    let plan = Wish::default().write(ComponentId::new(Action::Plan, language).number(0));
    buttons.push(Button::new(chat.plan, plan));
    let papers = ComponentId::new(Action::SelfCheckPapers, language);
    buttons.push(Button::new(chat.papers, papers));
    let again = ComponentId::new(Action::SelfCheckBegin, language);
    buttons.push(Button::new(chat.again, again));
    buttons
}
