//! A playbook as a checklist that everybody in the channel ticks.

use jiff::civil::DateTime;

use super::block::{self, Block};
use super::playbook::{self, Part};
use super::{source, windows};
use crate::discord::app::japan_time;
use crate::discord::component_id::{Action, ComponentId, Key};
use crate::discord::library::Library;
use crate::discord::reply::{Button, Card, Message, Rows, Style, Tone};
use crate::knowledge::{Playbook, Step};
use crate::question::Language;
use crate::store::Tick;
use crate::wording::Wording;

/// Buttons to tick with: the rows that the parts leave. Playbooks have eight steps.
const TICKABLE: usize = 20;

/// Whether steps can be ticked.
#[derive(Debug, Clone, Copy)]
pub enum Ticking<'a> {
    /// They can; the number of the checklist and what is ticked.
    On(u64, &'a [Tick]),
    /// The store does not keep ticks at present.
    Off,
}

/// The checklist at a moment.
pub fn checklist(
    playbook: &Playbook,
    ticking: Ticking<'_>,
    library: &Library,
    language: Language,
    moment: DateTime,
) -> Message {
    let wording = Wording::of(language);
    let view = &wording.member.view;
    let ticks = match ticking {
        Ticking::On(_, ticks) => ticks,
        Ticking::Off => &[],
    };
    let mut card = Card::titled(
        Tone::Alarm,
        &(view.checklist)(playbook::title(playbook, language)),
    )
    .footer(&source::footer(library, language));
    let steps = playbook.first.iter().enumerate();
    let steps = steps.map(|(position, step)| step_line(position, step, ticks, language, moment));
    let windows = playbook::windows_now(playbook, library, language, moment);
    let blocks = vec![
        Block::text(&format!("**{}**", playbook::headline(playbook, language))),
        Block::new(wording.label.first_actions, steps.collect()),
        Block::text(&match ticking {
            Ticking::On(..) => {
                let done =
                    (0..playbook.first.len()).filter(|position| tick(*position, ticks).is_some());
                (view.done)(done.count(), playbook.first.len())
            }
            Ticking::Off => view.no_ticks.to_owned(),
        }),
        playbook::dont(
            playbook
                .dont
                .iter()
                .map(|step| playbook::text(step, language)),
            wording,
        ),
        windows::open_lines(&windows, moment, wording),
    ];
    let rest = block::lay(&mut card, blocks, wording);
    let mut parts = vec![
        Part::Evidence,
        Part::Deadlines,
        Part::Windows,
        Part::Sources,
    ];
    // With links to the sections behind; and by itself should it not fit.
    parts.insert(
        0,
        if rest.len() > 2 {
            Part::First
        } else {
            Part::Dont
        },
    );
    let mut rows = Rows::default();
    if let Ticking::On(id, _) = ticking {
        rows = rows.buttons(tick_buttons(playbook, id, ticks, language));
    }
    let mut buttons = playbook::buttons(playbook, &parts, language);
    if let Ticking::On(id, _) = ticking {
        let record = ComponentId::new(Action::AskRecord, language)
            .number(id)
            .key(&Key::of(&playbook.id));
        buttons.push(Button::new(wording.incident.make_record, record));
    }
    Message::public(card).with(rows.buttons(buttons))
}

fn tick(position: usize, ticks: &[Tick]) -> Option<&Tick> {
    ticks.iter().find(|tick| tick.step as usize == position)
}

/// Discord shows a mention inside a card as a name and calls nobody.
fn step_line(
    position: usize,
    step: &Step,
    ticks: &[Tick],
    language: Language,
    moment: DateTime,
) -> String {
    let view = &Wording::of(language).member.view;
    let line = format!("{}. {}", position + 1, playbook::text(step, language));
    let Some(tick) = tick(position, ticks) else {
        return format!("⬜ {line}");
    };
    let who = tick
        .user
        .map_or(view.somebody.to_owned(), |user| format!("<@{user}>"));
    let time = (view.short_time)(japan_time(tick.at), moment);
    format!("✅ {line} — {who} {time}")
}

fn tick_buttons(playbook: &Playbook, id: u64, ticks: &[Tick], language: Language) -> Vec<Button> {
    let steps = 0..playbook.first.len().min(TICKABLE);
    let buttons = steps.map(|position| {
        let target = ComponentId::new(Action::Tick, language)
            .number(id)
            .key(&Key::of(&playbook.id))
            .number(position as u64);
        let number = position + 1;
        match tick(position, ticks) {
            Some(_) => Button::new(&format!("✅ {number}"), target).styled(Style::Good),
            None => Button::new(&number.to_string(), target),
        }
    });
    buttons.collect()
}
