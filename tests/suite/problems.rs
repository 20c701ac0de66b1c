//! What is broken in a knowledge file is named with file, line and column.

use sonae::knowledge::Problem;

use crate::app::Folders;
use crate::knowledge::problems;
use crate::small;

/// Edits one place of the small knowledge and returns the problems as they are printed.
fn problems_after(file: &str, from: &str, to: &str) -> Vec<String> {
    let folders = Folders::small();
    small::edit(&folders.knowledge, file, from, to);
    let found = problems(&folders.knowledge);
    found.iter().map(Problem::to_string).collect()
}

/// Expects exactly these problems, each by its beginning.
fn check(file: &str, from: &str, to: &str, expected: &[&str]) {
    let found = problems_after(file, from, to);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            found.starts_with(expected),
            "{found}\nshould begin with\n{expected}"
        );
    }
}

/// Expects this problem, by its beginning, once among those that follow from it.
fn check_cause(file: &str, from: &str, to: &str, expected: &str) {
    let found = problems_after(file, from, to);
    let count = found
        .iter()
        .filter(|found| found.starts_with(expected))
        .count();
    assert_eq!(count, 1, "{expected}: {found:#?}");
}

#[test]
fn a_syntax_error_is_named_with_its_place() {
    check(
        "synonyms.toml",
        "word = \"漏えい\"",
        "word = \"漏えい",
        &["synonyms.toml:9:12: cannot be read: "],
    );
    check_cause(
        "topics.toml",
        "id = \"report\"\n",
        "id = \"report\"\nid = \"again\"\n",
        "topics.toml:13:1: cannot be read: duplicate key",
    );
}

#[test]
fn an_unknown_key_is_named_with_its_place() {
    check(
        "scope.toml",
        "kind = ",
        "sort = 1\nkind = ",
        &["scope.toml:3:1: cannot be read: unknown field `sort`"],
    );
    check(
        "glossary.toml",
        "english = ",
        "englisch = 1\nenglish = ",
        &["glossary.toml:4:1: cannot be read: unknown field `englisch`"],
    );
}

#[test]
fn an_unknown_key_inside_a_document_is_named_with_its_line_in_the_file() {
    check(
        "documents/sample-guide.md",
        "locator = \"第2章 p.7\"",
        "locater = \"第2章 p.7\"",
        &[
            "actions/basics.toml:45:31: there is no section `sample-guide#2-1`",
            "documents/sample-guide.md:39:12: there is no section",
            "documents/sample-guide.md:71:1: cannot be read: unknown field `locater`",
            "incidents/ransomware.toml:34:11: there is no section",
        ],
    );
}

#[test]
fn a_broken_section_reference_is_named_with_its_place() {
    check(
        "glossary.toml",
        "\"sample-guide#2\"",
        "\"sample-guide#9\"",
        &["glossary.toml:8:11: there is no section `sample-guide#9`"],
    );
    check(
        "documents/sample-guide.md",
        "[\"sample-guide#2-1\"]",
        "[\"sample-guide#2-1\", \"手引き#1\"]",
        &["documents/sample-guide.md:39:32: there is no section `手引き#1`"],
    );
    check(
        "actions/basics.toml",
        "\"sample-guide#2\", ",
        "\"sample-guide#2\", \"nonsense\", ",
        &["actions/basics.toml:45:31: there is no section `nonsense`"],
    );
}

#[test]
fn an_unknown_topic_is_named_with_its_place() {
    check(
        "documents/sample-rules-en.md",
        "topics = [\"report\"]",
        "topics = [\"report\", \"reprot\"]",
        &["documents/sample-rules-en.md:26:21: there is no topic `reprot`"],
    );
}

#[test]
fn unknown_windows_and_actions_are_named_with_their_places() {
    check(
        "incidents/ransomware.toml",
        "[\"police\", ",
        "[\"polis\", ",
        &["incidents/ransomware.toml:17:12: there is no window `polis`"],
    );
    check(
        "incidents/ransomware.toml",
        "[\"unplug-backup\"]",
        "[\"unplug\"]",
        &["incidents/ransomware.toml:19:12: there is no action `unplug`"],
    );
}

#[test]
fn an_empty_locator_is_named_with_its_place() {
    check(
        "documents/sample-guide.md",
        "locator = \"第1章 p.1\"",
        "locator = \"\"",
        &["documents/sample-guide.md:24:11: locator is missing"],
    );
}

#[test]
fn a_missing_locator_is_named_with_its_block() {
    check_cause(
        "documents/sample-rules-en.md",
        "locator = \"Chapter 1\"\n",
        "",
        "documents/sample-rules-en.md:24:1: cannot be read: missing field `locator`",
    );
}

#[test]
fn an_action_named_twice_is_named_with_its_place() {
    check_cause(
        "actions/basics.toml",
        "id = \"unplug-backup\"",
        "id = \"long-passwords\"",
        "actions/basics.toml:26:6: the action `long-passwords` exists twice, first in actions/basics.toml:4",
    );
}

#[test]
fn a_section_named_twice_is_named_with_its_place() {
    check_cause(
        "documents/sample-guide.md",
        "### 2-1 ",
        "### ２． ",
        "documents/sample-guide.md:68:5: the section `sample-guide#2` exists twice, first in documents/sample-guide.md:46",
    );
}

#[test]
fn windows_topics_and_terms_named_twice_are_named_with_their_places() {
    check_cause(
        "windows.toml",
        "id = \"ipa-business\"",
        "id = \"police\"",
        "windows.toml:17:6: the window `police` exists twice, first in windows.toml:2",
    );
    check_cause(
        "topics.toml",
        "id = \"report\"",
        "id = \"backup\"",
        "topics.toml:12:6: the topic `backup` exists twice, first in topics.toml:7",
    );
    let again = "[[term]]\nterm = \"ﾊﾞｯｸｱｯﾌﾟ\"\nreading = \"\"\nenglish = \"\"\ndefinition = \"\"\n\
                 definition_en = \"\"\nsection = \"sample-guide#2\"\n\n[[term]]\nterm = ";
    check(
        "glossary.toml",
        "[[term]]\nterm = ",
        again,
        &["glossary.toml:10:8: the term `バックアップ` exists twice, first in glossary.toml:2"],
    );
}

#[test]
fn a_question_asked_twice_is_named_with_its_place() {
    check(
        "documents/sample-guide.md",
        "\"バックアップの頻度は\"",
        "\"パスワードは何文字にすれば、いいですか？\"",
        &[
            "documents/sample-guide.md:56:3: the question 「パスワードは何文字にすれば、いいですか？」 of \
             sample-guide#2 also stands in sample-guide#1 (documents/sample-guide.md:28)",
        ],
    );
}

#[test]
fn a_question_asked_twice_on_one_line_is_named_with_its_column() {
    check(
        "documents/sample-rules-en.md",
        "  \"速報の期限を知りたい\",\n",
        "  \"速報の期限を知りたい\", \"速報の期限を知りたい。\",\n",
        &["documents/sample-rules-en.md:30:17: the question 「速報の期限を知りたい。」"],
    );
}

#[test]
fn blank_lines_in_a_block_do_not_shift_its_places() {
    check(
        "documents/sample-rules-en.md",
        "locator = \"Chapter 1\"",
        "\n\nlocator = \"\"",
        &["documents/sample-rules-en.md:26:11: locator is missing"],
    );
}

#[test]
fn a_date_in_the_future_is_named_with_its_place() {
    check(
        "documents/sample-guide.md",
        "checked = 2020-01-06",
        "checked = 2026-11-24",
        &["documents/sample-guide.md:12:11: `checked` is 2026-11-24"],
    );
    check(
        "documents/sample-guide.md",
        "published = \"2026-01\"",
        "published = \"2027-01-05\"",
        &["documents/sample-guide.md:11:13: `published` is 2027-01-05"],
    );
    check(
        "documents/sample-guide.md",
        "published = \"2026-01\"",
        "published = \"2026-12\"",
        &["documents/sample-guide.md:11:13: `published` is 2026-12-01"],
    );
    check(
        "windows.toml",
        "hours_sure = false\nchecked = 2020-01-06",
        "hours_sure = false\nchecked = 2026-11-24",
        &["windows.toml:28:11: `checked` is 2026-11-24"],
    );
}

#[test]
fn an_action_that_waits_for_itself_is_named_with_its_place() {
    check(
        "actions/basics.toml",
        "before = []",
        "before = [\"unplug-backup\"]",
        &[
            "actions/basics.toml:4:6: the action `long-passwords` can never be reached",
            "actions/basics.toml:26:6: the action `unplug-backup` can never be reached",
        ],
    );
}

#[test]
fn a_section_without_action_is_named_with_its_place() {
    check(
        "actions/basics.toml",
        ", \"sample-rules-en#1\"",
        "",
        &["documents/sample-rules-en.md:21:4: no action names the section `sample-rules-en#1`"],
    );
}

#[test]
fn a_pattern_that_is_no_regular_expression_is_named_with_its_place() {
    check(
        "scope.toml",
        "'weather (today|tomorrow)'",
        "'weather (today|tomorrow'",
        &[
            "scope.toml:6:27: the pattern `weather (today|tomorrow` is no regular expression: unclosed group",
        ],
    );
}

#[test]
fn holidays_that_run_out_are_noticed() {
    check(
        "holidays.toml",
        "date = 2099-01-01",
        "date = 2026-01-01",
        &["holidays.toml:4:8: the public holidays run out"],
    );
}
