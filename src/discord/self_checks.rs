//! Kept self-checks, read against the questions of today: answers of an older edition that no longer fit are left
//! out.

use jiff::civil::Date;

use super::app::{App, japan_time};
use super::fault::Fault;
use super::patience::in_time;
use super::request::Request;
use crate::knowledge::SelfCheck;
use crate::profile::CheckAnswers;
use crate::store::KeptSelfCheck;

/// A self-check of the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnCheck {
    /// Its number in the store.
    pub id: u64,
    /// The answers.
    pub answers: CheckAnswers,
    /// The day of the last answer in Japan.
    pub day: Date,
    /// Whether it is finished.
    pub is_finished: bool,
}

/// The self-checks of the caller in this place: at most one that is not finished, and the finished ones, latest
/// first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnChecks {
    /// The one that is not finished.
    pub open: Option<OwnCheck>,
    /// The finished ones.
    pub finished: Vec<OwnCheck>,
}

impl OwnCheck {
    /// Reads a kept one.
    pub fn of(kept: &KeptSelfCheck, check: &SelfCheck) -> Self {
        let answers = kept.answers.iter();
        let answers = answers.map(|(number, word)| (*number, word.as_str()));
        Self {
            id: kept.id,
            answers: CheckAnswers::of_words(answers, check),
            day: japan_time(kept.changed_at).date(),
            is_finished: kept.finished_at.is_some(),
        }
    }

    /// Returns the first question without an answer.
    pub fn first_unanswered(&self, check: &SelfCheck) -> Option<u8> {
        let mut numbers = check.questions.iter().map(|question| question.number);
        numbers.find(|number| self.answers.get(*number).is_none())
    }
}

impl OwnChecks {
    /// Returns the answers of the caller's latest finished self-check in this place.
    ///
    /// # Errors
    /// When the store fails or takes too long.
    pub async fn latest_answers(
        app: &App,
        request: &Request,
    ) -> Result<Option<CheckAnswers>, Fault> {
        let own = Self::of_caller(app, request).await?;
        Ok(own.finished.into_iter().next().map(|last| last.answers))
    }

    /// Reads those of the caller.
    ///
    /// # Errors
    /// When the store fails or takes too long.
    pub async fn of_caller(app: &App, request: &Request) -> Result<Self, Fault> {
        let library = app.library();
        let check = &library.knowledge().self_check;
        let found = app
            .store
            .self_checks(request.caller.user, request.place.guild);
        let mut own = Self::default();
        for kept in in_time(found).await? {
            let read = OwnCheck::of(&kept, check);
            match read.is_finished {
                true => own.finished.push(read),
                false => own.open = Some(read),
            }
        }
        Ok(own)
    }
}
