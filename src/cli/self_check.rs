//! `sonae selfcheck`: the points of answers in a file, and what follows from them.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::ArgMatches;
use serde::Deserialize;

use super::terminal::Terminal;
use super::{DONE, USAGE, open, wording_of};
use crate::config::Config;
use crate::profile::CheckAnswers;
use crate::render;

/// A file of answers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswersFile {
    answers: CheckAnswers,
}

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let (wording, language) = wording_of(arguments, terminal);
    let live = open(config, terminal)?.live();
    let check = &live.knowledge.self_check;
    let Some(file) = arguments.get_one::<PathBuf>("answers") else {
        return Ok(USAGE);
    };
    let name = file.display().to_string();
    let text = fs::read_to_string(file).with_context(|| name.clone())?;
    let answers = match toml::from_str::<AnswersFile>(&text) {
        Ok(file) => file.answers,
        Err(error) => {
            terminal.note(&format!("{name}: {error}"));
            return Ok(USAGE);
        }
    };
    if let Err(error) = answers.check(check) {
        let words = (wording.check.impossible)(&error);
        terminal.note(&format!("{name}: {words}"));
        return Ok(USAGE);
    }
    let result = answers.result(check);
    match arguments.get_flag("json") {
        true => terminal.print_json(&serde_json::json!({
            "result": result,
            "verdict": result.verdict(check),
        }))?,
        false => terminal.print(&render::self_check_text(
            &result,
            &live.knowledge,
            language,
            terminal.width,
        ))?,
    }
    Ok(DONE)
}
