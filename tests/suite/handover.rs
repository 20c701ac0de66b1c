//! Papers to hand over: the policy template and draft answers to a customer.

use std::fs;
use std::sync::OnceLock;

use sonae::knowledge::{Knowledge, check as check_files, embedded_files, parse};
use sonae::profile::{CheckAnswer, CheckAnswers, Company, Fit, Fitting, Horizon, InPlace, Plan};
use sonae::question::Language;
use sonae::render::paper::markdown;
use sonae::render::{self, PolicySheet, QuestionnaireSheet};

use crate::app::{moment, shipped};

fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| parse(&embedded_files()))
}

/// A firm of twelve with a few things, some of them in place.
fn company(assets: &[&str], done: &[&str]) -> Company {
    let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    Company {
        people: Some(12),
        industry: Some("manufacturing".to_owned()),
        assets: Some(owned(assets)),
        done: owned(done),
        ..Company::default()
    }
}

/// The headings of the clauses for a firm.
fn clauses(company: &Company) -> Vec<String> {
    let sheet = PolicySheet::new(knowledge(), company, Language::Ja);
    let clauses = sheet.parts.into_iter().flat_map(|part| part.clauses);
    clauses.map(|clause| clause.heading).collect()
}

#[test]
fn the_policy_leaves_out_what_the_firm_does_not_have() {
    let has = |clauses: &[String], part: &str| clauses.iter().any(|one| one.contains(part));
    let without = clauses(&company(&["pc"], &[]));
    assert!(!has(&without, "無線LAN") && !has(&without, "個人情報"));
    let with = clauses(&company(&["pc", "wifi", "personal-data"], &[]));
    assert!(has(&with, "無線LAN") && has(&with, "個人情報"));
    let unknown = clauses(&Company::default());
    assert_eq!(unknown.len(), knowledge().policy.clauses.len());
}

#[test]
fn every_clause_of_the_policy_has_its_passage_and_steps_that_fit() {
    let company = company(&["pc", "nas", "wifi"], &["auto-update-on"]);
    let fitting = Fitting::new(knowledge(), &company);
    let titles: Vec<&String> = knowledge()
        .actions
        .iter()
        .filter(|action| matches!(fitting.fit(action), Fit::Applies { .. }))
        .map(|action| &action.title)
        .collect();
    let sheet = PolicySheet::new(knowledge(), &company, Language::Ja);
    for clause in sheet.parts.iter().flat_map(|part| &part.clauses) {
        assert!(clause.source.is_some(), "{}", clause.heading);
        for before in &clause.before {
            assert!(titles.contains(&before), "{}: {before}", clause.heading);
        }
    }
}

#[test]
fn the_policy_has_places_to_fill_in_in_both_languages() {
    for clause in &knowledge().policy.clauses {
        let places = clause.text.matches('〔').count();
        assert_eq!(
            places,
            clause.text_en.matches('[').count(),
            "{}",
            clause.heading
        );
    }
}

#[test]
fn mistakes_in_the_papers_are_named_with_their_place() {
    let mut files = embedded_files();
    let paper = files
        .files
        .iter_mut()
        .find(|file| file.path == "papers.toml");
    let text = paper.unwrap().text.as_mut().unwrap();
    *text = text.replacen(
        "ipa-sme-self-check-25#No.19",
        "ipa-sme-self-check-25#No.91",
        1,
    );
    *text = text.replacen("part = \"rules\"", "part = \"rule\"", 1);
    let (_, problems) = check_files(&files, moment().date());
    let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert!(
        shown.iter().all(|one| one.starts_with("papers.toml:")),
        "{shown:?}"
    );
}

#[test]
fn answers_to_a_customer_say_no_more_than_the_company_told() {
    let mut answers = CheckAnswers::default();
    for (number, answer) in [
        (1, CheckAnswer::Done),
        (2, CheckAnswer::Partly),
        (3, CheckAnswer::NotDone),
        (4, CheckAnswer::Unknown),
        (21, CheckAnswer::NotUsed),
    ] {
        answers.set(number, answer);
    }
    let company = company(&["pc"], &[]);
    let in_place = InPlace {
        company: &company,
        answers: Some(&answers),
        fulfilled: &[],
    };
    let items = knowledge().crosswalk.items_of("self-check");
    let plan = Plan::new(knowledge(), &company);
    let sheet = QuestionnaireSheet::new(knowledge(), &in_place, &plan, &items, Language::Ja);
    let answer = |number: usize| sheet.rows[number - 1].answer.as_str();
    assert_eq!(sheet.rows.len(), 25);
    assert_eq!(answer(1), "できている");
    assert_eq!(answer(2), "一部できている");
    assert_eq!(answer(3), "これから");
    assert_eq!(answer(21), "該当するものがない");
    for number in (4..=20).chain(22..=25) {
        let row = &sheet.rows[number - 1];
        assert!(row.answer.is_empty() && row.planned.is_empty(), "{row:?}");
        assert!(row.proofs.is_empty(), "{row:?}");
    }
    assert!(sheet.rows.iter().all(|row| row.source.is_some()));
}

#[test]
fn what_is_missing_says_when_the_plan_begins_with_it() {
    let mut answers = CheckAnswers::default();
    answers.set(1, CheckAnswer::NotDone);
    let company = Company {
        hours_per_month: Some(6),
        ..company(&["pc"], &[])
    };
    let in_place = InPlace {
        company: &company,
        answers: Some(&answers),
        fulfilled: &[],
    };
    let items = [knowledge().crosswalk.item("self-check:No.1").unwrap()];
    let plan = Plan::new(knowledge(), &company);
    let sheet = QuestionnaireSheet::new(knowledge(), &in_place, &plan, &items, Language::Ja);
    let update = |line: &&sonae::profile::Line| line.action == "auto-update-on";
    let begun = plan.lines.iter().find(update).unwrap().horizon;
    assert_eq!(begun, Horizon::Month);
    assert_eq!(sheet.rows[0].planned, "1か月以内に着手");
}

#[test]
fn the_papers_look_like_this() {
    let company = company(
        &["pc", "cloud-mail", "wifi"],
        &[
            "auto-update-on",
            "monthly-patch-day",
            "nda-signed-by-all",
            "mfa-mail-cloud-admin",
        ],
    );
    let in_place = InPlace {
        company: &company,
        answers: None,
        fulfilled: &[],
    };
    let plan = Plan::new(knowledge(), &company);
    let items = knowledge().crosswalk.items_of("scs3");
    for language in [Language::Ja, Language::En] {
        let code = language.code();
        let policy = PolicySheet::new(knowledge(), &company, language);
        let policy = render::policy_paper(&policy, "2026-11-24");
        insta::assert_snapshot!(format!("paper_policy_{code}"), markdown(&policy));
        let answers = QuestionnaireSheet::new(knowledge(), &in_place, &plan, &items, language);
        let answers = render::questionnaire_paper(&answers, "2026-11-24");
        insta::assert_snapshot!(format!("paper_questionnaire_{code}"), markdown(&answers));
    }
}

#[test]
fn papers_are_printed_or_written_from_the_command_line() {
    let run = |arguments: &[&str]| shipped().folders.run(arguments);
    let policy = run(&["paper", "policy", "--lang", "ja"])
        .with_status(0)
        .stdout;
    assert!(policy.contains("〔会社名〕") && policy.contains("https://"));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answers.xlsx");
    let arguments = [
        "paper",
        "questionnaire",
        "star2",
        "--xlsx",
        file.to_str().unwrap(),
    ];
    assert!(run(&arguments).with_status(0).stdout.is_empty());
    assert!(fs::read(&file).unwrap().starts_with(b"PK"));
    let unknown = run(&["paper", "questionnaire", "scs33"])
        .with_status(2)
        .stderr;
    assert!(unknown.contains("scs3"), "{unknown}");
}
