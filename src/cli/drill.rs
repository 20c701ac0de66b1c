//! `sonae drill`: an incident to practise at the prompt, alone and without a clock.

use std::io::{BufRead, Write};

use clap::ArgMatches;

use super::terminal::Terminal;
use super::{DONE, USAGE, open, wording_of};
use crate::config::Config;
use crate::knowledge::{Drill, Knowledge};
use crate::profile::DrillState;
use crate::question::Language;
use crate::render::{self, DrillRow, DrillSheet, InjectSheet};
use crate::wording::Wording;

/// The one who practises alone sits here.
const SEAT: u8 = 0;
/// Without a clock every moment is this one.
const NO_MOMENT: i64 = 0;

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let (wording, language) = wording_of(arguments, terminal);
    let live = open(config, terminal)?.live();
    let knowledge = &live.knowledge;
    let name = arguments.get_one::<String>("name");
    let Some(name) = name.filter(|_| !arguments.get_flag("list")) else {
        terminal.print(&render::drill_list(knowledge, language, terminal.width))?;
        return Ok(DONE);
    };
    let Some(drill) = knowledge.drill(name) else {
        let ids: Vec<String> = knowledge
            .drills
            .iter()
            .map(|drill| drill.id.clone())
            .collect();
        terminal.note(&(wording.not_found)(name, &ids));
        return Ok(USAGE);
    };
    terminal.print(&render::drill_opening(drill, language, terminal.width))?;
    let state = play(drill, knowledge, language, terminal)?;
    let sheet = DrillSheet::new(&state, drill, knowledge, language);
    terminal.print(&render::report_text(&sheet, terminal.width))?;
    Ok(DONE)
}

/// Goes through the injects, until the last or until the person has had enough.
fn play(
    drill: &Drill,
    knowledge: &Knowledge,
    language: Language,
    terminal: &Terminal,
) -> anyhow::Result<DrillState> {
    let mut state = DrillState::new(&drill.id);
    state.join()?;
    state.begin(NO_MOMENT)?;
    let mut input = std::io::stdin().lock();
    while let Some(current) = state.current() {
        let Some(inject) = InjectSheet::new(drill, current, language) else {
            break;
        };
        terminal.print(&render::inject_text(&inject, language, terminal.width))?;
        let Some(option) = choice(inject.options.len(), &mut input, language, terminal)? else {
            state.stop()?;
            break;
        };
        state.decide(drill, SEAT, current, option)?;
        let outcome = state.outcome(drill, current);
        let row = outcome
            .and_then(|outcome| DrillRow::new(drill, &outcome, state.seats, knowledge, language));
        if let Some(row) = row {
            terminal.print(&render::outcome_text(&row, language, terminal.width))?;
        }
        state.advance(drill, NO_MOMENT);
    }
    Ok(state)
}

/// Asks until a line is the number of an option, and returns its position; none when the person ends it.
fn choice(
    most: usize,
    input: &mut impl BufRead,
    language: Language,
    terminal: &Terminal,
) -> anyhow::Result<Option<u8>> {
    let words = &Wording::of(language).drill;
    loop {
        terminal.print(&(words.prompt)(most))?;
        std::io::stdout().flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            terminal.print("\n")?;
            return Ok(None);
        }
        // Full-width digits are digits to whoever typed them.
        let typed = crate::text::folded(line.trim());
        if typed == "q" {
            return Ok(None);
        }
        match typed.parse::<u8>() {
            Ok(number) if (1..=most).contains(&usize::from(number)) => {
                return Ok(Some(number - 1));
            }
            _ => terminal.print(&format!("{}\n", (words.no_such_option)(most)))?,
        }
    }
}
