//! One question with a button for each answer, and the card after a stop.

use super::go_on;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::library::Library;
use crate::discord::reply::{Button, Card, Full, Message, Rows, Style, Tone};
use crate::discord::self_checks::OwnCheck;
use crate::discord::view::source;
use crate::knowledge::CheckQuestion;
use crate::profile::CheckAnswer;
use crate::question::Language;
use crate::wording::Wording;

/// A question of a self-check that is not finished.
///
/// # Errors
/// When a text does not fit on its card.
pub fn question(
    own: &OwnCheck,
    question: &CheckQuestion,
    library: &Library,
    language: Language,
) -> Result<Message, Full> {
    let wording = Wording::of(language);
    let chat = &wording.check.chat;
    let check = &library.knowledge().self_check;
    let part = check.parts.iter().find(|part| part.id == question.part);
    let part = part.map_or("", |part| language.pick(&part.name, &part.name_en));
    let progress = (chat.progress)(question.number, check.questions.len(), part);
    let title = (wording.check.question)(
        question.number,
        language.pick(&question.area, &question.area_en),
    );
    let mut card = Card::titled(Tone::Calm, &title)
        .author(&progress)
        .footer(&source::footer(library, language));
    card.describe(&format!(
        "**{}**",
        language.pick(&question.text, &question.text_en)
    ))?;
    card.field(
        chat.example,
        language.pick(&question.example, &question.example_en),
    )?;
    if let (Some(ja), Some(en)) = (&question.not_used, &question.not_used_en) {
        card.field(chat.not_used, language.pick(ja, en))?;
    }
    let so_far = own.answers.get(question.number);
    if let Some(answer) = so_far {
        card.field(chat.so_far, (wording.check.answer)(Some(answer)))?;
    }
    let rows = Rows::default()
        .buttons(answer_buttons(own.id, question, so_far, language))
        .buttons(way_buttons(own.id, question, language));
    Ok(Message::private(card).with(rows))
}

fn answer_buttons(
    check: u64,
    question: &CheckQuestion,
    so_far: Option<CheckAnswer>,
    language: Language,
) -> Vec<Button> {
    let words = &Wording::of(language).check;
    let mut buttons = Vec::new();
    for (place, answer) in (0u64..).zip(CheckAnswer::ALL) {
        if !question.takes(answer) {
            continue;
        }
        let id = ComponentId::new(Action::SelfCheckAnswer, language)
            .number(check)
            .number(u64::from(question.number))
            .number(place);
        let button = Button::new((words.answer)(Some(answer)), id);
        buttons.push(match so_far == Some(answer) {
            true => button.styled(Style::Good),
            false => button,
        });
    }
    buttons
}

fn way_buttons(check: u64, question: &CheckQuestion, language: Language) -> Vec<Button> {
    let chat = &Wording::of(language).check.chat;
    let mut buttons = Vec::new();
    if question.number > 1 {
        let id = ComponentId::new(Action::SelfCheckQuestion, language)
            .number(check)
            .number(u64::from(question.number - 1));
        buttons.push(Button::new(chat.back, id));
    }
    let id = ComponentId::new(Action::SelfCheckStop, language).number(check);
    buttons.push(Button::new(chat.stop, id));
    buttons.push(source::section_button(
        chat.section,
        &question.section,
        language,
    ));
    buttons
}

/// What is kept after a stop, and how to go on.
///
/// # Errors
/// When a text does not fit on its card.
pub fn stopped(own: &OwnCheck, library: &Library, language: Language) -> Result<Message, Full> {
    let wording = Wording::of(language);
    let chat = &wording.check.chat;
    let questions = library.knowledge().self_check.questions.len();
    let missing = own
        .answers
        .result(&library.knowledge().self_check)
        .unanswered;
    let command = format!("`/{}`", wording.commands.selfcheck.name);
    let mut card = Card::titled(Tone::Good, chat.stopped);
    card.describe(&(chat.stopped_text)(
        questions - missing.len(),
        questions,
        &command,
    ))?;
    Ok(Message::private(card).with(Rows::default().buttons(vec![go_on(own.id, language)])))
}
