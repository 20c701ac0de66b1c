//! Next steps: a line each under an answer, and in detail.

use super::block::{self, grouped};
use super::{paging, source};
use crate::answer::{NextStep, next_step};
use crate::discord::component_id::{Action, ComponentId, Key};
use crate::discord::library::Library;
use crate::discord::reply::{Card, Message, Rows, Tone};
use crate::knowledge;
use crate::question::Language;
use crate::wording::Wording;

/// The step of an action, backed by its best section.
pub fn of_action(action: &knowledge::Action, language: Language) -> Option<NextStep> {
    Some(next_step(
        action,
        action.sections.first()?.clone(),
        language,
    ))
}

/// The button that opens the steps in detail.
pub fn id<'k>(
    language: Language,
    number: u64,
    actions: impl IntoIterator<Item = &'k Key>,
) -> ComponentId {
    ComponentId::new(Action::Steps, language)
        .number(number)
        .keys(actions)
}

/// A step under an answer: what, how soon, who, effort, cost, and the section behind it.
pub fn line(number: usize, step: &NextStep, library: &Library, language: Language) -> String {
    let facts = facts(step, language);
    let wording = Wording::of(language);
    let backing = source::backing(&step.section, library, language)
        .map(|link| {
            format!(
                "\n{}",
                (wording.member.view.labeled)(wording.label.backed_by, &link)
            )
        })
        .unwrap_or_default();
    format!("**{number}. {}**\n{facts}{backing}", step.title)
}

/// Steps in detail, a page of them.
pub fn detailed(
    actions: &[Key],
    library: &Library,
    language: Language,
    index: usize,
) -> Option<Message> {
    let wording = Wording::of(language);
    let known = actions.iter().filter_map(|key| library.action(key));
    let steps: Vec<NextStep> = known
        .filter_map(|action| of_action(action, language))
        .collect();
    let details = steps.iter().enumerate();
    let details: Vec<String> = details
        .map(|(position, step)| detail(position + 1, step, library, language))
        .collect();
    let pages = grouped(&details, "\n\n", paging::PAGE);
    let (index, text) = paging::at(&pages, index)?;
    let card = Card::titled(Tone::Calm, wording.member.view.steps).footer(&source::paged_footer(
        library,
        language,
        index,
        pages.len(),
    ));
    let turns = paging::buttons(language, index, pages.len(), |number| {
        id(language, number, actions)
    });
    let mut buttons = turns;
    for step in &steps {
        let Some(found) = library.live.found(&step.section) else {
            continue;
        };
        let label = format!(
            "{} {}",
            source::short(found.document, language),
            found.passage.id
        );
        buttons.push(source::section_button(&label, &step.section, language));
    }
    Some(Message::private(block::page(card, text, wording)).with(Rows::default().buttons(buttons)))
}

fn facts(step: &NextStep, language: Language) -> String {
    let wording = Wording::of(language);
    (wording.member.view.facts)(
        (wording.doer)(step.who),
        &(wording.effort)(step.minutes),
        &(wording.cost)(step.cost_yen, step.cost_is_estimate),
        (wording.urgency)(step.urgency),
    )
}

fn detail(number: usize, step: &NextStep, library: &Library, language: Language) -> String {
    let wording = Wording::of(language);
    let view = &wording.member.view;
    let mut lines = vec![
        format!("**{number}. {}**", step.title),
        facts(step, language),
        (view.labeled)(view.why, &step.why),
        format!("{}:", view.how),
    ];
    for (position, how) in step.steps.iter().enumerate() {
        lines.push(format!("{}) {how}", position + 1));
    }
    lines.push((view.labeled)(wording.label.done_when, &step.done_when));
    if let Some(link) = source::backing(&step.section, library, language) {
        lines.push((view.labeled)(wording.label.backed_by, &link));
    }
    lines.join("\n")
}
