//! Every command, as a value in one table that registration, dispatch, help and tests read. A command's file
//! has its value and its handler; `ask.rs` is the one to copy. Handlers decide on a `Reply` and send nothing.

pub mod about;
pub mod answer_this;
pub mod ask;
pub mod crosswalk;
pub mod drill;
pub mod guideline;
pub mod help;
pub mod incident;
pub mod kb;
pub mod plan;
pub mod privacy;
pub mod profile;
pub mod selfcheck;
pub mod settings;
pub mod term;
pub mod watch;
pub mod windows;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::app::App;
use super::fault::Fault;
use super::reply::{Choice, Reply, Visibility};
use super::request::Request;
use crate::store::GuildSettings;
use crate::wording::{CommandWords, Wording};

/// Every command, in the order in which Discord and `/help` show them.
pub const COMMANDS: &[&Command] = &[
    &ask::COMMAND,
    &guideline::COMMAND,
    &term::COMMAND,
    &windows::COMMAND,
    &incident::COMMAND,
    &plan::COMMAND,
    &selfcheck::COMMAND,
    &crosswalk::COMMAND,
    &profile::COMMAND,
    &drill::COMMAND,
    &watch::COMMAND,
    &help::COMMAND,
    &about::COMMAND,
    &privacy::COMMAND,
    &settings::COMMAND,
    &kb::COMMAND,
    &answer_this::COMMAND,
];

/// What a handler gives back.
pub type Doing<'a> = Pin<Box<dyn Future<Output = Result<Reply, Fault>> + Send + 'a>>;

/// A command.
pub struct Command {
    /// Its names and descriptions, and those of its options, in a locale. The English name is the one by which
    /// Discord knows it.
    pub words: fn(&'static Wording) -> &'static CommandWords,
    /// How it is called.
    pub kind: Kind,
    /// Who may.
    pub access: Access,
    /// What is told to Discord before the work begins.
    pub acknowledge: fn(&Request, &GuildSettings) -> Acknowledge,
    /// The work.
    pub run: for<'a> fn(&'a Arc<App>, &'a Request) -> Doing<'a>,
    /// Suggestions for the option that is being typed, from memory.
    pub suggest: Option<fn(&App, &Request) -> Vec<Choice>>,
}

/// How a command is called.
pub enum Kind {
    /// By its name, with options.
    Slash(&'static [OptionSpec]),
    /// By its name and a subcommand's, in the order of the words.
    Group(&'static [SubcommandSpec]),
    /// From the menu of a message.
    OnMessage,
}

/// A subcommand.
pub struct SubcommandSpec {
    /// Its English name, by which Discord knows it.
    pub name: &'static str,
    /// Its options.
    pub options: &'static [OptionSpec],
}

/// An option; its words stand in the wording under the same name.
pub struct OptionSpec {
    /// Its English name, by which Discord knows it.
    pub name: &'static str,
    /// What it takes.
    pub kind: OptionKind,
    /// It must be given.
    pub is_required: bool,
}

/// What an option takes.
#[derive(Debug, Clone, Copy)]
pub enum OptionKind {
    /// A text of at most so many characters.
    Text(u16),
    /// A text with suggestions while it is typed.
    Suggested,
    /// One of a few values, at most 25.
    OneOf(&'static [FixedChoice]),
    /// A whole number.
    Number {
        /// The least that it may be.
        least: i64,
        /// The most that it may be, up to 2^53.
        most: i64,
    },
    /// Yes or no.
    Switch,
    /// A text channel.
    Channel,
    /// A role.
    Role,
}

/// A value that an option may have.
#[derive(Debug, Clone, Copy)]
pub struct FixedChoice {
    /// What is sent.
    pub value: &'static str,
    /// What is shown.
    pub name: fn(&'static Wording) -> &'static str,
}

/// Who may call a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Everyone,
    /// Those who manage the server or have the role that the config names; only inside a guild.
    Admins,
}

/// What Discord is told before the work begins: it waits for 3 seconds only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acknowledge {
    /// Nothing: the reply itself comes at once.
    WithReply,
    /// A message will come.
    Later(Visibility),
}
