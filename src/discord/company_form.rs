//! The dialog of `/profile`: numbers and the prefecture, as people write them. What cannot be read changes nothing and
//! is told.

use super::component_id::{Action, ComponentId};
use super::dialog::{Modal, TextInput};
use super::escape;
use super::limits::Text;
use super::request::Fields;
use crate::knowledge::{Facet, Knowledge};
use crate::profile::{Company, CompanyError, facet_name, number_in};
use crate::question::Language;
use crate::wording::{ProfileWords, Wording};

const PEOPLE: &str = "people";
const BUDGET: &str = "budget";
const HOURS: &str = "hours";
const PREFECTURE: &str = "prefecture";

/// Characters of an input.
const LENGTH: u16 = 40;

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyForm {
    people: Entry<u32>,
    budget_yen: Entry<u32>,
    hours_per_month: Entry<u32>,
    prefecture: Entry<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry<T> {
    /// Nothing: the question is open.
    Empty,
    Read(T),
    /// No number, no prefecture.
    Unread(String),
    /// A number that cannot be.
    Impossible,
}

/// The dialog with what is known of a company.
pub fn dialog(company: &Company, knowledge: &Knowledge, language: Language) -> Modal {
    let words = &Wording::of(language).profile;
    let input = |name, (label, hint), value: Option<String>| {
        TextInput::line(name, label, LENGTH)
            .hinted(hint)
            .filled(&value.unwrap_or_default())
    };
    let number = |value: Option<u32>| value.map(|number| number.to_string());
    let prefecture = company
        .prefecture
        .as_ref()
        .map(|id| facet_name(&knowledge.facets.prefectures, id, language));
    let inputs = vec![
        input(PEOPLE, words.input.people, number(company.people)),
        input(BUDGET, words.input.budget, number(company.budget_yen)),
        input(HOURS, words.input.hours, number(company.hours_per_month)),
        input(PREFECTURE, words.input.prefecture, prefecture),
    ];
    let id = ComponentId::new(Action::ProfileTyped, language);
    Modal::new(id, words.form_title, inputs)
}

impl CompanyForm {
    /// Reads what was typed.
    pub fn read(fields: &Fields, knowledge: &Knowledge) -> Self {
        let number = |name| entry(fields.text(name), number_in);
        let possible = |typed: Entry<u32>, company: &dyn Fn(u32) -> Company| match typed {
            Entry::Read(number) if is_impossible(&company(number), knowledge) => Entry::Impossible,
            typed => typed,
        };
        let prefectures = &knowledge.facets.prefectures;
        let prefecture = |typed: &str| Some(Facet::named(prefectures, typed)?.id.clone());
        Self {
            people: possible(number(PEOPLE), &|people| Company {
                people: Some(people),
                ..Company::default()
            }),
            budget_yen: number(BUDGET),
            hours_per_month: possible(number(HOURS), &|hours| Company {
                hours_per_month: Some(hours),
                ..Company::default()
            }),
            prefecture: entry(fields.text(PREFECTURE), prefecture),
        }
    }

    /// Puts what was read in place of what was known; an empty input means that the question is open again.
    pub fn apply(&self, company: &mut Company) {
        set(&mut company.people, &self.people);
        set(&mut company.budget_yen, &self.budget_yen);
        set(&mut company.hours_per_month, &self.hours_per_month);
        set(&mut company.prefecture, &self.prefecture);
    }

    /// What could not be read, in words.
    pub fn complaints(&self, words: &ProfileWords) -> Vec<String> {
        let mut complaints = Vec::new();
        let numbers = [
            (&self.people, words.label.people, words.no_such_people),
            (&self.budget_yen, words.label.budget, ""),
            (
                &self.hours_per_month,
                words.label.hours,
                words.no_such_hours,
            ),
        ];
        for (entry, label, impossible) in numbers {
            match entry {
                Entry::Unread(typed) => {
                    complaints.push(format!("・{label}: {}", (words.no_number)(&shown(typed))));
                }
                Entry::Impossible => complaints.push(format!("・{label}: {impossible}")),
                Entry::Empty | Entry::Read(_) => {}
            }
        }
        if let Entry::Unread(typed) = &self.prefecture {
            let label = words.label.prefecture;
            complaints.push(format!(
                "・{label}: {}",
                (words.no_prefecture)(&shown(typed))
            ));
        }
        complaints
    }
}

fn entry<T>(typed: &str, read: impl Fn(&str) -> Option<T>) -> Entry<T> {
    match typed.trim() {
        "" => Entry::Empty,
        typed => read(typed).map_or_else(|| Entry::Unread(typed.to_owned()), Entry::Read),
    }
}

fn is_impossible(company: &Company, knowledge: &Knowledge) -> bool {
    matches!(
        company.check(knowledge),
        Err(CompanyError::People | CompanyError::Hours)
    )
}

fn set<T: Clone>(known: &mut Option<T>, entry: &Entry<T>) {
    match entry {
        Entry::Empty => *known = None,
        Entry::Read(value) => *known = Some(value.clone()),
        Entry::Unread(_) | Entry::Impossible => {}
    }
}

fn shown(typed: &str) -> String {
    escape::formatted(Text::<40>::fitted(typed).as_str())
}
