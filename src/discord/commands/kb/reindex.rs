//! `/kb reindex`: reads, checks, builds and publishes, and says how far it is. Whatever goes wrong, the version
//! in use stays and the message says so.

use std::sync::Arc;
use std::time::Instant;

use jiff::Timestamp;
use tokio::sync::mpsc;

use super::changes::Changes;
use super::failure::Failure;
use super::{CHECK, check, typed};
use crate::adviser;
use crate::discord::app::{App, japan_time};
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::fault::Fault;
use crate::discord::note::note;
use crate::discord::reply::{Button, Card, Full, Message, Reply, Rows, Tone};
use crate::discord::request::Request;
use crate::discord::{access, generation, publishing, refusal};
use crate::knowledge::{self, Problem};
use crate::question::Language;
use crate::store::{GuildId, KnowledgeChange, KnowledgeEvent, UserId};
use crate::wording::Wording;

/// Problems that are shown; `/kb check` shows all.
const PROBLEMS: usize = 5;
/// As many messages as one run sends at most, so that it never waits for Discord.
const MESSAGES: usize = 8;

pub(super) fn run(app: &Arc<App>, request: &Request) -> Result<Reply, Fault> {
    let guild = access::admin_guild(request, &app.config.discord)?;
    if !access::may_change_knowledge(guild, &app.config.discord) {
        return Ok(Reply::Message(refusal::other_guild(request.language)));
    }
    let (sender, receiver) = mpsc::channel(MESSAGES);
    let run = Run {
        app: Arc::clone(app),
        guild,
        user: request.caller.user,
        language: request.language,
        reference: refusal::reference(),
        sender,
    };
    tokio::spawn(run.finished());
    Ok(Reply::Progress(receiver))
}

/// One run.
struct Run {
    app: Arc<App>,
    guild: GuildId,
    user: UserId,
    language: Language,
    reference: String,
    sender: mpsc::Sender<Message>,
}

/// How a run ended well.
enum Outcome {
    /// The files are those of the version in use.
    Same,
    /// A new version answers.
    Published(Published),
}

/// What was published.
struct Published {
    generation: String,
    before: String,
    seconds: f64,
    changes: Changes,
    problems: Vec<Problem>,
    is_recorded: bool,
}

impl Run {
    async fn finished(self) {
        let message = match publishing::take(&self.app, self.guild, self.user) {
            Err(who) => self.failed(&Failure::Running(who)).await,
            Ok(_turn) => match self.publish().await {
                Ok(Outcome::Same) => self.same(),
                Ok(Outcome::Published(published)) => self.published(published).await,
                Err(failure) => self.failed(&failure).await,
            },
        };
        // Nobody waits any more when the interaction has ended; the knowledge is published all the same.
        let _ = self.sender.send(message).await;
    }

    async fn publish(&self) -> Result<Outcome, Failure> {
        let start = Instant::now();
        self.show(0);
        let before = self.app.adviser.live();
        let published = before.stamp.knowledge.clone();
        let (files, is_same) = aside(&self.app, move |app| {
            let files = adviser::files(app.adviser.config()).map_err(Failure::Unreadable)?;
            let is_same = files.fingerprint() == published;
            Ok((files, is_same))
        })
        .await?;
        if is_same {
            return Ok(Outcome::Same);
        }
        self.show(1);
        let today = japan_time(Timestamp::now()).date();
        let (files, problems) = aside(&self.app, move |_| {
            let (knowledge, problems) = knowledge::check(&files, today);
            match knowledge.documents.is_empty() {
                true => Err(Failure::NoDocuments),
                false => Ok((files, problems)),
            }
        })
        .await?;
        self.show(2);
        let built = aside(&self.app, move |_| {
            adviser::build(&files).map_err(Failure::publishing)
        })
        .await?;
        self.show(3);
        let difference = aside(&self.app, move |app| {
            let difference = app.adviser.publish(built).map_err(Failure::publishing)?;
            app.renew_library();
            Ok(difference)
        })
        .await?;
        let now = self.app.adviser.live();
        Ok(Outcome::Published(Published {
            changes: Changes::of(
                &difference,
                &before.knowledge,
                &now.knowledge,
                self.language,
            ),
            generation: now.generation.clone(),
            before: before.generation.clone(),
            seconds: start.elapsed().as_secs_f64(),
            problems,
            is_recorded: true,
        }))
    }

    /// Shows how far it is; the result matters more than a step that Discord did not take.
    fn show(&self, step: usize) {
        let _ = self
            .sender
            .try_send(progress(step, Wording::of(self.language)));
    }

    fn same(&self) -> Message {
        let words = &Wording::of(self.language).admin.kb;
        let generation = &self.app.adviser.live().generation;
        note(Tone::Good, words.same, &(words.same_text)(generation))
    }

    async fn published(&self, mut published: Published) -> Message {
        let count = |names: &[String]| u32::try_from(names.len()).unwrap_or(u32::MAX);
        let changes = &published.changes;
        let change = KnowledgeChange::Reindexed {
            generation: generation::number(&published.generation).unwrap_or_default(),
            added: count(&changes.added),
            changed: count(&changes.changed),
            removed: count(&changes.removed),
        };
        published.is_recorded = self.record(change).await;
        match result(&published, self.language) {
            Ok(message) => message,
            Err(Full) => {
                let failure = Failure::Ours("the result does not fit on its card".to_owned());
                let title = Wording::of(self.language).admin.kb.published;
                failure.message(title, &self.app, self.language, &self.reference)
            }
        }
    }

    async fn failed(&self, failure: &Failure) -> Message {
        let wording = Wording::of(self.language);
        if failure.is_event() {
            let reason = failure.reason(wording);
            self.record(KnowledgeChange::Failed { reason }).await;
        }
        failure.message(
            wording.admin.kb.not_published,
            &self.app,
            self.language,
            &self.reference,
        )
    }

    async fn record(&self, what: KnowledgeChange) -> bool {
        record(&self.app, self.guild, self.user, what).await
    }
}

/// Adds to the history; returns whether that worked, which does not undo what was done.
pub(super) async fn record(app: &App, guild: GuildId, user: UserId, what: KnowledgeChange) -> bool {
    let event = KnowledgeEvent {
        guild: Some(guild),
        user: Some(user),
        at: Timestamp::now(),
        what,
    };
    let recorded = app.store.record_event(&event).await;
    recorded
        .inspect_err(|error| tracing::warn!(%error, "the history cannot be written"))
        .is_ok()
}

/// Works on a blocking thread, beside the queue of questions: one at a time, and it must not take a place that
/// answers need. A panic is a failure like any other.
pub(super) async fn aside<T: Send + 'static>(
    app: &Arc<App>,
    work: impl FnOnce(&App) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let app = Arc::clone(app);
    let worked = tokio::task::spawn_blocking(move || work(&app)).await;
    worked.unwrap_or_else(|error| Err(Failure::Ours(error.to_string())))
}

fn progress(step: usize, wording: &Wording) -> Message {
    let words = &wording.admin.kb;
    let lines: Vec<String> = words
        .steps
        .iter()
        .enumerate()
        .map(|(position, words)| match position.cmp(&step) {
            std::cmp::Ordering::Less => format!("✅ {words}"),
            std::cmp::Ordering::Equal => format!("▶ **{words}** …"),
            std::cmp::Ordering::Greater => format!("・ {words}"),
        })
        .collect();
    note(Tone::Calm, words.working, &lines.join("\n"))
}

fn result(published: &Published, language: Language) -> Result<Message, Full> {
    let wording = Wording::of(language);
    let words = &wording.admin.kb;
    let mut card = Card::titled(Tone::Good, words.published);
    let seconds = format!("{:.1}", published.seconds);
    let mut text = (words.published_text)(&published.generation, &published.before, &seconds);
    if !published.is_recorded {
        text.push_str(&format!("\n{}", words.not_recorded));
    }
    card.describe(&text)?;
    published.changes.show(&mut card, wording)?;
    if !published.problems.is_empty() {
        problems(&mut card, &published.problems, wording)?;
    }
    let back = ComponentId::new(Action::RollBack, language);
    let rows = Rows::default().buttons(vec![Button::new(words.go_back, back)]);
    Ok(Message::private(card).with(rows))
}

/// The first problems, as many as a field holds.
fn problems(card: &mut Card, problems: &[Problem], wording: &Wording) -> Result<(), Full> {
    let words = &wording.admin.kb;
    let all = (words.all_problems)(&typed(wording, CHECK));
    let heading = (words.problems)(problems.len());
    let lines: Vec<String> = problems.iter().take(PROBLEMS).map(check::line).collect();
    for most in (0..=lines.len()).rev() {
        let shown = lines
            .iter()
            .take(most)
            .map(String::as_str)
            .chain([all.as_str()]);
        let text: Vec<&str> = shown.collect();
        if card.field(&heading, &text.join("\n")).is_ok() {
            return Ok(());
        }
    }
    Err(Full)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;
    use std::time::Duration;

    use super::aside;
    use crate::adviser::Adviser;
    use crate::config::Config;
    use crate::discord::app::App;
    use crate::discord::commands::kb::failure::Failure;
    use crate::store::SqliteStore;

    #[tokio::test]
    async fn a_panic_while_building_is_a_failure_like_any_other() {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::default();
        config.knowledge.folder = folder.path().to_owned();
        config.index.folder = folder.path().join("index");
        let file = folder.path().join("state.sqlite");
        let store = SqliteStore::open(&file, Duration::from_secs(1))
            .await
            .unwrap();
        let adviser = Adviser::open(config.clone(), &|_| ()).unwrap();
        let app = Arc::new(App::new(adviser, Arc::new(store), config));
        let worked = aside(&app, |_| -> Result<(), Failure> { panic!("in a test") }).await;
        assert!(matches!(worked, Err(Failure::Ours(_))));
    }
}
