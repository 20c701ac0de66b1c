//! A plan for the caller's company, made on a blocking thread. What was asked for beside the company stands in the
//! ids of the view, so that its buttons lead to the same plan.

use std::sync::Arc;

use jiff::civil::Date;

use super::app::App;
use super::component_id::ComponentId;
use super::fault::Fault;
use super::library::Library;
use super::papers::files;
use super::profiles;
use super::reply::Files;
use super::request::Request;
use super::self_checks::OwnChecks;
use crate::profile::{Company, Plan};
use crate::question::Language;
use crate::render::{PlanSheet, plan_paper};
use crate::wording::Wording;

/// What a plan is asked for beside the company, instead of what the company said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wish {
    /// Yen in a year.
    pub budget_yen: Option<u32>,
    /// Hours in a month.
    pub hours_per_month: Option<u32>,
}

/// A plan with everything that is shown of it.
pub struct Planned {
    /// The knowledge that it was made from.
    pub library: Arc<Library>,
    /// What it is for.
    pub company: Company,
    /// What was asked for.
    pub wish: Wish,
    /// The plan.
    pub plan: Plan,
    /// The plan in words.
    pub sheet: PlanSheet,
}

impl Wish {
    /// Reads it out of an id.
    pub fn read(id: &ComponentId, place: usize) -> Self {
        // 0 stands for what was not asked for.
        let number = |place| u32::try_from(id.number_at(place)?.checked_sub(1)?).ok();
        Self {
            budget_yen: number(place),
            hours_per_month: number(place + 1),
        }
    }

    /// Writes it to an id.
    pub fn write(self, id: ComponentId) -> ComponentId {
        let number = |wished: Option<u32>| wished.map_or(0, |wished| u64::from(wished) + 1);
        id.number(number(self.budget_yen))
            .number(number(self.hours_per_month))
    }

    fn of(self, company: Company) -> Company {
        Company {
            budget_yen: self.budget_yen.or(company.budget_yen),
            hours_per_month: self.hours_per_month.or(company.hours_per_month),
            ..company
        }
    }
}

/// Plans for the caller's company.
///
/// # Errors
/// When the store fails, or too many wait.
pub async fn planned(
    app: &Arc<App>,
    request: &Request,
    wish: Wish,
    language: Language,
) -> Result<Planned, Fault> {
    let company = wish.of(profiles::of(app, request).await?);
    let answers = OwnChecks::latest_answers(app, request).await?;
    app.work(move |app| {
        let library = app.library();
        let knowledge = library.knowledge();
        // What the self-check says is done counts, but is not written to the profile.
        let mut checked = company.clone();
        if let Some(answers) = answers {
            checked.done.extend(answers.done_actions(knowledge));
        }
        let plan = Plan::new(knowledge, &checked);
        let sheet = PlanSheet::new(&plan, &checked, knowledge, language);
        Ok(Planned {
            library,
            company,
            wish,
            plan,
            sheet,
        })
    })
    .await
}

/// The plan as files to hand over, as of a day. For blocking threads.
///
/// # Errors
/// When a file cannot be made.
pub fn papers(sheet: &PlanSheet, day: Date) -> Result<Files, Fault> {
    let words = &Wording::of(sheet.language).plan_chat.paper;
    let paper = plan_paper(sheet, &day.to_string());
    files(&paper, &format!("sonae-plan-{day}"), words)
}

#[cfg(test)]
mod tests {
    use super::Wish;
    use crate::discord::component_id::{Action, ComponentId};
    use crate::question::Language;

    #[test]
    fn a_wish_is_read_back_and_nothing_is_not_zero() {
        for budget_yen in [None, Some(0), Some(u32::MAX)] {
            let wish = Wish {
                budget_yen,
                hours_per_month: Some(744),
            };
            let id = ComponentId::new(Action::Plan, Language::Ja).number(1);
            assert_eq!(Wish::read(&wish.write(id), 1), wish);
        }
        let without = ComponentId::new(Action::Plan, Language::Ja);
        assert_eq!(Wish::read(&without, 1), Wish::default());
    }
}
