//! `/privacy`: what is kept of the caller, and a button that deletes it.

use std::sync::Arc;

use super::{Access, Acknowledge, Command, Doing, Kind};
use crate::discord::app::App;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::escape;
use crate::discord::limits::Text;
use crate::discord::note::note;
use crate::discord::profiles;
use crate::discord::reply::{Button, Card, Full, Message, Reply, Rows, Style, Tone};
use crate::discord::request::Request;
use crate::knowledge::Knowledge;
use crate::question::Language;
use crate::render::company_line;
use crate::store::{Forgotten, GuildId, KeptOfUser};
use crate::wording::Wording;

/// `/privacy`.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.privacy,
    kind: Kind::Slash(&[]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: None,
};

/// Comments that are shown.
const COMMENTS: usize = 5;
/// Companies that are shown: one for each server.
const COMPANIES: usize = 4;

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let guild = request.place.guild;
        let kept = app.store.kept_of(request.caller.user, guild).await?;
        let days = app.config.store.retention_days;
        Ok(Reply::Message(message(
            &kept,
            guild,
            days,
            app.library().knowledge(),
            request.language,
        )?))
    })
}

fn message(
    kept: &KeptOfUser,
    guild: Option<GuildId>,
    days: u16,
    knowledge: &Knowledge,
    language: Language,
) -> Result<Message, Full> {
    let wording = Wording::of(language);
    let words = &wording.admin.privacy;
    let scope = match guild {
        Some(_) => words.scope_guild,
        None => words.scope_direct,
    };
    let mut card = Card::titled(Tone::Calm, words.title);
    card.describe(&(words.promise)(days))?;
    card.field(words.kept, &format!("{}\n{scope}", counts(kept, wording)))?;
    if let Some(companies) = companies(kept, knowledge, language) {
        card.field(words.companies, &companies)?;
    }
    if let Some(comments) = comments(kept, wording) {
        card.field(words.comments, &comments)?;
    }
    card.field(words.forget, words.forget_hint)?;
    let forget = ComponentId::new(Action::Forget, language);
    let buttons = vec![Button::new(words.forget, forget).styled(Style::Danger)];
    Ok(Message::private(card).with(Rows::default().buttons(buttons)))
}

/// Only what there is: a list of zeros would hide that nothing is kept.
fn counts(kept: &KeptOfUser, wording: &Wording) -> String {
    let words = &wording.admin.privacy;
    let helpful = kept.feedback.iter().filter(|vote| vote.helpful).count();
    let votes = kept.feedback.len();
    let mut lines = Vec::new();
    if votes > 0 {
        lines.push(format!("・{}", (words.votes)(helpful, votes - helpful)));
    }
    if !kept.profiles.is_empty() {
        lines.push(format!("・{}", (words.profiles)(kept.profiles.len())));
    }
    if kept.self_checks > 0 {
        lines.push(format!("・{}", (words.self_checks)(kept.self_checks)));
    }
    if kept.ticks > 0 {
        lines.push(format!("・{}", (words.ticks)(kept.ticks)));
    }
    if kept.events > 0 {
        lines.push(format!("・{}", (words.events)(kept.events)));
    }
    if kept.watches > 0 {
        lines.push(format!("・{}", (words.watches)(kept.watches)));
    }
    if kept.drills > 0 {
        lines.push(format!("・{}", (words.drills)(kept.drills)));
    }
    match lines.is_empty() {
        true => words.nothing.to_owned(),
        false => lines.join("\n"),
    }
}

/// What was said of companies, and how many more there are.
fn companies(kept: &KeptOfUser, knowledge: &Knowledge, language: Language) -> Option<String> {
    let wording = Wording::of(language);
    let mut lines = Vec::new();
    for text in kept.profiles.iter().take(COMPANIES) {
        let company = profiles::read(text, knowledge).described(knowledge, language);
        let line = Text::<220>::fitted(&company_line(&company, wording));
        lines.push(format!("・{}", line.as_str()));
    }
    if kept.profiles.len() > COMPANIES {
        lines.push((wording.admin.more)(kept.profiles.len() - COMPANIES));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The newest comments, and how many more there are.
fn comments(kept: &KeptOfUser, wording: &Wording) -> Option<String> {
    let votes = kept.feedback.iter();
    let comments: Vec<String> = votes
        .filter_map(|vote| {
            let comment = escape::plain(vote.comment.as_deref()?);
            let comment = Text::<80>::fitted(&comment);
            Some(format!(
                "・{} {}",
                vote.day,
                escape::formatted(comment.as_str())
            ))
        })
        .collect();
    let mut lines: Vec<String> = comments.iter().take(COMMENTS).cloned().collect();
    if comments.len() > COMMENTS {
        lines.push((wording.admin.more)(comments.len() - COMMENTS));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// What went.
pub fn forgotten(went: &Forgotten, language: Language) -> Message {
    let words = &Wording::of(language).admin.privacy;
    let text = match *went == Forgotten::default() {
        true => words.forgotten_nothing.to_owned(),
        false => {
            let mut lines = vec![(words.forgotten_text)(
                went.feedback,
                went.ticks,
                went.events,
            )];
            let more = [
                (went.profiles, words.forgotten_profiles),
                (went.self_checks, words.forgotten_self_checks),
                (went.watches, words.forgotten_watches),
                (went.drills, words.forgotten_drills),
            ];
            let more = more.into_iter().filter(|(count, _)| *count > 0);
            lines.extend(more.map(|(count, told)| told(count)));
            lines.join("\n")
        }
    };
    note(Tone::Good, words.forgotten, &text)
}
