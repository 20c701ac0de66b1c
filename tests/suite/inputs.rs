//! Odd questions get an answer or a clear refusal, never a panic. `terminal_inputs` does the same through the
//! program.

use sonae::adviser::AskError;
use sonae::answer::{Answer, Outcome, Reason};
use sonae::question::MAX_QUESTION_CHARACTERS;

use crate::app::{moment, question, shipped};
use crate::promises;

/// What became of a question.
#[derive(Debug, PartialEq)]
enum Became {
    Empty,
    Answered,
    Abstained,
}

/// Asks, explains, and expects that the answer keeps all promises.
fn outcome(text: &str) -> (Became, Option<Answer>) {
    let app = shipped();
    let answer = match app.adviser.ask(&question(text), moment()) {
        Err(AskError::Empty) => {
            let explained = app.adviser.explain(&question(text));
            assert!(matches!(explained, Err(AskError::Empty)), "{text:?}");
            return (Became::Empty, None);
        }
        answered => answered.unwrap(),
    };
    app.adviser.explain(&question(text)).unwrap();
    for promise in promises::ALL {
        assert_eq!(promise(&app.adviser.live(), &answer), Ok(()), "{text:?}");
    }
    match answer.outcome {
        Outcome::Abstain => (Became::Abstained, Some(answer)),
        Outcome::Answer | Outcome::Incident => (Became::Answered, Some(answer)),
    }
}

fn check(text: &str, expected: Became) {
    assert_eq!(outcome(text).0, expected, "{text:?}");
}

/// Expects that any of the questions leads to some answer that keeps all promises.
fn check_sound(texts: &[&str]) {
    for text in texts {
        assert!(outcome(text).1.is_some(), "{text:?} is not empty");
    }
}

#[test]
fn a_question_without_characters_is_empty() {
    for text in [
        "",
        " ",
        "\t\n\r\n",
        "\u{3000}\u{3000}",
        "\u{200B}\u{200D}\u{FEFF}",
        "\u{202E}",
    ] {
        check(text, Became::Empty);
    }
}

#[test]
fn control_characters_and_nul_bytes_alone_are_empty() {
    check("\0\0\0", Became::Empty);
    check("\u{7}\u{8}\u{1b}\u{7f}", Became::Empty);
}

#[test]
fn punctuation_without_words_is_not_answered() {
    for text in [
        "???",
        "。。。",
        "…",
        "？！",
        "-",
        "()[]{}",
        "\"\"",
        "★",
        "〜〜〜",
        "ーーー",
        "%%%",
        "/",
    ] {
        check(text, Became::Abstained);
    }
}

#[test]
fn emoji_alone_are_not_answered() {
    for text in ["🔥", "😭😭😭", "👨‍👩‍👧‍👦", "🇯🇵", "❤️"] {
        check(text, Became::Abstained);
    }
}

#[test]
fn a_question_without_words_to_search_for_says_so() {
    let answer = outcome("🔥🔥🔥").1.unwrap();
    assert_eq!(answer.confidence.reason, Reason::Empty);
    assert!(
        answer.abstention.unwrap().window.is_some(),
        "names a person to ask"
    );
}

#[test]
fn emoji_do_not_hide_the_words_beside_them() {
    check(
        "😭パスワードは何文字にすればいいですか😭😭",
        Became::Answered,
    );
}

#[test]
fn control_characters_do_not_hide_the_words_beside_them() {
    check(
        "\u{1b}[31mパスワードは\u{0}何文字にすればいいですか\u{7}",
        Became::Answered,
    );
}

#[test]
fn a_question_of_100_kilobytes_is_shortened_and_answered() {
    let long = "パスワードは何文字にすればいいですか。".repeat(2_000);
    assert!(long.len() > 100_000);
    let answer = outcome(&long).1.unwrap();
    assert!(answer.is_shortened);
    assert_eq!(answer.outcome, Outcome::Answer);
}

#[test]
fn a_question_at_the_limit_is_not_shortened() {
    let exact: String = "鍵".repeat(MAX_QUESTION_CHARACTERS);
    assert!(!outcome(&exact).1.unwrap().is_shortened);
    assert!(outcome(&format!("{exact}鍵")).1.unwrap().is_shortened);
}

#[test]
fn a_hundred_kilobytes_without_a_space_are_read() {
    check_sound(&[
        &"a".repeat(100_000),
        &"漏".repeat(34_000),
        &"か\u{3099}".repeat(20_000),
        &"?".repeat(100_000),
    ]);
}

#[test]
fn right_to_left_scripts_are_read() {
    check_sound(&[
        "كيف أحمي شركتي من برامج الفدية؟",
        "איך מגינים על העסק מפני כופר?",
        "\u{202E}password\u{202C}",
        "VPN في المكتب",
    ]);
}

#[test]
fn other_scripts_are_read() {
    check_sound(&[
        "รหัสผ่านควรยาวเท่าไร",
        "密码应该有多长？",
        "비밀번호는 몇 글자로 해야 하나요?",
        "Какой длины должен быть пароль?",
        "Πόσο μακρύς κωδικός;",
        "पासवर्ड कितना लंबा?",
    ]);
}

#[test]
fn query_syntax_is_plain_text() {
    check_sound(&[
        "body:foo AND -bar^2 \"x\"~3",
        "heading_words:* OR NOT (",
        "[a TO z]",
        "passage:>0",
        "title:(\"",
        "+must -not",
        "/re.*gex/",
        "*",
        "\\",
    ]);
    let plain = shipped().sections("password length");
    for written in [
        "password:length",
        "+password +length",
        "(password) \"length\"",
        "password^9 length~2",
    ] {
        assert_eq!(
            shipped().sections(written).first(),
            plain.first(),
            "{written}"
        );
    }
}

#[test]
fn a_hyphen_or_colon_excludes_nothing() {
    let plain = shipped().sections("バックアップ 復元の練習");
    assert_eq!(
        shipped().sections("バックアップ -復元の練習").first(),
        plain.first()
    );
}

#[test]
fn addresses_and_mentions_are_plain_text() {
    check_sound(&[
        "https://www.ipa.go.jp/security/?q=%E3%81%82&x[]=1#frag というメールが来た",
        "<@123456789> @everyone パスワードは?",
        "<#42> <:kira:1> `code` **bold** ||spoiler||",
        "C:\\Windows\\System32\\cmd.exe",
        "user@example.jp",
        "'; DROP TABLE answers; --",
        "<script>alert(1)</script>",
        "${jndi:ldap://x}",
        "%s%n%x",
        "../../etc/passwd",
        "{{7*7}}",
    ]);
}

#[test]
fn ill_formed_sequences_of_marks_are_read() {
    check_sound(&[
        "ﾞﾟﾞﾟ鍵",
        "\u{3099}\u{309A}鍵",
        "々々々",
        "ゝゞヽヾ鍵",
        "e\u{301}\u{301}\u{301}\u{301}",
        "か゛き゛",
        "１２３ヶ月",
        "一二三つ",
        "五ヶ",
    ]);
}

/// Failed until 2026-11-23: tantivy was asked to explain a passage from behind it.
#[test]
fn a_single_letter_can_be_explained() {
    for letter in 'a'..='z' {
        outcome(&letter.to_string());
    }
}
