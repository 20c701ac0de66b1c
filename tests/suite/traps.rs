//! Spellings of Japanese that must not matter: widths, kana, long vowels, readings, romaji.

use crate::app::shipped;

/// Sections about ransomware, what it does and what helps.
const RANSOMWARE: &[&str] = &[
    "practical-ransomware#1",
    "practical-ransomware#2",
    "practical-ransomware#3",
    "practical-ransomware#8",
    "npa-threats#6",
    "ipa-sme-incident-guide#A",
];

/// Expects that all spellings lead to the same first section.
fn check_same_first(spellings: &[&str]) {
    let first = |text: &str| shipped().sections(text).first().cloned();
    let expected = first(spellings[0]);
    assert!(expected.is_some(), "{} finds nothing", spellings[0]);
    for spelling in spellings {
        assert_eq!(
            first(spelling),
            expected,
            "{spelling} against {}",
            spellings[0]
        );
    }
}

/// Expects that one of the sections is among the first three for every spelling.
fn check_among_first_three(spellings: &[&str], expected: &[&str]) {
    let missed: Vec<String> = spellings
        .iter()
        .map(|spelling| (spelling, shipped().sections(spelling)))
        .filter(|(_, found)| {
            !found
                .iter()
                .take(3)
                .any(|section| expected.contains(&section.as_str()))
        })
        .map(|(spelling, found)| {
            format!(
                "{spelling} finds {:?}",
                found.iter().take(3).collect::<Vec<_>>()
            )
        })
        .collect();
    assert!(
        missed.is_empty(),
        "none of {expected:?}:\n{}",
        missed.join("\n")
    );
}

#[test]
fn an_address_in_a_question_does_not_matter() {
    check_same_first(&[
        "パスワードは何文字がいいですか",
        "パスワードは何文字がいいですか tanaka@example.co.jp",
        "パスワードは何文字がいいですか（ｔａｎａｋａ＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ）",
    ]);
}

#[test]
fn an_incident_told_in_plain_english_opens_its_playbook() {
    for (told, playbook) in [
        (
            "An employee lost a laptop with customer data. What should we do?",
            "lost-device",
        ),
        (
            "Ransomware encrypted all our files, what do we do?",
            "ransomware",
        ),
        (
            "We followed a mail in the name of our client's president and sent the money",
            "wrong-transfer",
        ),
        (
            "Our homepage shows a strange message this morning, what now?",
            "defacement",
        ),
    ] {
        let plan = shipped().ask(told).incident;
        assert_eq!(
            plan.map(|plan| plan.playbook).as_deref(),
            Some(playbook),
            "{told}"
        );
    }
}

#[test]
fn question_marks_of_either_width_do_not_matter() {
    check_same_first(&[
        "パスワードは何文字",
        "パスワードは何文字?",
        "パスワードは何文字？",
        "パスワードは何文字？？",
        "「パスワードは何文字」",
    ]);
    check_same_first(&[
        "バックアップの頻度",
        "バックアップの頻度?",
        "バックアップの頻度？",
        " バックアップの頻度　",
    ]);
}

#[test]
fn a_final_long_vowel_does_not_matter() {
    check_same_first(&[
        "サーバーの更新",
        "サーバの更新",
        "ｻｰﾊﾞｰの更新",
        "サーバｰの更新",
        "サーバ－の更新",
    ]);
    check_same_first(&["ルーターの設定", "ルータの設定", "ﾙｰﾀの設定"]);
    check_same_first(&["セキュリティーの担当者", "セキュリティの担当者"]);
}

#[test]
fn dashes_for_the_long_vowel_do_not_matter() {
    check_same_first(&[
        "パスワードの使い回し",
        "パスワ－ドの使い回し",
        "パスワ-ドの使い回し",
        "パスワ―ドの使い回し",
        "パスワ−ドの使い回し",
    ]);
}

#[test]
fn half_width_kana_do_not_matter() {
    check_same_first(&["パスワードの使い回し", "ﾊﾟｽﾜｰﾄﾞの使い回し", "ﾊﾟｽﾜ-ﾄﾞの使い回し"]);
    check_same_first(&["バックアップの頻度", "ﾊﾞｯｸｱｯﾌﾟの頻度"]);
}

#[test]
fn full_width_letters_and_digits_do_not_matter() {
    check_same_first(&["VPN機器の更新", "ＶＰＮ機器の更新", "vpn機器の更新"]);
    check_same_first(&["USBメモリの紛失", "ＵＳＢメモリの紛失", "usbﾒﾓﾘの紛失"]);
    check_same_first(&["SCS評価制度の★3", "ＳＣＳ評価制度の★３", "scs評価制度の☆3"]);
}

#[test]
fn composed_and_decomposed_kana_are_the_same() {
    check_same_first(&[
        "パスワードの使い回し",
        "ハ\u{309A}スワート\u{3099}の使い回し",
    ]);
}

#[test]
fn all_names_of_multi_factor_authentication_lead_to_it() {
    check_among_first_three(
        &[
            "MFA",
            "ＭＦＡ",
            "ｍｆａ",
            "２要素認証",
            "2要素認証",
            "二要素認証",
            "多要素認証",
            "2段階認証",
            "二段階認証",
            "2FA",
            "MFAとは",
            "多要素認証とは？",
        ],
        &["practical-password-backup-vpn#2"],
    );
}

#[test]
fn widths_and_numerals_of_two_factor_authentication_do_not_matter() {
    check_same_first(&["二要素認証", "2要素認証", "２要素認証"]);
    check_same_first(&["MFAの入れ方", "ＭＦＡの入れ方", "mfaの入れ方"]);
}

#[test]
fn loan_words_in_hiragana_lead_to_their_section() {
    check_among_first_three(
        &["パスワード", "ぱすわーど", "ぱすわーどのながさ"],
        &[
            "practical-password-backup-vpn#1",
            "ipa-sme-self-check-25#No.3",
        ],
    );
    check_among_first_three(
        &["バックアップ", "ばっくあっぷ", "ばっくあっぷのしかた"],
        &[
            "practical-password-backup-vpn#3",
            "ipa-sme-self-check-25#No.11",
        ],
    );
    check_among_first_three(
        &[
            "ウイルス対策ソフト",
            "ういるすたいさくそふと",
            "うぃるすたいさくそふと",
            "うぃるす対策ソフト",
            "ウィルス対策ソフト",
        ],
        &[
            "ipa-sme-self-check-25#No.2",
            "ipa-sme-appendices#付録1",
            "soumu-kokumin#3",
        ],
    );
    check_among_first_three(
        &[
            "らんさむうぇあ",
            "ランサムウエア",
            "ランサムウェア",
            "らんさむ",
        ],
        RANSOMWARE,
    );
}

#[test]
fn phishing_in_hiragana_is_not_about_fishing() {
    let katakana = shipped().sections("フィッシング");
    let about: Vec<&str> = katakana.iter().take(5).map(String::as_str).collect();
    check_among_first_three(
        &[
            "ふぃっしんぐ",
            "ふぃっしんぐめーる",
            "フィッシングメール",
            "phishing",
            "fisshingu",
        ],
        &about,
    );
}

#[test]
fn romaji_leads_where_kana_lead() {
    check_among_first_three(
        &[
            "ransomware",
            "ransamuwea",
            "ransamuwea no taisaku",
            "ransamuwea toha",
        ],
        RANSOMWARE,
    );
    check_among_first_three(
        &["pasuwado", "pasuwaado no nagasa"],
        &[
            "practical-password-backup-vpn#1",
            "ipa-sme-self-check-25#No.3",
        ],
    );
}

#[test]
fn misspelt_loan_words_lead_where_the_right_ones_do() {
    check_among_first_three(
        &[
            "ランサムウェア",
            "ランサムウエアー",
            "ランサンウェア",
            "ransomeware",
        ],
        RANSOMWARE,
    );
    check_among_first_three(
        &["バックアップ", "バックアプ", "バクアップ"],
        &[
            "practical-password-backup-vpn#3",
            "ipa-sme-self-check-25#No.11",
        ],
    );
}

#[test]
fn iteration_marks_do_not_matter() {
    check_same_first(&["個々の社員の責任", "個個の社員の責任"]);
    check_same_first(&["様々な攻撃の手口", "様様な攻撃の手口"]);
}

#[test]
fn counters_written_in_several_ways_are_the_same() {
    check_same_first(&[
        "情報セキュリティ5か条",
        "情報セキュリティ五か条",
        "情報セキュリティ５ヶ条",
        "情報セキュリティ5箇条",
        "情報セキュリティ５カ条",
    ]);
}

#[test]
fn a_single_kanji_finds_something() {
    check_among_first_three(
        &["鍵", "鍵？"],
        &[
            "ipa-sme-self-check-25#No.16",
            "ipa-sme-self-check-25#No.17",
            "ipa-sme-self-check-25#No.12",
            "ipa-sme-self-check-25#No.15",
        ],
    );
    assert!(!shipped().sections("紙").is_empty());
}

#[test]
fn english_words_in_a_japanese_question_are_found() {
    check_among_first_three(
        &[
            "passwordの長さは?",
            "パスワードの長さは?",
            "passwordは何文字",
        ],
        &[
            "practical-password-backup-vpn#1",
            "ipa-sme-self-check-25#No.3",
        ],
    );
    check_among_first_three(
        &["backupはどう取る?", "How to set up バックアップ"],
        &[
            "practical-password-backup-vpn#3",
            "ipa-sme-self-check-25#No.11",
        ],
    );
}

#[test]
fn spaces_inside_a_japanese_question_do_not_matter() {
    check_same_first(&[
        "パスワード 使い回し",
        "パスワード　使い回し",
        "パスワード\n使い回し",
        "パスワード  使い回し",
    ]);
}
