//! `/incident`: a playbook as a checklist for everybody in the channel.

use std::sync::Arc;

use super::guideline::choices;
use super::{Access, Acknowledge, Command, Doing, Kind, OptionKind, OptionSpec};
use crate::discord::app::{App, japan_time};
use crate::discord::patience::in_time;
use crate::discord::reply::{Choice, Message, Reply};
use crate::discord::request::Request;
use crate::discord::view;
use crate::discord::view::checklist::Ticking;
use crate::discord::view::library::Near;
use crate::knowledge::Playbook;
use crate::lookup::{self, Lookup};
use crate::store::MessageId;

const KIND: &str = "kind";

/// Opens a playbook.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.incident,
    kind: Kind::Slash(&[OptionSpec {
        name: KIND,
        kind: OptionKind::Suggested,
        is_required: true,
    }]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: Some(suggest),
};

fn kind(request: &Request) -> &str {
    let kind = request.options().and_then(|options| options.text(KIND));
    kind.unwrap_or_default()
}

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let library = app.library();
        let (kind, language) = (kind(request), request.language);
        let message = match lookup::playbook(library.knowledge(), kind) {
            Lookup::Found(playbook) => opened(app, request, playbook).await,
            Lookup::Near(_) => {
                let near = library.suggester.playbooks(kind, language);
                let names = near.into_iter().map(|suggestion| suggestion.label);
                view::library::unknown(kind, Near::Names(names.collect()), language)
            }
        };
        Ok(Reply::Message(message))
    })
}

/// In an incident the list is needed also when the store is not there: then without ticks.
async fn opened(app: &App, request: &Request, playbook: &Playbook) -> Message {
    let checklist = MessageId(request.id);
    let guild = request.place.guild;
    let opening = app
        .store
        .open_checklist(checklist, guild, &playbook.id, request.at);
    let ticking = match in_time(opening).await {
        Ok(()) => Ticking::On(checklist.0, &[]),
        Err(error) => {
            tracing::warn!(%error, "a checklist could not be opened; it is shown without ticks");
            Ticking::Off
        }
    };
    let moment = japan_time(request.at);
    view::checklist::checklist(playbook, ticking, &app.library(), request.language, moment)
}

fn suggest(app: &App, request: &Request) -> Vec<Choice> {
    choices(
        app.library()
            .suggester
            .playbooks(kind(request), request.language),
    )
}
