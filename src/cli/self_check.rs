//! `sonae selfcheck`: the points of answers in a file, and what follows from them.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::ArgMatches;
use serde::Deserialize;

use super::terminal::Terminal;
use super::{DONE, USAGE, open, wording_of};
use crate::config::Config;
use crate::knowledge::SelfCheck;
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
    let (_, language) = wording_of(arguments, terminal);
    let live = open(config, terminal)?.live();
    let check = &live.knowledge.self_check;
    let answers = match answers(arguments, check) {
        Ok(Some(answers)) => answers,
        Ok(None) => return Ok(USAGE),
        Err(error) => {
            terminal.note(&format!("{error:#}"));
            return Ok(USAGE);
        }
    };
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

/// The answers of the file that was named; none when there was none.
pub(super) fn answers(
    arguments: &ArgMatches,
    check: &SelfCheck,
) -> anyhow::Result<Option<CheckAnswers>> {
    let Some(file) = arguments.get_one::<PathBuf>("answers") else {
        return Ok(None);
    };
    let name = file.display().to_string();
    let text = fs::read_to_string(file).with_context(|| name.clone())?;
    let answers = toml::from_str::<AnswersFile>(&text)
        .with_context(|| name.clone())?
        .answers;
    answers.check(check).with_context(|| name)?;
    Ok(Some(answers))
}
