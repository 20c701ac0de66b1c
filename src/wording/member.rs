//! The keys of the phrases that members read in a chat: answers, sections, lists, checklists, and what the buttons
//! under them say.

use jiff::civil::DateTime;

use crate::knowledge::RefusalKind;

/// The phrases of answers and look-ups in a chat.
pub struct Member {
    /// Buttons and menus.
    pub button: MemberButtons,
    /// Views of the knowledge.
    pub view: MemberViews,
    /// Messages about a vote, a hand-over, a thread.
    pub notice: MemberNotices,
}

/// What stands on buttons and menus.
pub struct MemberButtons {
    /// Opens a section in full.
    pub full_section: &'static str,
    /// Lists what to read on.
    pub related: &'static str,
    /// Opens the next steps in detail.
    pub steps: &'static str,
    /// Opens what did not fit.
    pub further: &'static str,
    /// The answer helped.
    pub helpful: &'static str,
    /// It did not.
    pub not_helpful: &'static str,
    /// Hands the question over to a person.
    pub hand_over: &'static str,
    /// Opens a thread.
    pub thread: &'static str,
    /// One page back.
    pub back: &'static str,
    /// One page on.
    pub on: &'static str,
    /// Shows a private view to the channel.
    pub share: &'static str,
    /// Opens the official page.
    pub official: &'static str,
    /// Back to the sections of the document.
    pub sections: &'static str,
    /// Back to the list of documents.
    pub documents: &'static str,
    /// All windows.
    pub windows: &'static str,
    /// What not to do.
    pub dont: &'static str,
    /// What to keep.
    pub evidence: &'static str,
    /// Deadlines.
    pub deadlines: &'static str,
    /// The windows of a playbook.
    pub whom_to_call: &'static str,
    /// The sections behind a playbook.
    pub sources: &'static str,
    /// Agrees that the question is shown.
    pub consent: &'static str,
    /// Does not.
    pub cancel: &'static str,
    /// Menu of sections below an answer.
    pub section_menu: &'static str,
    /// Menu of the sections of a document.
    pub choose_section: &'static str,
    /// Menu of documents.
    pub choose_document: &'static str,
}

/// Headings and lines of the views.
pub struct MemberViews {
    /// Stands before the question on the author's line.
    pub question: &'static str,
    /// Title of an answer.
    pub answer: &'static str,
    /// Title when nothing is answered.
    pub abstain: fn(Option<RefusalKind>) -> &'static str,
    /// Title of the further page.
    pub further: &'static str,
    /// More stands behind the button of this name.
    pub more: fn(&str) -> String,
    /// A block goes on in the next field.
    pub continued: fn(&str) -> String,
    /// A moment in words: day and time in Japan.
    pub moment: fn(DateTime) -> String,
    /// A time of the day, with the day when it is another one than the first.
    pub short_time: fn(DateTime, DateTime) -> String,
    /// Heading of windows that can be reached now, with the moment.
    pub open_now: fn(&str) -> String,
    /// No window is known to be open, at the moment.
    pub none_open: fn(&str) -> String,
    /// Heading of windows whose hours are not known.
    pub hours_unknown: &'static str,
    /// Heading of windows that are closed.
    pub closed_now: &'static str,
    /// The windows of the list go on; page and pages.
    pub page: fn(usize, usize) -> String,
    /// Opening hours were not confirmed, in few words.
    pub hours_unsure: &'static str,
    /// Number and address stand in the reader's own papers.
    pub own_contact: &'static str,
    /// The closest topics stand on the buttons below.
    pub topics_below: &'static str,
    /// The helper role of the server, as a mention, can be asked with the button of this name.
    pub helper: fn(&str, &str) -> String,
    /// The version of the knowledge and the day it was built.
    pub version: fn(&str, &str) -> String,
    /// Heading of where a section stands.
    pub source: &'static str,
    /// Publisher, edition and so on: a label and a value.
    pub labeled: fn(&str, &str) -> String,
    /// Label of the publisher.
    pub publisher: &'static str,
    /// Title of the list of documents, with their number.
    pub documents: fn(usize) -> String,
    /// What to do with the list of documents.
    pub documents_hint: &'static str,
    /// How many sections there are.
    pub sections: fn(usize) -> String,
    /// Title when a name was not found.
    pub not_found: &'static str,
    /// The name that was not found, made harmless.
    pub unknown: fn(&str) -> String,
    /// Near names follow.
    pub near: &'static str,
    /// Nothing near; what to try.
    pub nothing_near: &'static str,
    /// Title of related sections.
    pub related: fn(&str) -> String,
    /// No section is related.
    pub no_related: &'static str,
    /// Title of the steps in detail.
    pub steps: &'static str,
    /// Facts of a step: who, effort, cost, how soon.
    pub facts: fn(&str, &str, &str, &str) -> String,
    /// Label of the reason.
    pub why: &'static str,
    /// Label of how it is done.
    pub how: &'static str,
    /// Label of other spellings of a term.
    pub also: &'static str,
    /// Title of the list of windows.
    pub windows: &'static str,
    /// Title of a checklist, with the kind.
    pub checklist: fn(&str) -> String,
    /// How many steps are done, of how many, and how to tick.
    pub done: fn(usize, usize) -> String,
    /// A tick of somebody who is not kept any more.
    pub somebody: &'static str,
    /// Ticks cannot be kept at present.
    pub no_ticks: &'static str,
    /// Nothing is written about this part.
    pub nothing: &'static str,
    /// A list of parts: what stands between title and part, as in `Ransomware: evidence`.
    pub part: fn(&str, &str) -> String,
}

/// What is said after a button.
pub struct MemberNotices {
    /// Title of thanks.
    pub thanks: &'static str,
    /// Thanks for 👍.
    pub helpful: &'static str,
    /// Thanks for 👎 and what was missing.
    pub not_helpful: &'static str,
    /// Title when something could not be kept.
    pub not_saved: &'static str,
    /// The vote could not be kept.
    pub vote_not_saved: &'static str,
    /// Title of the dialog after 👎.
    pub missing_title: &'static str,
    /// Label of its text.
    pub missing_label: &'static str,
    /// What may be written there.
    pub missing_hint: &'static str,
    /// Title of the question whether to hand over.
    pub hand_over: &'static str,
    /// What will be shown to whom: the role as a mention.
    pub hand_over_what: fn(&str) -> String,
    /// Title when there is no helper role.
    pub no_helper: &'static str,
    /// No helper role is set; a window follows.
    pub no_helper_text: &'static str,
    /// What admins can do about it.
    pub no_helper_hint: &'static str,
    /// Title of what the helpers see.
    pub call: &'static str,
    /// Who asks whom, both as mentions.
    pub call_text: fn(&str, &str) -> String,
    /// Heading of the question in it.
    pub call_question: &'static str,
    /// Title when it was handed over.
    pub handed_over: &'static str,
    /// It was handed over.
    pub handed_over_text: &'static str,
    /// Title when Discord refused to post or open something.
    pub refused: &'static str,
    /// The bot may not write in this channel.
    pub may_not_post: &'static str,
    /// The bot may not open a thread here.
    pub may_not_thread: &'static str,
    /// Title when something was posted.
    pub shared: &'static str,
    /// It stands in the channel.
    pub shared_text: &'static str,
    /// Title when a thread was opened.
    pub thread: &'static str,
    /// It stands below the answer.
    pub thread_text: &'static str,
    /// Name of a thread whose question is not known.
    pub thread_name: &'static str,
    /// Title of the greeting in a thread.
    pub greeting: &'static str,
    /// Every message there is read.
    pub greeting_all: &'static str,
    /// Only mentions are read.
    pub greeting_mention: &'static str,
    /// Title when a message cannot be answered.
    pub cannot_answer: &'static str,
    /// The message is of a program.
    pub from_program: &'static str,
    /// The message has no text.
    pub no_text: &'static str,
}
