//! Every round, as a value in one table: work that comes due by the clock, not by an event. A round's file has its
//! value and its work; `purge.rs` is the one to copy. Rounds decide on posts and send nothing; `timer` makes them.
//!
//! A post is sent once, over restarts too: it is claimed in the store before it is sent, and its nonce, by which
//! Discord knows it again, is its key. So a round may ask for the same post until it heard of its fate; what it
//! keeps in the store moves on in `settle`, never in `run`.

pub mod drill;
pub mod monthly_note;
pub mod purge;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use jiff::Timestamp;

use super::app::App;
use super::fault::Fault;
use super::reply::Message;
use crate::store::{ChannelId, UserId};

/// Every round.
pub const ROUNDS: &[&Round] = &[&purge::ROUND, &monthly_note::ROUND, &drill::ROUND];

/// Work of a round.
pub type Working<'a, T> = Pin<Box<dyn Future<Output = Result<T, Fault>> + Send + 'a>>;

/// Notes the fate of a post.
pub type Settle = for<'a> fn(&'a Arc<App>, &'a Post, Fate) -> Working<'a, ()>;

/// Work that comes due by the clock.
pub struct Round {
    /// Its name, in the log and in the keys of its posts.
    pub name: &'static str,
    /// When there is something to do next, `None` when nothing waits; told when it was made last since the start.
    /// What comes due earlier than it said is told by [`App::wake_rounds`].
    pub due: for<'a> fn(&'a Arc<App>, last: Option<Timestamp>) -> Working<'a, Option<Timestamp>>,
    /// Does what is due at this moment, and decides on posts.
    pub run: for<'a> fn(&'a Arc<App>, now: Timestamp) -> Working<'a, Vec<Post>>,
    /// Notes the fate of a post. After a restart it may hear of the same post again.
    pub settle: Option<Settle>,
}

/// A message that a round wants sent. Its subject and turn are its key among the posts of the round.
#[derive(Debug, Clone)]
pub struct Post {
    /// What it is about: the number of a person, or of a message that something began with.
    pub subject: u64,
    /// Which post about it: the number of a step, or of a month.
    pub turn: u32,
    /// Where it goes.
    pub to: Recipient,
    /// What is said.
    pub message: Message,
}

/// Where a post goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipient {
    /// To a channel or a thread.
    Channel(ChannelId),
    /// To a person alone.
    Person(UserId),
}

/// What became of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is there.
    Sent,
    /// It is not sent any more: Discord refused it, or could not be reached for too long.
    GivenUp,
}
