//! What goes out, as values: a handler decides on a [`Reply`], `edge` turns it into Discord's form and sends it.
//! The types keep Discord's limits, so that a reply that exists can be sent.

use tokio::sync::mpsc;

use super::limits::{self, Text};
use crate::store::{ChannelId, MessageId};

pub use super::attachment::{Attachment, Files, FilesRefused};
pub use super::card::{Card, Field, Full, Tone};
pub use super::controls::{Button, Choice, Menu, MenuOption, Row, Rows, Style, Target};
pub use super::dialog::{Height, Modal, TextInput};

/// The answer to one interaction or message.
#[derive(Debug)]
pub enum Reply {
    /// A message.
    Message(Message),
    /// The message whose component was used becomes this one.
    Update(Message),
    /// A dialog. Only as a first response, so never after work that takes long.
    Modal(Modal),
    /// Suggestions for what is being typed.
    Choices(Vec<Choice>),
    /// A private message that changes as a long work goes on; the last value is the result.
    Progress(mpsc::Receiver<Message>),
    /// Something else is done first; whether it worked decides what is said.
    After(Box<After>),
}

/// An effect and what is said when it worked and when it did not.
#[derive(Debug)]
pub struct After {
    /// What is done.
    pub effect: Effect,
    /// Said when it worked.
    pub done: Message,
    /// Said when Discord refused.
    pub failed: Message,
    /// Where it is said.
    pub placement: Placement,
}

/// Where the words after an effect stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Placement {
    /// In a new private message.
    #[default]
    Beside,
    /// In place of the message whose component was used, so that it cannot be used twice.
    Replace,
}

/// What is done beside answering.
#[derive(Debug)]
pub enum Effect {
    /// Posts a message to a channel.
    Post {
        /// Where.
        channel: ChannelId,
        /// What.
        message: Message,
    },
    /// Opens a thread at the message whose component was used, and greets in it.
    Thread {
        /// Its name.
        name: Text<{ limits::THREAD_NAME }>,
        /// The first message in it.
        greeting: Message,
    },
    /// Opens a thread at the message whose component was used, greets in it, and begins a drill there.
    Drill {
        /// The drill's number.
        number: MessageId,
        /// The name of the thread.
        name: Text<{ limits::THREAD_NAME }>,
        /// The first message in it.
        greeting: Message,
    },
}

/// Who sees a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Visibility {
    /// Everybody in the channel.
    #[default]
    Public,
    /// Only the caller.
    Private,
}

/// One message: a card, components and files.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Message {
    /// Who sees it.
    pub visibility: Visibility,
    /// The card.
    pub card: Card,
    /// The rows of components.
    pub rows: Rows,
    /// The files. A message that becomes this one loses those that it had.
    pub files: Files,
}

impl Message {
    /// A message that everybody sees.
    pub fn public(card: Card) -> Self {
        Self {
            visibility: Visibility::Public,
            card,
            rows: Rows::default(),
            files: Files::default(),
        }
    }

    /// A message that only the caller sees.
    pub fn private(card: Card) -> Self {
        Self {
            visibility: Visibility::Private,
            ..Self::public(card)
        }
    }

    /// The same message with components.
    pub fn with(mut self, rows: Rows) -> Self {
        self.rows = rows;
        self
    }

    /// The same message with files.
    pub fn with_files(mut self, files: Files) -> Self {
        self.files = files;
        self
    }
}
