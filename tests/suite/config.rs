//! The settings: `config.toml` shows every default, and a typing error is named with its line.

use std::collections::BTreeSet;
use std::fs;

use sonae::config::{Config, ConfigError};

use crate::app::{Folders, repository};

fn shipped_text() -> String {
    fs::read_to_string(repository().join("config.toml")).unwrap()
}

/// All keys of a table, as `section.key`.
fn keys(prefix: &str, value: &toml::Value, found: &mut BTreeSet<String>) {
    let Some(table) = value.as_table() else {
        found.insert(prefix.trim_start_matches('.').to_owned());
        return;
    };
    for (key, value) in table {
        keys(&format!("{prefix}.{key}"), value, found);
    }
}

fn keys_of(value: &toml::Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    keys("", value, &mut found);
    found
}

/// Reads settings from a text.
fn read(text: &str) -> Result<Config, ConfigError> {
    let folders = Folders::small();
    fs::write(folders.config_file(), text).unwrap();
    Config::read(Some(&folders.config_file()))
}

/// Expects that the settings are refused with all of these words.
fn check_refused(text: &str, expected: &[&str]) {
    let message = read(text).unwrap_err().to_string();
    for expected in expected {
        assert!(message.contains(expected), "{expected} in {message}");
    }
}

#[test]
fn the_shipped_settings_are_the_defaults() {
    assert_eq!(
        Config::read(Some(&repository().join("config.toml"))).unwrap(),
        Config::default()
    );
}

#[test]
fn the_shipped_settings_show_every_setting() {
    let defaults = toml::Value::try_from(Config::default()).unwrap();
    let shown: toml::Value = toml::from_str(&shipped_text()).unwrap();
    assert_eq!(keys_of(&shown), keys_of(&defaults));
}

#[test]
fn each_setting_has_a_comment_above_it() {
    let text = shipped_text();
    let lines: Vec<&str> = text.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        let is_setting = line.contains('=') && !line.trim_start().starts_with('#');
        let above = index.checked_sub(1).and_then(|above| lines.get(above));
        let is_explained = above.is_some_and(|above| above.starts_with('#'));
        assert!(!is_setting || is_explained, "line {}: {line}", index + 1);
    }
}

#[test]
fn without_a_file_the_defaults_hold() {
    assert_eq!(read("").unwrap(), Config::default());
}

#[test]
fn an_unknown_key_is_refused_with_its_line() {
    check_refused(
        "[index]\nkeep = 3\nkeeep = 3\n",
        &["config.toml", "line 3", "keeep"],
    );
    check_refused("[indexes]\n", &["line 1", "indexes"]);
    check_refused(
        "[search.weights]\nheading = 1.0\ntitle = 1.0\n",
        &["line 3", "title"],
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_refused_with_its_line() {
    check_refused("[answer]\n\npassages = \"three\"\n", &["line 3"]);
    check_refused("[answer\n", &["line 1"]);
}

#[test]
fn a_value_out_of_range_is_refused_with_what_is_allowed() {
    check_refused("[index]\nkeep = 0\n", &["index.keep", "at least 1"]);
    check_refused("[answer]\npassages = 4\n", &["answer.passages", "1 to 3"]);
    check_refused(
        "[answer]\nnext_steps = 6\n",
        &["answer.next_steps", "0 to 5"],
    );
    check_refused("[answer]\nfloor = 1.5\n", &["answer.floor", "0 to 1"]);
    check_refused("[answer]\nfloor = nan\n", &["answer.floor", "0 to 1"]);
    check_refused(
        "[search]\ncandidates = 3\n",
        &["search.candidates", "10 to 1000"],
    );
    check_refused("[store]\nfile = \"\"\n", &["store.file"]);
    check_refused(
        "[store]\nbusy_timeout_ms = 0\n",
        &["store.busy_timeout_ms", "10 to 60000"],
    );
    check_refused(
        "[store]\nretention_days = 0\n",
        &["store.retention_days", "1 to 3650"],
    );
}

#[test]
fn a_named_file_that_is_missing_is_refused() {
    let missing = Config::read(Some(&repository().join("no-such-config.toml")));
    assert!(matches!(missing, Err(ConfigError::Read { .. })));
}

#[test]
fn the_program_names_the_line_of_a_typing_error() {
    let folders = Folders::small();
    fs::write(folders.config_file(), "[index]\nkeeep = 3\n").unwrap();
    let finished = folders.run(&["lookup"]).with_status(1);
    assert!(
        finished.stderr.contains("config.toml") && finished.stderr.contains("line 2"),
        "{finished:?}"
    );
}
