//! The self-check, for the caller alone: its door, one question at a time, the result with its picture, papers.

mod papers;
mod question;
mod result;

pub use papers::papers;
pub use question::{question, stopped};
pub use result::{Outcome, result};

use super::source;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::library::Library;
use crate::discord::reply::{Button, Card, Full, Message, Rows, Style, Tone};
use crate::discord::self_checks::OwnChecks;
use crate::question::Language;
use crate::wording::Wording;

/// The door: what it is, what there is already, and where to go on.
///
/// # Errors
/// When a text does not fit on its card.
pub fn door(
    own: &OwnChecks,
    library: &Library,
    retention_days: u16,
    language: Language,
) -> Result<Message, Full> {
    let chat = &Wording::of(language).check.chat;
    let check = &library.knowledge().self_check;
    let mut lines = vec![(chat.about)(check.questions.len(), retention_days)];
    let mut buttons = Vec::new();
    if let Some(open) = &own.open {
        let missing = open.answers.result(check).unanswered.len();
        let answered = check.questions.len() - missing;
        let day = open.day.to_string();
        lines.push((chat.unfinished)(answered, check.questions.len(), &day));
        buttons.push(go_on(open.id, language));
    }
    if let Some(last) = own.finished.first() {
        let result = last.answers.result(check);
        let day = last.day.to_string();
        lines.push((chat.finished)(result.points, result.most, &day));
        let id = ComponentId::new(Action::SelfCheckResult, language);
        buttons.push(Button::new(chat.result, id));
    }
    let begin = ComponentId::new(Action::SelfCheckBegin, language);
    buttons.push(match (&own.open, own.finished.is_empty()) {
        (Some(_), _) => Button::new(chat.anew, begin).styled(Style::Danger),
        (None, false) => Button::new(chat.again, begin),
        (None, true) => Button::new(chat.begin, begin).styled(Style::Primary),
    });
    let mut card = Card::titled(Tone::Calm, chat.title).footer(&source::footer(library, language));
    card.describe(&lines.join("\n\n"))?;
    Ok(Message::private(card).with(Rows::default().buttons(buttons)))
}

/// The button that goes on where somebody left off.
fn go_on(check: u64, language: Language) -> Button {
    let chat = &Wording::of(language).check.chat;
    let id = ComponentId::new(Action::SelfCheckQuestion, language).number(check);
    Button::new(chat.go_on, id).styled(Style::Primary)
}
