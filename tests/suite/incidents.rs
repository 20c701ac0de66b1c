//! After something happened: deadlines with the rule that makes them, and the record as a paper.

use std::sync::OnceLock;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use sonae::incident::{DoneStep, Record, dues};
use sonae::knowledge::{DeadlineCase, Knowledge, Problem, check, embedded_files, parse};
use sonae::question::Language;
use sonae::render::paper::{csv, html, markdown, workbook};
use sonae::render::{DeadlineSheet, deadlines_text, record_paper};

use crate::app::{moment, shipped};

const LANGUAGES: [Language; 2] = [Language::Ja, Language::En];
const KNOWN: Date = date(2026, 11, 20);

fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| parse(&embedded_files()))
}

/// The dates of a case as (rule, from, until).
fn counted(case: DeadlineCase) -> Vec<(&'static str, String, String)> {
    let dues = dues(&knowledge().deadlines, KNOWN, case);
    dues.iter()
        .map(|due| {
            (
                due.rule.id.as_str(),
                due.from.to_string(),
                due.until.to_string(),
            )
        })
        .collect()
}

#[test]
fn the_day_itself_is_day_one_and_every_day_counts() {
    let preliminary = (
        "ppc-preliminary",
        "2026-11-22".to_owned(),
        "2026-11-24".to_owned(),
    );
    let within = |id, day: &str| (id, day.to_owned(), day.to_owned());
    let ordinary = within("ppc-final", "2026-12-19");
    let improper = within("ppc-final-improper", "2027-01-18");
    assert_eq!(
        counted(DeadlineCase::Ordinary),
        [preliminary.clone(), ordinary.clone()]
    );
    assert_eq!(
        counted(DeadlineCase::Improper),
        [preliminary.clone(), improper.clone()]
    );
    assert_eq!(
        counted(DeadlineCase::Any),
        [preliminary, ordinary, improper]
    );
}

proptest! {
    #[test]
    fn a_later_day_never_has_an_earlier_deadline(days in 0_i64..40_000, later in 1_i64..400) {
        let known = date(1990, 1, 1) + jiff::Span::new().days(days);
        let rules = &knowledge().deadlines;
        let first = dues(rules, known, DeadlineCase::Any);
        let second = dues(rules, known + jiff::Span::new().days(later), DeadlineCase::Any);
        prop_assert_eq!(first.len(), second.len());
        for (first, second) in first.iter().zip(&second) {
            prop_assert!(known <= first.from && first.from <= first.until);
            prop_assert!(first.until < second.until);
        }
    }
}

#[test]
fn a_date_beyond_the_calendar_is_left_out() {
    assert_eq!(
        dues(&knowledge().deadlines, Date::MAX, DeadlineCase::Any),
        []
    );
}

#[test]
fn every_date_is_shown_with_its_rule_and_source() {
    for language in LANGUAGES {
        let dues = dues(&knowledge().deadlines, KNOWN, DeadlineCase::Any);
        let sheet = DeadlineSheet::new(knowledge(), KNOWN, &dues, language);
        let text = deadlines_text(&sheet, 80);
        assert!(
            sheet
                .rows
                .iter()
                .all(|row| row.source.is_some() && !row.rule.is_empty())
        );
        insta::assert_snapshot!(format!("deadlines_{}", language.code()), text);
    }
}

#[test]
fn deadlines_are_counted_from_the_command_line() {
    let run = |arguments: &[&str]| shipped().folders.run(arguments);
    let all = run(&["deadlines", "--known", "2026-11-20", "--lang", "ja"]);
    let all = all.with_status(0).stdout;
    assert!(
        all.contains("2026年12月19日(土)") && all.contains("2027年1月18日(月)"),
        "{all}"
    );
    let improper = run(&["deadlines", "--known", "2026-11-20", "--improper", "--json"]);
    let improper = improper.with_status(0).json();
    let days = improper["rows"].as_array().unwrap().iter();
    let days: Vec<&str> = days.filter_map(|row| row["until"].as_str()).collect();
    assert_eq!(days, ["2026-11-24", "2027-01-18"]);
    run(&["deadlines", "--known", "2026-02-30"]).with_status(2);
}

/// What is wrong after a text of the deadlines' file was replaced.
fn problems(old: &str, new: &str) -> Vec<String> {
    let mut files = embedded_files();
    let mut all = files.files.iter_mut();
    let file = all.find(|file| file.path == "deadlines.toml");
    let text = file.unwrap().text.as_mut().unwrap();
    assert!(text.contains(old), "{old}");
    *text = text.replace(old, new);
    let (_, problems) = check(&files, moment().date());
    problems.iter().map(Problem::to_string).collect()
}

/// Expects a problem in a file after a text of the deadlines' file was replaced.
fn check_problem(old: &str, new: &str, file: &str, expected: &str) {
    let problems = problems(old, new);
    let is_told = |one: &String| one.starts_with(file) && one.contains(expected);
    assert!(problems.iter().any(is_told), "{expected}: {problems:#?}");
}

#[test]
fn a_deadline_that_its_source_does_not_say_is_a_problem_with_its_place() {
    let file = "deadlines.toml:";
    check_problem("[60, 60]", "[90, 90]", file, "does not say 90日");
    check_problem(
        "60日以内です。",
        "60日以内とする。",
        file,
        "do not stand in `kojinjoho-roei#2`",
    );
    check_problem("[3, 5]", "[5, 3]", file, "days is [first, last]");
    check_problem(
        "\"insider\"",
        "\"outsider\"",
        file,
        "there is no playbook `outsider`",
    );
}

#[test]
fn a_playbook_with_a_counted_deadline_that_no_rule_names_is_a_problem() {
    let file = "incidents/ransomware.toml:";
    check_problem(", \"ransomware\"]", "]", file, "counted from a day");
}

/// The record of a leak with two steps done.
fn record(known: Option<Date>) -> Record<'static> {
    let knowledge = knowledge();
    let ticks = [(3, 11, 5), (0, 10, 40)].map(|(step, hour, minute)| DoneStep {
        step,
        at: KNOWN.at(hour, minute, 0, 0),
    });
    let playbook = knowledge.playbook("data-leak").unwrap();
    let (opened, made) = (KNOWN.at(10, 30, 0, 0), KNOWN.at(18, 0, 0, 0));
    Record::new(playbook, &knowledge.deadlines, opened, made, &ticks, known)
}

#[test]
fn a_record_tells_in_order_what_was_done_and_what_is_open() {
    let record = record(None);
    let done: Vec<usize> = record.done.iter().map(|(done, _)| done.step).collect();
    assert_eq!(done, [0, 3]);
    let open: Vec<usize> = record.open.iter().map(|(place, _)| *place).collect();
    assert_eq!(open, [1, 2, 4, 5, 6, 7]);
    assert_eq!(record.dues, []);
}

#[test]
fn the_record_is_a_paper_in_both_languages() {
    for language in LANGUAGES {
        let paper = record_paper(&record(Some(KNOWN)), knowledge(), language);
        let code = language.code();
        insta::assert_snapshot!(format!("paper_record_{code}"), markdown(&paper));
        for table in &paper.tables {
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{}", table.heading);
            }
        }
        assert!(html(&paper).contains(&paper.title));
        assert!(csv(&paper).contains(&paper.title));
        // A workbook is a ZIP archive.
        assert!(workbook(&paper).unwrap().starts_with(b"PK"));
    }
}

#[test]
fn every_playbook_makes_a_record() {
    for playbook in &knowledge().playbooks {
        let at = KNOWN.at(10, 0, 0, 0);
        let record = Record::new(playbook, &knowledge().deadlines, at, at, &[], Some(KNOWN));
        assert_eq!(record.open.len(), playbook.first.len());
        for language in LANGUAGES {
            let paper = record_paper(&record, knowledge(), language);
            assert!(paper.tables.len() >= 4, "{}", playbook.id);
        }
    }
}
