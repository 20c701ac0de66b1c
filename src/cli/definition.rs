//! The command line as one value: parsing, help, completions and the man page come out of it.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_complete::Shell;
use jiff::civil::Date;

use super::terminal::{Terminal, parse_moment};
use super::{DONE, company, papers};
use crate::question::Language;
use crate::wording::{Help, Wording};

/// The whole command line with the help of one locale.
pub(super) fn command(wording: &'static Wording) -> Command {
    let help = &wording.help;
    let json = || flag("json", help.json);
    let lang = || lang(help);
    let at = || {
        Arg::new("at")
            .long("at")
            .value_name("TIME")
            .help(help.at)
            .value_parser(parse_moment)
    };
    Command::new("sonae")
        .version(env!("CARGO_PKG_VERSION"))
        .about(help.about)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(path("config", help.config).global(true))
        .subcommand(
            Command::new("ask")
                .about(help.ask)
                .arg(
                    Arg::new("question")
                        .help(help.question)
                        .num_args(1..)
                        .required_unless_present("batch"),
                )
                .arg(lang())
                .arg(json())
                .arg(flag("explain", help.explain))
                .arg(at())
                .args(company::arguments(help))
                .arg(path("batch", help.batch).conflicts_with_all(["question", "json", "explain"]))
                .arg(flag("jsonl", help.jsonl).requires("batch")),
        )
        .subcommand(
            Command::new("lookup")
                .about(help.lookup)
                .arg(Arg::new("document").help(help.document))
                .arg(Arg::new("section").help(help.section).num_args(1..))
                .arg(lang())
                .arg(json()),
        )
        .subcommand(
            Command::new("term")
                .about(help.term)
                .arg(
                    Arg::new("word")
                        .help(help.word)
                        .required(true)
                        .num_args(1..),
                )
                .arg(lang())
                .arg(json()),
        )
        .subcommand(
            Command::new("windows")
                .about(help.windows)
                .arg(at())
                .arg(lang())
                .arg(json()),
        )
        .subcommand(
            Command::new("profile")
                .about(help.profile)
                .arg(Arg::new("sentence").help(help.about_company).num_args(1..))
                .args(company::arguments(help))
                .arg(path("write", help.write))
                .arg(lang())
                .arg(json()),
        )
        .subcommand(
            Command::new("plan")
                .about(help.plan)
                .args(company::arguments(help))
                .arg(path("answers", help.plan_answers))
                .args(papers::arguments(help))
                .arg(flag("explain", help.plan_explain))
                .arg(lang())
                .arg(json()),
        )
        .subcommand(
            Command::new("selfcheck")
                .about(help.selfcheck)
                .arg(path("answers", help.answers).required(true))
                .arg(path("before", help.before))
                .args(company::arguments(help))
                .arg(path("png", help.png))
                .args(papers::arguments(help))
                .arg(lang())
                .arg(json()),
        )
        .subcommand(
            own_words(Command::new("crosswalk").about(help.crosswalk), wording)
                .arg(Arg::new("wanted").help(help.wanted).num_args(1..)),
        )
        .subcommand(paper_command(wording))
        .subcommand(
            Command::new("drill")
                .about(help.drill)
                .arg(Arg::new("name").help(help.drill_name).value_name("NAME"))
                .arg(flag("list", help.drill_list))
                .arg(lang()),
        )
        .subcommand(
            Command::new("deadlines")
                .about(help.deadlines)
                .arg(
                    Arg::new("known")
                        .long("known")
                        .value_name("DAY")
                        .help(help.known)
                        .required(true)
                        .value_parser(value_parser!(Date)),
                )
                .arg(flag("improper", help.improper))
                .arg(lang())
                .arg(json()),
        )
        .subcommand(index_command(wording))
        .subcommand(Command::new("check").about(help.check).arg(json()))
        .subcommand(Command::new("chat").about(help.chat).arg(lang()))
        .subcommand(eval_command(wording))
        .subcommand(
            Command::new("bot")
                .about(help.bot)
                .arg(flag("check-setup", help.check_setup)),
        )
        .subcommand(
            Command::new("completions").about(help.completions).arg(
                Arg::new("shell")
                    .help(help.shell)
                    .required(true)
                    .value_parser(value_parser!(Shell)),
            ),
        )
        .subcommand(Command::new("man").about(help.man))
}

/// What a company tells of itself, and the papers made of it.
fn own_words(command: Command, wording: &'static Wording) -> Command {
    let help = &wording.help;
    command
        .arg(
            Arg::new("have")
                .long("have")
                .value_name("ID,ID")
                .help(help.have)
                .value_delimiter(','),
        )
        .arg(path("answers", help.answers))
        .args(company::arguments(help))
        .args(papers::arguments(help))
        .arg(lang(help))
        .arg(flag("json", help.json))
}

fn paper_command(wording: &'static Wording) -> Command {
    let help = &wording.help;
    let wanted = Arg::new("wanted").help(help.wanted).num_args(1..);
    Command::new("paper")
        .about(help.paper)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(own_words(
            Command::new("policy").about(help.paper_policy),
            wording,
        ))
        .subcommand(
            own_words(
                Command::new("questionnaire").about(help.paper_questionnaire),
                wording,
            )
            .arg(wanted.required(true)),
        )
}

fn index_command(wording: &'static Wording) -> Command {
    let help = &wording.help;
    let json = || flag("json", help.json);
    Command::new("index")
        .about(help.index)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(Command::new("build").about(help.index_build).arg(json()))
        .subcommand(Command::new("status").about(help.index_status).arg(json()))
        .subcommand(Command::new("list").about(help.index_list).arg(json()))
        .subcommand(
            Command::new("rollback")
                .about(help.index_rollback)
                .arg(Arg::new("generation").help(help.generation))
                .arg(json()),
        )
        .subcommand(Command::new("verify").about(help.index_verify).arg(json()))
}

fn eval_command(wording: &'static Wording) -> Command {
    let help = &wording.help;
    Command::new("eval")
        .about(help.eval)
        .arg(path("questions", help.questions).required_unless_present("docs"))
        .args(company::arguments(help))
        .arg(path("floors", help.floors).requires("questions"))
        .arg(
            path("docs", help.docs)
                .requires("queries")
                .requires("qrels")
                .conflicts_with("questions"),
        )
        .arg(path("queries", help.queries))
        .arg(path("qrels", help.qrels))
        .arg(path("run", help.run))
        .arg(flag("json", help.json))
}

fn lang(help: &Help) -> Arg {
    Arg::new("lang")
        .long("lang")
        .value_name("ja|en")
        .help(help.lang)
        .value_parser(|text: &str| match text {
            "ja" => Ok(Language::Ja),
            "en" => Ok(Language::En),
            _ => Err("ja, en"),
        })
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .help(help)
        .action(ArgAction::SetTrue)
}

pub(super) fn path(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("FILE")
        .help(help)
        .value_parser(value_parser!(PathBuf))
}

/// Prints a completion script.
pub(super) fn print_completions(arguments: &ArgMatches, terminal: &Terminal) -> anyhow::Result<u8> {
    if let Some(shell) = arguments.get_one::<Shell>("shell") {
        let mut script = Vec::new();
        clap_complete::generate(
            *shell,
            &mut command(terminal.wording()),
            "sonae",
            &mut script,
        );
        terminal.print(&String::from_utf8_lossy(&script))?;
    }
    Ok(DONE)
}

/// Prints the man page.
pub(super) fn print_man_page(terminal: &Terminal) -> anyhow::Result<u8> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command(terminal.wording())).render(&mut page)?;
    terminal.print(&String::from_utf8_lossy(&page))?;
    Ok(DONE)
}

#[cfg(test)]
mod tests {
    use super::command;
    use crate::question::Language;
    use crate::wording::Wording;

    #[test]
    fn the_definition_is_sound_in_both_languages() {
        for language in [Language::Ja, Language::En] {
            command(Wording::of(language)).debug_assert();
        }
    }
}
