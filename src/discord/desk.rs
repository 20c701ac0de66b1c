//! From a request to a reply: finds the command or component, checks who may, takes from the budget, runs it.
//! Decides everything without Discord.

use std::sync::Arc;
use std::time::Instant;

use super::access;
use super::app::App;
use super::commands::{Access, Acknowledge, COMMANDS, Command};
use super::components;
use super::fault::Fault;
use super::reply::{Choice, Reply};
use super::request::{Input, Request};
use crate::store::GuildSettings;
use crate::wording::Wording;

/// The command of a name, by which Discord knows it.
pub fn command(name: &str) -> Option<&'static Command> {
    let english = Wording::of(crate::question::Language::En);
    COMMANDS
        .iter()
        .copied()
        .find(|command| (command.words)(english).name == name)
}

/// What Discord is told before the work begins, once it is clear that there will be work.
///
/// # Errors
/// When the caller may not, or has used up their budget.
pub fn admitted(
    app: &App,
    request: &Request,
    command: Option<&Command>,
    settings: &GuildSettings,
) -> Result<Acknowledge, Fault> {
    let Some(command) = command else {
        return match request.input {
            // Buttons and menus work from memory and cost nothing.
            Input::Component { .. } | Input::Modal { .. } => Ok(Acknowledge::WithReply),
            _ => Err(Fault::Expired),
        };
    };
    if command.access == Access::Admins {
        access::check_admin(request, &app.config.discord)?;
    }
    let acknowledge = (command.acknowledge)(request, settings);
    if let Acknowledge::Later(_) = acknowledge {
        let taken = app
            .budgets
            .take(request.caller.user, request.place.guild, Instant::now());
        taken.map_err(Fault::Wait)?;
    }
    Ok(acknowledge)
}

/// Does what was asked for.
///
/// # Errors
/// When it cannot be done; `refusal` has the words for it.
pub async fn reply(
    app: &Arc<App>,
    request: &Request,
    command: Option<&Command>,
) -> Result<Reply, Fault> {
    match (&request.input, command) {
        (Input::Component { id, .. } | Input::Modal { id, .. }, _) => {
            components::run(app, request, id).await
        }
        (_, Some(command)) => (command.run)(app, request).await,
        (_, None) => Err(Fault::Expired),
    }
}

/// Suggestions for what is being typed; from memory.
pub fn choices(app: &App, request: &Request, command: Option<&Command>) -> Vec<Choice> {
    match command.and_then(|command| command.suggest) {
        Some(suggest) => suggest(app, request),
        None => Vec::new(),
    }
}
