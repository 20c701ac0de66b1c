//! The answer as a value: everything resolved to the asker's language, nothing rendered yet.

use std::ops::Range;

use serde::Serialize;

use super::suitable::{SetAside, Suits};
use crate::knowledge::{Doer, OpenState, PassageId, RefusalKind, Status, Sureness, Urgency};
use crate::profile::Described;
use crate::question::Language;

/// One answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The language it is written in.
    pub language: Language,
    /// What kind of answer it is.
    pub outcome: Outcome,
    /// What to do in an incident; comes before everything else.
    pub incident: Option<IncidentPlan>,
    /// One to three quotes; none when it abstains.
    pub citations: Vec<Citation>,
    /// Up to five next steps; those for the company, where one is known.
    pub next_steps: Vec<NextStep>,
    /// Steps that the question would have, were it not for the company.
    pub set_aside: Vec<SetAside>,
    /// The company for which the steps were chosen.
    pub company: Option<AskingCompany>,
    /// How sure it is, and why.
    pub confidence: Confidence,
    /// Why nothing is answered, and where to turn instead.
    pub abstention: Option<Abstention>,
    /// Passages to read on.
    pub related: Vec<RelatedPassage>,
    /// The ranked search result before any decision, best first.
    pub ranked: Vec<PassageId>,
    /// The question was longer than what is read.
    pub is_shortened: bool,
}

/// The company for which steps were chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskingCompany {
    /// What is known of it.
    pub described: Described,
    /// The question itself told of it.
    pub is_told: bool,
}

/// The kinds of answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Passages and next steps.
    Answer,
    /// Nothing fits; topics and a person to ask.
    Abstain,
    /// First actions and windows, then passages.
    Incident,
}

/// A quote with where it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Citation {
    /// The passage.
    pub id: PassageId,
    /// Words of the passage, verbatim, cut at sentence ends.
    pub quote: String,
    /// Byte ranges of the quote that match the question.
    pub matches: Vec<Range<usize>>,
    /// The passage in the asker's language, when it is written in the other one.
    pub summary: Option<String>,
    /// Document title.
    pub document: String,
    /// Heading.
    pub heading: String,
    /// Edition.
    pub edition: String,
    /// Part, section, page in the original.
    pub locator: String,
    /// Official address.
    pub url: String,
    /// When it was last compared with its source.
    pub checked: String,
    /// How sure.
    pub sure: Sureness,
    /// The whole passage is Sonae's own compilation.
    pub is_own: bool,
    /// What is newer, where the document is not the last word.
    pub freshness: Option<Freshness>,
}

/// A note on how current a document is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Freshness {
    /// Superseded, upcoming, or current with a remark.
    pub status: Status,
    /// The remark.
    pub note: String,
}

/// One next step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NextStep {
    /// Id of the action.
    pub id: String,
    /// What to do.
    pub title: String,
    /// Why.
    pub why: String,
    /// How.
    pub steps: Vec<String>,
    /// Who does it.
    pub who: Doer,
    /// First-time effort, minutes.
    pub minutes: u32,
    /// Why it is for the company that asks, where one is known.
    pub suits: Option<Suits>,
    /// Cost band, yen in the first year.
    pub cost_yen: (u32, u32),
    /// The amounts are Sonae's own estimate.
    pub cost_is_estimate: bool,
    /// How soon.
    pub urgency: Urgency,
    /// How to know that it is done.
    pub done_when: String,
    /// The passage that backs it.
    pub section: PassageId,
}

/// What to do in an incident.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IncidentPlan {
    /// Id of the playbook.
    pub playbook: String,
    /// The kind of incident.
    pub title: String,
    /// What to do first of all.
    pub headline: String,
    /// First actions in order.
    pub first: Vec<PlanLine>,
    /// What not to do.
    pub dont: Vec<PlanLine>,
    /// What to keep.
    pub evidence: Vec<PlanLine>,
    /// Legal deadlines.
    pub deadlines: Vec<PlanLine>,
    /// Whom to call, in order, with their state at the moment of asking.
    pub windows: Vec<WindowNow>,
}

/// One line of a plan and the passage behind it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlanLine {
    /// The line.
    pub text: String,
    /// The passage.
    pub section: PassageId,
}

/// A window at the moment of asking.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WindowNow {
    /// Id of the window.
    pub id: String,
    /// Name.
    pub name: String,
    /// Phone number.
    pub phone: Option<String>,
    /// Mail address.
    pub mail: Option<String>,
    /// Web form.
    pub form: Option<String>,
    /// Official page.
    pub url: Option<String>,
    /// For whom.
    pub for_whom: String,
    /// Open, closed, not known.
    pub state: OpenState,
    /// The hours were confirmed on the official page.
    pub hours_sure: bool,
    /// Hours in words, Japan Standard Time.
    pub hours: Vec<crate::knowledge::Hours>,
    /// A remark on the hours.
    pub hours_note: Option<String>,
    /// When the entry was last checked.
    pub checked: String,
    /// The passage behind it.
    pub section: PassageId,
}

/// How sure an answer is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Confidence {
    /// 0 to 1.
    pub value: f32,
    /// In words.
    pub level: Level,
    /// Why.
    pub reason: Reason,
    /// Share of the question's information that the best passage covers, 0 to 1.
    pub coverage: f32,
    /// How far the best section is ahead of the second, 0 to 1.
    pub margin: f32,
}

/// Confidence in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Below the floor.
    None,
    /// May fit only in part.
    Low,
    /// Fits.
    Medium,
    /// Fits well.
    High,
}

/// Why an answer is as sure as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The question names the section.
    Named,
    /// The best passage has nearly all words of the question.
    Covered,
    /// It has most of them.
    MostlyCovered,
    /// It has some of them.
    PartlyCovered,
    /// No passage has enough of them.
    NotCovered,
    /// The question is of a kind that is not answered.
    Outside,
    /// The question has no word to search for.
    Empty,
    /// An incident: the playbook answers.
    Incident,
}

/// Why nothing is answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Abstention {
    /// The kind of question, when it is a known one.
    pub kind: Option<RefusalKind>,
    /// Who may help.
    pub ask: Option<String>,
    /// The closest topics.
    pub topics: Vec<TopicChoice>,
    /// A person to ask about security in general.
    pub window: Option<WindowNow>,
}

/// A topic to choose instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TopicChoice {
    /// Id of the topic.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A passage about it.
    pub section: PassageId,
}

/// A passage to read on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RelatedPassage {
    /// The passage.
    pub id: PassageId,
    /// Its heading.
    pub heading: String,
    /// Its document.
    pub document: String,
}
