//! Handing a question over to people: what will be shown is said first, and shown only with consent. And the
//! thread to go on in.

use jiff::civil::DateTime;

use super::answer::author_line;
use super::block::{self, Block};
use super::windows;
use crate::answer::window_now;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::escape;
use crate::discord::library::Library;
use crate::discord::limits::{self, Text};
use crate::discord::note::note;
use crate::discord::reply::{Button, Card, Message, Rows, Style, Tone};
use crate::question::Language;
use crate::store::{RoleId, UserId};
use crate::wording::Wording;

/// Asks whether the question may be shown, and says to whom. The question stands on the author's line, where it
/// is found again when the asker agrees.
pub fn consent(question: &str, helper: RoleId, language: Language) -> Message {
    let wording = Wording::of(language);
    let (notice, button) = (&wording.member.notice, &wording.member.button);
    let mut card =
        Card::titled(Tone::Calm, notice.hand_over).author(&author_line(question, language));
    let text = (notice.hand_over_what)(&role(helper));
    block::lay(&mut card, vec![Block::text(&text)], wording);
    let buttons = vec![
        Button::new(
            button.consent,
            ComponentId::new(Action::HandOverConsent, language),
        )
        .styled(Style::Primary),
        Button::new(button.cancel, ComponentId::new(Action::Cancel, language)),
    ];
    Message::private(card).with(Rows::default().buttons(buttons))
}

/// What the helpers see. Mentions inside a card show names and call nobody by themselves.
pub fn call(question: &str, asker: UserId, helper: RoleId, language: Language) -> Message {
    let wording = Wording::of(language);
    let notice = &wording.member.notice;
    let mut card = Card::titled(Tone::Calm, notice.call);
    let text = (notice.call_text)(&role(helper), &format!("<@{asker}>"));
    let question = escape::formatted(question);
    let blocks = vec![
        Block::text(&text),
        Block::new(notice.call_question, vec![question]),
    ];
    block::lay(&mut card, blocks, wording);
    Message::public(card)
}

/// Says that nobody is there to hand over to, and who outside can be asked.
pub fn no_helper(
    fallback: &str,
    library: &Library,
    language: Language,
    moment: DateTime,
) -> Message {
    let wording = Wording::of(language);
    let notice = &wording.member.notice;
    let mut card = Card::titled(Tone::Quiet, notice.no_helper);
    let mut blocks = vec![Block::text(notice.no_helper_text)];
    if let Some(window) = library.knowledge().window(fallback) {
        let window = window_now(library.knowledge(), window, moment, language);
        blocks.push(Block::text(&windows::entry(&window, wording)));
    }
    blocks.push(Block::text(notice.no_helper_hint));
    block::lay(&mut card, blocks, wording);
    let all = ComponentId::new(Action::Windows, language);
    let button = Button::new(wording.member.button.windows, all);
    Message::private(card).with(Rows::default().buttons(vec![button]))
}

/// The name of the thread below an answer.
pub fn thread_name(question: Option<&str>, language: Language) -> Text<{ limits::THREAD_NAME }> {
    let question = question
        .map(escape::plain)
        .filter(|question| !question.is_empty());
    match question {
        Some(question) => Text::fitted(&question),
        None => Text::fitted(Wording::of(language).member.notice.thread_name),
    }
}

/// Whether messages that do not mention the bot can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hearing {
    /// All of them.
    Everything,
    /// Only mentions and replies.
    Mentions,
}

/// The first message in a thread: how to go on.
pub fn greeting(hearing: Hearing, language: Language) -> Message {
    let notice = &Wording::of(language).member.notice;
    let text = match hearing {
        Hearing::Everything => notice.greeting_all,
        Hearing::Mentions => notice.greeting_mention,
    };
    let private = note(Tone::Calm, notice.greeting, text);
    Message::public(private.card)
}

fn role(helper: RoleId) -> String {
    format!("<@&{helper}>")
}
