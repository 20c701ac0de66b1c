//! A company as its owner sees it: what is known, a menu for each question, and ways to change or delete it.

use super::block::{self, Block};
use crate::discord::company_menu::CompanyMenu;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::library::Library;
use crate::discord::reply::{Button, Card, Menu, MenuOption, Message, Rows, Style, Tone};
use crate::knowledge::Facet;
use crate::profile::Company;
use crate::question::Language;
use crate::wording::Wording;

/// What is deleted of a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deleted {
    /// All of it.
    Everything,
    /// Which steps are done.
    Done,
}

impl Deleted {
    /// Reads the number in an id.
    pub fn read(number: u64) -> Option<Self> {
        let all = [Self::Everything, Self::Done];
        all.into_iter().find(|deleted| *deleted as u64 == number)
    }

    fn id(self, language: Language) -> ComponentId {
        ComponentId::new(Action::ProfileDelete, language).number(self as u64)
    }
}

/// The button that shows the company, from elsewhere.
pub fn button(company: &Company, language: Language) -> Button {
    let words = &Wording::of(language).profile;
    let id = ComponentId::new(Action::Profile, language);
    match company.is_described() {
        true => Button::new(words.change, id),
        false => Button::new(words.describe, id).styled(Style::Primary),
    }
}

/// The company, with what could not be read just now.
pub fn profile(
    company: &Company,
    complaints: &[String],
    library: &Library,
    language: Language,
) -> Message {
    let wording = Wording::of(language);
    let words = &wording.profile;
    let mut card = Card::titled(Tone::Calm, words.title);
    let blocks = vec![
        Block::new(words.unread, complaints.to_vec()),
        Block::text(words.intro),
        Block::new(words.known, known(company, library, language)),
    ];
    block::lay(&mut card, blocks, wording);
    let mut rows = Rows::default();
    for menu in CompanyMenu::ALL {
        rows = rows.menu(shown(menu, company, library, language));
    }
    Message::private(card).with(rows.buttons(buttons(company, language)))
}

/// Asks whether something shall be deleted; `done` steps are marked.
pub fn sure(deleted: Deleted, done: usize, language: Language) -> Message {
    let words = &Wording::of(language).profile;
    let (title, question, yes) = match deleted {
        Deleted::Everything => (
            words.delete_title,
            words.delete_question.to_owned(),
            words.delete_yes,
        ),
        Deleted::Done => (
            words.reopen,
            (words.reopen_question)(done),
            words.reopen_yes,
        ),
    };
    let message = crate::discord::note::note(Tone::Quiet, title, &question);
    let back = ComponentId::new(Action::Profile, language).number(1);
    message.with(Rows::default().buttons(vec![
        Button::new(yes, deleted.id(language).number(1)).styled(Style::Danger),
        Button::new(words.back, back),
    ]))
}

fn known(company: &Company, library: &Library, language: Language) -> Vec<String> {
    let wording = Wording::of(language);
    let words = &wording.profile;
    let described = company.described(library.knowledge(), language);
    let yen = |yen: u32| match yen {
        0 => (wording.plan.budget)(0),
        yen => (wording.cost)((yen, yen), false),
    };
    let label = &words.label;
    let always = [
        (label.people, described.people.map(wording.plan.people)),
        (label.industry, described.industry),
        (label.prefecture, described.prefecture),
        (label.assets, described.assets),
        (label.keeper, described.keeper),
        (label.proof, described.proof),
        (label.budget, described.budget_yen.map(yen)),
        (label.hours, described.hours_per_month.map(words.hours)),
    ];
    let mut lines: Vec<String> = always
        .into_iter()
        .map(|(label, value)| (label, value.unwrap_or_else(|| words.open.to_owned())))
        .map(|(label, value)| format!("・{label}: **{value}**"))
        .collect();
    if let Some(without) = described.without {
        lines.push(format!("・{}: **{without}**", label.without));
    }
    if described.done > 0 {
        lines.push(format!(
            "・{}: **{}**",
            label.done,
            (words.done)(described.done)
        ));
    }
    lines
}

fn shown(menu: CompanyMenu, company: &Company, library: &Library, language: Language) -> Menu {
    let facets = &library.knowledge().facets;
    let name = |facet: &Facet| language.pick(&facet.name, &facet.name_en).clone();
    let options = menu.choices(facets).iter().map(|facet| {
        MenuOption::new(&name(facet), &facet.id).chosen(menu.has_chosen(company, &facet.id))
    });
    let id = ComponentId::new(Action::ProfileMenu, language).number(menu.number());
    let placeholder = menu.placeholder(&Wording::of(language).profile);
    Menu::new(id, placeholder, options.collect()).choosing(0, menu.most(facets))
}

fn buttons(company: &Company, language: Language) -> Vec<Button> {
    let words = &Wording::of(language).profile;
    let form = ComponentId::new(Action::ProfileForm, language);
    let plan = ComponentId::new(Action::Plan, language);
    let mut buttons = vec![
        Button::new(words.form, form).styled(Style::Primary),
        Button::new(words.plan, plan),
    ];
    if !company.done.is_empty() {
        buttons.push(Button::new(words.reopen, Deleted::Done.id(language)));
    }
    if *company != Company::default() {
        let delete = Button::new(words.delete, Deleted::Everything.id(language));
        buttons.push(delete.styled(Style::Danger));
    }
    buttons
}
