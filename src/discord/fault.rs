//! Why a request has no answer. The asker's mistakes get a kind phrase; ours are logged once with a reference.

use super::reply::Full;
use crate::adviser::AskError;
use crate::profile::DrillRefusal;
use crate::search::IndexError;
use crate::store::StoreError;

/// Why a request has no answer.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Nothing to answer.
    #[error("the question is empty")]
    Empty,
    /// A button of another version, or of something that is no longer there.
    #[error("the component has expired")]
    Expired,
    /// Only admins may.
    #[error("only admins may do that")]
    Forbidden,
    /// Only inside a guild.
    #[error("only inside a guild")]
    GuildOnly,
    /// The caller's or guild's budget is used up; seconds to wait.
    #[error("the budget is used up for {0} s")]
    Wait(u64),
    /// Too many questions wait.
    #[error("too many questions wait")]
    Busy,
    /// Not possible in a drill as it stands.
    #[error("not possible in this drill: {0}")]
    Drill(#[from] DrillRefusal),
    /// The index failed.
    #[error("the index failed")]
    Index(#[source] IndexError),
    /// The store failed.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// Something of ours broke.
    #[error("{0}")]
    Broken(String),
}

impl Fault {
    /// Whether it is ours, to be logged, and not the asker's.
    pub fn is_ours(&self) -> bool {
        matches!(self, Self::Index(_) | Self::Store(_) | Self::Broken(_))
    }
}

impl From<AskError> for Fault {
    fn from(error: AskError) -> Self {
        match error {
            AskError::Empty => Self::Empty,
            AskError::Search(error) => Self::Index(error),
        }
    }
}

impl From<IndexError> for Fault {
    fn from(error: IndexError) -> Self {
        Self::Index(error)
    }
}

impl From<Full> for Fault {
    fn from(Full: Full) -> Self {
        Self::Broken("a text does not fit on its card".to_owned())
    }
}
