//! `/kb rollback`: asks first and shows what would be in use, then goes back. The button carries the version
//! that was in use when it was shown, so that an old button cannot undo what came later.

use std::sync::Arc;

use super::changes::Changes;
use super::failure::Failure;
use super::reindex::{aside, record};
use crate::discord::app::App;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::fault::Fault;
use crate::discord::reply::{Button, Card, Message, Reply, Rows, Style, Tone};
use crate::discord::request::Request;
use crate::discord::{access, generation, publishing, refusal};
use crate::question::Language;
use crate::search::{GenerationInfo, Stamp};
use crate::store::{GuildId, KnowledgeChange};
use crate::wording::Wording;

/// The generations on disk, the oldest first.
pub(super) async fn generations(app: &Arc<App>) -> Result<Vec<GenerationInfo>, Fault> {
    app.work(|app| Ok(app.adviser.generations().list()?)).await
}

/// One generation in a line.
pub(super) fn line(name: &str, stamp: &Stamp, wording: &Wording) -> String {
    let built = generation::built(stamp, wording);
    (wording.admin.kb.generation)(name, &built, stamp.documents, stamp.passages)
}

/// Asks whether to go back to a generation, or to the one before the current.
///
/// # Errors
/// For others than admins, and when the index folder cannot be listed.
pub async fn ask(app: &Arc<App>, request: &Request, to: Option<u64>) -> Result<Reply, Fault> {
    let guild = access::admin_guild(request, &app.config.discord)?;
    if !access::may_change_knowledge(guild, &app.config.discord) {
        return Ok(Reply::Message(refusal::other_guild(request.language)));
    }
    let wording = Wording::of(request.language);
    let live = app.adviser.live();
    let generations = generations(app).await?;
    let message = match chosen(&generations, &live.generation, to) {
        Ok((name, stamp)) => {
            let now = line(&live.generation, &live.stamp, wording);
            let then = line(name, stamp, wording);
            question(name, &live.generation, &now, &then, request.language)?
        }
        Err(failure) => {
            let title = wording.admin.kb.not_rolled_back;
            failure.message(title, app, request.language, &refusal::reference())
        }
    };
    Ok(Reply::Message(message))
}

/// The generation to go back to.
fn chosen<'a>(
    generations: &'a [GenerationInfo],
    current: &str,
    to: Option<u64>,
) -> Result<(&'a str, &'a Stamp), Failure> {
    let usable = |info: &'a GenerationInfo| {
        let stamp = info.stamp.as_ref().filter(|stamp| stamp.fits())?;
        Some((info.name.as_str(), stamp))
    };
    let mut all = generations.iter().filter_map(usable);
    match to.map(generation::name) {
        Some(name) if name == current => Err(Failure::Already(name)),
        Some(name) => all
            .find(|(known, _)| *known == name)
            .ok_or(Failure::Gone(name)),
        None => all
            .rfind(|(known, _)| *known < current)
            .ok_or(Failure::NoneBefore),
    }
}

fn question(
    name: &str,
    current: &str,
    now: &str,
    then: &str,
    language: Language,
) -> Result<Message, crate::discord::reply::Full> {
    let wording = &Wording::of(language).admin;
    let words = &wording.kb;
    let mut card = Card::titled(Tone::Quiet, &(words.confirm)(name));
    card.describe(words.confirm_text)?;
    card.field(words.now, now)?;
    card.field(words.then, then)?;
    let numbers = [name, current].into_iter().filter_map(generation::number);
    let yes = numbers.fold(
        ComponentId::new(Action::RollBack, language),
        ComponentId::number,
    );
    let no = ComponentId::new(Action::Cancel, language);
    let buttons = vec![
        Button::new(words.confirm_button, yes).styled(Style::Danger),
        Button::new(wording.cancel, no),
    ];
    Ok(Message::private(card).with(Rows::default().buttons(buttons)))
}

/// Goes back to a generation when the one that the admin saw is still in use.
///
/// # Errors
/// For others than admins.
pub async fn go_back(
    app: &Arc<App>,
    request: &Request,
    to: u64,
    seen: u64,
) -> Result<Reply, Fault> {
    let guild = access::admin_guild(request, &app.config.discord)?;
    if !access::may_change_knowledge(guild, &app.config.discord) {
        return Ok(Reply::Message(refusal::other_guild(request.language)));
    }
    let name = generation::name(to);
    let language = request.language;
    match change(app, request, guild, &name, &generation::name(seen)).await {
        Ok(changes) => {
            record(
                app,
                guild,
                request.caller.user,
                KnowledgeChange::RolledBack { generation: to },
            )
            .await;
            // The question goes away with its buttons.
            Ok(Reply::Update(done(&name, &changes, language)?))
        }
        Err(failure) => {
            let wording = Wording::of(language);
            if failure.is_event() {
                let reason = failure.reason(wording);
                record(
                    app,
                    guild,
                    request.caller.user,
                    KnowledgeChange::Failed { reason },
                )
                .await;
            }
            let title = wording.admin.kb.not_rolled_back;
            // Beside the question: of two presses the second must not hide that the first one worked.
            let message = failure.message(title, app, language, &refusal::reference());
            Ok(Reply::Message(message))
        }
    }
}

async fn change(
    app: &Arc<App>,
    request: &Request,
    guild: GuildId,
    to: &str,
    seen: &str,
) -> Result<Changes, Failure> {
    let _turn = publishing::take(app, guild, request.caller.user).map_err(Failure::Running)?;
    let before = app.adviser.live();
    if before.generation == to {
        return Err(Failure::Already(to.to_owned()));
    }
    if before.generation != seen {
        return Err(Failure::Overtaken);
    }
    let name = to.to_owned();
    let difference = aside(app, move |app| {
        let rolled_back = app.adviser.roll_back(Some(&name));
        let difference = rolled_back.map_err(|error| Failure::going_back(error, &name))?;
        app.renew_library();
        Ok(difference)
    })
    .await?;
    let now = app.adviser.live();
    Ok(Changes::of(
        &difference,
        &before.knowledge,
        &now.knowledge,
        request.language,
    ))
}

fn done(
    name: &str,
    changes: &Changes,
    language: Language,
) -> Result<Message, crate::discord::reply::Full> {
    let wording = Wording::of(language);
    let words = &wording.admin.kb;
    let mut card = Card::titled(Tone::Good, &(words.went_back)(name));
    card.describe(words.went_back_text)?;
    changes.show(&mut card, wording)?;
    Ok(Message::private(card))
}
