//! `/drill`: calls people to practise an incident together.

use std::sync::Arc;

use super::guideline::choices;
use super::{Access, Acknowledge, Command, Doing, Kind, OptionKind, OptionSpec};
use crate::discord::app::App;
use crate::discord::drills::{self, Playing};
use crate::discord::fault::Fault;
use crate::discord::reply::{Choice, Reply};
use crate::discord::request::Request;
use crate::discord::view;
use crate::discord::view::library::Near;
use crate::lookup::{self, Lookup};
use crate::store::MessageId;

const SCENARIO: &str = "scenario";

/// Calls for a drill.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.drill,
    kind: Kind::Slash(&[OptionSpec {
        name: SCENARIO,
        kind: OptionKind::Suggested,
        is_required: true,
    }]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: Some(suggest),
};

fn scenario(request: &Request) -> &str {
    let scenario = request.options().and_then(|options| options.text(SCENARIO));
    scenario.unwrap_or_default()
}

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let guild = request.place.guild.ok_or(Fault::GuildOnly)?;
        let library = app.library();
        let (scenario, language) = (scenario(request), request.language);
        let message = match lookup::drill(library.knowledge(), scenario) {
            Lookup::Found(drill) => {
                let playing = Playing::new(MessageId(request.id), guild, language, drill);
                drills::open(app, &playing, request.at).await?;
                view::drill::invitation(drill, &playing, language)
            }
            Lookup::Near(_) => {
                let near = library.suggester.drills(scenario, language);
                let names = near.into_iter().map(|suggestion| suggestion.label);
                view::library::unknown(scenario, Near::Names(names.collect()), language)
            }
        };
        Ok(Reply::Message(message))
    })
}

fn suggest(app: &App, request: &Request) -> Vec<Choice> {
    choices(
        app.library()
            .suggester
            .drills(scenario(request), request.language),
    )
}
