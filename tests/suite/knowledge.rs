//! The shipped knowledge is sound; a bad file is named and never stops the others.

use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};
use sonae::knowledge::{Problem, embedded_files, folder_files};

use crate::app::{Folders, TestApp, repository};
use crate::small;

/// The day on which the knowledge was last compared with its sources.
fn today() -> Date {
    date(2026, 11, 23)
}

/// The problems of a knowledge folder on that day.
pub fn problems(folder: &Path) -> Vec<Problem> {
    sonae::knowledge::check(&folder_files(folder).unwrap(), today()).1
}

#[test]
fn the_shipped_knowledge_has_no_problems() {
    assert_eq!(problems(&repository().join("knowledge")), []);
}

#[test]
fn the_small_knowledge_of_this_suite_has_no_problems() {
    assert_eq!(problems(&Folders::small().knowledge), []);
}

#[test]
fn the_program_carries_the_knowledge_of_the_repository() {
    let in_folder = folder_files(&repository().join("knowledge")).unwrap();
    assert_eq!(embedded_files().fingerprint(), in_folder.fingerprint());
}

#[test]
fn a_file_that_nobody_reads_is_named() {
    let folders = Folders::small();
    fs::write(folders.knowledge.join("notes.toml"), "a = 1\n").unwrap();
    fs::write(folders.knowledge.join("README.md"), "# read by people\n").unwrap();
    let found = problems(&folders.knowledge);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0]
            .to_string()
            .starts_with("notes.toml:1:1: nobody reads this file"),
        "{found:#?}"
    );
}

#[test]
fn a_file_that_is_not_utf_8_is_named_with_its_byte() {
    let folders = Folders::small();
    fs::write(
        folders.knowledge.join("synonyms.toml"),
        b"# ok\n[[same]]\nwords = [\"\x83p\x83X\"]\n",
    )
    .unwrap();
    let found = problems(&folders.knowledge);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].to_string().starts_with("synonyms.toml:"),
        "{found:#?}"
    );
    assert!(
        found[0].message.contains("byte 24 is not UTF-8"),
        "{found:#?}"
    );
}

/// Ways to break one file, and a question that the others must still answer.
const BAD_FILES: &[(&str, &[u8])] = &[
    ("documents/sample-rules-en.md", b"no front matter"),
    ("documents/sample-rules-en.md", b"+++\nid = 1\n+++\n"),
    ("documents/extra.md", b"\xff\xfe\x00"),
    ("actions/basics.toml", b"[[action]]\nid = \"x\"\n"),
    ("incidents/ransomware.toml", b"id = ["),
    ("windows.toml", b"\xff"),
    ("topics.toml", b""),
    ("glossary.toml", b"[[term]]"),
    ("synonyms.toml", b"same = 3"),
    ("scope.toml", b"[[refusal]]\nid = \"a\"\nkind = \"off-topic\"\nask = \"\"\nask_en = \"\"\npatterns = [\"(\"]\nexamples = []\n"),
    ("holidays.toml", b"[[holiday]]\ndate = \"yesterday\"\nname = \"\"\n"),
    ("strange/file.md", b"# nobody reads this"),
];

#[test]
fn a_bad_file_never_stops_the_others() {
    for (file, bytes) in BAD_FILES {
        let folders = Folders::small();
        let path = folders.knowledge.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        let found = problems(&folders.knowledge);
        assert!(
            found.iter().any(|problem| problem.file == *file),
            "{file}: {found:#?}"
        );
        let app = TestApp::open(folders);
        let sections = app.sections("パスワードは何文字");
        assert_eq!(
            sections.first().map(String::as_str),
            Some("sample-guide#1"),
            "{file}"
        );
    }
}

#[test]
fn a_section_with_a_broken_block_leaves_its_neighbors_standing() {
    let folders = Folders::small();
    small::edit(
        &folders.knowledge,
        "documents/sample-guide.md",
        "locator = \"第1章 p.1\"",
        "locator = ",
    );
    let app = TestApp::open(folders);
    assert_eq!(
        app.sections("バックアップの頻度")
            .first()
            .map(String::as_str),
        Some("sample-guide#2")
    );
}

#[test]
fn an_empty_knowledge_folder_abstains() {
    let folders = Folders::small();
    fs::remove_dir_all(&folders.knowledge).unwrap();
    fs::create_dir(&folders.knowledge).unwrap();
    let answer = TestApp::open(folders).ask("パスワードは何文字");
    assert_eq!(answer.outcome, sonae::answer::Outcome::Abstain);
}

#[test]
fn windows_line_ends_change_nothing() {
    let folders = Folders::small();
    for (file, text) in small::FILES {
        fs::write(folders.knowledge.join(file), text.replace('\n', "\r\n")).unwrap();
    }
    assert_eq!(problems(&folders.knowledge), []);
}

#[test]
fn the_check_prints_each_problem_and_ends_with_status_1() {
    let folders = Folders::small();
    folders.run(&["check"]).with_status(0);
    small::edit(
        &folders.knowledge,
        "glossary.toml",
        "\"sample-guide#2\"",
        "\"sample-guide#9\"",
    );
    let finished = folders.run(&["check"]).with_status(1);
    assert!(
        finished.stdout.starts_with("glossary.toml:8:11: "),
        "{finished:?}"
    );
    let json = folders.run(&["check", "--json"]).with_status(1).json();
    assert_eq!(json["problems"][0]["line"], 8);
    assert_eq!(json["counts"]["documents"], 2);
}
