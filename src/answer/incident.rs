//! The incident door: what to do first, what not to do, whom to call now.

use jiff::civil::DateTime;

use super::types::{IncidentPlan, PlanLine, WindowNow};
use crate::knowledge::{Knowledge, Playbook, Step, Window};
use crate::question::Language;

/// The plan of a playbook at a moment (Japan Standard Time).
pub(super) fn plan(
    knowledge: &Knowledge,
    playbook: &Playbook,
    moment: DateTime,
    language: Language,
) -> IncidentPlan {
    let lines = |steps: &[Step]| -> Vec<PlanLine> {
        steps
            .iter()
            .map(|step| PlanLine {
                text: language.pick(&step.text, &step.text_en).clone(),
                section: step.section.clone(),
            })
            .collect()
    };
    IncidentPlan {
        playbook: playbook.id.clone(),
        title: language.pick(&playbook.title, &playbook.title_en).clone(),
        headline: language
            .pick(&playbook.headline, &playbook.headline_en)
            .clone(),
        first: lines(&playbook.first),
        dont: lines(&playbook.dont),
        evidence: lines(&playbook.evidence),
        deadlines: lines(&playbook.deadlines),
        windows: playbook
            .windows
            .iter()
            .filter_map(|id| knowledge.window(id))
            .map(|window| window_now(knowledge, window, moment, language))
            .collect(),
    }
}

/// A window with its state at a moment (Japan Standard Time).
pub fn window_now(
    knowledge: &Knowledge,
    window: &Window,
    moment: DateTime,
    language: Language,
) -> WindowNow {
    WindowNow {
        id: window.id.clone(),
        name: language.pick(&window.name, &window.name_en).clone(),
        phone: window.phone.clone(),
        mail: window.mail.clone(),
        form: window.form.clone(),
        url: window.url.clone(),
        for_whom: language.pick(&window.for_whom, &window.for_whom_en).clone(),
        state: window.state(moment, &knowledge.calendar),
        hours_sure: window.hours_sure,
        hours: window.hours.clone(),
        hours_note: language
            .pick(&window.hours_note, &window.hours_note_en)
            .clone(),
        checked: window.checked.to_string(),
        section: window.section.clone(),
    }
}
