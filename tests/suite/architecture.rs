//! The borders of the map in `src/lib.rs`, read from the source: who may import what, and the size of files.

use std::fs;
use std::path::Path;

use regex::Regex;

use crate::app::repository;
use crate::imports::{imports, without_comments};

/// A border: in the files that `holds_in` picks, no path begins with any of `forbidden`.
struct Border {
    rule: &'static str,
    holds_in: fn(&str) -> bool,
    forbidden: &'static [&'static str],
}

/// Modules without input, output, clock or async.
const PURE: &[&str] = &[
    "knowledge",
    "question",
    "profile",
    "answer",
    "wording",
    "render",
    "text",
    "lookup",
    "news",
    "incident",
    "privacy",
];

const BORDERS: &[Border] = &[
    Border {
        rule: "only search knows tantivy",
        holds_in: |file| !is_in(file, "search"),
        forbidden: &["tantivy"],
    },
    Border {
        rule: "only text knows the segmenter",
        holds_in: |file| !is_in(file, "text"),
        forbidden: &["icu_segmenter"],
    },
    Border {
        rule: "only store knows SQL",
        holds_in: |file| !is_in(file, "store"),
        forbidden: &["sqlx"],
    },
    Border {
        rule: "only discord knows serenity",
        holds_in: |file| !is_in(file, "discord"),
        forbidden: &["serenity", "reqwest"],
    },
    Border {
        rule: "store knows neither the knowledge nor answers",
        holds_in: |file| is_in(file, "store"),
        forbidden: &[
            "crate::knowledge",
            "crate::search",
            "crate::answer",
            "crate::lookup",
            "crate::wording",
            "crate::render",
        ],
    },
    Border {
        rule: "only cli knows the terminal",
        holds_in: |file| !is_in(file, "cli"),
        forbidden: &[
            "clap",
            "clap_complete",
            "clap_mangen",
            "anstream",
            "indicatif",
            "rustyline",
            "terminal_size",
        ],
    },
    Border {
        rule: "only render draws",
        holds_in: |file| !is_in(file, "render"),
        forbidden: &["resvg"],
    },
    Border {
        rule: "only render and cli lay text out",
        holds_in: |file| !is_in(file, "render") && !is_in(file, "cli"),
        forbidden: &["anstyle", "textwrap"],
    },
    Border {
        rule: "pure modules have no input, output, clock or async",
        holds_in: |file| PURE.iter().any(|module| is_in(file, module)),
        forbidden: &[
            "std::net",
            "std::env",
            "std::process",
            "std::thread",
            "std::time::Instant",
            "std::time::SystemTime",
            "tokio",
        ],
    },
    Border {
        rule: "only knowledge/load.rs reads files",
        holds_in: |file| {
            PURE.iter().any(|module| is_in(file, module)) && file != "knowledge/load.rs"
        },
        forbidden: &["std::fs"],
    },
];

/// The modules in the order of the map: each may import those before it.
fn reading_order() -> Vec<String> {
    let map = fs::read_to_string(repository().join("src/lib.rs")).unwrap();
    let modules = Regex::new(r"(?m)^pub mod (\w+);").unwrap();
    modules
        .captures_iter(&map)
        .map(|found| found[1].to_owned())
        .collect()
}

fn is_in(file: &str, module: &str) -> bool {
    file == format!("{module}.rs") || file.starts_with(&format!("{module}/"))
}

/// Every rule that a file breaks; `file` is its path below `src`.
fn violations(file: &str, source: &str) -> Vec<String> {
    let mut broken = Vec::new();
    let order = reading_order();
    let own = order.iter().position(|module| is_in(file, module));
    // `lib.rs` and `main.rs` stand above all modules.
    let own = own.map_or(order.len(), |own| own + 1);
    for path in imports(file, source) {
        for border in BORDERS.iter().filter(|border| (border.holds_in)(file)) {
            if border
                .forbidden
                .iter()
                .any(|forbidden| begins_with(&path, forbidden))
            {
                broken.push(format!("{}: {file} uses {path}", border.rule));
            }
        }
        if order[own..]
            .iter()
            .any(|later| begins_with(&path, &format!("crate::{later}")))
        {
            broken.push(format!(
                "a module imports only those above it in the map: {file} uses {path}"
            ));
        }
    }
    let code = without_comments(source);
    let is_pure = PURE.iter().any(|module| is_in(file, module));
    if is_pure
        && Regex::new(r"\bnow\(|\basync\b|\.await\b")
            .unwrap()
            .is_match(&code)
    {
        broken.push(format!(
            "pure modules have no input, output, clock or async: {file}"
        ));
    }
    if Regex::new(r"\b(todo|unimplemented)!")
        .unwrap()
        .is_match(&code)
    {
        broken.push(format!("nothing is left undone: {file}"));
    }
    broken.extend(shape_violations(file, source));
    broken
}

/// What holds for every source file, tests included.
fn shape_violations(file: &str, source: &str) -> Vec<String> {
    let mut broken = Vec::new();
    let lines = source.lines().count();
    if lines > 400 {
        broken.push(format!("a file has at most 400 lines: {file} has {lines}"));
    }
    if !source.starts_with("//!") {
        broken.push(format!("a file opens with what it is for: {file}"));
    }
    broken
}

fn begins_with(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// All Rust files below a folder: path and text.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(current) = open.pop() {
        for entry in fs::read_dir(current).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path
                    .strip_prefix(folder)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                found.push((below, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "no source below {folder:?}");
    found.sort();
    found
}

#[test]
fn the_source_keeps_the_borders_of_the_map() {
    let broken: Vec<String> = sources(&repository().join("src"))
        .iter()
        .flat_map(|(file, source)| violations(file, source))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_map_tells_every_module_in_reading_order() {
    let map = fs::read_to_string(repository().join("src/lib.rs")).unwrap();
    let line = Regex::new(r"(?m)^//! - \[`(\w+)`\]: ").unwrap();
    let told: Vec<String> = line
        .captures_iter(&map)
        .map(|found| found[1].to_owned())
        .collect();
    assert_eq!(told, reading_order());
}

#[test]
fn tests_keep_the_shape_of_files() {
    let broken: Vec<String> = sources(&repository().join("tests"))
        .iter()
        .flat_map(|(file, source)| shape_violations(file, source))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Expects that made-up code in a file breaks the rule whose text begins so; "" when it breaks none.
fn check(file: &str, code: &str, expected: &str) {
    let broken = violations(file, &format!("//! A file.\n{code}\n"));
    match expected {
        "" => assert!(broken.is_empty(), "{file}: {code}: {broken:?}"),
        rule => assert!(
            broken.iter().any(|one| one.starts_with(rule)),
            "{file}: {code}: {broken:?}"
        ),
    }
}

#[test]
fn a_forbidden_import_is_noticed_however_it_is_written() {
    check(
        "answer/rank.rs",
        "use tantivy::Term;",
        "only search knows tantivy",
    );
    check(
        "answer/rank.rs",
        "fn f() { tantivy::doc(); }",
        "only search knows tantivy",
    );
    check("search/build.rs", "use tantivy::Term;", "");
    check(
        "search/build.rs",
        "use icu_segmenter::WordSegmenter;",
        "only text knows the segmenter",
    );
    check("adviser.rs", "use sqlx::Row;", "only store knows SQL");
    check("store/sqlite/claim.rs", "use sqlx::Row;", "");
    check(
        "adviser.rs",
        "use serenity::all::UserId;",
        "only discord knows serenity",
    );
    check(
        "store/mod.rs",
        "use crate::answer::Answer;",
        "store knows neither",
    );
    check(
        "render/text.rs",
        "use clap::Arg;",
        "only cli knows the terminal",
    );
    check("adviser.rs", "use anstyle::Style;", "only render and cli");
    check("render/text.rs", "use anstyle::Style;", "");
    check(
        "adviser.rs",
        "use crate::{answer,\n    cli::open};",
        "a module imports only those above it",
    );
    check(
        "render/text.rs",
        "use super::super::cli::open;",
        "a module imports only those above it",
    );
    check(
        "render/explanation.rs",
        "use crate::adviser::Live;",
        "a module imports only those above it",
    );
    check("render/explanation.rs", "use crate::answer::Answer;", "");
    check(
        "text/words.rs",
        "use crate::knowledge::Passage;",
        "a module imports only those above it",
    );
    check("text/words.rs", "use super::{Token, script::is_kanji};", "");
    check(
        "text/words.rs",
        "#[cfg(test)]\nmod tests {\nuse super::super::normalize;\n}",
        "",
    );
    check(
        "knowledge/id.rs",
        "use crate::search::Hit;",
        "a module imports only those above it",
    );
    check("knowledge/id.rs", "use crate::text;", "");
}

#[test]
fn files_clocks_and_async_in_pure_modules_are_noticed() {
    check(
        "knowledge/id.rs",
        "use std::{fmt, fs};",
        "only knowledge/load.rs reads files",
    );
    check("knowledge/load.rs", "use std::fs;", "");
    check("question/mod.rs", "use std::env::var;", "pure modules");
    check(
        "wording/ja.rs",
        "fn f() { std::process::exit(1) }",
        "pure modules",
    );
    check(
        "answer/steps.rs",
        "let today = jiff::Zoned::now();",
        "pure modules",
    );
    check(
        "answer/incident.rs",
        "let window = window_now(knowledge);",
        "",
    );
    check("render/json.rs", "async fn f() {}", "pure modules");
    check("adviser.rs", "let built = jiff::Timestamp::now();", "");
    check(
        "text/mod.rs",
        "// std::fs is not used here, tantivy::Index neither.",
        "",
    );
}

#[test]
fn long_unopened_and_unfinished_files_are_noticed() {
    check(
        "adviser.rs",
        &"\n".repeat(400),
        "a file has at most 400 lines",
    );
    check("adviser.rs", "fn f() { todo!() }", "nothing is left undone");
    check(
        "adviser.rs",
        "fn f() { unimplemented!(\"later\") }",
        "nothing is left undone",
    );
    assert_eq!(violations("adviser.rs", "use std::fmt;\n").len(), 1);
}
