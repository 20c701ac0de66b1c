//! `sonae profile`: what a sentence and arguments say of a company, shown and written to a file for other commands.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::ArgMatches;

use super::terminal::Terminal;
use super::{DONE, USAGE, company, open, wording_of};
use crate::config::Config;
use crate::profile::Listener;
use crate::render;

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let (wording, language) = wording_of(arguments, terminal);
    let live = open(config, terminal)?.live();
    let given = company::checked(arguments, &live.knowledge, wording);
    let Some(mut company) = terminal.accepted(given) else {
        return Ok(USAGE);
    };
    let words = arguments.get_many::<String>("sentence").unwrap_or_default();
    let sentence = words.map(String::as_str).collect::<Vec<_>>().join(" ");
    if let Some(told) = Listener::default().told(&sentence, &live.knowledge.facets) {
        company = told.company.with(&company);
    }
    if let Some(file) = arguments.get_one::<PathBuf>("write") {
        let text = toml::to_string(&company).context("profile")?;
        fs::write(file, text).with_context(|| file.display().to_string())?;
    }
    if arguments.get_flag("json") {
        terminal.print_json(&company)?;
        return Ok(DONE);
    }
    let described = company.described(&live.knowledge, language);
    let open = (wording.plan.open_questions)(&company.open_questions());
    terminal.print(&format!(
        "{}\n{open}",
        render::company_line(&described, wording)
    ))?;
    Ok(DONE)
}
