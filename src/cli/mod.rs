//! The terminal face: arguments in, text or JSON out. It only translates; the adviser answers.
//!
//! Each command is a module with a `run`; `definition` holds all arguments, from which help, completions
//! and the man page come, too.

mod ask;
mod chat;
mod company;
mod crosswalk;
mod deadlines;
mod definition;
mod drill;
mod eval;
mod index;
mod lookup;
mod paper;
mod papers;
mod plan;
mod profile;
mod self_check;
mod terminal;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::ArgMatches;

use crate::adviser::{self, Adviser, Progress};
use crate::config::Config;
use crate::knowledge;
use crate::question::Language;
use crate::wording::{Counts, Wording};
use terminal::Terminal;

/// Answered, or done.
const DONE: u8 = 0;
/// Something of ours failed.
const FAULT: u8 = 1;
/// The command line cannot be understood, or names something that does not exist.
const USAGE: u8 = 2;
/// Nothing fitted the question.
const ABSTAINED: u8 = 3;

/// The lines of a check of the set-up, and whether nothing is missing.
pub type SetupReport = (Vec<String>, bool);

/// The other face, as far as arguments lead to it: faces do not know each other.
pub struct Bot {
    /// Runs the bot until it is told to stop.
    pub run: fn(Config) -> anyhow::Result<()>,
    /// Says in lines what the bot needs, and whether nothing is missing.
    pub check_setup: fn(&Config, &'static Wording) -> anyhow::Result<SetupReport>,
}

/// Runs the program with the process's arguments.
pub fn run(bot: &Bot) -> ExitCode {
    let terminal = Terminal::of_process();
    let matches = definition::command(terminal.wording()).get_matches();
    match dispatch(&matches, &terminal, bot) {
        Ok(status) => ExitCode::from(status),
        Err(error) if is_broken_pipe(&error) => ExitCode::from(DONE),
        Err(error) => {
            anstream::eprintln!("{}: {error:#}", terminal.wording().label.fault);
            ExitCode::from(FAULT)
        }
    }
}

/// The reader of our output went away (`sonae lookup | head`): nothing is wrong.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

fn dispatch(matches: &ArgMatches, terminal: &Terminal, bot: &Bot) -> anyhow::Result<u8> {
    let config = Config::read(matches.get_one::<PathBuf>("config").map(PathBuf::as_path))
        .context("settings")?;
    match matches.subcommand() {
        Some(("ask", arguments)) => ask::run(config, arguments, terminal),
        Some(("lookup", arguments)) => lookup::run(config, arguments, terminal),
        Some(("term", arguments)) => lookup::term(config, arguments, terminal),
        Some(("windows", arguments)) => lookup::windows(config, arguments, terminal),
        Some(("profile", arguments)) => profile::run(config, arguments, terminal),
        Some(("plan", arguments)) => plan::run(config, arguments, terminal),
        Some(("crosswalk", arguments)) => crosswalk::run(config, arguments, terminal),
        Some(("paper", arguments)) => paper::run(config, arguments, terminal),
        Some(("selfcheck", arguments)) => self_check::run(config, arguments, terminal),
        Some(("drill", arguments)) => drill::run(config, arguments, terminal),
        Some(("deadlines", arguments)) => deadlines::run(config, arguments, terminal),
        Some(("index", arguments)) => index::run(config, arguments, terminal),
        Some(("check", arguments)) => check(&config, arguments, terminal),
        Some(("chat", arguments)) => chat::run(config, arguments, terminal),
        Some(("eval", arguments)) => eval::run(config, arguments, terminal),
        Some(("bot", arguments)) => run_bot(config, arguments, terminal, bot),
        Some(("completions", arguments)) => definition::print_completions(arguments, terminal),
        Some(("man", _)) => definition::print_man_page(terminal),
        _ => Ok(USAGE),
    }
}

fn run_bot(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
    bot: &Bot,
) -> anyhow::Result<u8> {
    if !arguments.get_flag("check-setup") {
        (bot.run)(config)?;
        return Ok(DONE);
    }
    let (lines, is_complete) = (bot.check_setup)(&config, terminal.wording())?;
    terminal.print(&format!("{}\n", lines.join("\n")))?;
    Ok(if is_complete { DONE } else { FAULT })
}

/// Opens the adviser, with a sign of life on the terminal while the index is built.
fn open(config: Config, terminal: &Terminal) -> anyhow::Result<Adviser> {
    let spinner = terminal.spinner();
    let adviser = Adviser::open(config, &|progress| match progress {
        Progress::BuildingFirst => terminal.start(&spinner, terminal.wording().label.building),
        Progress::Rebuilding => terminal.start(&spinner, terminal.wording().label.rebuilding),
        Progress::Built => spinner.finish_and_clear(),
    })
    .context("index")?;
    // The process ends after the answer: to take the knowledge apart first would cost a tenth of its time.
    std::mem::forget(adviser.live());
    Ok(adviser)
}

fn check(config: &Config, arguments: &ArgMatches, terminal: &Terminal) -> anyhow::Result<u8> {
    let files = adviser::files(config).context("knowledge")?;
    let (knowledge, problems) = knowledge::check(&files, terminal::today());
    let counts = Counts::of(&knowledge);
    let wording = terminal.wording();
    if arguments.get_flag("json") {
        terminal.print_json(&serde_json::json!({"problems": problems, "counts": counts}))?;
    } else {
        for problem in &problems {
            terminal.print(&format!("{problem}\n"))?;
        }
        let summary = format!(
            "{}\n{}\n",
            (wording.problems)(problems.len()),
            (wording.counts)(&counts)
        );
        terminal.print(&summary)?;
    }
    Ok(if problems.is_empty() { DONE } else { FAULT })
}

/// The wording of an answer: `--lang`, else the terminal's.
fn wording_of(arguments: &ArgMatches, terminal: &Terminal) -> (&'static Wording, Language) {
    let language = arguments
        .get_one::<Language>("lang")
        .copied()
        .unwrap_or(terminal.language);
    (Wording::of(language), language)
}
