//! The English phrases that members read. The next thing to do at a glance, also in a hurry.

use super::member::{Member, MemberButtons, MemberNotices, MemberViews};
use crate::knowledge::RefusalKind;

pub(super) const MEMBER: Member = Member {
    button: BUTTONS,
    view: VIEWS,
    notice: NOTICES,
};

const BUTTONS: MemberButtons = MemberButtons {
    full_section: "Read in full",
    related: "Related",
    steps: "Next steps in detail",
    further: "Next page",
    helpful: "👍 Helpful",
    not_helpful: "👎 Not enough",
    hand_over: "Ask a person",
    thread: "Ask on (thread)",
    back: "◀ Back",
    on: "Next ▶",
    share: "Share to channel",
    official: "Official page",
    sections: "All sections",
    documents: "All documents",
    windows: "All contacts",
    dont: "What not to do",
    evidence: "Keep as evidence",
    deadlines: "Legal deadlines",
    whom_to_call: "Whom to call",
    sources: "Sources",
    consent: "Yes, show it",
    cancel: "No",
    section_menu: "Read a quoted or related section",
    choose_section: "Choose a section",
    choose_document: "Choose a document",
};

const VIEWS: MemberViews = MemberViews {
    question: "Question: ",
    answer: "What public guidance says",
    abstain: |kind| match kind {
        Some(RefusalKind::OffTopic | RefusalKind::Harmful) => "Sonae cannot answer this",
        Some(RefusalKind::NotCovered) | None => "No answer was found",
    },
    further: "The rest of the answer",
    more: |button| format!("The rest stands behind “{button}”."),
    continued: |heading| format!("{heading} (continued)"),
    moment: |moment| moment.strftime("%a %-d %b, %-H:%M").to_string(),
    short_time: |at, now| match at.date() == now.date() {
        true => at.strftime("%-H:%M").to_string(),
        false => at.strftime("%-d %b %-H:%M").to_string(),
    },
    open_now: |moment| format!("You can reach these now ({moment}, Japan time)"),
    none_open: |moment| format!("No contact is confirmed to be open at {moment} (Japan time)."),
    hours_unknown: "Check the hours, then contact",
    closed_now: "Closed now",
    page: |page, pages| format!("Page {page} of {pages}"),
    hours_unsure: "confirm the hours on the official page",
    own_contact: "the number is in your own papers",
    topics_below: "The buttons below open the closest topics.",
    helper: |role, button| format!("{role} on this server can help: press “{button}”."),
    version: |generation, day| format!("Knowledge {generation} ({day})"),
    source: "Source",
    labeled: |label, value| format!("{label}: {value}"),
    publisher: "Publisher",
    documents: |count| format!("All {count} documents"),
    documents_hint: "Choose a document in the menu below to see its sections.",
    sections: |count| match count {
        1 => "There is 1 section. Choose it in the menu below to read it in full.".to_owned(),
        count => {
            format!("There are {count} sections. Choose one in the menu below to read it in full.")
        }
    },
    not_found: "Not found",
    unknown: |name| format!("Nothing fits “{name}”."),
    near: "Did you mean:",
    nothing_near: "Pick one of the suggestions while you type, or try a shorter word.",
    related: |heading| format!("Read on: {heading}"),
    no_related: "No section is linked to this one yet.",
    steps: "Next steps in detail",
    facts: |who, effort, cost, urgency| format!("{urgency} / {who} / {effort} / {cost}"),
    why: "Why",
    how: "How",
    also: "Also called",
    windows: "Whom to call",
    checklist: |title| format!("Incident: {title}"),
    done: |done, all| {
        format!(
            "{done} of {all} done. Press a number when that step is done; press it again to take it back."
        )
    },
    somebody: "somebody",
    no_ticks: "Ticks cannot be kept at the moment, so this is only the list.",
    nothing: "Nothing is laid down for this kind of incident.",
    part: |title, part| format!("{title}: {part}"),
};

const NOTICES: MemberNotices = MemberNotices {
    thanks: "Thank you",
    helpful: "Good to hear that it helped.",
    not_helpful: "What you told is used, without your name, to improve the knowledge.",
    not_saved: "Not saved",
    vote_not_saved: "Sorry, this could not be saved just now. Please press again a little later.",
    missing_title: "What was missing?",
    missing_label: "What you wanted to know (may be empty)",
    missing_hint: "For example: the steps for a phone. Please leave out names and numbers",
    hand_over: "Show this question to the helpers?",
    hand_over_what: |role| {
        format!(
            "If you press yes, the question above and your name are posted in this channel for {role}. Everybody in the channel can see them.\nUntil then nobody sees anything."
        )
    },
    no_helper: "No helpers are set",
    no_helper_text: "This server has no role yet that takes questions. Outside help can be reached like this:",
    no_helper_hint: "For admins: set the role with `/settings helper-role`, and this button will work.",
    call: "Somebody would like your help",
    call_text: |role, asker| format!("To {role}: {asker} would like to ask you something."),
    call_question: "Question",
    handed_over: "Shown to the helpers",
    handed_over_text: "It stands in this channel now. Please wait for a reply; if it is urgent, speak to them directly.",
    refused: "That was not possible",
    may_not_post: "Sonae may not write in this channel. Please ask an admin of the server to check its permissions (Send Messages, Embed Links).",
    may_not_thread: "No thread could be opened here. There may be one already, or Sonae lacks the permission (Create Public Threads). You can go on asking in this channel by mentioning Sonae.",
    shared: "Shared",
    shared_text: "It stands in this channel now.",
    thread: "Thread opened",
    thread_text: "Please ask on in the thread below the answer.",
    thread_name: "Asking on",
    greeting: "You can ask on here",
    greeting_all: "Just write in this thread, no mention needed. One short question at a time gets the best answers.",
    greeting_mention: "In this thread, mention Sonae or reply to one of its messages. One short question at a time gets the best answers.",
    cannot_answer: "This message cannot be answered",
    from_program: "A bot or program wrote it. Choose a question that a person wrote, or use `/ask`.",
    no_text: "It has no text; pictures and files cannot be read. Please put it in words with `/ask`.",
};
