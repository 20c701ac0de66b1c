//! What came in, as values: `edge` makes them out of Discord's events, handlers read nothing else.

use jiff::Timestamp;

use super::component_id::ComponentId;
use crate::question::Language;
use crate::store::{ChannelId, GuildId, MessageId, RoleId, UserId};

/// One interaction.
#[derive(Debug, Clone)]
pub struct Request {
    /// Its number, which no other interaction has.
    pub id: u64,
    /// When it arrived.
    pub at: Timestamp,
    /// Who.
    pub caller: Caller,
    /// Where.
    pub place: Place,
    /// The language that the caller's client shows, else the guild's.
    pub language: Language,
    /// What.
    pub input: Input,
}

/// Who called.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The account.
    pub user: UserId,
    /// What they may do in the channel, as Discord's bits; 0 in a direct message.
    pub permissions: u64,
    /// Their roles in the guild.
    pub roles: Vec<RoleId>,
}

/// Where something happened.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The guild; none in a direct message.
    pub guild: Option<GuildId>,
    /// The channel or thread.
    pub channel: ChannelId,
}

/// What the caller did.
#[derive(Debug, Clone)]
pub enum Input {
    /// Called a slash command.
    Command(Options),
    /// Is typing an option of a slash command.
    Autocomplete {
        /// What is there so far.
        options: Options,
        /// The name of the option that is being typed.
        focused: String,
    },
    /// Chose the message command on a message.
    OnMessage(Target),
    /// Used a button or menu; the values are those of the menu.
    Component {
        /// What it does.
        id: ComponentId,
        /// What was chosen in a menu.
        values: Vec<String>,
        /// The message it stands on.
        shown: Shown,
    },
    /// Sent a dialog off.
    Modal {
        /// What happens with it.
        id: ComponentId,
        /// The texts that were typed.
        fields: Fields,
        /// The message from which it was opened.
        shown: Shown,
    },
}

/// The texts of a dialog by the names of its inputs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The text of an input; empty when nothing was typed, or there is no such input.
    pub fn text(&self, name: &str) -> &str {
        let mut fields = self.0.iter();
        fields
            .find(|(known, _)| known == name)
            .map_or("", |(_, text)| text.as_str())
    }
}

impl FromIterator<(String, String)> for Fields {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

/// The options of a slash command by name, and the subcommand.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The subcommand, as `status` in `/kb status`.
    pub subcommand: Option<String>,
    /// Names and values.
    pub values: Vec<(String, Value)>,
}

/// The value of an option.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// Yes or no.
    Switch(bool),
    /// A whole number.
    Number(i64),
    /// A channel, role or user.
    Snowflake(u64),
}

impl Request {
    /// The options of a command that is called or typed.
    pub fn options(&self) -> Option<&Options> {
        match &self.input {
            Input::Command(options) | Input::Autocomplete { options, .. } => Some(options),
            _ => None,
        }
    }

    /// The message on which a component was used or a dialog was opened.
    pub fn shown(&self) -> Option<&Shown> {
        match &self.input {
            Input::Component { shown, .. } | Input::Modal { shown, .. } => Some(shown),
            _ => None,
        }
    }

    /// All that was chosen in a menu; empty when nothing was.
    pub fn values(&self) -> &[String] {
        match &self.input {
            Input::Component { values, .. } => values,
            _ => &[],
        }
    }

    /// What was chosen in a menu of one choice.
    pub fn chosen(&self) -> Option<&str> {
        self.values().first().map(String::as_str)
    }
}

impl Place {
    /// Whether it is a direct message.
    pub fn is_direct(&self) -> bool {
        self.guild.is_none()
    }
}

impl Options {
    /// The text of an option.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.values.iter().find_map(|(known, value)| match value {
            Value::Text(text) if known == name => Some(text.as_str()),
            _ => None,
        })
    }

    /// The state of a switch.
    pub fn switch(&self, name: &str) -> Option<bool> {
        self.values.iter().find_map(|(known, value)| match value {
            Value::Switch(state) if known == name => Some(*state),
            _ => None,
        })
    }

    /// The whole number of an option.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.values.iter().find_map(|(known, value)| match value {
            Value::Number(number) if known == name => Some(*number),
            _ => None,
        })
    }

    /// The number of a channel, role or user.
    pub fn snowflake(&self, name: &str) -> Option<u64> {
        self.values.iter().find_map(|(known, value)| match value {
            Value::Snowflake(number) if known == name => Some(*number),
            _ => None,
        })
    }
}

/// The message on which a message command was chosen.
#[derive(Debug, Clone)]
pub struct Target {
    /// The message.
    pub message: MessageId,
    /// Its text.
    pub content: String,
    /// A program or webhook wrote it.
    pub is_from_program: bool,
}

/// The message on which a component stands.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The message.
    pub message: MessageId,
    /// The question that the card repeats.
    pub question: Option<String>,
    /// Only the caller sees it.
    pub is_private: bool,
}
