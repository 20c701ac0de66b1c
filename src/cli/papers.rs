//! Papers as files: each kind that was named on the command line is written.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Arg, ArgMatches, value_parser};

use crate::render::paper::{self, Paper};
use crate::wording::Help;

/// The arguments that name the files of a paper.
pub(super) fn arguments(help: &Help) -> [Arg; 4] {
    let path = |name: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name("FILE")
            .help(help)
            .value_parser(value_parser!(PathBuf))
    };
    [
        path("xlsx", help.xlsx),
        path("csv", help.csv),
        path("html", help.html),
        path("md", help.md),
    ]
}

/// Writes a paper into each file that was named; returns whether there was one.
pub(super) fn write(arguments: &ArgMatches, paper: &Paper) -> anyhow::Result<bool> {
    let mut is_written = false;
    for kind in ["md", "csv", "html", "xlsx"] {
        let Some(file) = arguments.get_one::<PathBuf>(kind) else {
            continue;
        };
        let bytes = match kind {
            "md" => paper::markdown(paper).into_bytes(),
            "csv" => paper::csv(paper).into_bytes(),
            "html" => paper::html(paper).into_bytes(),
            _ => paper::workbook(paper).context("workbook")?,
        };
        fs::write(file, bytes).with_context(|| file.display().to_string())?;
        is_written = true;
    }
    Ok(is_written)
}
