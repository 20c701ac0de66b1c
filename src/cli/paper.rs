//! `sonae paper`: papers to hand over, into files or as Markdown on the screen.

use clap::ArgMatches;

use super::crosswalk::{OwnWords, wanted_name};
use super::terminal::{Terminal, today};
use super::{DONE, USAGE, open, papers, wording_of};
use crate::config::Config;
use crate::knowledge::Knowledge;
use crate::lookup::{self, Wanted};
use crate::profile::Plan;
use crate::question::Language;
use crate::render::paper::{Paper, markdown};
use crate::render::{self, PolicySheet, QuestionnaireSheet};

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let Some((kind, arguments)) = arguments.subcommand() else {
        return Ok(USAGE);
    };
    let (wording, language) = wording_of(arguments, terminal);
    let live = open(config, terminal)?.live();
    let given = OwnWords::of(arguments, &live.knowledge, wording);
    let Some(own_words) = terminal.accepted(given) else {
        return Ok(USAGE);
    };
    let paper = match kind {
        "policy" => {
            let sheet = PolicySheet::new(&live.knowledge, &own_words.company, language);
            Ok(render::policy_paper(&sheet, &today().to_string()))
        }
        _ => {
            let name = wanted_name(arguments).unwrap_or_default();
            questionnaire(&live.knowledge, &own_words, &name, language)
                .map_err(|near| (terminal.wording().not_found)(&name, &near))
        }
    };
    match paper {
        Ok(paper) => print(&paper, arguments, terminal),
        Err(not_found) => {
            terminal.note(&not_found);
            Ok(USAGE)
        }
    }
}

/// Draft answers to whoever asks for a scheme; what is near, when there is no such scheme.
fn questionnaire(
    knowledge: &Knowledge,
    own_words: &OwnWords,
    name: &str,
    language: Language,
) -> Result<Paper, Vec<String>> {
    let wanted = match lookup::wanted(&knowledge.crosswalk, name) {
        Wanted::Near(near) => return Err(near),
        wanted => wanted,
    };
    let items = wanted.items(&knowledge.crosswalk);
    let plan = Plan::new(knowledge, &own_words.company);
    let sheet = QuestionnaireSheet::new(knowledge, &own_words.in_place(), &plan, &items, language);
    Ok(render::questionnaire_paper(&sheet, &today().to_string()))
}

/// Writes a paper into the files that were named; prints it where none was.
fn print(paper: &Paper, arguments: &ArgMatches, terminal: &Terminal) -> anyhow::Result<u8> {
    papers::write(arguments, paper)?;
    match arguments.get_flag("json") {
        true => terminal.print_json(paper)?,
        false if papers::are_named(arguments) => {}
        false => terminal.print(&markdown(paper))?,
    }
    Ok(DONE)
}
