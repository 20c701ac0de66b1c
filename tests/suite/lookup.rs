//! `sonae lookup`, `term` and `windows`: reading without asking.

use serde_json::Value;

use crate::app::{Finished, shipped};

fn run(arguments: &[&str]) -> Finished {
    shipped().folders.run(arguments)
}

/// Expects status 0 and returns what was printed.
fn printed(arguments: &[&str]) -> String {
    run(arguments).with_status(0).stdout
}

#[test]
fn lookup_lists_every_document() {
    let documents = run(&["lookup", "--json"]).with_status(0).json();
    assert_eq!(documents.as_array().unwrap().len(), 42);
    let text = printed(&["lookup"]);
    for document in documents.as_array().unwrap() {
        assert!(
            text.contains(document["id"].as_str().unwrap()),
            "{document}"
        );
    }
}

#[test]
fn lookup_lists_the_sections_of_a_document() {
    let text = printed(&["lookup", "cybersecurity2024", "--lang", "ja"]);
    for section in ["1-1", "2-4", "C-5 コラム⑤", "3-1-2", "B-1", "B-8 別添8"] {
        assert!(
            text.lines()
                .any(|line| line.trim_start().starts_with(section)),
            "{section} in {text}"
        );
    }
}

#[test]
fn lookup_finds_a_document_by_any_of_its_names() {
    for name in [
        "ipa-sme-self-check-25",
        "自社診断25項目",
        "自社診断",
        "IPA self-check 25",
        "ipa self check 25",
    ] {
        assert_eq!(
            run(&["lookup", name, "--json"]).with_status(0).json()["id"],
            "ipa-sme-self-check-25",
            "{name}"
        );
    }
}

#[test]
fn lookup_finds_a_section_by_number_or_title() {
    for name in ["No.18", "no.18", "18", "Ｎｏ．１８", "廃棄", "No.18 廃棄"] {
        let passage = run(&["lookup", "自社診断", name, "--json"])
            .with_status(0)
            .json();
        assert_eq!(passage["id"], "No.18", "{name}");
    }
}

#[test]
fn lookup_prints_a_whole_section_with_its_source() {
    let text = printed(&["lookup", "cybersecurity2024", "C-5", "--lang", "ja"]);
    assert!(text.contains("コラム⑤ 中小企業のサイバーセキュリティ対策促進"));
    assert!(text.contains("https://") && text.contains("確認日"));
}

#[test]
fn lookup_suggests_what_is_near() {
    let finished = run(&["lookup", "cybersecurity2042"]).with_status(2);
    assert_eq!(finished.stdout, "");
    assert!(
        finished.stderr.contains("cybersecurity2024"),
        "{finished:?}"
    );
    let finished = run(&["lookup", "自社診断", "廃棄物"]).with_status(2);
    assert!(finished.stderr.contains("No.18"), "{finished:?}");
}

#[test]
fn a_name_like_nothing_is_said_to_be_unknown() {
    let finished = run(&["lookup", "qqqqqqqqqqqqqqqqqqqqqqqq"]).with_status(2);
    assert!(finished.stderr.contains("There is no"), "{finished:?}");
}

#[test]
fn a_term_is_found_by_all_its_spellings() {
    for word in [
        "ランサムウェア",
        "らんさむうぇあ",
        "ransomware",
        "RANSOMWARE",
        "ﾗﾝｻﾑｳｪｱ",
        "身代金型ウイルス",
    ] {
        assert_eq!(
            run(&["term", word, "--json"]).with_status(0).json()["english"],
            "ransomware",
            "{word}"
        );
    }
}

#[test]
fn a_term_names_the_section_behind_it() {
    let text = printed(&["term", "ランサムウェア", "--lang", "ja"]);
    assert!(text.contains("practical-ransomware#1"), "{text}");
}

#[test]
fn a_misspelt_term_is_answered_with_what_is_near() {
    let finished = run(&["term", "ランサムウェイ"]).with_status(2);
    assert!(finished.stderr.contains("ランサムウェア"), "{finished:?}");
}

/// The state of each window at a moment.
fn window_state(moment: &str, id: &str) -> Value {
    let windows = run(&["windows", "--json", "--at", moment])
        .with_status(0)
        .json();
    let window = windows
        .as_array()
        .unwrap()
        .iter()
        .find(|window| window["id"] == id)
        .unwrap();
    window["state"].clone()
}

#[test]
fn windows_are_closed_on_a_public_holiday() {
    assert_eq!(
        window_state("2026-11-23T10:00+09:00", "police-9110"),
        "closed"
    );
    assert_eq!(
        window_state("2026-11-23T10:00+09:00", "ipa-anshin"),
        "closed"
    );
    assert_eq!(
        window_state("2026-11-23T10:00+09:00", "police-110"),
        "always"
    );
}

#[test]
fn windows_open_in_their_hours_of_japan() {
    assert_eq!(
        window_state("2026-11-24T10:00+09:00", "police-9110"),
        "open"
    );
    assert_eq!(window_state("2026-11-24T01:00Z", "police-9110"), "open");
    assert_eq!(window_state("2026-11-24T10:00Z", "police-9110"), "closed");
    assert_eq!(window_state("2026-11-24T08:59", "police-9110"), "closed");
}

#[test]
fn windows_without_confirmed_hours_do_not_claim_to_be_open() {
    assert_eq!(window_state("2026-11-24T10:00", "ipa-business"), "unknown");
    assert!(printed(&["windows", "--at", "2026-11-24T10:00"]).contains("[check the hours]"));
}

#[test]
fn windows_name_the_moment_they_were_asked_for() {
    let text = printed(&["windows", "--at", "2026-11-23T10:00+09:00"]);
    assert!(
        text.starts_with("Whom to call (as of 2026-11-23 10:00"),
        "{text}"
    );
    assert!(text.contains("#9110"));
}
