//! `sonae index`: build and publish, inspect, take back.

use clap::ArgMatches;

use super::terminal::Terminal;
use super::{DONE, FAULT, USAGE, open};
use crate::adviser::{self, Adviser};
use crate::config::Config;
use crate::knowledge;
use crate::search::{Difference, GenerationInfo, Generations, IndexError};

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let generations = Generations::new(config.index.folder.clone(), config.index.keep);
    match arguments.subcommand() {
        Some(("build", arguments)) => build(&config, &generations, arguments, terminal),
        Some(("status", arguments)) => status(config, arguments, terminal),
        Some(("list", arguments)) => list(&generations, arguments, terminal),
        Some(("rollback", arguments)) => rollback(&generations, arguments, terminal),
        Some(("verify", arguments)) => verify(&generations, arguments, terminal),
        _ => Ok(USAGE),
    }
}

fn build(
    config: &Config,
    generations: &Generations,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let before = generations.open().ok().map(|contents| contents.knowledge);
    let spinner = terminal.spinner();
    if !spinner.is_hidden() {
        terminal.start(&spinner, terminal.wording().help.index_build);
    }
    let files = adviser::files(config)?;
    let (_, problems) = knowledge::check(&files, super::terminal::today());
    let published = adviser::build(&files).and_then(|built| generations.publish(built));
    spinner.finish_and_clear();
    let contents = match published {
        Err(busy @ IndexError::Busy(_)) => {
            terminal.note(&busy.to_string());
            return Ok(FAULT);
        }
        published => published?,
    };
    let difference = Difference::between(&before.unwrap_or_default(), &contents.knowledge);
    for problem in &problems {
        terminal.note(&problem.to_string());
    }
    report(&contents.name, &difference, arguments, terminal)
}

fn report(
    generation: &str,
    difference: &Difference,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    if arguments.get_flag("json") {
        terminal
            .print_json(&serde_json::json!({"generation": generation, "difference": difference}))?;
        return Ok(DONE);
    }
    let Difference {
        added,
        changed,
        removed,
    } = difference;
    let summary =
        (terminal.wording().published)(generation, added.len(), changed.len(), removed.len());
    let mut text = format!("{summary}\n");
    for (mark, ids) in [('+', added), ('~', changed), ('-', removed)] {
        // A first build adds everything; nobody reads that list.
        for id in ids.iter().filter(|_| ids.len() <= 50) {
            text.push_str(&format!("  {mark} {id}\n"));
        }
    }
    terminal.print(&text)?;
    Ok(DONE)
}

fn status(config: Config, arguments: &ArgMatches, terminal: &Terminal) -> anyhow::Result<u8> {
    let adviser: Adviser = open(config, terminal)?;
    let live = adviser.live();
    if arguments.get_flag("json") {
        terminal.print_json(&serde_json::json!({
            "generation": live.generation,
            "stamp": live.stamp,
            "has_unpublished_changes": adviser.has_unpublished_changes(),
        }))?;
        return Ok(DONE);
    }
    let stamp = &live.stamp;
    terminal.print(&format!(
        "{}  {}  {} / {}\n",
        live.generation, stamp.built, stamp.documents, stamp.passages
    ))?;
    if adviser.has_unpublished_changes() {
        terminal.print(&format!("{}\n", terminal.wording().label.unpublished))?;
    }
    Ok(DONE)
}

fn list(
    generations: &Generations,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let list = generations.list()?;
    if arguments.get_flag("json") {
        terminal.print_json(&list)?;
    } else if list.is_empty() {
        terminal.print(&format!("{}\n", terminal.wording().label.no_generations))?;
    }
    for GenerationInfo {
        name,
        is_current,
        stamp,
    } in list.iter().filter(|_| !arguments.get_flag("json"))
    {
        let current = if *is_current {
            terminal.wording().label.current
        } else {
            ""
        };
        let built = stamp.as_ref().map_or("?", |stamp| stamp.built.as_str());
        let passages = stamp.as_ref().map_or(0, |stamp| stamp.passages);
        terminal.print(&format!("{name}  {built}  {passages}  {current}\n"))?;
    }
    Ok(DONE)
}

fn rollback(
    generations: &Generations,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let before = generations.open().ok().map(|contents| contents.knowledge);
    let to = arguments
        .get_one::<String>("generation")
        .map(String::as_str);
    match generations.roll_back(to) {
        Ok(contents) => {
            let difference = Difference::between(&before.unwrap_or_default(), &contents.knowledge);
            report(&contents.name, &difference, arguments, terminal)
        }
        Err(none @ IndexError::NoSuchGeneration(_)) => {
            terminal.note(&none.to_string());
            Ok(USAGE)
        }
        Err(error) => Err(error.into()),
    }
}

fn verify(
    generations: &Generations,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let verified = generations.verify()?;
    let is_json = arguments.get_flag("json");
    if is_json {
        terminal.print_json(&verified)?;
    }
    for one in verified.iter().filter(|_| !is_json) {
        let state = one
            .problem
            .as_deref()
            .unwrap_or(terminal.wording().label.sound);
        terminal.print(&format!("{}  {state}\n", one.name))?;
    }
    if verified.is_empty() && !is_json {
        terminal.print(&format!("{}\n", terminal.wording().label.no_generations))?;
    }
    Ok(match verified.iter().all(|one| one.problem.is_none()) {
        true => DONE,
        false => FAULT,
    })
}
