//! `/kb unanswered`: what the knowledge lacks, by topic. Nobody is named, and what people wrote is harmless.

use std::sync::Arc;

use crate::discord::app::App;
use crate::discord::component_id::Action;
use crate::discord::fault::Fault;
use crate::discord::limits::Text;
use crate::discord::note::note;
use crate::discord::reply::{Card, Full, Message, Rows, Tone};
use crate::discord::request::Request;
use crate::discord::sheets::Sheet;
use crate::discord::{access, escape};
use crate::knowledge::Knowledge;
use crate::question::Language;
use crate::store::{Cause, UnansweredGroup, UnansweredQuestion};
use crate::wording::Wording;

/// Lines on a page.
const ON_PAGE: usize = 12;

/// The page of the questions with this number, from 0.
///
/// # Errors
/// For others than admins, and when the store cannot be read.
pub async fn run(app: &Arc<App>, request: &Request, page: u64) -> Result<Message, Fault> {
    let guild = access::admin_guild(request, &app.config.discord)?;
    let groups = app.store.unanswered(Some(guild)).await?;
    let library = app.library();
    let days = app.config.store.retention_days;
    Ok(message(
        &groups,
        library.knowledge(),
        days,
        page,
        request.language,
    )?)
}

fn message(
    groups: &[UnansweredGroup],
    knowledge: &Knowledge,
    days: u16,
    page: u64,
    language: Language,
) -> Result<Message, Full> {
    let wording = Wording::of(language);
    let words = &wording.admin.kb;
    let intro = (words.unanswered_text)(days);
    if groups.is_empty() {
        return Ok(note(
            Tone::Good,
            words.unanswered,
            &format!("{}\n\n{intro}", words.no_unanswered),
        ));
    }
    let lines: Vec<String> = groups
        .iter()
        .flat_map(|group| lines(group, knowledge, language))
        .collect();
    let sheet = Sheet::of(&lines, ON_PAGE, page);
    let mut card = Card::titled(Tone::Calm, words.unanswered)
        .footer(&sheet.label(wording).unwrap_or_default());
    card.describe(&format!("{intro}\n\n{}", sheet.text))?;
    let buttons = sheet.buttons(Action::Unanswered, language);
    Ok(Message::private(card).with(Rows::default().buttons(buttons)))
}

/// The topic with its first question, so that a heading never stands alone, and the other questions.
fn lines(group: &UnansweredGroup, knowledge: &Knowledge, language: Language) -> Vec<String> {
    let wording = Wording::of(language);
    let topic = group.topic.as_deref().and_then(|id| knowledge.topic(id));
    let name = match (topic, language) {
        (Some(topic), Language::Ja) => topic.ja.as_str(),
        (Some(topic), Language::En) => topic.en.as_str(),
        (None, _) => wording.admin.kb.no_topic,
    };
    let heading = (wording.admin.kb.topic)(name, group.count);
    let mut lines: Vec<String> = group
        .questions
        .iter()
        .map(|question| line(question, wording))
        .collect();
    match lines.first_mut() {
        Some(first) => *first = format!("**{heading}**\n{first}"),
        None => lines.push(format!("**{heading}**")),
    }
    lines
}

fn line(question: &UnansweredQuestion, wording: &Wording) -> String {
    let words = &wording.admin.kb;
    let text = Text::<160>::fitted(&escape::plain(&question.question));
    let causes: Vec<&str> = question
        .causes
        .iter()
        .map(|cause| match cause {
            Cause::Abstained => words.abstained,
            Cause::ThumbsDown => words.not_helpful,
        })
        .collect();
    let asked = (words.asked)(question.count, &question.last_day.to_string());
    format!(
        "・{} — {} ({asked})",
        escape::formatted(text.as_str()),
        causes.join(" / ")
    )
}
