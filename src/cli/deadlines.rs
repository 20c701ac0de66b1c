//! `sonae deadlines`: what is due by when, counted from the day on which somebody noticed, each with its rule.

use clap::ArgMatches;
use jiff::civil::Date;

use super::terminal::Terminal;
use super::{DONE, USAGE, open, wording_of};
use crate::config::Config;
use crate::incident::dues;
use crate::knowledge::DeadlineCase;
use crate::render::{self, DeadlineSheet};

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let Some(known) = arguments.get_one::<Date>("known").copied() else {
        return Ok(USAGE);
    };
    let (_, language) = wording_of(arguments, terminal);
    let live = open(config, terminal)?.live();
    let case = match arguments.get_flag("improper") {
        true => DeadlineCase::Improper,
        false => DeadlineCase::Any,
    };
    let dues = dues(&live.knowledge.deadlines, known, case);
    let sheet = DeadlineSheet::new(&live.knowledge, known, &dues, language);
    match arguments.get_flag("json") {
        true => terminal.print_json(&sheet)?,
        false => terminal.print(&render::deadlines_text(&sheet, terminal.width))?,
    }
    Ok(DONE)
}
