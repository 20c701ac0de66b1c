//! The buttons of a drill: take part, begin, choose, go on, stop. What they change is in the store before anybody
//! sees it; what follows by the clock is the round's.

use std::sync::Arc;

use crate::discord::access;
use crate::discord::app::App;
use crate::discord::component_id::ComponentId;
use crate::discord::drills::{self, Playing};
use crate::discord::fault::Fault;
use crate::discord::library::Library;
use crate::discord::limits::Text;
use crate::discord::reply::{After, Effect, Placement, Reply};
use crate::discord::request::Request;
use crate::discord::view::drill::{self as view, Closing};
use crate::knowledge::Drill;
use crate::profile::DrillRefusal;
use crate::render::drill_title;
use crate::store::MessageId;
use crate::wording::Wording;

/// Takes a seat: the drill's number.
///
/// # Errors
/// When it is full or has begun, or the store fails.
pub async fn join(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let user = request.caller.user;
    let joined = drills::change(app, number(id)?, |playing| {
        if playing.has_begun() {
            return Err(DrillRefusal::Begun.into());
        }
        let is_new = playing.seat_of(user).is_none();
        if is_new {
            playing.state.join()?;
            playing.kept.seats.push(Some(user));
        }
        Ok(is_new)
    });
    let (playing, is_new) = joined.await?;
    let library = app.library();
    let drill = drill_of(&library, &playing)?;
    Ok(match is_new {
        true => Reply::Update(view::invitation(drill, &playing, id.language)),
        false => {
            let words = &Wording::of(id.language).drill_room.already_in;
            Reply::Message(view::note(words.0, words.1, id.language))
        }
    })
}

/// Opens the thread, where it begins: the drill's number.
///
/// # Errors
/// When the caller does not take part, it has begun, or the store fails.
pub async fn begin(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let number = number(id)?;
    let playing = drills::read(app, number).await?;
    if playing.has_begun() {
        return Err(DrillRefusal::Begun.into());
    }
    if playing.kept.seats.is_empty() {
        return Err(DrillRefusal::Nobody.into());
    }
    playing
        .seat_of(request.caller.user)
        .ok_or(DrillRefusal::NoSeat)?;
    let library = app.library();
    let drill = drill_of(&library, &playing)?;
    let language = id.language;
    Ok(Reply::After(Box::new(After {
        effect: Effect::Drill {
            number,
            name: Text::fitted(&drill_title(drill, language)),
            greeting: view::greeting(drill, &playing, language),
        },
        done: view::begun(drill, &playing, language),
        failed: view::not_begun(drill, &playing, language),
        placement: Placement::Replace,
    })))
}

/// Chooses: the drill's number, the inject, the option.
///
/// # Errors
/// When the caller does not take part, the inject is closed, or the store fails; then nothing was chosen.
pub async fn decide(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let inject = inject(id)?;
    let option = id.number_at(2).and_then(|option| u8::try_from(option).ok());
    let option = option.ok_or(Fault::Expired)?;
    let library = app.library();
    let minute_ms = drills::minute_ms(app);
    let decided = drills::change(app, number(id)?, |playing| {
        let seat = playing.seat_of(request.caller.user);
        let seat = seat.ok_or(DrillRefusal::NoSeat)?;
        let drill = drill_of(&library, playing)?;
        if playing.is_next(inject) {
            // It is there, as the press shows; that it was posted is noted only a moment later.
            playing.open_next(drill, request.at, minute_ms)?;
        }
        Ok(playing.state.decide(drill, seat, inject, option)?)
    });
    let (playing, ()) = decided.await?;
    let drill = drill_of(&library, &playing)?;
    let message = view::inject(drill, &playing, inject, &library, id.language);
    Ok(Reply::Update(message.ok_or(Fault::Expired)?))
}

/// Goes on before the time when all have chosen: the drill's number, the inject.
///
/// # Errors
/// When the caller does not take part, the inject is closed, or the store fails.
pub async fn next(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let inject = inject(id)?;
    let hurried = drills::change(app, number(id)?, |playing| {
        let seat = playing.seat_of(request.caller.user);
        seat.ok_or(DrillRefusal::NoSeat)?;
        if playing.state.end.is_some() {
            return Err(DrillRefusal::Over.into());
        }
        if playing.state.current() != Some(inject) {
            return Err(DrillRefusal::Closed.into());
        }
        let all_decided = playing.state.has_everybody_decided();
        if all_decided {
            playing.kept.next_at = Some(request.at);
        }
        Ok(all_decided)
    });
    let (playing, all_decided) = hurried.await?;
    if !all_decided {
        return Ok(Reply::Message(view::undecided(&playing, id.language)));
    }
    app.wake_rounds();
    closed(app, &playing, inject, Closing::GoingOn, id)
}

/// Stops: the drill's number, the inject. Those who take part may, and admins.
///
/// # Errors
/// When the caller may not, it is over, or the store fails.
pub async fn stop(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let is_admin = access::is_admin(request, &app.config.discord);
    let stopped = drills::change(app, number(id)?, |playing| {
        if playing.seat_of(request.caller.user).is_none() && !is_admin {
            return Err(DrillRefusal::NoSeat.into());
        }
        playing.state.stop()?;
        playing.kept.next_at = Some(request.at);
        Ok(())
    });
    let (playing, ()) = stopped.await?;
    app.wake_rounds();
    closed(app, &playing, inject(id)?, Closing::Stopping, id)
}

/// The inject without its buttons, and what comes.
fn closed(
    app: &Arc<App>,
    playing: &Playing,
    inject: usize,
    closing: Closing,
    id: &ComponentId,
) -> Result<Reply, Fault> {
    let library = app.library();
    let drill = drill_of(&library, playing)?;
    let message = view::closed(drill, playing, inject, closing, &library, id.language);
    Ok(Reply::Update(message.ok_or(Fault::Expired)?))
}

fn number(id: &ComponentId) -> Result<MessageId, Fault> {
    id.number_at(0).map(MessageId).ok_or(Fault::Expired)
}

fn inject(id: &ComponentId) -> Result<usize, Fault> {
    let inject = id.number_at(1);
    let inject = inject.and_then(|inject| usize::try_from(inject).ok());
    inject.ok_or(Fault::Expired)
}

fn drill_of<'l>(library: &'l Library, playing: &Playing) -> Result<&'l Drill, Fault> {
    let drill = library.knowledge().drill(&playing.state.drill);
    drill.ok_or(Fault::Expired)
}
