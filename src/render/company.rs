//! A company in one line.

use crate::profile::Described;
use crate::wording::Wording;

/// Returns what is known of a company in one line.
pub fn company_line(company: &Described, wording: &Wording) -> String {
    let words = &wording.plan;
    let parts = [
        company.industry.clone(),
        company.people.map(words.people),
        company.prefecture.clone(),
        company.assets.clone(),
        company.without.as_deref().map(words.without),
        company.keeper.clone(),
        company.proof.as_deref().map(words.asked_by),
        company.budget_yen.map(words.budget),
        company.hours_per_month.map(words.hours),
        (company.done > 0).then(|| (words.done)(company.done)),
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    match said.is_empty() {
        true => words.unknown_company.to_owned(),
        false => said.join(" / "),
    }
}
