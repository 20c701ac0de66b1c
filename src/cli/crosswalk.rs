//! `sonae crosswalk`: what a company has of a scheme that somebody asks for, or what corresponds in other schemes.

use anyhow::bail;
use clap::ArgMatches;

use super::terminal::{Terminal, today};
use super::{DONE, USAGE, company, open, papers, self_check, wording_of};
use crate::config::Config;
use crate::knowledge::{Crosswalk, Knowledge, SchemeItem};
use crate::lookup::{self, Lookup, Wanted};
use crate::profile::{CheckAnswers, Company, InPlace};
use crate::question::Language;
use crate::render::{self, LinksSheet, StandingSheet};
use crate::wording::Wording;

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let (wording, language) = wording_of(arguments, terminal);
    let live = open(config, terminal)?.live();
    let knowledge = &live.knowledge;
    let Some(name) = wanted_name(arguments) else {
        return schemes(&knowledge.crosswalk, arguments, language, terminal);
    };
    let wanted = lookup::wanted(&knowledge.crosswalk, &name);
    if let Wanted::Near(near) = &wanted {
        terminal.note(&(terminal.wording().not_found)(&name, near));
        return Ok(USAGE);
    }
    let items = wanted.items(&knowledge.crosswalk);
    let given = OwnWords::of(arguments, knowledge, wording);
    let Some(own_words) = terminal.accepted(given) else {
        return Ok(USAGE);
    };
    if own_words.is_empty() {
        return links(knowledge, &items, arguments, language, terminal);
    }
    let sheet = StandingSheet::new(knowledge, &own_words.in_place(), &items, language);
    standing(&sheet, arguments, terminal)
}

/// What was asked for, as it was typed.
pub(super) fn wanted_name(arguments: &ArgMatches) -> Option<String> {
    let words = arguments.get_many::<String>("wanted")?;
    let words: Vec<&str> = words.map(String::as_str).collect();
    Some(words.join(" "))
}

/// What the arguments tell of a company.
pub(super) struct OwnWords {
    /// The company.
    pub company: Company,
    answers: Option<CheckAnswers>,
    fulfilled: Vec<String>,
}

impl OwnWords {
    /// Reads and checks what was told.
    pub fn of(
        arguments: &ArgMatches,
        knowledge: &Knowledge,
        wording: &Wording,
    ) -> anyhow::Result<Self> {
        let company = company::checked(arguments, knowledge, wording)?;
        let mut fulfilled = Vec::new();
        for name in arguments.get_many::<String>("have").into_iter().flatten() {
            match lookup::scheme(&knowledge.crosswalk, name) {
                Lookup::Found(scheme) => fulfilled.push(scheme.id.clone()),
                Lookup::Near(_) => bail!("{}", unknown_scheme(&knowledge.crosswalk, name)),
            }
        }
        Ok(Self {
            answers: self_check::read(arguments, "answers", &knowledge.self_check, wording)?
                .map(|check| check.answers),
            company,
            fulfilled,
        })
    }

    /// Returns whether nothing was told.
    pub fn is_empty(&self) -> bool {
        self.company == Company::default() && self.answers.is_none() && self.fulfilled.is_empty()
    }

    /// Returns it as the profile reads it.
    pub fn in_place(&self) -> InPlace<'_> {
        InPlace {
            company: &self.company,
            answers: self.answers.as_ref(),
            fulfilled: &self.fulfilled,
        }
    }
}

fn unknown_scheme(crosswalk: &Crosswalk, name: &str) -> String {
    let ids: Vec<&str> = crosswalk
        .schemes
        .iter()
        .map(|scheme| scheme.id.as_str())
        .collect();
    format!(
        "there is no scheme `{name}`; choose from: {}",
        ids.join(", ")
    )
}

fn schemes(
    crosswalk: &Crosswalk,
    arguments: &ArgMatches,
    language: Language,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    match arguments.get_flag("json") {
        true => terminal.print_json(&render::scheme_list(crosswalk, language))?,
        false => {
            let text = render::scheme_list_text(crosswalk, language, terminal.width);
            terminal.print(&text)?;
        }
    }
    Ok(DONE)
}

fn links(
    knowledge: &Knowledge,
    items: &[&SchemeItem],
    arguments: &ArgMatches,
    language: Language,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let sheet = LinksSheet::new(knowledge, items, language);
    papers::write(
        arguments,
        &render::links_paper(&sheet, &today().to_string()),
    )?;
    match arguments.get_flag("json") {
        true => terminal.print_json(&sheet)?,
        false => terminal.print(&render::links_text(&sheet, terminal.width))?,
    }
    Ok(DONE)
}

fn standing(
    sheet: &StandingSheet,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    papers::write(
        arguments,
        &render::standing_paper(sheet, &today().to_string()),
    )?;
    match arguments.get_flag("json") {
        true => terminal.print_json(sheet)?,
        false => terminal.print(&render::standing_text(sheet, terminal.width))?,
    }
    Ok(DONE)
}
