//! The Discord face from outside: a fake Discord, and scenarios that run the real program against it.
//!
//! `fake` is the model of Discord; `fake_itself` shows that it is strict and that its events can be read. `scene`
//! starts both, with an index that `prebuilt` builds once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod evidence;
mod fake;
mod prebuilt;
mod scene;
mod stable;

mod asking;
mod fake_itself;
mod gateway_faults;
mod hostile;
mod limits;
mod permissions;
mod rest_faults;
mod sparse;
