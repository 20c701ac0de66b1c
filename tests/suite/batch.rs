//! `sonae ask --batch`: one line in, one line out, in a form that other programs rely on.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use crate::app::{Folders, shipped};

/// Writes a batch and returns its lines, parsed.
fn batch(lines: &[Value]) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("questions.jsonl");
    let text: Vec<String> = lines.iter().map(Value::to_string).collect();
    fs::write(&path, text.join("\n\n")).unwrap();
    let printed = shipped()
        .folders
        .run(&[
            "ask",
            "--batch",
            path.to_str().unwrap(),
            "--jsonl",
            "--at",
            "2026-11-24T10:00",
        ])
        .with_status(0)
        .stdout;
    printed
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn a_batch_answers_each_line_in_its_fixed_form() {
    let lines = batch(&[
        json!({"id": "a", "text": "パスワードは何文字にすればいいですか", "lang": "ja"}),
        json!({"id": 7, "text": "サーバーのデータが暗号化されて身代金を要求されています"}),
        json!({"id": "c", "text": "今日の天気は?"}),
        json!({"id": "d", "text": " "}),
        json!({"id": "e", "text": "a\u{0}\u{1b}[31m\n\"quoted\"<@1>"}),
    ]);
    let ids: Vec<&Value> = lines.iter().map(|line| &line["id"]).collect();
    assert_eq!(
        ids,
        [
            &json!("a"),
            &json!(7),
            &json!("c"),
            &json!("d"),
            &json!("e")
        ]
    );
    for line in &lines {
        let keys: BTreeSet<&str> = line
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        for key in [
            "id",
            "outcome",
            "confidence",
            "sections",
            "next_steps",
            "windows",
            "ms",
        ] {
            assert!(keys.contains(key), "{key} in {line}");
        }
        assert!((0.0..=1.0).contains(&line["confidence"].as_f64().unwrap()));
        assert!(line["ms"].as_f64().unwrap() >= 0.0);
        for section in line["sections"].as_array().unwrap() {
            let keys: Vec<&str> = section
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            assert_eq!(keys, ["doc", "section", "text"]);
        }
    }
    let outcomes: Vec<&str> = lines
        .iter()
        .take(4)
        .map(|line| line["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(outcomes, ["answer", "incident", "abstain", "abstain"]);
    assert!(!lines[1]["windows"].as_array().unwrap().is_empty());
    assert!(lines[3]["sections"].as_array().unwrap().is_empty());
}

#[test]
fn a_batch_gives_the_answers_of_single_questions() {
    let text = "バックアップはどのくらいの頻度で取ればいいですか";
    let line = batch(&[json!({"id": 1, "text": text})]).remove(0);
    let single = shipped()
        .folders
        .run(&["ask", "--json", "--at", "2026-11-24T10:00", text])
        .with_status(0)
        .json();
    assert_eq!(line["outcome"], single["answer"]["outcome"]);
    assert_eq!(line["next_steps"], single["answer"]["next_steps"]);
    let ranked = single["answer"]["ranked"].as_array().unwrap();
    assert_eq!(line["sections"].as_array().unwrap().len(), ranked.len());
    assert_eq!(line["sections"][0]["doc"], ranked[0]["document"]);
}

#[test]
fn a_bad_line_of_a_batch_is_named() {
    let folders = Folders::small();
    let path = folders.path("questions.jsonl");
    fs::write(&path, "{\"id\": 1, \"text\": \"鍵\"}\nnonsense\n").unwrap();
    let finished = folders
        .run(&["ask", "--batch", path.to_str().unwrap()])
        .with_status(1);
    assert!(
        finished.stderr.contains("questions.jsonl:2"),
        "{finished:?}"
    );
    let finished = folders
        .run(&["ask", "--batch", "/nowhere/questions.jsonl"])
        .with_status(1);
    assert!(
        finished.stderr.contains("/nowhere/questions.jsonl"),
        "{finished:?}"
    );
}
