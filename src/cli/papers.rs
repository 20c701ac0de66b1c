//! The options that write a paper into files.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Arg, ArgMatches};

use super::definition::path;
use crate::render::paper::{Paper, csv, html, markdown, workbook};
use crate::wording::Help;

/// The arguments, by the kinds of files.
const KINDS: [&str; 4] = ["md", "csv", "html", "xlsx"];

/// The arguments that name the files of a paper.
pub(super) fn arguments(help: &Help) -> [Arg; 4] {
    [
        path("xlsx", help.xlsx),
        path("csv", help.csv),
        path("html", help.html),
        path("md", help.md),
    ]
}

/// Returns whether a file was named.
pub(super) fn are_named(arguments: &ArgMatches) -> bool {
    KINDS
        .iter()
        .any(|kind| arguments.get_one::<PathBuf>(kind).is_some())
}

/// Writes the paper into each file that was named.
pub(super) fn write(arguments: &ArgMatches, paper: &Paper) -> anyhow::Result<()> {
    for kind in KINDS {
        let Some(file) = arguments.get_one::<PathBuf>(kind) else {
            continue;
        };
        let bytes = match kind {
            "md" => markdown(paper).into_bytes(),
            "csv" => csv(paper).into_bytes(),
            "html" => html(paper).into_bytes(),
            _ => workbook(paper).context("workbook")?,
        };
        fs::write(file, bytes).with_context(|| file.display().to_string())?;
    }
    Ok(())
}
