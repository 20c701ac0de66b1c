//! `/kb history`: the versions that are there, what this guild did to them, and a menu to go back to one.

use std::sync::Arc;

use super::{event, rollback};
use crate::discord::app::App;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::fault::Fault;
use crate::discord::reply::{Card, Full, Menu, MenuOption, Message, Reply, Rows, Tone};
use crate::discord::request::Request;
use crate::discord::{access, generation};
use crate::question::Language;
use crate::search::GenerationInfo;
use crate::store::KnowledgeEvent;
use crate::wording::Wording;

/// Events that are shown.
const EVENTS: usize = 8;
/// Versions that are shown; a config may keep more.
const GENERATIONS: usize = 10;

pub(super) async fn run(app: &Arc<App>, request: &Request) -> Result<Reply, Fault> {
    let guild = access::admin_guild(request, &app.config.discord)?;
    let generations = rollback::generations(app).await?;
    let events = app.store.events(guild, EVENTS as u32).await?;
    let live = app.adviser.live();
    let may_go_back = access::may_change_knowledge(guild, &app.config.discord);
    let mut message = message(&generations, &events, &live.generation, request.language)?;
    if may_go_back {
        message = message.with(rows(&generations, &live.generation, request.language));
    }
    Ok(Reply::Message(message))
}

fn message(
    generations: &[GenerationInfo],
    events: &[KnowledgeEvent],
    current: &str,
    language: Language,
) -> Result<Message, Full> {
    let wording = Wording::of(language);
    let words = &wording.admin.kb;
    let newest_first = generations.iter().rev();
    let mut lines: Vec<String> = newest_first
        .take(GENERATIONS)
        .map(|generation| line(generation, current, wording))
        .collect();
    if generations.len() > GENERATIONS {
        lines.push((wording.admin.more)(generations.len() - GENERATIONS));
    }
    if lines.is_empty() {
        lines.push(words.none_before.to_owned());
    }
    let mut card = Card::titled(Tone::Calm, words.history);
    card.describe(&format!("**{}**\n{}", words.generations, lines.join("\n")))?;
    let text = event::lines(events, EVENTS, wording);
    // Long reasons may fill a field before all events are in it: then fewer are shown, the newest first.
    for most in (0..=EVENTS).rev() {
        if card
            .field(words.events, &event::lines(events, most, wording))
            .is_ok()
        {
            return Ok(Message::private(card));
        }
    }
    card.field(words.events, &text)?;
    Ok(Message::private(card))
}

fn line(info: &GenerationInfo, current: &str, wording: &Wording) -> String {
    let words = &wording.admin.kb;
    let mut line = match info.stamp.as_ref().filter(|stamp| stamp.fits()) {
        Some(stamp) => rollback::line(&info.name, stamp, wording),
        None => (words.unusable)(&info.name),
    };
    if info.name == current {
        line.push_str(&format!(" {}", words.in_use));
    }
    format!("・{line}")
}

fn rows(generations: &[GenerationInfo], current: &str, language: Language) -> Rows {
    let wording = Wording::of(language);
    let options = generations
        .iter()
        .rev()
        .filter(|info| info.name != current)
        .filter_map(|info| {
            let stamp = info.stamp.as_ref().filter(|stamp| stamp.fits())?;
            let number = generation::number(&info.name)?;
            let option = MenuOption::new(&info.name, &number.to_string());
            Some(option.described(&generation::built(stamp, wording)))
        })
        .collect();
    let id = ComponentId::new(Action::RollBack, language);
    Rows::default().menu(Menu::new(id, wording.admin.kb.choose, options))
}
