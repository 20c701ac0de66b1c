//! `/help`: how to ask, and every command of the table that the caller may use.

use std::sync::Arc;

use super::{Access, Acknowledge, COMMANDS, Command, Doing, Kind};
use crate::discord::access;
use crate::discord::app::App;
use crate::discord::reply::{Card, Full, Message, Reply, Tone};
use crate::discord::request::Request;
use crate::wording::Wording;

/// `/help`.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.help,
    kind: Kind::Slash(&[]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: None,
};

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let wording = Wording::of(request.language);
        let is_admin = access::is_admin(request, &app.config.discord);
        let mut message = message(wording)?;
        if is_admin {
            for command in COMMANDS
                .iter()
                .filter(|command| command.access == Access::Admins)
            {
                message
                    .card
                    .field(&name(command, wording), &lines(command, wording))?;
            }
        }
        Ok(Reply::Message(message))
    })
}

/// What everybody sees.
fn message(wording: &'static Wording) -> Result<Message, Full> {
    let words = &wording.admin.help;
    let for_everyone = COMMANDS
        .iter()
        .filter(|command| command.access == Access::Everyone);
    let commands: Vec<String> = for_everyone
        .map(|command| lines(command, wording))
        .collect();
    let privacy = &wording.commands.privacy;
    let mut card = Card::titled(Tone::Calm, words.title);
    card.describe(&format!(
        "{}\n\n**{}**\n{}",
        words.how_to_ask,
        words.commands,
        commands.join("\n")
    ))?;
    card.field(
        words.privacy,
        &(words.privacy_text)(&format!("`/{}`", privacy.name)),
    )?;
    Ok(Message::private(card))
}

/// The heading of an admin command.
fn name(command: &Command, wording: &'static Wording) -> String {
    let words = (command.words)(wording);
    format!("/{} — {}", words.name, wording.admin.help.admin_commands)
}

/// A command and what it does; for a group, each of its subcommands.
fn lines(command: &Command, wording: &'static Wording) -> String {
    let words = (command.words)(wording);
    match command.kind {
        Kind::Slash(_) => format!("`/{}` {}", words.name, words.description),
        Kind::OnMessage => (wording.admin.help.on_message)(words.name),
        Kind::Group(_) => {
            let parts = words.parts.iter();
            let lines: Vec<String> = parts
                .map(|part| format!("`/{} {}` {}", words.name, part.name, part.description))
                .collect();
            lines.join("\n")
        }
    }
}
