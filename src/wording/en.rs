//! The English phrases. Short, calm, concrete.

use super::{Help, Labels, Wording, admin_en, command_en, grouped, hour_spans};
use crate::answer::{Level, Reason};
use crate::knowledge::{Doer, OpenState, RefusalKind, Status, Sureness, Urgency};

pub(super) const EN: Wording = Wording {
    admin: admin_en::ADMIN,
    commands: command_en::COMMANDS,
    label: LABELS,
    help: HELP,
    member: super::member_en::MEMBER,
    check: super::check_en::CHECK,
    drill: super::drill_en::DRILL,
    drill_room: super::drill_room_en::DRILL_ROOM,
    plan: super::plan_en::PLAN,
    crosswalk: super::crosswalk_en::CROSSWALK,
    crosswalk_chat: super::crosswalk_chat_en::CROSSWALK_CHAT,
    policy: super::policy_en::POLICY,
    plan_chat: super::plan_chat_en::PLAN_CHAT,
    profile: super::profile_en::PROFILE,
    incident: super::incident_en::INCIDENT,
    watch: super::watch_en::WATCH,
    suit: super::suit_en::SUIT,
    doer: |doer| match doer {
        Doer::Owner => "owner",
        Doer::It => "person in charge of IT",
        Doer::Staff => "all staff",
        Doer::Outside => "outside expert",
    },
    urgency: |urgency| match urgency {
        Urgency::Now => "right now",
        Urgency::Week => "this week",
        Urgency::Month => "this month",
        Urgency::Quarter => "within 3 months",
        Urgency::Year => "within a year",
    },
    effort: |minutes| super::plan_en::time(minutes.into()),
    cost: |(low, high), is_estimate| {
        let band = match (low, high) {
            (_, 0) => "no cost".to_owned(),
            (0, high) => format!("0–{} yen", grouped(high)),
            (low, high) if low == high => format!("{} yen", grouped(low)),
            (low, high) => format!("{}–{} yen", grouped(low), grouped(high)),
        };
        match is_estimate && high > 0 {
            true => format!("{band} (Sonae's estimate)"),
            false => band,
        }
    },
    open_state: |state| match state {
        OpenState::Always => "24 hours",
        OpenState::Open => "open now",
        OpenState::Closed => "closed now",
        OpenState::Unknown => "check the hours",
    },
    sureness: |sure| match sure {
        Sureness::Primary => "checked against the official text",
        Sureness::Secondary => "checked against other public material",
    },
    status: |status| match status {
        Status::Current => "Note",
        Status::Superseded => "Superseded",
        Status::Upcoming => "Not yet in force",
    },
    confidence: |level, reason| {
        let level = match level {
            Level::High => "high",
            Level::Medium => "medium",
            Level::Low => "low",
            Level::None => "none",
        };
        let reason = match reason {
            Reason::Named => "you named the section",
            Reason::Covered => "nearly all words of your question were found",
            Reason::MostlyCovered => "most words of your question were found",
            Reason::PartlyCovered => {
                "only some words of your question were found; if this is not it, try other words"
            }
            Reason::NotCovered => "no section fits your question",
            Reason::Outside => "this is outside what Sonae answers",
            Reason::Empty => "there was no word to search for",
            Reason::Incident => "these are the steps for an incident that is happening",
        };
        format!("Confidence: {level} ({reason})")
    },
    abstain: |kind| match kind {
        Some(RefusalKind::OffTopic) => {
            "Sorry, Sonae answers only questions about a company's information security."
        }
        Some(RefusalKind::NotCovered) => {
            "Sorry, the public documents that Sonae holds do not answer this."
        }
        Some(RefusalKind::Harmful) => {
            "Sorry, Sonae does not help with getting into other people's accounts or devices, or with anything else that harms people."
        }
        None => "Sorry, nothing in the public documents that Sonae holds fits this question.",
    },
    windows_at: |moment| format!("Whom to call (as of {moment}, Japan time)"),
    hours: |hours| {
        let spans: Vec<String> = hour_spans(hours)
            .into_iter()
            .map(|(is_weekdays, span)| match is_weekdays {
                true => format!("Mon–Fri {span}"),
                false => format!("every day {span}"),
            })
            .collect();
        spans.join(", ")
    },
    not_found: |what, near| match near.is_empty() {
        true => format!("There is no \"{what}\"."),
        false => format!(
            "There is no \"{what}\". Did you mean:\n  {}",
            near.join("\n  ")
        ),
    },
    counts: |counts| {
        format!(
            "{} documents, {} sections ({} passages), {} actions, {} playbooks, {} windows, {} terms",
            counts.documents,
            counts.sections,
            counts.passages,
            counts.actions,
            counts.playbooks,
            counts.windows,
            counts.terms
        )
    },
    problems: |count| match count {
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    },
    published: |generation, added, changed, removed| {
        format!("Published {generation}: {added} added, {changed} changed, {removed} removed")
    },
    shortened: |limit| {
        format!(
            "Your question is long; only the first {limit} characters were read. Shorter questions get better answers."
        )
    },
};

const LABELS: Labels = Labels {
    emergency: "EMERGENCY",
    first_actions: "Do this first",
    dont: "Do not",
    evidence: "Keep as evidence",
    deadlines: "Legal deadlines",
    next_steps: "Next steps",
    sources: "Sources",
    related: "Read on",
    edition: "Edition",
    locator: "Where",
    checked: "Checked",
    summary: "In short",
    backed_by: "Source",
    done_when: "Done when",
    own: "compiled by Sonae",
    phone: "Phone",
    mail: "Mail",
    form: "Form",
    page: "Official page",
    hours: "Hours",
    hours_unsure: "check the hours on the official page",
    own_contact: "Find the number in your own contract or on the official page",
    closest_topics: "Closest topics",
    person_to_ask: "Where to ask",
    disclaimer: "The quotes come from summaries of public documents. Check the original on the official page before you decide anything important.",
    empty_question: "The question is empty. Write what worries you in your own words, for example: sonae ask \"Where do we start without spending money?\"",
    building: "Building the index (first time only)",
    rebuilding: "The index is damaged or of another version; building it again",
    unpublished: "Note: the knowledge folder has changes that are not published (`sonae check`, then `sonae index build`)",
    fault: "Sorry, something went wrong on Sonae's side",
    chat_greeting: "This is Sonae. Write what worries you in your own words. /help shows what else you can do, /quit ends.",
    chat_prompt: "ask> ",
    chat_help: "Write a question to get an answer.\nNUMBER      read that section in full\n/lookup [DOCUMENT [SECTION]]  read documents and sections\n/term WORD  look a term up\n/windows    whom to call\n/quit       end",
    chat_no_such_number: "There is no section with that number.",
    chat_bye: "Take care.",
    no_generations: "There is no index yet; `sonae index build` makes one.",
    sound: "sound",
    current: "published",
};

const HELP: Help = Help {
    about: "Sonae answers the security questions of small firms in Japan with quotes from public documents and next steps",
    config: "Settings file (default: config.toml, else built-in defaults)",
    lang: "Language of the answer (default: that of the question)",
    json: "Print JSON",
    at: "Answer as of this date and time (such as 2026-11-23T03:00+09:00)",
    ask: "Answer a question",
    question: "The question, in your own words",
    explain: "Show why sections won or lost",
    batch: "Read many questions from a file (one JSON object a line, with id and text)",
    jsonl: "Print one JSON object a line (the output of --batch)",
    lookup: "Read documents and sections",
    document: "Name or id of the document",
    section: "Number or name of the section",
    term: "Look a term up",
    word: "The word",
    windows: "List whom to call, and whether they are open now",
    index: "Build, inspect or take back the index",
    index_build: "Build a new index from the knowledge and publish it",
    index_status: "Show the published index",
    index_list: "List the indexes kept",
    index_rollback: "Go back to an older index",
    generation: "Name of the index (default: the one before)",
    index_verify: "Verify every byte of every index",
    check: "Print every problem of the knowledge",
    chat: "Ask in a conversation",
    eval: "Measure search and answers on test questions or a document collection",
    questions: "Test questions (one JSON object a line)",
    docs: "Documents (one JSON object a line: id, title, body)",
    queries: "Queries (tab-separated)",
    qrels: "Relevance judgements (TREC)",
    run: "File to write the TREC run to",
    floors: "File of floors (TOML); falling below one is a failure",
    bot: "Runs as a Discord bot (the token comes in the environment variable DISCORD_TOKEN)",
    check_setup: "Does not run, but explains what is still missing on Discord's side",
    profile: "read what a sentence or arguments say of a company, show it, write it to a file",
    about_company: "the company in a sentence, as: manufacturing, 30 people, we have a NAS and a VPN",
    write: "file to write the company to (TOML)",
    plan: "plan a year for a company within its budget and hours",
    company: "a file about the company (TOML; other arguments override it)",
    people: "number of people, the owner among them",
    industry: "industry (such as manufacturing)",
    assets: "equipment and data in use (such as nas,vpn,cloud-mail)",
    prefecture: "prefecture (such as osaka)",
    keeper: "who looks after IT (owner, one-person, team, vendor, nobody)",
    proof: "who asks for proof (partner, subsidy, insurer)",
    budget: "yen for a year",
    hours: "hours for a month",
    done: "what is already done (ids as in the plan's JSON)",
    xlsx: "write a workbook",
    csv: "write CSV",
    html: "write HTML for print",
    md: "write Markdown",
    plan_explain: "say for every action why it is in or not",
    selfcheck: "points of the self-check's 25 questions, and where to begin",
    answers: "file of answers (TOML: below [answers], lines such as 1 = \"done\": done, partly, not-done, unknown, not-used)",
    crosswalk: "shows what you have and what is missing of a scheme that a customer asks for",
    wanted: "a scheme and an item of it, or the name of a control (none: the list of schemes)",
    have: "schemes that you fulfill (such as five,star2)",
    paper: "makes papers to hand over (as Markdown on the screen when no file is named)",
    paper_policy: "template of the basic policy that two stars ask for, and of company rules",
    paper_questionnaire: "draft answers to a customer who asks for a scheme",
    before: "file of older answers: shows what changed, what got better and what got worse",
    png: "write the result as a picture (PNG) into this file",
    plan_answers: "file of answers to the self-check: measures answered with \"done\" count as done",
    drill: "an incident to practise alone, without a clock; answer by number",
    drill_name: "name of a drill (see --list)",
    drill_list: "list the drills",
    deadlines: "counts deadlines such as those of a data leak from the day it was noticed",
    known: "day on which anybody in the firm noticed (such as 2026-11-20)",
    improper: "only the deadlines that hold when an unlawful purpose is suspected",
    completions: "Print a shell completion script",
    shell: "The shell",
    man: "Print the man page",
};
