//! Every phrase a person reads, one file for each locale, the same keys in all (the compiler sees to it).
//! No facts and no advice: those are knowledge. `ja` is written first and is the one to copy.

mod admin;
mod admin_en;
mod admin_ja;
mod admin_kb;
mod admin_kb_en;
mod admin_kb_ja;
mod admin_setup;
mod admin_setup_en;
mod admin_setup_ja;
mod check;
mod check_chat;
mod check_chat_en;
mod check_chat_ja;
mod check_en;
mod check_ja;
mod command;
mod command_en;
mod command_ja;
mod crosswalk;
mod crosswalk_chat;
mod crosswalk_chat_en;
mod crosswalk_chat_ja;
mod crosswalk_en;
mod crosswalk_ja;
mod drill;
mod drill_en;
mod drill_ja;
mod drill_room;
mod drill_room_en;
mod drill_room_ja;
mod en;
mod help;
mod incident;
mod incident_en;
mod incident_ja;
mod ja;
mod member;
mod member_en;
mod member_ja;
mod plan;
mod plan_chat;
mod plan_chat_en;
mod plan_chat_ja;
mod plan_en;
mod plan_ja;
mod policy;
mod policy_en;
mod policy_ja;
mod profile;
mod profile_en;
mod profile_ja;
mod suit;
mod suit_en;
mod suit_ja;
mod watch;
mod watch_en;
mod watch_ja;

use crate::answer::{Level, Reason};
use crate::knowledge::{Doer, Knowledge, OpenState, RefusalKind, Status, Sureness, Urgency};
use crate::question::Language;

pub use admin::Admin;
pub use check::CheckWords;
pub use command::{CommandWords, Commands};
pub use crosswalk::{CrosswalkColumns, CrosswalkWords, QuestionnaireWords};
pub use crosswalk_chat::CrosswalkChat;
pub use drill::{DrillColumns, DrillReportWords, DrillWords};
pub use drill_room::{DrillButtons, DrillRefusals, DrillRoomWords};
pub use help::Help;
pub use incident::{IncidentWords, RecordWords};
pub use member::{Member, MemberButtons, MemberNotices, MemberViews};
pub use plan::{PlanColumns, PlanReasons, PlanWords};
pub use plan_chat::{PaperWords, PlanChatWords};
pub use policy::PolicyWords;
pub use profile::{ProfileInputs, ProfileLabels, ProfileWords};
pub use suit::SuitWords;
pub use watch::{Counted, WatchButtons, WatchWords};

/// The phrases of one locale.
pub struct Wording {
    /// What admins see, help, about, privacy, refusals.
    pub admin: Admin,
    /// Names and descriptions of the commands in Discord.
    pub commands: Commands,
    /// Headings and labels.
    pub label: Labels,
    /// Help of the command line.
    pub help: Help,
    /// What members read in a chat.
    pub member: Member,
    /// The self-check.
    pub check: CheckWords,
    /// Drills.
    pub drill: DrillWords,
    /// Drills that a group plays in a chat.
    pub drill_room: DrillRoomWords,
    /// Profiles and plans.
    pub plan: PlanWords,
    /// The crosswalk of schemes.
    pub crosswalk: CrosswalkWords,
    /// The crosswalk in a chat.
    pub crosswalk_chat: CrosswalkChat,
    /// The policy template.
    pub policy: PolicyWords,
    /// A plan in a chat.
    pub plan_chat: PlanChatWords,
    /// A company that is described in a chat.
    pub profile: ProfileWords,
    /// Counted deadlines, and the record of an incident.
    pub incident: IncidentWords,
    /// What changed under a topic.
    pub watch: WatchWords,
    /// Next steps for a company.
    pub suit: SuitWords,
    /// Who does a step.
    pub doer: fn(Doer) -> &'static str,
    /// How soon.
    pub urgency: fn(Urgency) -> &'static str,
    /// Effort in minutes.
    pub effort: fn(u32) -> String,
    /// A band of yen; `true` marks our own estimate.
    pub cost: fn((u32, u32), bool) -> String,
    /// State of a window.
    pub open_state: fn(OpenState) -> &'static str,
    /// How sure a passage is.
    pub sureness: fn(Sureness) -> &'static str,
    /// Status of a document.
    pub status: fn(Status) -> &'static str,
    /// Confidence and its reason.
    pub confidence: fn(Level, Reason) -> String,
    /// First sentence when nothing is answered.
    pub abstain: fn(Option<RefusalKind>) -> &'static str,
    /// The heading of the windows with date and time (Japan Standard Time).
    pub windows_at: fn(&str) -> String,
    /// Opening hours in words.
    pub hours: fn(&[crate::knowledge::Hours]) -> String,
    /// A thing that was not found and what is near.
    pub not_found: fn(&str, &[String]) -> String,
    /// Counts of a check.
    pub counts: fn(&Counts) -> String,
    /// Number of problems.
    pub problems: fn(usize) -> String,
    /// Result of publishing: generation, added, changed, removed.
    pub published: fn(&str, usize, usize, usize) -> String,
    /// The question was longer than what is read.
    pub shortened: fn(usize) -> String,
}

/// What a check counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Documents.
    pub documents: usize,
    /// Sections.
    pub sections: usize,
    /// Passages: sections and their parts.
    pub passages: usize,
    /// Actions.
    pub actions: usize,
    /// Playbooks.
    pub playbooks: usize,
    /// Windows.
    pub windows: usize,
    /// Glossary terms.
    pub terms: usize,
}

impl Counts {
    /// Counts a knowledge.
    pub fn of(knowledge: &Knowledge) -> Self {
        let sections = knowledge
            .documents
            .iter()
            .map(|document| document.sections().count());
        Self {
            documents: knowledge.documents.len(),
            sections: sections.sum(),
            passages: knowledge.passages().count(),
            actions: knowledge.actions.len(),
            playbooks: knowledge.playbooks.len(),
            windows: knowledge.windows.len(),
            terms: knowledge.terms.len(),
        }
    }
}

/// Headings and labels.
pub struct Labels {
    /// Mark before the kind of an incident.
    pub emergency: &'static str,
    /// Heading of the first actions.
    pub first_actions: &'static str,
    /// Heading of what not to do.
    pub dont: &'static str,
    /// Heading of what to keep.
    pub evidence: &'static str,
    /// Heading of legal deadlines.
    pub deadlines: &'static str,
    /// Heading of next steps.
    pub next_steps: &'static str,
    /// Heading of the quotes.
    pub sources: &'static str,
    /// Heading of passages to read on.
    pub related: &'static str,
    /// Label of the edition.
    pub edition: &'static str,
    /// Label of the place in the original.
    pub locator: &'static str,
    /// Label of the day of the last check.
    pub checked: &'static str,
    /// Label of the summary over a quote in the other language.
    pub summary: &'static str,
    /// Label before the section that backs a step.
    pub backed_by: &'static str,
    /// Label of how to know that a step is done.
    pub done_when: &'static str,
    /// Mark of a passage that is our own compilation.
    pub own: &'static str,
    /// Label of a phone number.
    pub phone: &'static str,
    /// Label of a mail address.
    pub mail: &'static str,
    /// Label of a web form.
    pub form: &'static str,
    /// Label of an official page.
    pub page: &'static str,
    /// Label of opening hours.
    pub hours: &'static str,
    /// Hours were not confirmed.
    pub hours_unsure: &'static str,
    /// A contact of the reader's own.
    pub own_contact: &'static str,
    /// Heading of the closest topics.
    pub closest_topics: &'static str,
    /// Heading of the person to ask.
    pub person_to_ask: &'static str,
    /// Closing line: check the original.
    pub disclaimer: &'static str,
    /// The question is empty.
    pub empty_question: &'static str,
    /// The index is built for the first time.
    pub building: &'static str,
    /// The index is built again.
    pub rebuilding: &'static str,
    /// The knowledge folder has changes that are not published.
    pub unpublished: &'static str,
    /// Something of ours failed.
    pub fault: &'static str,
    /// Greeting of the chat.
    pub chat_greeting: &'static str,
    /// Prompt of the chat.
    pub chat_prompt: &'static str,
    /// Help of the chat.
    pub chat_help: &'static str,
    /// A number that stands for nothing.
    pub chat_no_such_number: &'static str,
    /// Farewell.
    pub chat_bye: &'static str,
    /// No generation on disk.
    pub no_generations: &'static str,
    /// A generation is sound.
    pub sound: &'static str,
    /// Mark of the current generation.
    pub current: &'static str,
}

impl Wording {
    /// The phrases of a language.
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ja::JA, &en::EN)
    }
}

/// The list of weekday spans shared by both locales: (is it Monday to Friday, from, to).
fn hour_spans(hours: &[crate::knowledge::Hours]) -> Vec<(bool, String)> {
    hours
        .iter()
        .map(|span| {
            let is_weekdays = span.days == crate::knowledge::Days::MonFri;
            (
                is_weekdays,
                format!(
                    "{}–{}",
                    span.from.strftime("%-H:%M"),
                    span.to.strftime("%-H:%M")
                ),
            )
        })
        .collect()
}

/// 1234567 → `1,234,567`.
fn grouped(number: impl Into<u64>) -> String {
    let digits = number.into().to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// -1 → `−1`, with the sign of print: what begins with a hyphen is a formula to a spreadsheet.
pub fn signed(number: i32) -> String {
    number.to_string().replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::{Wording, grouped};
    use crate::knowledge::{Doer, Urgency};
    use crate::question::Language;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(grouped(0_u32), "0");
        assert_eq!(grouped(12_345_678_901_u64), "12,345,678,901");
    }

    #[test]
    fn amounts_and_times_appear_in_every_locale() {
        for language in [Language::Ja, Language::En] {
            let wording = Wording::of(language);
            assert!((wording.cost)((1_000, 20_000), true).contains("20,000"));
            assert!((wording.effort)(90).contains("1.5"));
            assert!((wording.windows_at)("11/23 10:00").contains("11/23 10:00"));
            assert!((wording.published)("g000001", 11, 22, 33).contains("22"));
            assert!((wording.not_found)("甲", &["乙".to_owned()]).contains('乙'));
            assert!(!(wording.doer)(Doer::Owner).is_empty());
            assert!(!(wording.urgency)(Urgency::Now).is_empty());
        }
    }
}
