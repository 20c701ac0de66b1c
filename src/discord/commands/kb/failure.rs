//! Why the knowledge was not changed. The old version stays in every case, and the message says so.

use crate::discord::app::App;
use crate::discord::note::note;
use crate::discord::refusal::causes;
use crate::discord::reply::{Message, Tone};
use crate::question::Language;
use crate::search::IndexError;
use crate::store::UserId;
use crate::wording::Wording;

/// Why the knowledge was not changed.
#[derive(Debug)]
pub(super) enum Failure {
    /// Somebody else has the turn; who, when they are of the same guild.
    Running(Option<UserId>),
    /// Another program has it.
    OtherProcess,
    /// The knowledge folder cannot be read.
    Unreadable(IndexError),
    /// The index folder cannot be read or written.
    Unwritable(IndexError),
    /// No document can be read.
    NoDocuments,
    /// There is no earlier generation.
    NoneBefore,
    /// The generation is not there, or cannot be trusted.
    Gone(String),
    /// The generation is the one in use.
    Already(String),
    /// Another generation came into use while the admin was asked.
    Overtaken,
    /// Anything else; the cause.
    Ours(String),
}

impl Failure {
    /// A failure of building and publishing.
    pub fn publishing(error: IndexError) -> Self {
        match error {
            IndexError::Busy(_) => Self::OtherProcess,
            error @ IndexError::Io { .. } => Self::Unwritable(error),
            error => Self::Ours(causes(&error)),
        }
    }

    /// A failure of going back to a generation.
    pub fn going_back(error: IndexError, to: &str) -> Self {
        match error {
            IndexError::Damaged { .. }
            | IndexError::Foreign(_)
            | IndexError::NoSuchGeneration(_) => Self::Gone(to.to_owned()),
            error => Self::publishing(error),
        }
    }

    /// The reason in words, without who: it is kept in the history.
    pub fn reason(&self, wording: &Wording) -> String {
        let words = &wording.admin.kb;
        match self {
            Self::Running(who) => (words.running)(who.map(|who| format!("<@{who}>")).as_deref()),
            Self::OtherProcess => words.other_process.to_owned(),
            Self::Unreadable(_) => words.unreadable.to_owned(),
            Self::Unwritable(_) => words.unwritable.to_owned(),
            Self::NoDocuments => words.no_documents.to_owned(),
            Self::NoneBefore => words.none_before.to_owned(),
            Self::Gone(name) => (words.gone)(name),
            Self::Already(name) => (words.already)(name),
            Self::Overtaken => words.overtaken.to_owned(),
            Self::Ours(_) => words.ours.to_owned(),
        }
    }

    /// Whether somebody tried and it went wrong, which the history keeps.
    pub fn is_event(&self) -> bool {
        !matches!(
            self,
            Self::Running(_) | Self::NoneBefore | Self::Already(_) | Self::Overtaken
        )
    }

    /// The cause for the log, when the operator has to know.
    pub fn cause(&self) -> Option<String> {
        match self {
            Self::Unreadable(error) | Self::Unwritable(error) => Some(causes(error)),
            Self::Ours(cause) => Some(cause.clone()),
            _ => None,
        }
    }

    /// The message for the admin. What the operator has to know is logged with its reference.
    pub fn message(&self, title: &str, app: &App, language: Language, reference: &str) -> Message {
        let wording = Wording::of(language);
        let stays = (wording.admin.kb.stays)(&app.adviser.live().generation);
        let mut text = format!("{}\n\n{stays}", self.reason(wording));
        if let Some(cause) = self.cause() {
            tracing::error!(reference, cause, "the knowledge was not changed");
            text.push_str(&format!(
                "\n{}",
                (wording.admin.refusal.reference)(reference)
            ));
        }
        note(Tone::Quiet, title, &text)
    }
}
