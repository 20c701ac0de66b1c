//! Odd questions through the program: exit statuses, and an output that other programs can read.

use std::fs;
use std::process::Stdio;

use crate::app::{Finished, Folders, shipped};

/// 0 answered or incident, 1 fault, 2 usage or empty, 3 abstained.
fn check_status(arguments: &[&str], expected: i32) -> Finished {
    shipped().folders.run(arguments).with_status(expected)
}

#[test]
fn an_answer_ends_with_status_0() {
    check_status(&["ask", "パスワードは何文字にすればいいですか"], 0);
}

#[test]
fn an_incident_ends_with_status_0() {
    let finished = check_status(
        &[
            "ask",
            "--json",
            "サーバーのデータが暗号化されて身代金を要求されています",
        ],
        0,
    );
    assert_eq!(finished.json()["answer"]["outcome"], "incident");
}

#[test]
fn an_abstention_ends_with_status_3() {
    check_status(&["ask", "今日の天気は?"], 3);
    check_status(&["ask", "🔥"], 3);
}

#[test]
fn an_empty_question_ends_with_status_2_and_says_what_to_write() {
    for text in ["", "  ", "\u{3000}", "\u{200B}"] {
        let finished = check_status(&["ask", text], 2);
        assert_eq!(finished.stdout, "");
        assert!(finished.stderr.contains("sonae ask"), "{finished:?}");
    }
}

#[test]
fn a_command_line_that_cannot_be_read_ends_with_status_2() {
    for arguments in [
        &[][..],
        &["ask"],
        &["nonsense"],
        &["ask", "--at", "tomorrow", "x"],
        &["ask", "--lang", "fr", "x"],
        &["eval"],
    ] {
        let finished = check_status(arguments, 2);
        assert_eq!(finished.stdout, "");
        assert!(!finished.stderr.is_empty());
    }
}

#[test]
fn a_missing_settings_file_ends_with_status_1_and_is_named() {
    let folders = Folders::small();
    fs::remove_file(folders.config_file()).unwrap();
    let finished = folders.run(&["lookup"]).with_status(1);
    let path = folders.config_file().display().to_string();
    assert!(finished.stderr.contains(&path), "{finished:?}");
}

#[test]
fn options_after_the_question_are_options() {
    let finished = check_status(&["ask", "パスワードは何文字", "--json"], 0);
    assert_eq!(finished.json()["answer"]["outcome"], "answer");
    let finished = check_status(&["ask", "パスワードは何文字", "--lang", "en", "--json"], 0);
    assert_eq!(finished.json()["answer"]["language"], "en");
}

#[test]
fn a_question_may_begin_with_a_hyphen() {
    check_status(
        &[
            "ask",
            "--json",
            "--",
            "-パスワード- は何文字にすればいいですか",
        ],
        0,
    )
    .json();
}

#[test]
fn words_without_quotes_are_one_question() {
    let together = check_status(&["ask", "--json", "How long should a password be"], 0).json();
    let apart = check_status(
        &[
            "ask", "--json", "How", "long", "should", "a", "password", "be",
        ],
        0,
    )
    .json();
    assert_eq!(together["answer"], apart["answer"]);
}

#[test]
fn odd_questions_through_the_program_give_json() {
    let long = "長いパスワードの話。".repeat(4_000);
    let long: String = long.chars().take(30_000).collect();
    for text in [
        long.as_str(),
        "\u{1b}[31m赤い\u{7}",
        "<@123> @everyone",
        "body:foo AND -bar^2 \"x\"~3",
        "مرحبا",
        "พาส",
        "\"'`\\",
        "a\nb\r\nc",
        "😭",
    ] {
        let finished = shipped().folders.run(&["ask", "--json", "--", text]);
        assert!(
            matches!(finished.status, Some(0 | 3)),
            "{text:?}: {finished:?}"
        );
        assert!(finished.json()["answer"].is_object());
    }
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_text_are_refused() {
    use std::os::unix::ffi::OsStrExt;
    let mut command = shipped().folders.command(&["ask"]);
    command.arg(std::ffi::OsStr::from_bytes(b"\xff\xfe"));
    assert_eq!(command.output().unwrap().status.code(), Some(2));
}

#[test]
fn json_on_standard_output_stands_alone() {
    let finished = check_status(&["ask", "--json", "--explain", "バックアップの頻度"], 0);
    assert!(finished.stdout.starts_with('{') && finished.stdout.ends_with("}\n"));
    let json = finished.json();
    assert!(json["explanation"]["passages"].is_array());
    assert!(json["generation"].is_string());
}

#[test]
fn a_pipe_gets_no_colors() {
    for arguments in [
        &["ask", "サーバーが暗号化されました"][..],
        &["ask", "--explain", "password"],
        &["lookup"],
        &["windows"],
        &["term", "MFA"],
        &["ask", "--json", "パスワード"],
        &["man"],
        &["--help"],
    ] {
        let finished = shipped().folders.run(arguments);
        assert!(!finished.stdout.contains('\u{1b}'), "{arguments:?}");
        assert!(!finished.stderr.contains('\u{1b}'), "{arguments:?}");
    }
}

#[test]
fn no_color_wins_where_colors_would_be_shown() {
    let mut command = shipped()
        .folders
        .command(&["ask", "サーバーが暗号化されました"]);
    let output = command
        .env("NO_COLOR", "1")
        .env("TERM", "xterm-256color")
        .output()
        .unwrap();
    assert!(!Finished::of(output).stdout.contains('\u{1b}'));
}

#[test]
fn the_first_build_leaves_standard_output_clean() {
    let folders = Folders::small();
    let finished = folders
        .run(&["ask", "--json", "パスワードは何文字"])
        .with_status(0);
    finished.json();
    assert!(
        finished.stderr.contains("Building"),
        "says what takes so long: {finished:?}"
    );
}

#[test]
fn unpublished_changes_are_noted_beside_the_answer() {
    let folders = Folders::small();
    folders.run(&["index", "build"]).with_status(0);
    fs::write(folders.knowledge.join("topics.toml"), "# changed\n").unwrap();
    for arguments in [
        &["ask", "--json", "パスワードは何文字"][..],
        &["plan", "--json"],
    ] {
        let finished = folders.run(arguments).with_status(0);
        finished.json();
        assert!(
            finished.stderr.contains("sonae index build"),
            "{finished:?}"
        );
    }
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let mut child = shipped()
        .folders
        .command(&["lookup", "--json", "cybersecurity2024"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let finished = Finished::of(child.wait_with_output().unwrap());
    assert_eq!((finished.status, finished.stderr.as_str()), (Some(0), ""));
}

#[test]
fn help_speaks_the_language_of_the_terminal() {
    let folders = &shipped().folders;
    let japanese = folders
        .command(&["--help"])
        .env("SONAE_LANG", "ja")
        .output()
        .unwrap();
    assert!(Finished::of(japanese).stdout.contains("中小企業"));
    let japanese = folders
        .command(&["--help"])
        .env_remove("SONAE_LANG")
        .env("LANG", "ja_JP.UTF-8")
        .output()
        .unwrap();
    assert!(Finished::of(japanese).stdout.contains("中小企業"));
    assert!(
        folders
            .run(&["--help"])
            .stdout
            .contains("security questions")
    );
}
