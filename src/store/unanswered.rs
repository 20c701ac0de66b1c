//! Questions that found no answer or a bad one. They have no author, and their text is masked
//! (`privacy::masked`) before it comes here.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::GuildId;
use crate::question::Language;

/// One question to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// Where it was asked; `None` in a direct message.
    pub guild: Option<GuildId>,
    /// The day in Japan; the hour would say too much about who asked.
    pub day: Date,
    /// The masked text.
    pub question: String,
    /// The language of the question.
    pub language: Language,
    /// Why it is kept.
    pub cause: Cause,
    /// Id of the topic it seemed to be about.
    pub topic: Option<String>,
}

/// Why a question is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// Nothing in the knowledge fitted.
    Abstained,
    /// The asker said that the answer did not help.
    ThumbsDown,
}

/// The kept questions of one topic, biggest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnansweredGroup {
    /// Id of the topic; `None` when no topic was seen.
    pub topic: Option<String>,
    /// How often its questions were asked.
    pub count: u64,
    /// Its questions, the most frequent first.
    pub questions: Vec<UnansweredQuestion>,
}

/// One question, all its spellings taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnansweredQuestion {
    /// The masked text as it was put last.
    pub question: String,
    /// How often it was asked.
    pub count: u64,
    /// Why it is kept.
    pub causes: BTreeSet<Cause>,
    /// The last day on which it was asked.
    pub last_day: Date,
}
