//! The READMEs and the program say the same: commands, permissions, and the tests behind the table of faults. With
//! `SONAE_README=write` the tables that come from the program are written anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use regex::Regex;
use sonae::discord::commands::{Access, COMMANDS, Command, Kind, OptionSpec, SubcommandSpec};
use sonae::discord::permission::{self, Permission};
use sonae::discord::setup_text::{self, SetupFindings, TokenState};
use sonae::question::Language;
use sonae::wording::{CommandWords, Wording};

use crate::app::repository;

const READMES: [(&str, Language); 2] =
    [("README.md", Language::En), ("README.ja.md", Language::Ja)];

/// What stands between the two marks of a name.
fn marked(readme: &str, name: &str) -> String {
    let begin = format!("<!-- {name}:begin -->\n");
    let end = format!("<!-- {name}:end -->");
    let (_, after) = readme.split_once(&begin).unwrap();
    let (inside, _) = after.split_once(&end).unwrap();
    inside.to_owned()
}

/// Compares a part of a README with what the program says.
fn check(file: &str, name: &str, expected: &str) {
    let path = repository().join(file);
    let readme = fs::read_to_string(&path).unwrap();
    let found = marked(&readme, name);
    if std::env::var("SONAE_README").is_ok_and(|asked| asked == "write") {
        let begin = format!("<!-- {name}:begin -->\n");
        let written = readme.replacen(&format!("{begin}{found}"), &format!("{begin}{expected}"), 1);
        // Other tests read the file meanwhile.
        let beside = path.with_extension("new");
        fs::write(&beside, written).unwrap();
        fs::rename(&beside, &path).unwrap();
        return;
    }
    assert_eq!(
        found, expected,
        "{file}: write `{name}` anew with SONAE_README=write"
    );
}

fn other(language: Language) -> Language {
    match language {
        Language::Ja => Language::En,
        Language::En => Language::Ja,
    }
}

/// The lines of a command: what is typed, the same in the other language, what it does.
fn lines(command: &Command, language: Language) -> Vec<[String; 3]> {
    let words = |language| (command.words)(Wording::of(language));
    let (here, there) = (words(language), words(other(language)));
    match command.kind {
        Kind::Slash(options) => {
            let typed = typed(here.name, options, here);
            vec![[typed, code(there.name), here.description.to_owned()]]
        }
        Kind::Group(parts) => {
            let parts = parts.iter().zip(here.parts).zip(there.parts);
            type Part<'a> = ((&'a SubcommandSpec, &'a CommandWords), &'a CommandWords);
            let line = |((part, here_part), there_part): Part<'_>| {
                let name = format!("{} {}", here.name, here_part.name);
                [
                    typed(&name, part.options, here_part),
                    code(&format!("{} {}", there.name, there_part.name)),
                    here_part.description.to_owned(),
                ]
            };
            parts.map(line).collect()
        }
        Kind::OnMessage => {
            let line = (Wording::of(language).admin.help.on_message)(here.name);
            let (how, what) = line.split_once(": ").unwrap();
            vec![[how.to_owned(), there.name.to_owned(), what.to_owned()]]
        }
    }
}

fn code(name: &str) -> String {
    format!("`/{name}`")
}

/// A command with its options; those that may be left out stand in brackets.
fn typed(name: &str, options: &[OptionSpec], words: &CommandWords) -> String {
    let mut typed = format!("/{name}");
    for (option, words) in options.iter().zip(words.parts) {
        typed.push_str(&match option.is_required {
            true => format!(" {}", words.name),
            false => format!(" [{}]", words.name),
        });
    }
    format!("`{typed}`")
}

#[test]
fn the_readmes_list_the_commands_of_the_table() {
    for (file, language) in READMES {
        let (head, everyone, admins) = match language {
            Language::En => (
                "| command | in Japanese | what it does | who |",
                "everyone",
                "admins",
            ),
            Language::Ja => (
                "| コマンド | 英語での名前 | すること | 使える人 |",
                "全員",
                "管理者",
            ),
        };
        let mut table = format!("{head}\n|---|---|---|---|\n");
        for command in COMMANDS {
            let who = match command.access {
                Access::Everyone => everyone,
                Access::Admins => admins,
            };
            for [typed, there, what] in lines(command, language) {
                table.push_str(&format!("| {typed} | {there} | {what} | {who} |\n"));
            }
        }
        check(file, "commands", &table);
    }
}

#[test]
fn the_readmes_list_the_permissions_that_the_bot_asks_for() {
    for (file, language) in READMES {
        let readme = fs::read_to_string(repository().join(file)).unwrap();
        let table = marked(&readme, "permissions");
        for permission in Permission::ALL {
            let name = permission.name(Wording::of(language));
            let bit = permission.bit().trailing_zeros();
            let row = format!("| {name} | `1 << {bit}` |");
            assert!(table.contains(&row), "{file} lacks {row}");
        }
        assert_eq!(table.matches("`1 << ").count(), Permission::ALL.len());
        let all = format!("`{}`", permission::REQUIRED);
        assert!(table.contains(&all), "{file} lacks {all}");
    }
}

/// The application in the READMEs' examples.
const APPLICATION: u64 = 1_000_000_000_000_000_001;

#[test]
fn the_readmes_show_what_the_check_of_the_setup_says() {
    let good = SetupFindings {
        token: TokenState::Valid,
        application: Some(APPLICATION),
        guilds: 1,
        ..SetupFindings::default()
    };
    let without_guild = SetupFindings {
        guilds: 0,
        ..good.clone()
    };
    for (file, language) in READMES {
        let readme = fs::read_to_string(repository().join(file)).unwrap();
        for findings in [&without_guild, &good] {
            let lines = setup_text::lines(findings, Wording::of(language));
            // The examples stand in a list.
            let shown = format!("   ```text\n   {}\n   ```\n", lines.join("\n   "));
            assert!(readme.contains(&shown), "{file} lacks\n{shown}");
        }
    }
}

/// The names of all tests of the Discord face.
fn tests_below(folder: &Path, names: &mut BTreeSet<String>) {
    let test = Regex::new(r"#\[(?:tokio::)?test[^\]]*\]\s*(?:async )?fn (\w+)").unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tests_below(&path, names);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            let found = test.captures_iter(&source);
            names.extend(found.map(|found| found[1].to_owned()));
        }
    }
}

/// The tests that each row of a table of faults names in its last column.
fn shown_by(readme: &str) -> Vec<Vec<String>> {
    let name = Regex::new(r"`(\w+)`").unwrap();
    let table = marked(readme, "faults");
    let rows = table.lines().skip(2).map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        assert_eq!(cells.len(), 3, "{row}");
        let names = name.captures_iter(cells[2]);
        names.map(|found| found[1].to_owned()).collect()
    });
    rows.collect()
}

#[test]
fn each_fault_of_the_readmes_is_shown_by_tests_that_exist() {
    let mut tests = BTreeSet::new();
    tests_below(&repository().join("tests/discord"), &mut tests);
    let tables = READMES.map(|(file, _)| {
        let readme = fs::read_to_string(repository().join(file)).unwrap();
        let rows = shown_by(&readme);
        for row in &rows {
            assert!(!row.is_empty(), "{file}: a row without a test");
            for name in row {
                assert!(tests.contains(name), "{file}: there is no test {name}");
            }
        }
        rows
    });
    assert_eq!(tables[0], tables[1], "the languages name the same tests");
}
