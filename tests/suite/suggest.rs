//! Suggestions while a name is typed: what must come first.

use std::sync::{Arc, OnceLock};

use sonae::adviser::Live;
use sonae::lookup::{MOST, Suggester, Suggestion};
use sonae::question::Language;

use crate::app::shipped;

/// The shipped knowledge and what suggests from it, made once.
pub fn shipped_suggester() -> &'static (Arc<Live>, Suggester) {
    static SHIPPED: OnceLock<(Arc<Live>, Suggester)> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let live = shipped().adviser.live();
        let suggester = Suggester::new(&live.knowledge);
        (live, suggester)
    })
}

fn suggester() -> &'static Suggester {
    &shipped_suggester().1
}

/// How far down the expected value may stand.
#[derive(Clone, Copy)]
enum Place {
    First,
    FirstThree,
}
use Place::{First, FirstThree};

/// Expects a value at its place for what is typed.
fn check(what: &str, found: &[Suggestion], place: Place, expected: &str) {
    let count = match place {
        First => 1,
        FirstThree => 3,
    };
    let is_there = found.iter().take(count).any(|one| one.value == expected);
    assert!(is_there, "{what}: {expected} in {found:#?}");
}

fn check_documents(table: &[(&str, Place, &str)]) {
    for (typed, place, expected) in table {
        for language in [Language::Ja, Language::En] {
            check(
                typed,
                &suggester().documents(typed, language),
                *place,
                expected,
            );
        }
    }
}

/// Each row: document as typed, section as typed, place, value.
fn check_sections(table: &[(&str, &str, Place, &str)]) {
    for (document, typed, place, expected) in table {
        let found = suggester().sections(document, typed, Language::Ja);
        check(&format!("{document} / {typed}"), &found, *place, expected);
    }
}

fn check_terms(table: &[(&str, Place, &str)]) {
    for (typed, place, expected) in table {
        check(
            typed,
            &suggester().terms(typed, Language::Ja),
            *place,
            expected,
        );
    }
}

fn check_playbooks(table: &[(&str, Place, &str)]) {
    for (typed, place, expected) in table {
        check(
            typed,
            &suggester().playbooks(typed, Language::Ja),
            *place,
            expected,
        );
    }
}

#[test]
fn documents_are_suggested_by_title_short_name_and_alias() {
    check_documents(&[
        ("自社", First, "ipa-sme-self-check-25"),
        ("経営ガ", First, "meti-cs-keiei-guideline"),
        ("中小企業ガイドライン", First, "ipa-sme-guideline"),
        ("取適法", First, "torihiki-tekiseika"),
        ("下請", First, "torihiki-tekiseika"),
        ("10大", First, "ipa-10threats"),
        ("IPA ガイドライン", First, "ipa-sme-guideline"),
        ("テレワーク", First, "telework-guideline"),
        ("cybersecurity2024", First, "cybersecurity2024"),
        ("★3", First, "scs-evaluation"),
        ("nist", FirstThree, "nist-sp1300-en"),
    ]);
}

#[test]
fn documents_are_suggested_in_hiragana_romaji_and_english() {
    check_documents(&[
        ("じしゃしんだん", First, "ipa-sme-self-check-25"),
        ("けいえい", First, "meti-cs-keiei-guideline"),
        ("きほんほう", First, "kihonho"),
        ("てれわーく", First, "telework-guideline"),
        ("terewa-ku", First, "telework-guideline"),
        ("ransamuwea", First, "practical-ransomware"),
        ("essential", First, "acsc-e8-en"),
        ("incident response", First, "ipa-sme-incident-guide"),
        ("trade secret", First, "trade-secret"),
    ]);
}

#[test]
fn documents_are_suggested_despite_errors_and_by_abbreviation() {
    check_documents(&[
        ("Essental Eigth", First, "acsc-e8-en"),
        ("サイバーセキュリテイ基本法", First, "kihonho"),
        ("テレワク", First, "telework-guideline"),
        ("個情法", First, "kojinjoho-roei"),
        ("中小ガイド", First, "ipa-sme-guideline"),
        ("ransomwaer", FirstThree, "practical-ransomware"),
    ]);
}

#[test]
fn sections_are_suggested_by_number() {
    check_sections(&[
        ("自社診断", "18", First, "No.18"),
        ("自社診断", "no18", First, "No.18"),
        ("自社診断", "Ｎｏ．１８", First, "No.18"),
        ("自社診断", "18番", First, "No.18"),
        ("自社診断", "1", First, "No.1"),
        ("cybersecurity2024", "3-2", First, "3-2-1"),
        ("cybersecurity2024", "3-1-2", First, "3-1-2"),
        ("cybersecurity2024", "コラム⑤", First, "C-5"),
        ("cybersecurity2024", "別添8", First, "B-8"),
        ("経営ガイドライン", "指示5", First, "指示5"),
        ("経営ガイドライン", "5", First, "指示5"),
        ("安全・安心ハンドブック", "2", First, "第2章"),
        ("SCS", "★3", First, "5"),
    ]);
}

#[test]
fn sections_are_suggested_by_title_question_and_spelling() {
    check_sections(&[
        ("自社診断", "廃", First, "No.18"),
        ("自社診断", "バックアプ", First, "No.11"),
        ("自社診断", "pasuwado", First, "No.3"),
        ("自社診断", "ぱすわーど", First, "No.3"),
        ("自社診断", "backup", First, "No.11"),
        ("ipa-sme-self-check-25", "disposal", First, "No.18"),
        ("practical-password-backup-vpn", "MFA", First, "2"),
        ("practical-password-backup-vpn", "2段階認証", First, "2"),
        ("practical-password-backup-vpn", "たようそ", First, "2"),
    ]);
}

#[test]
fn without_a_document_sections_of_all_are_suggested() {
    check_sections(&[
        ("", "付録8", First, "ipa-sme-appendices#付録8"),
        ("", "指示5", First, "meti-cs-keiei-guideline#指示5"),
        (
            "no such document",
            "18",
            First,
            "ipa-sme-self-check-25#No.18",
        ),
        ("", "★3", First, "scs-evaluation#5"),
        ("", "自社診断 18", First, "ipa-sme-self-check-25#No.18"),
        ("", "No.18 自社診断", First, "ipa-sme-self-check-25#No.18"),
        ("", "退職者", FirstThree, "insider-threat#5"),
    ]);
}

#[test]
fn terms_are_suggested_by_every_spelling() {
    check_terms(&[
        ("ら", First, "ランサムウェア"),
        ("ransamu", First, "ランサムウェア"),
        ("ransamuw", First, "ランサムウェア"),
        ("ransom", FirstThree, "ランサムウェア"),
        ("ランサムウエイ", First, "ランサムウェア"),
        ("ランサムウェアについて", First, "ランサムウェア"),
        ("MFA", First, "多要素認証"),
        ("2fa", First, "多要素認証"),
        ("たようそ", First, "多要素認証"),
        ("ぶいぴーえぬ", First, "VPN"),
        ("phising", First, "フィッシング"),
        ("ふぃしんぐ", First, "フィッシング"),
        ("サポ詐欺", First, "サポート詐欺"),
        ("joho", First, "情報漏えい"),
    ]);
}

#[test]
fn playbooks_are_suggested_by_what_happened() {
    check_playbooks(&[
        ("ransom", First, "ransomware"),
        ("らんさむ", First, "ransomware"),
        ("フィッシング", First, "phishing-entered"),
        ("なくした", First, "lost-device"),
        ("送金", First, "wrong-transfer"),
        ("BEC", First, "wrong-transfer"),
        ("乗っ取", First, "account-takeover"),
        ("ddso", First, "ddos"),
        ("サポート詐欺", First, "fake-warning"),
    ]);
}

#[test]
fn nothing_typed_shows_what_most_need() {
    let values = |found: Vec<Suggestion>| -> Vec<String> {
        found.into_iter().map(|one| one.value).collect()
    };
    let documents = values(suggester().documents("", Language::Ja));
    assert_eq!(documents.len(), MOST);
    for useful in ["ipa-sme-guideline", "ipa-sme-self-check-25"] {
        let place = documents.iter().position(|id| id == useful);
        assert!(
            place.is_some_and(|place| place < 5),
            "{useful} in {documents:?}"
        );
    }
    assert!(
        !documents.contains(&"strategy2021".to_owned()),
        "{documents:?}"
    );
    let sections = values(suggester().sections("自社診断", " ", Language::Ja));
    assert_eq!(sections.len(), MOST);
    assert_eq!(sections.get(1).map(String::as_str), Some("No.1"));
    assert_eq!(
        values(suggester().sections("", "", Language::Ja)).len(),
        MOST
    );
    let terms = values(suggester().terms("?!", Language::Ja));
    assert!(
        terms.iter().take(8).any(|term| term == "ランサムウェア"),
        "{terms:?}"
    );
    let playbooks = values(suggester().playbooks("", Language::Ja));
    assert_eq!(
        playbooks.len(),
        shipped_suggester().0.knowledge.playbooks.len()
    );
}

#[test]
fn labels_are_in_the_language_of_the_asker() {
    let label = |found: Vec<Suggestion>| found.into_iter().next().unwrap().label;
    let (ja, en) = (Language::Ja, Language::En);
    assert_eq!(
        label(suggester().documents("中小企業ガイドライン", ja)),
        "中小企業ガイドライン — 中小企業の情報セキュリティ対策ガイドライン"
    );
    assert_eq!(
        label(suggester().documents("中小企業ガイドライン", en)),
        "Information Security Guidelines for SMEs (IPA)"
    );
    assert_eq!(
        label(suggester().sections("自社診断", "18", ja)),
        "No.18 廃棄"
    );
    assert_eq!(
        label(suggester().sections("", "付録8", ja)),
        "付録8 セキュリティインシデント対応の手引き — 中小企業ガイドライン付録"
    );
    assert_eq!(
        label(suggester().terms("らんさむうぇあ", ja)),
        "ランサムウェア (ransomware)"
    );
    assert_eq!(
        label(suggester().terms("らんさむうぇあ", en)),
        "ransomware (ランサムウェア)"
    );
    assert_eq!(
        label(suggester().playbooks("ransomware", en)),
        "Ransomware infection"
    );
}
