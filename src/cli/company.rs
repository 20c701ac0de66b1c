//! A company as arguments or a file describe it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Arg, ArgMatches, value_parser};

use crate::knowledge::Knowledge;
use crate::profile::Company;
use crate::wording::{Help, Wording};

/// The arguments that describe a company.
pub(super) fn arguments(help: &Help) -> Vec<Arg> {
    let number = |name: &'static str, value: &'static str, help| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .help(help)
            .value_parser(value_parser!(u32))
    };
    let word = |name: &'static str, help| Arg::new(name).long(name).value_name("ID").help(help);
    let words = |name: &'static str, help| {
        Arg::new(name)
            .long(name)
            .value_name("ID,ID")
            .help(help)
            .value_delimiter(',')
    };
    vec![
        Arg::new("company")
            .long("company")
            .value_name("FILE")
            .help(help.company)
            .value_parser(value_parser!(PathBuf)),
        number("people", "N", help.people),
        word("industry", help.industry),
        words("assets", help.assets),
        word("prefecture", help.prefecture),
        word("keeper", help.keeper),
        words("proof", help.proof),
        number("budget", "YEN", help.budget),
        number("hours", "HOURS", help.hours),
        words("done", help.done),
    ]
}

/// The company of the file, with what the arguments say besides or instead, checked against the knowledge.
///
/// # Errors
/// When the file cannot be read or names what does not exist.
pub(super) fn checked(
    arguments: &ArgMatches,
    knowledge: &Knowledge,
    wording: &Wording,
) -> anyhow::Result<Company> {
    let company = of_arguments(arguments)?;
    match company.check(knowledge) {
        Ok(()) => Ok(company),
        Err(error) => bail!((wording.plan.impossible)(&error)),
    }
}

fn of_arguments(arguments: &ArgMatches) -> anyhow::Result<Company> {
    let word = |name: &str| arguments.get_one::<String>(name).cloned();
    let number = |name: &str| arguments.get_one::<u32>(name).copied();
    let words = |name: &str| -> Option<Vec<String>> {
        let all = arguments.get_many::<String>(name)?;
        let trimmed = all.map(|one| one.trim().to_owned());
        Some(trimmed.filter(|one| !one.is_empty()).collect())
    };
    let told = Company {
        people: number("people"),
        industry: word("industry"),
        prefecture: word("prefecture"),
        assets: words("assets"),
        keeper: word("keeper"),
        budget_yen: number("budget"),
        hours_per_month: number("hours"),
        proof: words("proof").unwrap_or_default(),
        done: words("done").unwrap_or_default(),
        ..Company::default()
    };
    let Some(file) = arguments.get_one::<PathBuf>("company") else {
        return Ok(told);
    };
    let name = file.display().to_string();
    let text = fs::read_to_string(file).with_context(|| name.clone())?;
    let company: Company = toml::from_str(&text).with_context(|| name)?;
    Ok(company.with(&told))
}
