//! `sonae plan`: a plan for a company on the screen or as a paper.

use clap::ArgMatches;

use super::terminal::{Terminal, today};
use super::{DONE, USAGE, company, open, papers, self_check, wording_of};
use crate::config::Config;
use crate::knowledge::Knowledge;
use crate::profile::{Company, Plan};
use crate::render::{self, PlanSheet};
use crate::wording::Wording;

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let (wording, language) = wording_of(arguments, terminal);
    let adviser = open(config, terminal)?;
    let live = adviser.live();
    let given = company(arguments, &live.knowledge, wording);
    let Some(company) = terminal.accepted(given) else {
        return Ok(USAGE);
    };
    let plan = Plan::new(&live.knowledge, &company);
    let sheet = PlanSheet::new(&plan, &company, &live.knowledge, language);
    papers::write(arguments, &render::plan_paper(&sheet, &today().to_string()))?;
    if arguments.get_flag("json") {
        let value = serde_json::json!({"company": company, "plan": plan, "sheet": sheet});
        terminal.print_json(&value)?;
    } else {
        terminal.print(&render::plan_text(&sheet, terminal.width))?;
        if arguments.get_flag("explain") {
            let reasons = render::plan_explanation(&plan, &sheet, &live.knowledge, terminal.width);
            terminal.print(&format!("\n{reasons}"))?;
        }
    }
    if adviser.has_unpublished_changes() {
        terminal.note(terminal.wording().label.unpublished);
    }
    Ok(DONE)
}

/// The company of the arguments; what its self-check says is done counts as done.
fn company(
    arguments: &ArgMatches,
    knowledge: &Knowledge,
    wording: &Wording,
) -> anyhow::Result<Company> {
    let mut company = company::checked(arguments, knowledge, wording)?;
    if let Some(check) = self_check::read(arguments, "answers", &knowledge.self_check, wording)? {
        company.done.extend(check.answers.done_actions(knowledge));
    }
    Ok(company)
}
