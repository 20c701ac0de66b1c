//! `sonae lookup`, `sonae term` and `sonae windows`: reading without asking.

use clap::ArgMatches;
use jiff::civil::DateTime;

use super::terminal::{Terminal, moment_words, now};
use super::{DONE, USAGE, open, wording_of};
use crate::adviser::Live;
use crate::answer::{WindowNow, window_now};
use crate::config::Config;
use crate::lookup::{self, Lookup, Page};
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
    let document_name = arguments.get_one::<String>("document");
    let section_name = words(arguments, "section");
    let page = lookup::page(
        &live.knowledge,
        document_name.map(String::as_str),
        section_name.as_deref(),
    );
    if let Page::Unknown { name, near } = &page {
        return not_found(name, near, terminal);
    }
    match arguments.get_flag("json") {
        true => print_page_json(&page, terminal)?,
        false => terminal.print(&page_text(&page, &live, language, wording, terminal.width))?,
    }
    Ok(DONE)
}

fn print_page_json(page: &Page<'_>, terminal: &Terminal) -> anyhow::Result<()> {
    match page {
        Page::Documents(documents) => terminal.print_json(&render::document_json(documents)),
        Page::Sections(document) => terminal.print_json(document),
        Page::Section { passage, .. } => terminal.print_json(passage),
        Page::Unknown { near, .. } => terminal.print_json(near),
    }
}

/// A page as text.
pub(super) fn page_text(
    page: &Page<'_>,
    live: &Live,
    language: Language,
    wording: &Wording,
    width: usize,
) -> String {
    match page {
        Page::Documents(documents) => render::document_list(documents, language, wording, width),
        Page::Sections(document) => render::section_list(document, language, wording, width),
        Page::Section {
            document, passage, ..
        } => live
            .found(&document.id_of(&passage.id))
            .map(|found| render::passage_page(found, language, wording, width))
            .unwrap_or_default(),
        Page::Unknown { name, near } => (wording.not_found)(name, near),
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
