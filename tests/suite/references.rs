//! Sections that people name by number: the named one comes first.

use crate::app::shipped;

/// Expects that the named section is the first one.
fn check_named(questions: &[&str], expected: &str) {
    for question in questions {
        let found = shipped().sections(question);
        assert_eq!(
            found.first().map(String::as_str),
            Some(expected),
            "{question}: {found:?}"
        );
    }
}

#[test]
fn an_item_of_the_self_check_is_found_by_its_number() {
    check_named(
        &[
            "自社診断の18番",
            "自社診断のNo.18",
            "自社診断１８番って何",
            "5分でできる自社診断の第18問",
            "自社診断 No.18 の中身",
        ],
        "ipa-sme-self-check-25#No.18",
    );
    check_named(
        &["自社診断の1番", "自社診断のNo.1"],
        "ipa-sme-self-check-25#No.1",
    );
}

#[test]
fn an_instruction_of_the_management_guideline_is_found_by_its_number() {
    let live = shipped().adviser.live();
    for question in [
        "経営ガイドラインの指示5",
        "経営ガイドラインの指示５は何ですか",
        "サイバーセキュリティ経営ガイドライン ver3.0 の指示5",
    ] {
        let first = shipped().ask(question).ranked[0].clone();
        assert_eq!(
            first.to_string(),
            "meti-cs-keiei-guideline#指示5",
            "{question}"
        );
        assert_eq!(
            live.found(&first).unwrap().section_id().to_string(),
            "meti-cs-keiei-guideline#2"
        );
    }
}

#[test]
fn an_appendix_is_found_by_its_number() {
    check_named(
        &[
            "付録8",
            "付録８を見せて",
            "ガイドラインの付録8は何",
            "付録8 インシデント対応",
        ],
        "ipa-sme-appendices#付録8",
    );
}

#[test]
fn an_annex_of_cybersecurity_2024_is_found_by_its_number() {
    check_named(
        &[
            "別添8",
            "別添８ 用語解説",
            "サイバーセキュリティ2024の別添8",
        ],
        "cybersecurity2024#B-8",
    );
}

#[test]
fn a_column_of_cybersecurity_2024_is_found_by_its_number() {
    check_named(
        &[
            "コラム5",
            "コラム⑤を読みたい",
            "サイバーセキュリティ2024のコラム5",
        ],
        "cybersecurity2024#C-5",
    );
}

#[test]
fn a_section_of_a_named_document_is_found_by_its_number() {
    check_named(
        &[
            "サイバーセキュリティ2024の3-1-2",
            "サイバーセキュリティ2024の3-1-2を見せて",
        ],
        "cybersecurity2024#3-1-2",
    );
}

#[test]
fn a_number_in_another_sense_names_no_section() {
    for question in [
        "社員が18人の会社です。何から始めればいいですか",
        "5年前のパソコンを使っています",
        "第2の矢は何ですか",
    ] {
        let explanation = shipped()
            .adviser
            .explain(&crate::app::question(question))
            .unwrap();
        assert_eq!(explanation.references, [], "{question}");
    }
}
