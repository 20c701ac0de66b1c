//! What holds for every list of suggestions, whatever is typed: its limits, and that each value leads where it
//! says.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use sonae::knowledge::Knowledge;
use sonae::lookup::{self, LONGEST, Lookup, MOST, Page, Suggester, Suggestion};
use sonae::question::Language;

use crate::app::small;
use crate::suggest::shipped_suggester;

/// What holds for every list of suggestions.
fn check_limits(typed: &str, found: &[Suggestion]) {
    assert!(found.len() <= MOST, "{typed}: {}", found.len());
    for (place, one) in found.iter().enumerate() {
        for text in [&one.value, &one.label] {
            let length = text.chars().count();
            assert!((1..=LONGEST).contains(&length), "{typed}: {one:?}");
        }
        assert!(!one.label.trim().is_empty(), "{typed}: {one:?}");
        let is_repeated = found
            .iter()
            .skip(place + 1)
            .any(|other| other.value == one.value);
        assert!(!is_repeated, "{typed}: {one:?}");
    }
}

/// Expects that each value, typed as it is, leads to what it stands for.
fn check_all(knowledge: &Knowledge, suggester: &Suggester, document: &str, typed: &str) {
    for language in [Language::Ja, Language::En] {
        let found = suggester.documents(typed, language);
        check_limits(typed, &found);
        for one in &found {
            let document = lookup::document(knowledge, &one.value);
            assert!(
                matches!(document, Lookup::Found(found) if found.id == one.value),
                "{one:?}"
            );
        }
        let found = suggester.sections(document, typed, language);
        check_limits(typed, &found);
        for one in &found {
            let page = lookup::page(knowledge, Some(document), Some(&one.value));
            let Page::Section {
                document, passage, ..
            } = page
            else {
                panic!("{document}: {one:?} leads to {page:?}");
            };
            let is_meant =
                passage.id == one.value || document.id_of(&passage.id).to_string() == one.value;
            assert!(is_meant, "{one:?}");
        }
        let found = suggester.terms(typed, language);
        check_limits(typed, &found);
        for one in &found {
            let term = lookup::term(knowledge, &one.value);
            assert!(
                matches!(term, Lookup::Found(found) if found.term == one.value),
                "{one:?}"
            );
        }
        let found = suggester.playbooks(typed, language);
        check_limits(typed, &found);
        for one in &found {
            let playbook = lookup::playbook(knowledge, &one.value);
            assert!(
                matches!(playbook, Lookup::Found(found) if found.id == one.value),
                "{one:?}"
            );
        }
    }
}

fn check_first(found: &[Suggestion], expected: &str) {
    let first = found.first().map(|one| one.value.as_str());
    assert_eq!(first, Some(expected), "{found:#?}");
}

#[test]
fn every_section_of_every_document_can_be_chosen() {
    let (live, suggester) = shipped_suggester();
    for document in &live.knowledge.documents {
        for passage in &document.passages {
            let found = suggester.sections(&document.id, &passage.id, Language::Ja);
            check_first(&found, &passage.id);
            check_limits(&passage.id, &found);
            let page = lookup::page(&live.knowledge, Some(&document.id), Some(&passage.id));
            let is_it = matches!(page, Page::Section { passage: found, .. } if found == passage);
            assert!(is_it, "{} {}", document.id, passage.id);
        }
    }
    for term in &live.knowledge.terms {
        let found = suggester.terms(&term.term, Language::Ja);
        check_first(&found, &term.term);
    }
}

#[test]
fn odd_input_is_survived() {
    let (live, suggester) = shipped_suggester();
    let long = "パスワードpassword🔐".repeat(1000);
    for typed in [
        "",
        " ",
        "🔐",
        "\u{3099}",
        "ーーー",
        "ううう",
        "#",
        "a#b",
        "-",
        ".",
        "\0",
        "★",
        &long,
    ] {
        check_all(&live.knowledge, suggester, typed, typed);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_typed_limits_hold_and_values_lead_somewhere(
        document in prop_oneof![Just(""), Just("自社診断"), Just("nowhere"), Just("cybersecurity2024")],
        typed in prop_oneof![
            any::<String>(),
            "[ぁ-んァ-ヶー一-龠a-z0-9★. -]{1,12}",
            "(情報|セキュリティ|パスワード|3-2|No\\.|付録|the |pass|らんさむ){1,4}",
        ],
    ) {
        let (live, suggester) = shipped_suggester();
        check_all(&live.knowledge, suggester, document, &typed);
    }

    #[test]
    fn whatever_document_is_typed_sections_lead_somewhere(document in any::<String>()) {
        let (live, suggester) = shipped_suggester();
        check_all(&live.knowledge, suggester, &document, "1");
    }
}

#[test]
fn knowledge_of_any_size_can_be_suggested_from() {
    let live = small().adviser.live();
    let suggester = Suggester::new(&live.knowledge);
    check_all(&live.knowledge, &suggester, "", "");
    let nothing = Suggester::new(&Knowledge::default());
    for typed in ["", "a", "18", "らんさむ"] {
        assert_eq!(nothing.documents(typed, Language::Ja), []);
        assert_eq!(nothing.sections(typed, typed, Language::Ja), []);
        assert_eq!(nothing.terms(typed, Language::Ja), []);
        assert_eq!(nothing.playbooks(typed, Language::Ja), []);
    }
}

/// Generous, for other work goes on beside: a fraction of a millisecond is usual.
#[test]
fn a_suggestion_is_quick_enough_to_type_on() {
    const LIMIT: Duration = Duration::from_millis(20);
    for typed in [
        "",
        "情報",
        "the",
        "MFA",
        "cybersecurity incident respnse",
        "ランサムウエアの対策",
    ] {
        let suggester = &shipped_suggester().1;
        let quickest = (0..5)
            .map(|_| {
                let start = Instant::now();
                suggester.sections("", typed, Language::Ja);
                start.elapsed()
            })
            .min();
        assert!(
            quickest.is_some_and(|took| took < LIMIT),
            "{typed}: {quickest:?}"
        );
    }
}
