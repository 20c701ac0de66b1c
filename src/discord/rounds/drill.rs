//! Drills: what happens next in each, when its time comes. The first inject is due when the drill begins; the report
//! is the last post.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Fate, Post, Recipient, Round, Working};
use crate::discord::app::{App, japan_time};
use crate::discord::drills::{self, Playing};
use crate::discord::fault::Fault;
use crate::discord::view;
use crate::knowledge::Drill;
use crate::profile::{DrillEnd, DrillNext};
use crate::store::MessageId;

/// The course of all drills.
pub const ROUND: Round = Round {
    name: "drill",
    due,
    run,
    settle: Some(settle),
};

/// The turns of the report and of its papers, which is the last; injects have their positions.
const REPORT: u32 = 1000;
const PAPERS: u32 = 1001;

fn due(app: &Arc<App>, _: Option<Timestamp>) -> Working<'_, Option<Timestamp>> {
    Box::pin(async move { Ok(app.store.next_drill_at().await?) })
}

fn run(app: &Arc<App>, now: Timestamp) -> Working<'_, Vec<Post>> {
    Box::pin(async move {
        let mut posts = Vec::new();
        for kept in app.store.due_drills(now).await? {
            let playing = Playing::of(kept)?;
            match posts_of(app, &playing, now) {
                Some(next) => posts.extend(next),
                // Its story was taken out of the knowledge: there is nothing to post that could move it on.
                None => give_up(app, &playing).await?,
            }
        }
        Ok(posts)
    })
}

/// What happens next; none when the knowledge has no such story any more.
fn posts_of(app: &Arc<App>, playing: &Playing, now: Timestamp) -> Option<Vec<Post>> {
    let library = app.library();
    let drill = library.knowledge().drill(&playing.state.drill)?;
    let language = playing.kept.language;
    let to = Recipient::Channel(playing.kept.thread?);
    let post = |turn, message| Post {
        subject: playing.kept.number.0,
        turn,
        to,
        message,
    };
    match next(playing, drill) {
        DrillNext::Inject(inject) => {
            let mut opened = playing.clone();
            opened.open_next(drill, now, drills::minute_ms(app)).ok()?;
            let message = view::drill::inject(drill, &opened, inject, &library, language)?;
            Some(vec![post(u32::try_from(inject).ok()?, message)])
        }
        DrillNext::End => {
            let mut ended = playing.clone();
            end(&mut ended);
            let day = japan_time(now).date();
            let report = view::drill_report::report(drill, &ended, &library, language);
            let papers = view::drill_report::papers(drill, &ended, day, &library, language);
            Some(vec![post(REPORT, report), post(PAPERS, papers)])
        }
    }
}

fn next(playing: &Playing, drill: &Drill) -> DrillNext {
    match (playing.state.end, playing.state.turns.is_empty()) {
        (Some(_), _) => DrillNext::End,
        (None, true) => DrillNext::Inject(0),
        (None, false) => playing.state.next(drill).unwrap_or(DrillNext::End),
    }
}

/// Moves a drill on once its post is there. What could not be posted is not posted later: those who play would get
/// two things at once.
fn settle<'a>(app: &'a Arc<App>, post: &'a Post, _: Fate) -> Working<'a, ()> {
    Box::pin(async move {
        let library = app.library();
        let minute_ms = drills::minute_ms(app);
        let moved = drills::change(app, MessageId(post.subject), |playing| {
            let Some(drill) = library.knowledge().drill(&playing.state.drill) else {
                return Ok(());
            };
            match post.turn {
                REPORT => end(playing),
                PAPERS => playing.kept.next_at = None,
                inject if playing.is_next(inject as usize) => {
                    playing.open_next(drill, Timestamp::now(), minute_ms)?;
                }
                // Heard of before, overtaken by a stop, or opened by whoever chose first.
                _ => {}
            }
            Ok(())
        });
        moved.await.map(|_| ())
    })
}

fn end(playing: &mut Playing) {
    playing.state.end.get_or_insert(DrillEnd::Finished);
}

async fn give_up(app: &Arc<App>, playing: &Playing) -> Result<(), Fault> {
    tracing::warn!(
        drill = playing.state.drill,
        "a drill cannot go on: it is no longer known"
    );
    let given_up = drills::change(app, playing.kept.number, |playing| {
        playing.state.end = Some(DrillEnd::Stopped);
        playing.kept.next_at = None;
        Ok(())
    });
    given_up.await.map(|_| ())
}
