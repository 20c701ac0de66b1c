//! `sonae lookup`, `sonae term` and `sonae windows`: reading without asking.

use clap::ArgMatches;
use jiff::civil::DateTime;

use super::terminal::{Terminal, moment_words, now};
use super::{DONE, USAGE, open, wording_of};
use crate::adviser::Live;
use crate::answer::{WindowNow, window_now};
use crate::config::Config;
use crate::lookup::{self, Lookup};
use crate::question::Language;
use crate::render;
use crate::wording::Wording;

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let (wording, language) = wording_of(arguments, terminal);
    let live = open(config, terminal)?.live();
    let knowledge = &live.knowledge;
    let is_json = arguments.get_flag("json");
    let Some(document_name) = arguments.get_one::<String>("document") else {
        match is_json {
            true => terminal.print_json(&render::document_json(&knowledge.documents))?,
            false => terminal.print(&render::document_list(
                &knowledge.documents,
                language,
                wording,
                terminal.width,
            ))?,
        }
        return Ok(DONE);
    };
    let document = match lookup::document(knowledge, document_name) {
        Lookup::Found(document) => document,
        Lookup::Near(near) => return not_found(document_name, &near, terminal),
    };
    let Some(section_name) = words(arguments, "section") else {
        match is_json {
            true => terminal.print_json(document)?,
            false => terminal.print(&render::section_list(
                document,
                language,
                wording,
                terminal.width,
            ))?,
        }
        return Ok(DONE);
    };
    match lookup::section(document, &section_name) {
        Lookup::Found(passage) => {
            if is_json {
                terminal.print_json(passage)?;
            } else if let Some(found) = live.found(&document.id_of(&passage.id)) {
                terminal.print(&render::passage_page(
                    found,
                    language,
                    wording,
                    terminal.width,
                ))?;
            }
            Ok(DONE)
        }
        Lookup::Near(near) => not_found(&section_name, &near, terminal),
    }
}

pub(super) fn term(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let (wording, language) = wording_of(arguments, terminal);
    let live = open(config, terminal)?.live();
    let word = words(arguments, "word").unwrap_or_default();
    match lookup::term(&live.knowledge, &word) {
        Lookup::Found(term) => {
            match arguments.get_flag("json") {
                true => terminal.print_json(term)?,
                false => {
                    terminal.print(&render::term_entry(term, language, wording, terminal.width))?
                }
            }
            Ok(DONE)
        }
        Lookup::Near(near) => not_found(&word, &near, terminal),
    }
}

pub(super) fn windows(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let (wording, language) = wording_of(arguments, terminal);
    let moment = arguments
        .get_one::<DateTime>("at")
        .copied()
        .unwrap_or_else(now);
    let live = open(config, terminal)?.live();
    let windows = windows_at(&live, moment, language);
    match arguments.get_flag("json") {
        true => terminal.print_json(&windows)?,
        false => terminal.print(&windows_text(&windows, wording, terminal, moment))?,
    }
    Ok(DONE)
}

/// All windows at a moment.
pub(super) fn windows_at(live: &Live, moment: DateTime, language: Language) -> Vec<WindowNow> {
    live.knowledge
        .windows
        .iter()
        .map(|window| window_now(&live.knowledge, window, moment, language))
        .collect()
}

pub(super) fn windows_text(
    windows: &[WindowNow],
    wording: &Wording,
    terminal: &Terminal,
    moment: DateTime,
) -> String {
    render::window_list(windows, wording, terminal.width, &moment_words(moment))
}

fn words(arguments: &ArgMatches, name: &str) -> Option<String> {
    let words: Vec<&str> = arguments
        .get_many::<String>(name)?
        .map(String::as_str)
        .collect();
    Some(words.join(" "))
}

fn not_found(what: &str, near: &[String], terminal: &Terminal) -> anyhow::Result<u8> {
    terminal.note(&(terminal.wording().not_found)(what, near));
    Ok(USAGE)
}
