//! `sonae chat`, driven through its standard input.

use std::io::Write;
use std::process::Stdio;

use crate::app::{Finished, shipped};

/// Types lines into the chat and returns what it printed.
fn chat(lines: &[&str]) -> String {
    let mut child = shipped()
        .folders
        .command(&["chat", "--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut typed = lines.join("\n");
    typed.push('\n');
    child
        .stdin
        .take()
        .unwrap()
        .write_all(typed.as_bytes())
        .unwrap();
    let finished = Finished::of(child.wait_with_output().unwrap()).with_status(0);
    assert!(
        finished.stdout.starts_with("This is Sonae."),
        "{finished:?}"
    );
    assert!(finished.stdout.ends_with("Take care.\n"), "{finished:?}");
    assert!(!finished.stdout.contains('\u{1b}'));
    finished.stdout
}

#[test]
fn the_chat_answers_and_opens_what_it_showed() {
    let text = chat(&[
        "How long should a password be?",
        "1",
        "99",
        "/quit",
        "never read",
    ]);
    assert!(
        text.contains("Sources") && text.contains("Next steps"),
        "{text}"
    );
    assert!(
        text.contains("Edition:") && text.contains("There is no section with that number."),
        "{text}"
    );
}

#[test]
fn the_chat_looks_things_up() {
    let text = chat(&[
        "/help",
        "/lookup",
        "/lookup cybersecurity2024 C-5",
        "/lookup nowhere",
        "/term ransomware",
        "/term qqqqqqqqqqqqqqqq",
        "/windows",
    ]);
    for expected in [
        "/lookup [DOCUMENT",
        "trade-secret —",
        "C-5",
        "There is no \"nowhere\"",
        "practical-ransomware#1",
        "There is no \"qqqq",
        "#9110",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn the_chat_survives_odd_lines_and_ends_with_its_input() {
    let long = "あ".repeat(5_000);
    chat(&[
        "",
        "   ",
        "?",
        "🔥",
        "\u{200B}",
        "\u{1b}[31mred",
        "/lookup",
        "/term",
        "/nonsense",
        "-1",
        "99999999999999999999",
        &long,
    ]);
}
