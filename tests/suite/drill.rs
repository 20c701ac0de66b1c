//! `sonae drill` from the command line, and what is wrong in the file of a drill.

use std::io::Write;
use std::process::Stdio;

use sonae::knowledge::Problem;

use crate::app::{Finished, Folders, shipped};
use crate::knowledge::problems;
use crate::small;

/// Types lines into a drill and returns what it printed.
fn play(arguments: &[&str], typed: &str) -> String {
    let mut all = vec!["drill"];
    all.extend(arguments);
    let mut child = shipped()
        .folders
        .command(&all)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(typed.as_bytes()).unwrap();
    drop(input);
    let finished = Finished::of(child.wait_with_output().unwrap()).with_status(0);
    finished.stdout
}

/// Edits one place of the small drill and expects exactly this problem, by its beginning.
fn check(from: &str, to: &str, expected: &str) {
    let folders = Folders::small();
    small::edit(&folders.knowledge, "drills/locked-files.toml", from, to);
    let found = problems(&folders.knowledge);
    let found: Vec<String> = found.iter().map(Problem::to_string).collect();
    assert_eq!(found.len(), 1, "{found:#?}");
    let place = format!("drills/locked-files.toml:{expected}");
    assert!(found[0].starts_with(&place), "{found:#?}\n{place}");
}

#[test]
fn a_drill_looks_like_this() {
    insta::assert_snapshot!(
        "drill_ja",
        play(&["lost-laptop", "--lang", "ja"], "2\n１\n7\n3\n3\n1\n")
    );
    insta::assert_snapshot!(
        "drill_en",
        play(&["fake-invoice", "--lang", "en"], "3\n2\n4\n1\n2\n3\n")
    );
}

#[test]
fn a_drill_can_be_left_at_any_moment() {
    for typed in ["q\n", ""] {
        let printed = play(&["lost-laptop", "--lang", "en"], typed);
        assert!(printed.contains("It was stopped before its end."));
        assert!(printed.contains("No decisions were recorded."));
    }
}

#[test]
fn every_drill_is_listed_and_can_be_played_to_its_end() {
    let list = play(&["--list"], "");
    assert_eq!(play(&[], ""), list);
    let live = shipped().adviser.live();
    assert!(live.knowledge.drills.len() >= 4);
    for drill in &live.knowledge.drills {
        assert!(list.contains(&drill.id), "{list}");
        assert!((5..=6).contains(&drill.injects.len()), "{}", drill.id);
        let typed = "1\n".repeat(drill.injects.len());
        let printed = play(&[&drill.id, "--lang", "ja"], &typed);
        assert!(printed.contains("備えること"), "{printed}");
        assert!(!printed.contains("途中で終わりました"), "{printed}");
    }
}

#[test]
fn an_unknown_drill_is_told_with_those_that_exist() {
    let finished = shipped().folders.run(&["drill", "earthquake"]);
    assert!(finished.with_status(2).stderr.contains("lost-laptop"));
}

#[test]
fn the_best_option_does_not_always_stand_first() {
    for drill in &shipped().adviser.live().knowledge.drills {
        let mut places: Vec<_> = drill.injects.iter().map(|inject| inject.best()).collect();
        places.sort_unstable();
        places.dedup();
        assert!(places.len() > 1, "{}: always {places:?}", drill.id);
    }
}

#[test]
fn unknown_names_are_named_with_their_places() {
    check(
        "playbook = \"ransomware\"",
        "playbook = \"fire\"",
        "2:12: there is no playbook `fire`",
    );
    check(
        "\"sample-guide#2\"\nactions = [\"unplug-backup\"]",
        "\"sample-guide#9\"\nactions = [\"unplug-backup\"]",
        "41:11: there is no section `sample-guide#9`",
    );
    check(
        "[\"unplug-backup\"]",
        "[\"unplug\"]",
        "42:12: there is no action `unplug`",
    );
    check(
        "id = \"locked-files\"",
        "id = \"locked\"",
        "1:6: the id must be the file's name",
    );
}

#[test]
fn a_decision_without_one_best_option_is_named_with_its_place() {
    check(
        "grade = \"best\"",
        "actions = [\"long-passwords\"]\ngrade = \"acceptable\"",
        "15:12: exactly one option of a decision is `best`",
    );
    check(
        "actions = [\"unplug-backup\"]",
        "",
        "36:9: an option that is not `best` names `actions`",
    );
}

#[test]
fn minutes_out_of_order_are_named_with_their_places() {
    check("minute = 0", "minute = 1", "10:10: minutes begin with 0");
    check("minutes = 15", "minutes = 0", "10:10: minutes begin with 0");
}

#[test]
fn texts_that_are_empty_or_too_long_for_a_chat_are_named_with_their_places() {
    check("\"Switch off\"", "\"\"", "20:12: this text is empty");
    let long = format!("\"{}\"", "長".repeat(81));
    check(
        "\"様子を見る\"",
        &long,
        "36:9: this text has 81 characters: use at most 80",
    );
}

#[test]
fn a_missing_language_is_named() {
    check(
        "label_en = \"Switch off\"\n",
        "",
        "18:1: cannot be read: missing field `label_en`",
    );
}

#[test]
fn an_action_for_incidents_only_is_not_recommended() {
    let folders = Folders::small();
    let from = "urgency = \"month\"";
    small::edit(
        &folders.knowledge,
        "actions/basics.toml",
        from,
        "urgency = \"now\"",
    );
    let found = problems(&folders.knowledge);
    assert_eq!(found.len(), 1, "{found:#?}");
    let problem = found[0].to_string();
    let expected =
        "drills/locked-files.toml:42:12: the action `unplug-backup` is for incidents only";
    assert!(problem.starts_with(expected), "{problem}");
}
