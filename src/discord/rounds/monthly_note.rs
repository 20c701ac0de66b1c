//! The monthly note: one direct message to each person who asked for it, in the hours of the settings, and only
//! when something changed under their topics. Where it is refused, nothing is lost: `/watch` shows it.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, offset};

use super::{Fate, Post, Recipient, Round, Working};
use crate::discord::app::{App, japan_time};
use crate::discord::commands::watch::{known, state};
use crate::discord::fault::Fault;
use crate::discord::library::Library;
use crate::discord::view::watch::note;
use crate::store::{UserId, Watch};

/// The monthly note.
pub const ROUND: Round = Round {
    name: "monthly-note",
    due,
    run,
    settle: Some(settle),
};

/// People in one run: what they are told should be new when it is sent.
const PEOPLE: u32 = 10;
const JAPAN: Offset = offset(9);

/// The number of a month: 202612 for December 2026.
pub fn month(moment: DateTime) -> u32 {
    let year = u32::from(moment.year().unsigned_abs());
    year * 100 + u32::from(moment.month().unsigned_abs())
}

fn due(app: &Arc<App>, _: Option<Timestamp>) -> Working<'_, Option<Timestamp>> {
    Box::pin(async move {
        let now = Timestamp::now();
        let moment = japan_time(now);
        let time = app.config.discord.monthly_note;
        if time.is_open(moment) && !app.store.without_note(month(moment), 1).await?.is_empty() {
            return Ok(Some(now));
        }
        Ok(JAPAN.to_timestamp(time.next_opening(moment)).ok())
    })
}

fn run(app: &Arc<App>, now: Timestamp) -> Working<'_, Vec<Post>> {
    Box::pin(async move {
        let month = month(japan_time(now));
        let library = app.library();
        let watches = app.store.without_note(month, PEOPLE).await?;
        let mut posts = Vec::new();
        for watches in watches.chunk_by(|one, next| one.user == next.user) {
            let Some(user) = watches.first().map(|watch| watch.user) else {
                continue;
            };
            match post(app, &library, user, watches, now).await? {
                Some(post) => posts.push(post),
                None => app.store.end_note(user, month).await?,
            }
        }
        Ok(posts)
    })
}

/// The note to one person; nothing when nothing changed.
async fn post(
    app: &App,
    library: &Library,
    user: UserId,
    watches: &[Watch],
    now: Timestamp,
) -> Result<Option<Post>, Fault> {
    let (mut topics, mut told) = (Vec::new(), Vec::new());
    for watch in watches {
        let state = state(library, &watch.topic);
        let topic = library.knowledge().topic(&watch.topic);
        let (Some(topic), true) = (topic, state.number != watch.state) else {
            continue;
        };
        if let Some(known) = known(app, watch).await? {
            topics.push((topic, known));
            told.push((watch.topic.clone(), state));
        }
    }
    // The language in which they looked last.
    let latest = watches.iter().max_by_key(|watch| watch.since);
    let (Some(latest), false) = (latest, topics.is_empty()) else {
        return Ok(None);
    };
    app.store.begin_note(user, &told, now).await?;
    Ok(Some(Post {
        subject: user.0,
        turn: month(japan_time(now)),
        to: Recipient::Person(user),
        message: note(&topics, library, latest.language),
    }))
}

fn settle<'a>(app: &'a Arc<App>, post: &'a Post, fate: Fate) -> Working<'a, ()> {
    Box::pin(async move {
        let user = UserId(post.subject);
        match fate {
            Fate::Sent => {
                app.store
                    .note_sent(user, post.turn, Timestamp::now())
                    .await?
            }
            Fate::GivenUp => app.store.end_note(user, post.turn).await?,
        }
        Ok(())
    })
}
