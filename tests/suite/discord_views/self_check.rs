//! The self-check as views: all questions and all results within the limits, some of them as text.

use jiff::civil::date;
use sonae::discord::self_checks::{OwnCheck, OwnChecks};
use sonae::discord::view::self_check::{Outcome, door, papers, question, result, stopped};
use sonae::knowledge::SelfCheck;
use sonae::profile::{CheckAnswer, CheckAnswers, CheckPeers, Company, Fitting};
use sonae::question::Language;
use sonae::render::{CheckSheet, DatedAnswers};

use super::library;
use super::seen::{assert_within_limits, texts};
use super::snapshots::check;

const LANGUAGES: [Language; 2] = [Language::Ja, Language::En];

fn self_check() -> &'static SelfCheck {
    &library().knowledge().self_check
}

fn answered(answer: impl Fn(u8) -> Option<CheckAnswer>) -> CheckAnswers {
    let mut answers = CheckAnswers::default();
    for question in &self_check().questions {
        if let Some(answer) = answer(question.number) {
            answers.set(question.number, answer);
        }
    }
    answers
}

fn all(answer: CheckAnswer) -> CheckAnswers {
    answered(|_| Some(answer))
}

fn own(answers: CheckAnswers) -> OwnCheck {
    OwnCheck {
        id: u64::MAX,
        answers,
        day: date(2026, 11, 23),
        is_finished: true,
    }
}

fn sheet(answers: &CheckAnswers, before: Option<&CheckAnswers>, language: Language) -> CheckSheet {
    let company = Company::default();
    let fitting = Fitting::new(library().knowledge(), &company);
    let dated = |answers, day| DatedAnswers {
        answers,
        day: Some(day),
    };
    let before = before.map(|before| dated(before, "2025-11-20"));
    CheckSheet::new(dated(answers, "2026-11-23"), before, &fitting, language)
}

#[test]
fn every_question_is_within_the_limits_and_whole() {
    for language in LANGUAGES {
        for asked in &self_check().questions {
            let own = own(all(CheckAnswer::Partly));
            let message = question(&own, asked, library(), language).unwrap();
            assert_within_limits(&message, &asked.number.to_string());
            let (text, example) = match language {
                Language::Ja => (&asked.text, &asked.example),
                Language::En => (&asked.text_en, &asked.example_en),
            };
            let seen = texts(&message);
            assert!(seen.contains(text) && seen.contains(example), "{seen}");
        }
    }
}

#[test]
fn every_result_is_within_the_limits_and_has_its_picture_and_papers() {
    let peers = CheckPeers::of(&vec![all(CheckAnswer::Done); 10], self_check());
    for language in LANGUAGES {
        for answer in CheckAnswer::ALL.into_iter().take(4) {
            for before in [None, Some(all(CheckAnswer::Done))] {
                let sheet = sheet(&all(answer), before.as_ref(), language);
                for peers in [None, peers.as_ref()] {
                    let outcome = Outcome {
                        sheet: &sheet,
                        peers,
                    };
                    let message = result(outcome, library());
                    assert_within_limits(&message, &format!("{answer:?}"));
                    assert_eq!(message.card.picture_name(), Some("selfcheck.png"));
                    let compared = texts(&message).contains("10");
                    assert!(
                        peers.is_none() || compared,
                        "{answer:?}: the last block has room"
                    );
                }
                let papers = papers(&sheet).unwrap();
                assert_within_limits(&papers, "papers");
                assert_eq!(papers.files.list().len(), 4);
            }
        }
    }
}

#[test]
fn what_a_person_sees_of_a_self_check() {
    let some = answered(|number| match number {
        1 => Some(CheckAnswer::Done),
        2..9 => Some(CheckAnswer::Unknown),
        _ => None,
    });
    let mixed = |number: u8| match number % 4 {
        0 => CheckAnswer::Unknown,
        1 => CheckAnswer::NotDone,
        2 => CheckAnswer::Partly,
        _ => CheckAnswer::Done,
    };
    let mixed = answered(|number| Some(mixed(number)));
    let peers = CheckPeers::of(&vec![all(CheckAnswer::Partly); 10], self_check());
    for (language, code) in [(Language::Ja, "ja"), (Language::En, "en")] {
        let nothing = door(&OwnChecks::default(), library(), 90, language).unwrap();
        check(&format!("selfcheck_door_{code}"), &nothing);
        let both = OwnChecks {
            open: Some(own(some.clone())),
            finished: vec![own(mixed.clone())],
        };
        let both = door(&both, library(), 90, language).unwrap();
        check(&format!("selfcheck_door_again_{code}"), &both);
        let asked = &self_check().questions[8];
        let asked = question(&own(mixed.clone()), asked, library(), language).unwrap();
        check(&format!("selfcheck_question_{code}"), &asked);
        let stopped = stopped(&own(some.clone()), library(), language).unwrap();
        check(&format!("selfcheck_stopped_{code}"), &stopped);
        let sheet = sheet(&mixed, Some(&all(CheckAnswer::Partly)), language);
        let outcome = Outcome {
            sheet: &sheet,
            peers: peers.as_ref(),
        };
        check(
            &format!("selfcheck_result_{code}"),
            &result(outcome, library()),
        );
        check(
            &format!("selfcheck_papers_{code}"),
            &papers(&sheet).unwrap(),
        );
    }
}
