//! The self-check by buttons: begin, answer, go back, stop, go on, see the result, get papers. Answers are in the
//! store before the next question is shown, so that nothing is lost whenever somebody or the program stops.

use std::sync::Arc;

use super::opening;
use crate::discord::app::App;
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::library::Library;
use crate::discord::patience::in_time;
use crate::discord::profiles;
use crate::discord::reply::{Message, Reply};
use crate::discord::request::Request;
use crate::discord::self_checks::{OwnCheck, OwnChecks};
use crate::discord::view::self_check as view;
use crate::knowledge::CheckQuestion;
use crate::profile::{CheckAnswer, CheckAnswers, CheckPeers, Company, Fitting};
use crate::question::Language;
use crate::render::{CheckSheet, DatedAnswers};

/// Begins anew.
///
/// # Errors
/// When the store fails.
pub async fn begin(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let user = request.caller.user;
    let opened = app
        .store
        .open_self_check(user, request.place.guild, request.at);
    in_time(opened).await?;
    let own = OwnChecks::of_caller(app, request).await?;
    let open = own.open.ok_or(Fault::Expired)?;
    shown_question(request, &open, None, &app.library(), id.language)
}

/// Shows a question: number of the self-check, and of the question where it is not the next to answer.
///
/// # Errors
/// When the self-check is finished or deleted, or the store fails.
pub async fn question(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let open = open_check(app, request, id).await?;
    let number = id.number_at(1).and_then(|number| u8::try_from(number).ok());
    shown_question(request, &open, number, &app.library(), id.language)
}

/// Keeps an answer and shows the next question, or the result after the last: number of the self-check, of the
/// question, and place of the answer.
///
/// # Errors
/// When the self-check is deleted, there is no such question or answer, or the store fails.
pub async fn answer(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let check = id.number_at(0).ok_or(Fault::Expired)?;
    let asked = id.number_at(1).and_then(|number| u8::try_from(number).ok());
    let asked = asked.and_then(|number| question_of(&library, number));
    let asked = asked.ok_or(Fault::Expired)?;
    let place = id
        .number_at(2)
        .and_then(|place| usize::try_from(place).ok());
    let given = place.and_then(|place| CheckAnswer::ALL.get(place).copied());
    let given = given
        .filter(|answer| asked.takes(*answer))
        .ok_or(Fault::Expired)?;
    let user = request.caller.user;
    let kept = app
        .store
        .answer_self_check(check, user, (asked.number, given.word()), request.at);
    let kept = in_time(kept).await?.ok_or(Fault::Expired)?;
    let own = OwnCheck::of(&kept, &library.knowledge().self_check);
    let next = own.first_unanswered(&library.knowledge().self_check);
    // Pressed twice, the last answer finds a finished self-check: its result is shown.
    if !own.is_finished && next.is_some() {
        return shown_question(request, &own, next, &library, id.language);
    }
    in_time(app.store.finish_self_check(check, user, request.at)).await?;
    result(app, request, id).await
}

/// Says what is kept: number of the self-check.
///
/// # Errors
/// When the self-check is finished or deleted, or the store fails.
pub async fn stop(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let open = open_check(app, request, id).await?;
    let message = view::stopped(&open, &app.library(), id.language)?;
    Ok(opening::in_place(request, message))
}

/// Shows the latest result.
///
/// # Errors
/// When there is none any more, the store fails, or too many others wait.
pub async fn result(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let own = OwnChecks::of_caller(app, request).await?;
    let peers = peers(app, request).await?;
    let company = profiles::of(app, request).await?;
    let message = drawn(app, own, company, id.language, move |sheet, library| {
        let peers = peers.as_ref();
        Ok(view::result(view::Outcome { sheet, peers }, library))
    });
    Ok(opening::in_place(request, message.await?))
}

/// Gives the latest result as files.
///
/// # Errors
/// When there is none any more, the store fails, or too many others wait.
pub async fn papers(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let own = OwnChecks::of_caller(app, request).await?;
    let company = profiles::of(app, request).await?;
    let message = drawn(app, own, company, id.language, |sheet, _| {
        view::papers(sheet)
    });
    Ok(Reply::Message(message.await?))
}

/// The self-check of the id, as far as it is the caller's and not finished.
async fn open_check(app: &App, request: &Request, id: &ComponentId) -> Result<OwnCheck, Fault> {
    let check = id.number_at(0).ok_or(Fault::Expired)?;
    let own = OwnChecks::of_caller(app, request).await?;
    own.open
        .filter(|open| open.id == check)
        .ok_or(Fault::Expired)
}

/// Shows a question, else the first without an answer, else the last.
fn shown_question(
    request: &Request,
    own: &OwnCheck,
    number: Option<u8>,
    library: &Library,
    language: Language,
) -> Result<Reply, Fault> {
    let check = &library.knowledge().self_check;
    let number = number.or_else(|| own.first_unanswered(check));
    let question = match number {
        Some(number) => question_of(library, number),
        None => check.questions.last(),
    };
    let question = question.ok_or(Fault::Expired)?;
    let message = view::question(own, question, library, language)?;
    Ok(opening::in_place(request, message))
}

fn question_of(library: &Library, number: u8) -> Option<&CheckQuestion> {
    let mut questions = library.knowledge().self_check.questions.iter();
    questions.find(|question| question.number == number)
}

/// How the companies of the guild stand.
async fn peers(app: &App, request: &Request) -> Result<Option<CheckPeers>, Fault> {
    let Some(guild) = request.place.guild else {
        return Ok(None);
    };
    let library = app.library();
    let check = &library.knowledge().self_check;
    let all: Vec<CheckAnswers> = in_time(app.store.latest_self_checks(guild))
        .await?
        .iter()
        .map(|answers| {
            let words = answers
                .iter()
                .map(|(number, word)| (*number, word.as_str()));
            CheckAnswers::of_words(words, check)
        })
        .collect();
    Ok(CheckPeers::of(&all, check))
}

/// Makes a message of the latest result on a blocking thread.
async fn drawn(
    app: &Arc<App>,
    own: OwnChecks,
    mut company: Company,
    language: Language,
    draw: impl FnOnce(&CheckSheet, &Library) -> Result<Message, Fault> + Send + 'static,
) -> Result<Message, Fault> {
    app.work(move |app| {
        let library = app.library();
        let knowledge = library.knowledge();
        let now = own.finished.first().ok_or(Fault::Expired)?;
        let before = own.finished.get(1);
        company.done.extend(now.answers.done_actions(knowledge));
        let day = now.day.to_string();
        let day_before = before.map(|before| before.day.to_string());
        let sheet = CheckSheet::new(
            DatedAnswers {
                answers: &now.answers,
                day: Some(&day),
            },
            before.map(|before| DatedAnswers {
                answers: &before.answers,
                day: day_before.as_deref(),
            }),
            &Fitting::new(knowledge, &company),
            language,
        );
        draw(&sheet, &library)
    })
    .await
}
