//! `sonae selfcheck`: the points of answers in a file, what follows from them, and what changed.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, anyhow, bail};
use clap::ArgMatches;
use jiff::civil::Date;
use serde::Deserialize;

use super::terminal::{Terminal, today};
use super::{DONE, USAGE, company, open, papers, wording_of};
use crate::config::Config;
use crate::knowledge::SelfCheck;
use crate::profile::{CheckAnswers, Fitting};
use crate::render::{self, CheckSheet, DatedAnswers, picture};
use crate::wording::Wording;

/// A file of answers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswersFile {
    date: Option<toml::value::Datetime>,
    answers: CheckAnswers,
}

/// Answers and their day in words.
pub(super) struct Answers {
    pub answers: CheckAnswers,
    day: Option<Date>,
}

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let (wording, language) = wording_of(arguments, terminal);
    let live = open(config, terminal)?.live();
    let check = &live.knowledge.self_check;
    let given = read(arguments, "answers", check, wording).and_then(|now| {
        let before = read(arguments, "before", check, wording)?;
        let mut company = company::checked(arguments, &live.knowledge, wording)?;
        if let Some(now) = &now {
            company
                .done
                .extend(now.answers.done_actions(&live.knowledge));
        }
        Ok((now, before, company))
    });
    let Some((Some(now), before, company)) = terminal.accepted(given) else {
        return Ok(USAGE);
    };
    let day = now.day.unwrap_or_else(today).to_string();
    let day_before = before.as_ref().and_then(Answers::day_words);
    let sheet = CheckSheet::new(
        DatedAnswers {
            answers: &now.answers,
            day: Some(&day),
        },
        before.as_ref().map(|before| DatedAnswers {
            answers: &before.answers,
            day: day_before.as_deref(),
        }),
        &Fitting::new(&live.knowledge, &company),
        language,
    );
    papers::write(arguments, &render::check_paper(&sheet))?;
    if let Some(file) = arguments.get_one::<PathBuf>("png") {
        let picture = picture::png(&render::check_chart(&sheet)).context("picture")?;
        fs::write(file, picture).with_context(|| file.display().to_string())?;
    }
    match arguments.get_flag("json") {
        true => {
            let result = now.answers.result(check);
            terminal.print_json(&serde_json::json!({
                "verdict": result.verdict(check),
                "result": result,
                "change": sheet.change,
                "sheet": sheet,
            }))?;
        }
        false => terminal.print(&render::self_check_text(&sheet, terminal.width))?,
    }
    Ok(DONE)
}

/// The answers in the file that an argument names; none when it is not there.
pub(super) fn read(
    arguments: &ArgMatches,
    argument: &str,
    check: &SelfCheck,
    wording: &Wording,
) -> anyhow::Result<Option<Answers>> {
    let Some(file) = arguments.get_one::<PathBuf>(argument) else {
        return Ok(None);
    };
    let name = file.display().to_string();
    let text = fs::read_to_string(file).with_context(|| name.clone())?;
    let file: AnswersFile = toml::from_str(&text).with_context(|| name.clone())?;
    if let Err(error) = file.answers.check(check) {
        bail!("{name}: {}", (wording.check.impossible)(&error));
    }
    let day = file.date.map(|date| date.to_string().parse()).transpose();
    let day =
        day.map_err(|_| anyhow!("{name}: expected a date such as 2026-11-23, without quotes"))?;
    Ok(Some(Answers {
        answers: file.answers,
        day,
    }))
}

impl Answers {
    fn day_words(&self) -> Option<String> {
        self.day.map(|day| day.to_string())
    }
}
