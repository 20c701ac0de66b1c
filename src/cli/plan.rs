//! `sonae plan`: a plan for a company on the screen or as a paper.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::ArgMatches;

use super::terminal::{Terminal, today};
use super::{DONE, USAGE, company, open, wording_of};
use crate::config::Config;
use crate::profile::Plan;
use crate::render::{self, PlanSheet, paper};

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let (wording, language) = wording_of(arguments, terminal);
    let adviser = open(config, terminal)?;
    let live = adviser.live();
    let company = match company::of_arguments(arguments) {
        Ok(company) => company,
        Err(error) => {
            terminal.note(&format!("{error:#}"));
            return Ok(USAGE);
        }
    };
    if let Err(error) = company.check(&live.knowledge) {
        terminal.note(&(wording.plan.impossible)(&error));
        return Ok(USAGE);
    }
    let plan = Plan::new(&live.knowledge, &company);
    let sheet = PlanSheet::new(&plan, &company, &live.knowledge, language);
    write_papers(arguments, &sheet)?;
    if arguments.get_flag("json") {
        let value = serde_json::json!({"company": company, "plan": plan, "sheet": sheet});
        terminal.print_json(&value)?;
    } else {
        terminal.print(&render::plan_text(&sheet, terminal.width))?;
        if arguments.get_flag("explain") {
            let reasons = render::plan_explanation(&plan, &sheet, &live.knowledge, terminal.width);
            terminal.print(&format!("\n{reasons}"))?;
        }
    }
    if adviser.has_unpublished_changes() {
        terminal.note(terminal.wording().label.unpublished);
    }
    Ok(DONE)
}

/// Writes the plan into each file that was named.
fn write_papers(arguments: &ArgMatches, sheet: &PlanSheet) -> anyhow::Result<()> {
    let paper = render::plan_paper(sheet, &today().to_string());
    for kind in ["md", "csv", "html", "xlsx"] {
        let Some(file) = arguments.get_one::<PathBuf>(kind) else {
            continue;
        };
        let bytes = match kind {
            "md" => paper::markdown(&paper).into_bytes(),
            "csv" => paper::csv(&paper).into_bytes(),
            "html" => paper::html(&paper).into_bytes(),
            _ => paper::workbook(&paper).context("workbook")?,
        };
        fs::write(file, bytes).with_context(|| file.display().to_string())?;
    }
    Ok(())
}
