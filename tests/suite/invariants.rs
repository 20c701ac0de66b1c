//! Every promise, over all golden questions and over whatever else a person may type.

use std::fs;
use std::sync::OnceLock;

use proptest::collection::vec;
use proptest::prelude::*;
use sonae::adviser::AskError;
use sonae::answer::{Answer, Outcome};
use sonae::evaluation::read_questions;

use crate::app::{moment, question, repository, shipped, small};
use crate::promises::{self, Promise};

/// All golden questions with their answers.
fn golden() -> &'static [(String, Answer)] {
    static GOLDEN: OnceLock<Vec<(String, Answer)>> = OnceLock::new();
    GOLDEN.get_or_init(|| {
        let mut answers = Vec::new();
        let files = fs::read_dir(repository().join("tests/golden")).unwrap();
        let paths = files.map(|entry| entry.unwrap().path());
        for path in paths.filter(|path| path.extension().is_some_and(|ending| ending == "jsonl")) {
            let text = fs::read_to_string(path).unwrap();
            for question in read_questions(&text).unwrap() {
                let answer = shipped().ask(&question.text);
                answers.push((question.text, answer));
            }
        }
        assert!(answers.len() >= 400, "{} golden questions", answers.len());
        answers
    })
}

/// Expects that a promise holds for every golden question.
fn check(promise: Promise) {
    let live = shipped().adviser.live();
    let broken: Vec<String> = golden()
        .iter()
        .filter_map(|(text, answer)| {
            let broken = promise(&live, answer).err()?;
            Some(format!("{text}\n    {broken}"))
        })
        .collect();
    assert!(
        broken.is_empty(),
        "{} answers:\n{}",
        broken.len(),
        broken.join("\n")
    );
}

#[test]
fn every_quote_stands_word_for_word_in_its_passage() {
    check(promises::quotes_are_verbatim);
}

#[test]
fn every_quote_begins_and_ends_with_a_sentence() {
    check(promises::quotes_are_whole_sentences);
}

#[test]
fn our_own_advice_is_never_quoted_without_its_mark() {
    check(promises::advice_keeps_its_mark);
}

#[test]
fn marked_words_lie_in_the_quote_and_apart() {
    check(promises::matches_lie_in_the_quote);
}

#[test]
fn every_id_in_an_answer_leads_to_a_passage() {
    check(promises::ids_resolve);
}

#[test]
fn an_answer_has_at_most_three_quotes_and_five_steps() {
    check(promises::answers_are_short);
}

#[test]
fn no_next_step_is_named_twice() {
    check(promises::next_steps_are_distinct);
}

#[test]
fn the_most_urgent_step_comes_first() {
    check(promises::next_steps_are_ordered);
}

#[test]
fn an_incident_names_a_window_that_can_be_reached() {
    check(promises::incidents_name_a_window);
    let is_incident = |(_, answer): &(String, Answer)| answer.outcome == Outcome::Incident;
    assert!(
        golden().iter().any(is_incident),
        "no golden question opens the incident door"
    );
}

#[test]
fn only_an_abstention_is_without_quotes() {
    check(promises::outcomes_are_whole);
}

#[test]
fn confidence_lies_between_zero_and_one() {
    check(promises::confidence_is_a_share);
}

#[test]
fn the_same_question_gives_the_same_answer_twice() {
    for (text, answer) in golden() {
        let again = serde_json::to_value(shipped().ask(text)).unwrap();
        assert_eq!(serde_json::to_value(answer).unwrap(), again, "{text}");
    }
}

#[test]
fn two_builds_of_the_same_knowledge_answer_alike() {
    let (one, other) = (small(), small());
    for text in [
        "パスワードは何文字",
        "バックアップのディスク",
        "report a breach",
        "今日の天気は",
    ] {
        let answers =
            [one.ask(text), other.ask(text)].map(|answer| serde_json::to_value(answer).unwrap());
        assert_eq!(answers[0], answers[1], "{text}");
    }
}

/// What people type, in pieces: words, grammar, numbers of sections, marks, other scripts, odd bytes.
const FRAGMENTS: &[&str] = &[
    "パスワード",
    "ﾊﾟｽﾜｰﾄﾞ",
    "ぱすわーど",
    "バックアップ",
    "ランサムウェアに感染しました",
    "の",
    "は",
    "を",
    "とは",
    "？",
    "?",
    "教えて",
    "自社診断の18番",
    "付録6（4.0版）",
    "指示5",
    "2-3(1)",
    "No.",
    "第",
    "章",
    "コラム⑤",
    "別添８",
    "ＶＰＮ",
    "VPN",
    "How do we",
    "what if",
    "MFA",
    "backup",
    "ransamuwea",
    "taisaku",
    "http://example.jp/?a=b&c",
    "\u{0}",
    "\u{1b}[31m",
    "\n",
    "\u{3000}",
    " ",
    "🔥",
    "👨‍👩‍👧‍👦",
    "مرحبا",
    "שלום",
    "\u{202E}",
    "\u{200B}",
    "か\u{3099}",
    "e\u{301}",
    "々",
    "ゝ",
    "ー",
    "〜",
    "AND",
    "\"",
    "~3",
    "^2",
    "(",
    ")",
    "[",
    "{",
    "\\",
    "*",
    "^",
    "今日の天気",
    "漏えい",
    "報告はいつまで",
    "鍵",
    "％",
    "㈱",
    "①",
    "Ⅲ-2",
];

fn fragments() -> impl Strategy<Value = String> {
    vec(prop::sample::select(FRAGMENTS), 0..24).prop_map(|fragments| fragments.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..300).prop_map(|characters| characters.into_iter().collect())
}

/// Fragments between arbitrary characters.
fn mixed() -> impl Strategy<Value = String> {
    vec(
        prop_oneof![
            fragments(),
            vec(any::<char>(), 0..8).prop_map(|some| some.iter().collect())
        ],
        0..6,
    )
    .prop_map(|pieces: Vec<String>| pieces.concat())
}

proptest! {
    // A failure becomes a test with a name (see `inputs`), not a file of seeds.
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_answered_soundly_or_found_empty(
        text in prop_oneof![fragments(), any_text(), mixed()]
    ) {
        let live = shipped().adviser.live();
        match shipped().adviser.ask(&question(&text), moment()) {
            Ok(answer) => {
                for promise in promises::ALL {
                    prop_assert_eq!(promise(&live, &answer), Ok(()));
                }
            }
            Err(AskError::Empty) => {
                // The fragment that colors a terminal is no word, though letters stand in it.
                let typed = text.replace("\u{1b}[31m", "");
                let has_words = typed.chars().any(|character| character.is_ascii_alphanumeric());
                prop_assert!(!has_words, "{:?} is not empty", text);
            }
            Err(error) => prop_assert!(false, "{:?}: {}", text, error),
        }
    }

    #[test]
    fn whatever_is_typed_can_be_explained(text in prop_oneof![fragments(), mixed()]) {
        match shipped().adviser.explain(&question(&text)) {
            Ok(_) | Err(AskError::Empty) => {}
            Err(error) => prop_assert!(false, "{:?}: {}", text, error),
        }
    }
}
