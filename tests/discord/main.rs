//! The Discord face from outside: a fake Discord, and scenarios that run the real program against it.
//!
//! `fake` is the model of Discord; `fake_itself` shows that it is strict and that its events can be read. `scene`
//! starts both, with an index that `prebuilt` builds once; a `house` is for what stays on disk.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod evidence;
mod fake;
mod guide;
mod house;
mod prebuilt;
mod scene;
mod stable;

mod answers;
mod asking;
mod channels;
mod company;
mod crosswalk;
mod drill;
mod drill_faults;
mod drill_people;
mod expired;
mod feedback;
mod harmless;
mod incident;
mod lookup;
mod never;
mod plan;
mod selfcheck;

mod admin;
mod reindex;
mod rollback;
mod secrets;
mod settings;
mod setup;
mod start;
mod stop;
mod store;
mod watch;

mod fake_itself;

mod gateway_faults;
mod hostile;
mod limits;
mod permissions;
mod rest_faults;
mod sparse;

mod preview;
