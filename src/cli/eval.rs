//! `sonae eval`: how good search and answers are, as numbers.

use std::path::PathBuf;

use anyhow::Context;
use clap::ArgMatches;

use super::terminal::Terminal;
use super::{DONE, FAULT, USAGE, company, open};
use crate::config::Config;
use crate::evaluation::{
    Floors, Judgements, evaluate_collection, evaluate_questions, read_questions, report_text,
};

/// The day on which the question sets stand; nothing measured depends on the hour.
const REFERENCE_MOMENT: &str = "2026-11-23T10:00:00";

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let file = |name: &str| arguments.get_one::<PathBuf>(name);
    let read =
        |path: &PathBuf| std::fs::read_to_string(path).with_context(|| path.display().to_string());
    if let (Some(docs), Some(queries), Some(qrels)) = (file("docs"), file("queries"), file("qrels"))
    {
        let judgements = Judgements::read(&read(queries)?, &read(qrels)?)?;
        let report = evaluate_collection(&read(docs)?, &judgements, &config.search.weights)?;
        if let Some(path) = file("run") {
            std::fs::write(path, &report.run).with_context(|| path.display().to_string())?;
        }
        match arguments.get_flag("json") {
            true => terminal.print_json(&report)?,
            false => terminal.print(&report.text())?,
        }
        return Ok(DONE);
    }
    let Some(path) = file("questions") else {
        return Ok(USAGE);
    };
    let questions = read_questions(&read(path)?).with_context(|| path.display().to_string())?;
    let floors = match file("floors") {
        Some(path) => Some(Floors::read(&read(path)?).with_context(|| path.display().to_string())?),
        None => None,
    };
    let adviser = open(config, terminal)?;
    let given = company::checked(arguments, &adviser.live().knowledge, terminal.wording());
    let Some(company) = terminal.accepted(given) else {
        return Ok(USAGE);
    };
    let report = evaluate_questions(&adviser, &questions, &company, REFERENCE_MOMENT.parse()?)?;
    match arguments.get_flag("json") {
        true => terminal.print_json(&report)?,
        false => terminal.print(&report_text(&report))?,
    }
    let fallen = floors.map_or_else(Vec::new, |floors| floors.fallen_below(&report));
    for line in &fallen {
        terminal.note(line);
    }
    Ok(if fallen.is_empty() { DONE } else { FAULT })
}
