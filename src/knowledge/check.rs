//! What no single file can see: names that do not exist or exist twice, things nobody reaches, dates.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::findings::{Asked, DateKind, Dated, Findings, Kind, Named};
use super::id::PassageId;
use super::problem::{Place, Problem};
use super::stake::Quoted;
use super::{Catalog, Knowledge, Urgency};
use crate::text;

/// A holiday table that ends within this many days is reported.
const HOLIDAY_NOTICE_DAYS: i32 = 60;

/// Finds everything that is wrong between the files, on a day.
pub(super) fn problems(knowledge: &Knowledge, findings: &Findings, today: Date) -> Vec<Problem> {
    let mut problems = broken_references(findings);
    problems.extend(named_twice(&findings.definitions));
    problems.extend(asked_twice(&findings.asked));
    problems.extend(sections_without_action(knowledge, &findings.definitions));
    problems.extend(waiting_actions(knowledge, &findings.definitions));
    problems.extend(near_same_one_way(knowledge, &findings.definitions));
    problems.extend(drilled_incident_actions(knowledge, findings));
    problems.extend(uncounted_deadlines(knowledge, &findings.definitions));
    problems.extend(misquotes(knowledge, findings));
    problems.extend(future_dates(&findings.dates, today));
    problems.extend(holidays_run_out(knowledge, &findings.dates, today));
    problems
}

fn broken_references(findings: &Findings) -> Vec<Problem> {
    let defined: HashSet<(Kind, String)> = findings.definitions.iter().map(Named::key).collect();
    let broken = findings
        .references
        .iter()
        .filter(|reference| !defined.contains(&reference.key()));
    broken
        .map(|Named { kind, name, place }| {
            place.problem(format!(
                "there is no {} `{name}`: {}",
                kind.word(),
                kind.advice()
            ))
        })
        .collect()
}

fn named_twice(definitions: &[Named]) -> Vec<Problem> {
    let mut first_places: HashMap<(Kind, String), &Place> = HashMap::new();
    let mut problems = Vec::new();
    for definition in definitions {
        let Named { kind, name, place } = definition;
        let first = *first_places.entry(definition.key()).or_insert(place);
        if first != place {
            problems.push(place.problem(format!(
                "the {} `{name}` exists twice, first in {}:{}: give one of them another id",
                kind.word(),
                first.file,
                first.line
            )));
        }
    }
    problems
}

fn asked_twice(all_asked: &[Asked]) -> Vec<Problem> {
    let mut first_asked: HashMap<String, &Asked> = HashMap::new();
    let mut problems = Vec::new();
    for asked in all_asked {
        let key = text::comparison_key(&asked.text);
        let first = *first_asked.entry(key).or_insert(asked);
        if first.place != asked.place {
            problems.push(asked.place.problem(format!(
                "the question 「{}」 of {} also stands in {} ({}:{}): reword one of them",
                asked.text, asked.passage, first.passage, first.place.file, first.place.line
            )));
        }
    }
    problems
}

fn sections_without_action(knowledge: &Knowledge, definitions: &[Named]) -> Vec<Problem> {
    let catalog = Catalog::new(knowledge);
    let mut problems = Vec::new();
    for Named { name, place, .. } in of_kind(definitions, Kind::Passage) {
        let found = PassageId::parse(name).and_then(|id| knowledge.passage(&id));
        let Some((document, section)) = found.filter(|(_, passage)| !passage.is_part()) else {
            continue;
        };
        let is_backed = document
            .section(&section.id)
            .any(|passage| !catalog.actions(&document.id_of(&passage.id)).is_empty());
        if !is_backed {
            problems.push(place.problem(format!(
                "no action names the section `{name}`: add it to an action's sections"
            )));
        }
    }
    problems
}

fn waiting_actions(knowledge: &Knowledge, definitions: &[Named]) -> Vec<Problem> {
    of_kind(definitions, Kind::Action)
        .filter(|action| waits_for_itself(knowledge, &action.name))
        .map(|Named { name, place, .. }| {
            place.problem(format!(
                "the action `{name}` can never be reached: its `before` leads back to itself"
            ))
        })
        .collect()
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

/// Two actions of which one is enough name each other.
fn near_same_one_way(knowledge: &Knowledge, definitions: &[Named]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for Named { name, place, .. } in of_kind(definitions, Kind::Action) {
        let near = knowledge
            .action(name)
            .map_or(&[][..], |action| &action.instead_of);
        let one_way = near.iter().filter(|near| {
            let other = knowledge.action(near);
            other.is_some_and(|other| !other.instead_of.contains(name))
        });
        problems.extend(one_way.map(|near| {
            place.problem(format!(
                "`instead_of` names `{near}`, which does not name `{name}`: write it in both"
            ))
        }));
    }
    problems
}

/// A drill recommends how to prepare; what is for incidents only cannot be prepared.
fn drilled_incident_actions(knowledge: &Knowledge, findings: &Findings) -> Vec<Problem> {
    let is_for_incidents = |name: &str| {
        let action = knowledge.action(name);
        action.is_some_and(|action| action.urgency == Urgency::Now)
    };
    let wrong = findings.references.iter().filter(|reference| {
        reference.kind == Kind::Action
            && reference.place.file.starts_with("drills/")
            && is_for_incidents(&reference.name)
    });
    wrong
        .map(|Named { name, place, .. }| {
            place.problem(format!(
                "the action `{name}` is for incidents only: name one by which to prepare"
            ))
        })
        .collect()
}

/// A playbook with a deadline of a section from which deadlines are counted is named by one of their rules.
fn uncounted_deadlines(knowledge: &Knowledge, definitions: &[Named]) -> Vec<Problem> {
    let rules = &knowledge.deadlines.rules;
    let is_missing = |name: &str| {
        let playbook = knowledge.playbook(name);
        let mut lines = playbook.iter().flat_map(|playbook| &playbook.deadlines);
        lines.any(|line| {
            let mut of_section = rules.iter().filter(|rule| rule.section == line.section);
            of_section.clone().next().is_some()
                && !of_section.any(|rule| rule.playbooks.iter().any(|named| named == name))
        })
    };
    of_kind(definitions, Kind::Playbook)
        .filter(|playbook| is_missing(&playbook.name))
        .map(|Named { name, place, .. }| {
            place.problem(format!(
                "`{name}` has a deadline that is counted from a day: name it in `playbooks` of deadlines.toml"
            ))
        })
        .collect()
}

fn misquotes(knowledge: &Knowledge, findings: &Findings) -> Vec<Problem> {
    let is_there = |quoted: &&Quoted| {
        let found = knowledge.passage(&quoted.section);
        found.is_none_or(|(_, passage)| passage.body.contains(&quoted.text))
    };
    let wrong = findings.quoted.iter().filter(|quoted| !is_there(quoted));
    wrong
        .map(|quoted| {
            quoted.place.problem(format!(
                "these words do not stand in `{}`: quote it word for word",
                quoted.section
            ))
        })
        .collect()
}

fn of_kind(definitions: &[Named], kind: Kind) -> impl Iterator<Item = &Named> {
    definitions
        .iter()
        .filter(move |definition| definition.kind == kind)
}

fn future_dates(dates: &[Dated], today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    for Dated { kind, date, place } in dates {
        let key = match kind {
            DateKind::Checked => "checked",
            DateKind::Published => "published",
            DateKind::Holiday => continue,
        };
        if *date > today {
            problems.push(place.problem(format!(
                "`{key}` is {date}, which is in the future: correct it"
            )));
        }
    }
    problems
}

fn holidays_run_out(knowledge: &Knowledge, dates: &[Dated], today: Date) -> Option<Problem> {
    let days_left = knowledge
        .calendar
        .known_until()
        .and_then(|last| today.until(last).ok())
        .map_or(0, |span| span.get_days());
    if days_left >= HOLIDAY_NOTICE_DAYS {
        return None;
    }
    let last_place = dates
        .iter()
        .filter(|dated| dated.kind == DateKind::Holiday)
        .max_by_key(|dated| dated.date)
        .map_or_else(
            || Place::of_line("holidays.toml", 1),
            |last| last.place.clone(),
        );
    Some(last_place.problem("the public holidays run out within two months: add the next year's"))
}
