//! `sonae selfcheck` from the command line: points, what changed, whom to ask, papers, and the plan that follows.

use std::fs;
use std::io::Read;
use std::path::PathBuf;

use serde_json::Value;
use sonae::knowledge::{embedded_files, parse};
use tempfile::TempDir;

use crate::app::{Finished, shipped};

/// Answers to all 25 questions: `most`, but for those given.
pub fn answers(most: &str, others: &[(u8, &str)]) -> String {
    let mut text = "[answers]\n".to_owned();
    for number in 1..=25 {
        let other = others.iter().find(|(other, _)| *other == number);
        let answer = other.map_or(most, |(_, answer)| answer);
        text.push_str(&format!("{number} = \"{answer}\"\n"));
    }
    text
}

/// A folder with files of answers.
pub struct Desk(TempDir);

impl Desk {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    pub fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).unwrap();
        self.path(name)
    }
}

/// Runs `sonae selfcheck` on answers.
fn run(answers: &str, more: &[&str]) -> Finished {
    let desk = Desk::new();
    let file = desk.write("answers.toml", answers);
    let mut arguments = vec!["selfcheck", "--answers", &file];
    arguments.extend(more);
    shipped().folders.run(&arguments)
}

fn json(answers: &str, more: &[&str]) -> Value {
    let mut arguments = vec!["--json"];
    arguments.extend(more);
    run(answers, &arguments).with_status(0).json()
}

#[test]
fn a_self_check_is_added_up_by_the_official_rule() {
    let check = |most: &str, others: &[(u8, &str)], points: i64, at_least: i64| {
        let result = json(&answers(most, others), &[]);
        assert_eq!(result["result"]["points"], points, "{most} {others:?}");
        assert_eq!(result["verdict"]["at_least"], at_least, "{most} {others:?}");
    };
    check("done", &[], 100, 100);
    check("partly", &[], 50, 50);
    check("not-done", &[], 0, -25);
    check("unknown", &[], -25, -25);
    check("done", &[(7, "unknown"), (17, "unknown")], 90, 70);
    check("done", &[(9, "not-used")], 100, 100);
}

#[test]
fn answers_that_cannot_be_are_named_with_their_place() {
    let check = |answers: &str, expected: &str| {
        let shown = run(answers, &[]).with_status(2).stderr;
        assert!(shown.contains(expected), "{answers}: {shown}");
    };
    check("[answers]\n26 = \"done\"\n", "no No.26");
    check("[answers]\n1 = \"perhaps\"\n", "line 2");
    check("[answers]\n1 = \"not-used\"\n", "not-used");
    check(
        "date = 10:30:00\n[answers]\n1 = \"done\"\n",
        "expected a date",
    );
}

#[test]
fn what_nobody_knew_becomes_a_question_to_somebody() {
    for question in parse(&embedded_files()).self_check.questions {
        let asks = question.ask_whom.contains('「') && question.ask_whom.contains("聞きます");
        assert!(asks, "{}: {}", question.number, question.ask_whom);
        let asks = question.ask_whom_en.starts_with("Ask ") && question.ask_whom_en.contains('\'');
        assert!(asks, "{}: {}", question.number, question.ask_whom_en);
    }
    let unknown = answers("done", &[(11, "unknown")]);
    let shown = run(&unknown, &["--lang", "ja"]).with_status(0).stdout;
    let (_, asked) = shown.split_once("だれに、何を聞くか").unwrap();
    let (asked, _) = asked.split_once("満点でない設問").unwrap();
    assert!(
        asked.contains("No.11 バックアップ") && asked.contains('「'),
        "{asked}"
    );
    assert!(!asked.contains("No.1 "), "{asked}");
}

#[test]
fn the_change_since_last_time_is_told() {
    let desk = Desk::new();
    let older = format!("date = 2026-05-01\n{}", answers("partly", &[(2, "done")]));
    let before = desk.write("before.toml", &older);
    let now = answers("partly", &[(3, "done"), (11, "done"), (2, "unknown")]);
    let change = &json(&now, &["--before", &before])["change"];
    assert_eq!(change["points"], serde_json::json!([52, 51]));
    assert_eq!(change["better"], serde_json::json!([3, 11]));
    assert_eq!(change["worse"], serde_json::json!([2]));
    let shown = run(&now, &["--before", &before, "--lang", "ja"])
        .with_status(0)
        .stdout;
    for part in [
        "前回(2026-05-01)からの変化",
        "52点から51点へ(−1点)",
        "良くなったところ: No.3 パスワード、No.11 バックアップ",
        "下がったところ: No.2 ウイルス対策",
    ] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let some = "[answers]\n3 = \"done\"\n";
    let shown = run(some, &["--before", &before, "--lang", "en"])
        .with_status(0)
        .stdout;
    assert!(shown.contains("the totals do not compare"), "{shown}");
}

#[test]
fn the_first_actions_fit_the_company() {
    let open = answers(
        "done",
        &[
            (2, "partly"),
            (9, "not-done"),
            (19, "unknown"),
            (6, "not-done"),
        ],
    );
    let first = |more: &[&str]| -> Vec<String> {
        let sheet = &json(&open, more)["sheet"];
        let first = sheet["first"].as_array().unwrap().iter();
        first
            .map(|one| one["action"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        first(&[]),
        [
            "nda-signed-by-all",
            "antivirus-list-check",
            "mail-open-check-card"
        ]
    );
    let without_mail = first(&["--assets", "pc,wifi"]);
    assert_eq!(without_mail.len(), 3);
    assert!(
        !without_mail.contains(&"mail-open-check-card".to_owned()),
        "{without_mail:?}"
    );
}

#[test]
fn a_plan_leaves_out_what_the_self_check_says_is_done() {
    let desk = Desk::new();
    let lines = |answers: &str| -> Vec<String> {
        let file = desk.write("answers.toml", answers);
        let arguments = [
            "plan",
            "--people",
            "12",
            "--answers",
            &file,
            "--hours",
            "20",
            "--json",
        ];
        let plan = shipped().folders.run(&arguments).with_status(0).json();
        let lines = plan["plan"]["lines"].as_array().unwrap().iter();
        lines
            .map(|line| line["action"].as_str().unwrap().to_owned())
            .collect()
    };
    let with = lines(&answers("not-done", &[]));
    let without = lines(&answers("not-done", &[(1, "done"), (14, "partly")]));
    let action = "auto-update-on".to_owned();
    assert!(
        with.contains(&action) && !without.contains(&action),
        "{with:?} {without:?}"
    );
    let partly = "screen-lock-ten-minutes".to_owned();
    assert!(
        without.contains(&partly),
        "what is done in part is still planned: {without:?}"
    );
}

#[test]
fn a_self_check_is_written_as_papers() {
    let desk = Desk::new();
    let file = desk.write(
        "answers.toml",
        &answers("done", &[(4, "unknown"), (8, "not-done")]),
    );
    let before = desk.write("before.toml", &answers("partly", &[]));
    let papers = ["check.md", "check.csv", "check.html", "check.xlsx"].map(|name| desk.path(name));
    let mut arguments = vec![
        "selfcheck",
        "--lang",
        "ja",
        "--answers",
        &file,
        "--before",
        &before,
    ];
    for (option, paper) in ["--md", "--csv", "--html", "--xlsx"].iter().zip(&papers) {
        arguments.extend([*option, paper.as_str()]);
    }
    shipped().folders.run(&arguments).with_status(0);
    let [markdown, csv, html, xlsx] = papers.map(|paper| fs::read(paper).unwrap());
    assert!(
        csv.starts_with("\u{feff}".as_bytes()),
        "spreadsheets see that it is UTF-8"
    );
    for bytes in [markdown, csv, html] {
        let text = String::from_utf8(bytes).unwrap();
        for question in &parse(&embedded_files()).self_check.questions {
            assert!(text.contains(&question.text), "{}", question.number);
        }
        assert!(
            text.matches("https://").count() >= 25,
            "every line has the address of its source"
        );
        for part in [
            "重要なファイルは相手を絞った共有で渡す",
            "第3.1版",
            "−1",
            "前回の点数",
        ] {
            assert!(text.contains(part), "{part}");
        }
    }
    let sheet = part_of_workbook(xlsx, "xl/worksheets/sheet1.xml");
    assert_eq!(
        sheet.matches("<row ").count(),
        1 + 4 + 1 + 25 + 1,
        "{sheet}"
    );
    assert!(sheet.contains("<v>-1</v>"), "points are numbers");
}

/// A file inside a workbook.
fn part_of_workbook(bytes: Vec<u8>, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let folder = PathBuf::from("/there/is/none/chart.png");
    let shown = run(&answers("done", &[]), &["--png", folder.to_str().unwrap()]);
    assert!(shown.with_status(1).stderr.contains("chart.png"));
}
