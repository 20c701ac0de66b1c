//! `/watch`: what changed about a topic since the caller looked last, and the topics that they watch.

use std::sync::Arc;

use super::guideline::choices;
use super::{Access, Acknowledge, Command, Doing, Kind, OptionKind, OptionSpec};
use crate::discord::app::App;
use crate::discord::fault::Fault;
use crate::discord::library::Library;
use crate::discord::note::note;
use crate::discord::patience::in_time;
use crate::discord::reply::{Choice, Message, Reply, Rows, Tone};
use crate::discord::request::Request;
use crate::discord::view;
use crate::discord::view::library::Near;
use crate::discord::view::watch::{Known, Listed, Watched};
use crate::knowledge::Topic;
use crate::lookup::{self, Lookup};
use crate::news::{Changes, Holding};
use crate::store::{MOST_WATCHES, TopicState, Watch};
use crate::wording::Wording;

const TOPIC: &str = "topic";

/// Shows what changed.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.watch,
    kind: Kind::Slash(&[OptionSpec {
        name: TOPIC,
        kind: OptionKind::Suggested,
        is_required: false,
    }]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: Some(suggest),
};

fn typed(request: &Request) -> &str {
    let topic = request.options().and_then(|options| options.text(TOPIC));
    topic.unwrap_or_default().trim()
}

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let typed = typed(request);
        if typed.is_empty() {
            return Ok(Reply::Message(list(app, request).await?));
        }
        let library = app.library();
        let near = library.suggester.topics(typed, request.language);
        // Somebody may have typed on without choosing the only suggestion.
        let only = match near.as_slice() {
            [one] => library.knowledge().topic(&one.value),
            _ => None,
        };
        let message = match (lookup::topic(library.knowledge(), typed), only) {
            (Lookup::Found(topic), _) | (Lookup::Near(_), Some(topic)) => {
                look(app, request, topic, &library).await?
            }
            (Lookup::Near(_), None) => {
                let names = near.into_iter().map(|suggestion| suggestion.label);
                let near = Near::Names(names.collect());
                view::library::unknown(typed, near, request.language)
            }
        };
        Ok(Reply::Message(message))
    })
}

/// What changed about a topic since the caller looked last; from now on they know what it holds now.
///
/// # Errors
/// When the store fails; then they know what they knew.
pub async fn look(
    app: &App,
    request: &Request,
    topic: &Topic,
    library: &Library,
) -> Result<Message, Fault> {
    let (user, language) = (request.caller.user, request.language);
    let watches = in_time(app.store.watches(user)).await?;
    let watch = watches.iter().find(|watch| watch.topic == topic.id);
    let known = match watch {
        Some(watch) => known(app, watch).await?,
        None => None,
    };
    let state = state(library, &topic.id);
    let looking = app
        .store
        .look(user, &topic.id, language, &state, request.at);
    if !in_time(looking).await? {
        let words = &Wording::of(language).watch;
        let full = note(Tone::Quiet, words.full, &(words.full_text)(MOST_WATCHES));
        let buttons = vec![view::watch::list_button(language)];
        return Ok(full.with(Rows::default().buttons(buttons)));
    }
    Ok(match known {
        Some(known) => {
            let watched = watched(&watches, topic);
            view::watch::changes(topic, &known, watched, library, language, 0)
        }
        None => view::watch::begun(topic, library, language),
    })
}

/// The topics that the caller watches.
///
/// # Errors
/// When the store fails.
pub async fn list(app: &App, request: &Request) -> Result<Message, Fault> {
    let library = app.library();
    let watches = in_time(app.store.watches(request.caller.user)).await?;
    let nothing = Holding::default();
    let mut listed = Vec::new();
    for watch in &watches {
        let now = library.holding(&watch.topic).unwrap_or(&nothing);
        let known = known(app, watch).await?;
        let before = known.as_ref().map_or(now, |known| &known.before);
        listed.push(Listed {
            topic: library.knowledge().topic(&watch.topic),
            counted: view::watch::counted(&Changes::between(before, now)),
            since: watch.since,
            is_monthly: watch.is_monthly,
        });
    }
    Ok(view::watch::list(&listed, request.language))
}

/// What somebody knows of a topic that they watch; nothing when it cannot be read any more.
///
/// # Errors
/// When the store fails.
pub async fn known(app: &App, watch: &Watch) -> Result<Option<Known>, Fault> {
    let text = in_time(app.store.topic_state(watch.state)).await?;
    Ok(text.and_then(|text| {
        Some(Known {
            before: Holding::parse(&text)?,
            since: watch.since,
        })
    }))
}

/// What a topic holds now, to be kept.
pub fn state(library: &Library, topic: &str) -> TopicState {
    let nothing = Holding::default();
    let holding = library.holding(topic).unwrap_or(&nothing);
    TopicState {
        number: holding.number(),
        text: holding.to_text(),
    }
}

/// How a topic is watched.
pub fn watched(watches: &[Watch], topic: &Topic) -> Watched {
    match watches.iter().find(|watch| watch.topic == topic.id) {
        None => Watched::No,
        Some(watch) if watch.is_monthly => Watched::Monthly,
        Some(_) => Watched::Quietly,
    }
}

fn suggest(app: &App, request: &Request) -> Vec<Choice> {
    choices(
        app.library()
            .suggester
            .topics(typed(request), request.language),
    )
}
