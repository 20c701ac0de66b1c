//! `/kb`: admins look at the knowledge, publish it and take it back. Each subcommand is a file with what it
//! gathers and the message it makes of that; `status` is the one to copy. A message is made without input or
//! output, so that tests see what an admin sees.

mod changes;
pub mod check;
mod event;
mod failure;
mod history;
mod reindex;
pub mod rollback;
mod status;
pub mod unanswered;

use std::sync::Arc;

use super::{Access, Acknowledge, Command, Doing, Kind, SubcommandSpec};
use crate::discord::app::App;
use crate::discord::fault::Fault;
use crate::discord::reply::{Reply, Visibility};
use crate::discord::request::{Input, Request};
use crate::wording::Wording;

/// `/kb`.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.kb,
    kind: Kind::Group(SUBCOMMANDS),
    access: Access::Admins,
    acknowledge: |_, _| Acknowledge::Later(Visibility::Private),
    run,
    suggest: None,
};

const STATUS: &str = "status";
const CHECK: &str = "check";
const REINDEX: &str = "reindex";
const HISTORY: &str = "history";
const ROLLBACK: &str = "rollback";
const UNANSWERED: &str = "unanswered";

const SUBCOMMANDS: &[SubcommandSpec] = &[
    plain(STATUS),
    plain(CHECK),
    plain(REINDEX),
    plain(HISTORY),
    plain(ROLLBACK),
    plain(UNANSWERED),
];

const fn plain(name: &'static str) -> SubcommandSpec {
    SubcommandSpec { name, options: &[] }
}

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let Input::Command(options) = &request.input else {
            return Err(Fault::Expired);
        };
        match options.subcommand.as_deref() {
            Some(STATUS) => status::run(app, request).await,
            Some(CHECK) => check::run(app, request, 0).await.map(Reply::Message),
            Some(REINDEX) => reindex::run(app, request),
            Some(HISTORY) => history::run(app, request).await,
            Some(ROLLBACK) => rollback::ask(app, request, None).await,
            Some(UNANSWERED) => unanswered::run(app, request, 0).await.map(Reply::Message),
            _ => Err(Fault::Expired),
        }
    })
}

/// A subcommand as it is typed, in the words of a locale.
fn typed(wording: &Wording, name: &str) -> String {
    let words = &wording.commands.kb;
    let position = SUBCOMMANDS.iter().position(|spec| spec.name == name);
    match position.and_then(|position| words.parts.get(position)) {
        Some(part) => format!("`/{} {}`", words.name, part.name),
        None => format!("`/{}`", words.name),
    }
}
