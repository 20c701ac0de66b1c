//! What no single file can see: broken references, things named twice, things nobody reaches, dates.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::files::Parsed;
use super::id::PassageId;
use super::problem::{Place, Problem};
use super::toml_file::Target;
use super::{Catalog, Knowledge, Status};
use crate::text;

/// A holiday table that ends within this many days is reported.
const HOLIDAY_NOTICE_DAYS: i32 = 60;

/// Finds names that do not exist.
pub(super) fn references(parsed: &Parsed) -> Vec<Problem> {
    let knowledge = &parsed.knowledge;
    let passages: HashSet<PassageId> = knowledge
        .passages()
        .map(|(document, passage)| document.id_of(&passage.id))
        .collect();
    let exists = |target: Target, name: &str| match target {
        Target::Passage => {
            PassageId::parse(name).is_some_and(|id| passages.contains(&id.comparable()))
        }
        Target::Document => knowledge.document(name).is_some(),
        Target::Topic => knowledge.topic(name).is_some(),
        Target::Action => knowledge.action(name).is_some(),
        Target::Window => knowledge.window(name).is_some(),
    };
    parsed
        .references
        .iter()
        .filter(|reference| !exists(reference.target, &reference.name))
        .map(|reference| {
            let (what, mend) = match reference.target {
                Target::Passage => (
                    "section",
                    "write document#section; `sonae lookup DOCUMENT` lists them",
                ),
                Target::Document => ("document", "use the file's name without .md"),
                Target::Topic => ("topic", "use an id of topics.toml, or add it there"),
                Target::Action => ("action", "use an id of actions/*.toml"),
                Target::Window => ("window", "use an id of windows.toml"),
            };
            reference
                .place
                .problem(format!("there is no {what} `{}`: {mend}", reference.name))
        })
        .collect()
}

/// Finds what occurs twice and what nobody reaches.
pub(super) fn content(knowledge: &Knowledge) -> Vec<Problem> {
    let mut problems = Vec::new();
    problems.extend(named_twice(knowledge));
    problems.extend(asked_twice(knowledge));
    problems.extend(sections_without_action(knowledge));
    problems.extend(action_problems(knowledge));
    problems.extend(pattern_problems(knowledge));
    problems
}

fn document_file(document: &str) -> String {
    format!("documents/{document}.md")
}

fn named_twice(knowledge: &Knowledge) -> Vec<Problem> {
    let mut seen: HashSet<(&str, String)> = HashSet::new();
    let mut problems = Vec::new();
    let mut once = |kind: &'static str, id: String, file: &str| {
        if !seen.insert((kind, id.clone())) {
            problems.push(Place::of_line(file, 1).problem(format!(
                "the {kind} `{id}` exists twice: give one of them another id"
            )));
        }
    };
    for (document, passage) in knowledge.passages() {
        once(
            "section",
            document.id_of(&passage.id).to_string(),
            &document_file(&document.id),
        );
    }
    for action in &knowledge.actions {
        once("action", action.id.clone(), "actions");
    }
    for window in &knowledge.windows {
        once("window", window.id.clone(), "windows.toml");
    }
    for topic in &knowledge.topics {
        once("topic", topic.id.clone(), "topics.toml");
    }
    for term in &knowledge.terms {
        once("term", text::comparison_key(&term.term), "glossary.toml");
    }
    problems
}

fn asked_twice(knowledge: &Knowledge) -> Vec<Problem> {
    let mut seen: HashMap<String, String> = HashMap::new();
    let mut problems = Vec::new();
    for (document, passage) in knowledge.passages() {
        let id = document.id_of(&passage.id).to_string();
        for asked in passage.asked.iter().chain(&passage.asked_en) {
            let key = text::comparison_key(asked);
            if let Some(other) = seen.insert(key, id.clone()) {
                problems.push(Place::of_line(&document_file(&document.id), 1).problem(format!(
                    "the question 「{asked}」 of {id} also stands in {other}: reword one of them"
                )));
            }
        }
    }
    problems
}

fn sections_without_action(knowledge: &Knowledge) -> Vec<Problem> {
    let catalog = Catalog::new(knowledge);
    let mut problems = Vec::new();
    for document in &knowledge.documents {
        for section in document.sections() {
            let is_backed = document
                .section(&section.id)
                .any(|passage| !catalog.actions(&document.id_of(&passage.id)).is_empty());
            if !is_backed {
                problems.push(
                    Place::of_line(&document_file(&document.id), 1).problem(format!(
                        "no action names the section `{}#{}`: add it to an action's sections",
                        document.id, section.id
                    )),
                );
            }
        }
    }
    problems
}

fn action_problems(knowledge: &Knowledge) -> Vec<Problem> {
    let mut problems = Vec::new();
    for action in &knowledge.actions {
        if waits_for_itself(knowledge, &action.id) {
            problems.push(Place::of_line("actions", 1).problem(format!(
                "the action `{}` can never be reached: its `before` leads back to itself",
                action.id
            )));
        }
    }
    problems
}

fn waits_for_itself(knowledge: &Knowledge, id: &str) -> bool {
    let mut open: Vec<&str> = vec![id];
    let mut seen: HashSet<&str> = HashSet::new();
    while let Some(current) = open.pop() {
        for before in knowledge
            .action(current)
            .iter()
            .flat_map(|action| &action.before)
        {
            if before == id {
                return true;
            }
            if seen.insert(before) {
                open.push(before);
            }
        }
    }
    false
}

fn pattern_problems(knowledge: &Knowledge) -> Vec<Problem> {
    let patterns = knowledge.refusals.iter().flat_map(|refusal| {
        refusal
            .patterns
            .iter()
            .map(move |pattern| (&refusal.id, pattern))
    });
    patterns
        .filter_map(|(id, pattern)| {
            let error = regex::Regex::new(pattern).err()?;
            Some(Place::of_line("scope.toml", 1).problem(format!(
                "the pattern `{pattern}` of `{id}` is no regular expression: {error}"
            )))
        })
        .collect()
}

/// Finds dates in the future, and holidays about to run out.
pub(super) fn dates(knowledge: &Knowledge, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut not_after_today = |file: String, what: &str, date: Date| {
        if date > today {
            problems.push(Place::of_line(&file, 1).problem(format!(
                "{what} is {date}, which is in the future: correct it"
            )));
        }
    };
    for document in &knowledge.documents {
        let file = document_file(&document.id);
        not_after_today(file.clone(), "`checked`", document.checked);
        if let Ok(published) = document.published.parse::<Date>()
            && document.status != Status::Upcoming
        {
            not_after_today(file, "`published`", published);
        }
    }
    for window in &knowledge.windows {
        not_after_today(
            "windows.toml".to_owned(),
            &format!("`checked` of `{}`", window.id),
            window.checked,
        );
    }
    let days_left = knowledge
        .calendar
        .known_until()
        .and_then(|last| today.until(last).ok())
        .map_or(0, |span| span.get_days());
    if days_left < HOLIDAY_NOTICE_DAYS {
        problems.push(
            Place::of_line("holidays.toml", 1)
                .problem("the public holidays run out within two months: add the next year's"),
        );
    }
    problems
}
