//! The report of a drill: how it went, what to practise, what to prepare, and a paper to keep.

use jiff::civil::Date;

use super::block::{self, Block};
use super::{drill, source, steps};
use crate::discord::attachment::{Attachment, Files};
use crate::discord::component_id::{Action, ComponentId, Key};
use crate::discord::drills::Playing;
use crate::discord::library::Library;
use crate::discord::reply::{Button, Menu, Message, Rows, Style};
use crate::knowledge::Drill;
use crate::question::Language;
use crate::render::{self, DrillRow, DrillSheet, paper};
use crate::wording::Wording;

/// Makes the report of a drill that has ended.
pub fn report(told: &Drill, playing: &Playing, library: &Library, language: Language) -> Message {
    let wording = Wording::of(language);
    let words = &wording.drill.report;
    let sheet = DrillSheet::new(&playing.state, told, library.knowledge(), language);
    let title = format!("{}: {}", sheet.title, words.title);
    let mut card = drill::marked(&title, language);
    let (well, wanting): (Vec<&DrillRow>, Vec<&DrillRow>) =
        sheet.rows.iter().partition(|row| row.is_best());
    let plan = sheet.plan.iter();
    let course = sheet.rows.iter().map(line);
    let mut blocks = Vec::from_iter(last(told, playing, &sheet, library));
    blocks.extend([
        Block::new("", sheet.summary.clone()),
        Block::new(words.timeline, course.collect()),
        Block::new(words.went_well, titles(&well)),
        Block::new(words.to_practise, titles(&wanting)),
        Block::new(words.plan, plan.map(|line| listed(&line.1)).collect()),
        Block::new(
            words.debrief,
            sheet.debrief.iter().map(|line| listed(line)).collect(),
        ),
        Block::text(wording.drill.made_up),
    ]);
    block::lay(&mut card, blocks, wording);
    Message::public(card).with(rows(&sheet, library, language))
}

/// Makes the report as papers to keep, as of a day: a message of its own, because not everywhere files may be sent.
pub fn papers(
    told: &Drill,
    playing: &Playing,
    day: Date,
    library: &Library,
    language: Language,
) -> Message {
    let words = &Wording::of(language).drill_room;
    let sheet = DrillSheet::new(&playing.state, told, library.knowledge(), language);
    let paper = render::drill_paper(&sheet, &day.to_string());
    let file = |kind: &str, text: String| {
        let name = format!("drill-{}-{day}.{kind}", told.id);
        Attachment::new(&name, text.into_bytes(), words.file)
    };
    let files = vec![
        file("html", paper::html(&paper)),
        file("md", paper::markdown(&paper)),
    ];
    let mut card = drill::marked(&sheet.title, language);
    block::lay(
        &mut card,
        vec![Block::text(words.file)],
        Wording::of(language),
    );
    // A few kilobytes, two names: nothing of it is ever refused.
    Message::public(card).with_files(Files::new(files).unwrap_or_default())
}

/// How the last inject went: nothing comes after it that could tell. None when it was cut short.
fn last(told: &Drill, playing: &Playing, sheet: &DrillSheet, library: &Library) -> Option<Block> {
    let last = playing.state.turns.len().checked_sub(1)?;
    if sheet.rows.len() != playing.state.turns.len() {
        return None;
    }
    let outcome = playing.state.outcome(told, last)?;
    let lines = drill::outcome(told, playing, &outcome, library, sheet.language);
    let heading = Wording::of(sheet.language).drill_room.last_of_all;
    Some(Block::new(heading, lines))
}

/// The minute, what it was about, how good the decision was; more stands in the paper.
fn line(row: &DrillRow) -> String {
    format!("{}: {} — {}", row.minute, row.title, row.verdict)
}

fn titles(rows: &[&DrillRow]) -> Vec<String> {
    rows.iter().map(|row| listed(&row.title)).collect()
}

fn listed(text: &str) -> String {
    format!("・{text}")
}

/// The next steps in detail, and the sections behind the best decisions.
fn rows(sheet: &DrillSheet, library: &Library, language: Language) -> Rows {
    let wording = Wording::of(language);
    let keys: Vec<Key> = sheet.plan.iter().map(|(id, ..)| Key::of(id)).collect();
    let mut rows = Rows::default();
    if !keys.is_empty() {
        let steps = steps::id(language, 0, &keys);
        let button = Button::new(wording.member.button.steps, steps).styled(Style::Primary);
        rows = rows.buttons(vec![button]);
    }
    let found = sheet
        .sources
        .iter()
        .filter_map(|source| library.live.found(&source.id));
    let options = found.map(|found| source::option(found, language)).collect();
    let menu = ComponentId::new(Action::SectionMenu, language);
    rows.menu(Menu::new(menu, wording.drill.report.sources, options))
}
