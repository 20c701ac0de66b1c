//! What is known of a company and the plan for it: within the limits, whole, and some of it as text.

use std::sync::Arc;

use jiff::civil::date;
use proptest::prelude::*;
use sonae::discord::company_form::{CompanyForm, dialog};
use sonae::discord::component_id::Key;
use sonae::discord::planning::{Planned, Wish, papers};
use sonae::discord::reply::{Menu, Message, Row};
use sonae::discord::request::Fields;
use sonae::discord::view;
use sonae::discord::view::profile::{Deleted, profile, sure};
use sonae::profile::{Company, Plan};
use sonae::question::Language;
use sonae::render::PlanSheet;
use sonae::wording::Wording;

use super::library;
use super::seen::{assert_within_limits, texts};
use super::snapshots::check;
use crate::personas::personas;
use crate::plans::any_company;

const LANGUAGES: [Language; 2] = [Language::Ja, Language::En];

fn planned(company: &Company, language: Language) -> Planned {
    let library = Arc::clone(library());
    let plan = Plan::new(library.knowledge(), company);
    let sheet = PlanSheet::new(&plan, company, library.knowledge(), language);
    Planned {
        library,
        company: company.clone(),
        wish: Wish::default(),
        plan,
        sheet,
    }
}

fn menus(message: &Message) -> Vec<&Menu> {
    let rows = message.rows.rows().iter();
    rows.filter_map(|row| match row {
        Row::Menu(menu) => Some(menu),
        Row::Buttons(_) => None,
    })
    .collect()
}

/// All pages of a view: as many as differ from the one before.
fn all(page: impl Fn(usize) -> Message) -> Vec<Message> {
    let mut pages: Vec<Message> = Vec::new();
    for index in 0..60 {
        let next = page(index);
        if pages.last() == Some(&next) {
            return pages;
        }
        pages.push(next);
    }
    panic!("the pages do not end");
}

/// Every line of the plan with all that is told of it, its menus, what is left out, and the figures.
fn check_plan(company: &Company, what: &str) {
    for language in LANGUAGES {
        let planned = planned(company, language);
        let pages = all(|index| view::plan::page(&planned, index, language));
        let mut text = String::new();
        let mut values: Vec<String> = Vec::new();
        for page in &pages {
            assert_within_limits(page, what);
            text.push_str(&texts(page));
            let menus = menus(page);
            let parts = menus[0].options();
            assert!(parts.iter().filter(|option| option.is_chosen).count() <= 1);
            for menu in menus.iter().skip(1) {
                let options = menu.options().iter();
                values.extend(options.map(|option| option.value.as_str().to_owned()));
            }
        }
        for (_, row) in planned.sheet.rows() {
            for told in [&row.title, &row.done_when, &row.because, &row.time] {
                assert!(text.contains(told), "{what}: {told}");
            }
            let key = Key::of(&row.action);
            assert!(
                values.contains(&key.as_str().to_owned()),
                "{what}: {}",
                row.title
            );
        }
        assert_eq!(values.len(), planned.plan.lines.len(), "{what}");
        for (figure, _) in &planned.sheet.stake {
            assert!(text.contains(figure), "{what}: {figure}");
        }
        for said in [&planned.sheet.stake_day, &planned.sheet.set_aside] {
            assert!(text.contains(said), "{what}: {said}");
        }
        let out = all(|index| view::plan::left_out(&planned, index, language));
        let mut text = String::new();
        for page in &out {
            assert_within_limits(page, what);
            text.push_str(&texts(page));
        }
        for left in &planned.plan.left_out {
            let action = library().knowledge().action(&left.action).unwrap();
            let title = match language {
                Language::Ja => &action.title,
                Language::En => &action.title_en,
            };
            assert!(text.contains(title), "{what}: {title}");
        }
    }
}

#[test]
fn every_plan_of_the_personas_is_within_the_limits_and_whole() {
    for persona in personas() {
        check_plan(&persona.company(), &persona.id);
    }
    check_plan(&Company::default(), "nothing known");
    let nothing_possible = Company {
        hours_per_month: Some(0),
        budget_yen: Some(0),
        ..Company::default()
    };
    check_plan(&nothing_possible, "no time");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_plan_of_any_company_is_within_the_limits_and_whole(company in any_company()) {
        check_plan(&company, "a company");
    }

    #[test]
    fn any_company_is_shown_within_the_limits(
        company in any_company(),
        typed in "(.|[ぁ-ん一-龠]|\\*|_|@everyone|<@1>|\u{200b}|\n){0,60}",
    ) {
        let fields = ["people", "budget", "hours", "prefecture"];
        let fields = Fields::from_iter(fields.map(|name| (name.to_owned(), typed.clone())));
        let form = CompanyForm::read(&fields, library().knowledge());
        for language in LANGUAGES {
            let complaints = form.complaints(&Wording::of(language).profile);
            let message = profile(&company, &complaints, library(), language);
            assert_within_limits(&message, &typed);
            assert!(!texts(&message).contains("@everyone") && !texts(&message).contains("<@1"));
            let modal = dialog(&company, library().knowledge(), language);
            assert_eq!(modal.inputs().len(), 4);
        }
    }
}

#[test]
fn every_choice_about_a_company_is_in_a_menu() {
    let facets = &library().knowledge().facets;
    let message = profile(&Company::default(), &[], library(), Language::Ja);
    let menus = menus(&message);
    let offered: Vec<usize> = menus.iter().map(|menu| menu.options().len()).collect();
    let there = [
        facets.industries.len(),
        facets.assets.len(),
        facets.keepers.len(),
        facets.proofs.len(),
    ];
    assert_eq!(offered, there);
    let taken: Vec<(usize, usize)> = menus
        .iter()
        .map(|menu| (menu.least(), menu.most()))
        .collect();
    assert_eq!(taken, [(0, 1), (0, there[1]), (0, 1), (0, there[3])]);
}

/// Reads a form over a company and tells what it is then and what was complained about.
fn typed(company: &Company, fields: &[(&str, &str)]) -> (Company, String) {
    let fields = fields.iter();
    let fields = Fields::from_iter(fields.map(|(name, text)| ((*name).into(), (*text).into())));
    let form = CompanyForm::read(&fields, library().knowledge());
    let mut company = company.clone();
    form.apply(&mut company);
    let complaints = form.complaints(&Wording::of(Language::Ja).profile);
    (company, complaints.join("\n"))
}

#[test]
fn numbers_and_places_are_read_as_people_write_them() {
    let written = [
        ("people", "３０人くらい"),
        ("budget", "10万円"),
        ("hours", "月に6時間"),
        ("prefecture", "大阪"),
    ];
    let (company, complaints) = typed(&Company::default(), &written);
    let expected = Company {
        people: Some(30),
        budget_yen: Some(100_000),
        hours_per_month: Some(6),
        prefecture: Some("osaka".to_owned()),
        ..Company::default()
    };
    assert_eq!((company, complaints), (expected.clone(), String::new()));
    // An empty input opens the question again.
    let (company, _) = typed(&expected, &[("prefecture", "とうきょう都"), ("hours", " ")]);
    assert_eq!(company.hours_per_month, None);
    assert_eq!(company.prefecture, expected.prefecture);
    for (name, id) in [
        ("東京", "tokyo"),
        ("京都", "kyoto"),
        ("Hyogo", "hyogo"),
        ("北海道", "hokkaido"),
    ] {
        let (company, _) = typed(&Company::default(), &[("prefecture", name)]);
        assert_eq!(company.prefecture.as_deref(), Some(id), "{name}");
    }
}

#[test]
fn what_cannot_be_read_changes_nothing_and_is_told() {
    let before = Company {
        people: Some(12),
        budget_yen: Some(0),
        hours_per_month: Some(4),
        prefecture: Some("osaka".to_owned()),
        ..Company::default()
    };
    let written = [
        ("people", "0"),
        ("budget", "たくさん"),
        ("hours", "9999"),
        ("prefecture", "**火星** <@1>"),
    ];
    let (company, complaints) = typed(&before, &written);
    assert_eq!(company, before);
    insta::assert_snapshot!(complaints);
}

#[test]
fn profiles() {
    let persona = personas()
        .into_iter()
        .find(|one| one.id == "clinic")
        .unwrap();
    let company = Company {
        done: library()
            .knowledge()
            .actions
            .iter()
            .take(3)
            .map(|one| one.id.clone())
            .collect(),
        ..persona.company()
    };
    check(
        "profile_empty",
        &profile(&Company::default(), &[], library(), Language::Ja),
    );
    check(
        "profile",
        &profile(
            &company,
            &["・人数: 例".to_owned()],
            library(),
            Language::Ja,
        ),
    );
    check(
        "profile_in_english",
        &profile(&company, &[], library(), Language::En),
    );
    check("profile_reopen", &sure(Deleted::Done, 3, Language::Ja));
    check(
        "profile_delete",
        &sure(Deleted::Everything, 3, Language::En),
    );
}

#[test]
fn plans() {
    let persona = personas()
        .into_iter()
        .find(|one| one.id == "machine-shop")
        .unwrap();
    let japanese = planned(&persona.company(), Language::Ja);
    check("plan", &view::plan::page(&japanese, 0, Language::Ja));
    let last = all(|index| view::plan::page(&japanese, index, Language::Ja))
        .pop()
        .unwrap();
    check("plan_money", &last);
    check(
        "plan_left_out",
        &view::plan::left_out(&japanese, 0, Language::Ja),
    );
    let first = japanese.plan.lines[0].action.clone();
    let line = view::plan::line(&japanese, &Key::of(&first), Language::Ja).unwrap();
    check("plan_line", &line);
    let action = library().knowledge().action(&first).unwrap();
    check(
        "plan_done",
        &view::plan::marked(action, true, Wish::default(), Language::Ja),
    );
    check(
        "plan_undone",
        &view::plan::marked(action, false, Wish::default(), Language::En),
    );
    let english = planned(&Company::default(), Language::En);
    check(
        "plan_for_nobody_in_english",
        &view::plan::page(&english, 0, Language::En),
    );
    let files = papers(&english.sheet, date(2026, 11, 24)).unwrap();
    check("plan_papers", &view::plan::papers(files, Language::En));
}
