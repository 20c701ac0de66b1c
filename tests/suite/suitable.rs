//! Next steps for the company that asks: from its profile, or from what the question says of it.

use sonae::adviser::Question;
use sonae::answer::{Answer, Outcome, Suits, WhyAside};
use sonae::evaluation::{TestQuestion, read_questions};
use sonae::profile::{Company, Fit, Fitting, Listener};
use sonae::wording::Wording;

use crate::app::{ask, moment, shipped};
use crate::personas::{knowledge, personas};

fn asked_by(company: &Company, text: &str) -> Answer {
    let question = Question {
        company: company.clone(),
        ..Question::of(text)
    };
    shipped().adviser.ask(&question, moment()).unwrap()
}

fn golden() -> Vec<TestQuestion> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/questions.jsonl");
    read_questions(&std::fs::read_to_string(file).unwrap()).unwrap()
}

#[test]
fn every_next_step_applies_to_the_company_that_asks() {
    let personas = personas();
    let (mut steps, mut special) = (0, 0);
    for (place, question) in golden().iter().enumerate() {
        // Each question with three of the twelve companies.
        for persona in personas.iter().cycle().skip(place * 5).take(3) {
            let answer = asked_by(&persona.company(), &question.text);
            // What the question itself says of the company counts more than the profile.
            let told = Listener::default().told(&question.text, &knowledge().facets);
            let company = match told {
                Some(told) => persona.company().with(&told.company),
                None => persona.company(),
            };
            let fitting = Fitting::new(knowledge(), &company);
            for step in &answer.next_steps {
                let action = knowledge().action(&step.id).unwrap();
                let fits = match fitting.fit(action) {
                    Fit::Applies { .. } => true,
                    // In an incident, what was done before and for whom else it is keeps nobody from anything.
                    Fit::Done { .. } | Fit::OtherSize => answer.outcome == Outcome::Incident,
                    _ => false,
                };
                assert!(fits, "{}: {} for {}", question.text, step.id, persona.id);
                let cost = step.cost_yen.0;
                assert!(
                    cost <= company.budget_yen.unwrap() || answer.outcome == Outcome::Incident,
                    "{}: {} costs {} {cost}",
                    question.text,
                    step.id,
                    persona.id
                );
                steps += 1;
                special += usize::from(!matches!(step.suits, Some(Suits::Everybody)));
            }
        }
    }
    assert!(steps > 1500, "{steps} steps");
    assert!(
        special > steps / 50,
        "{special} of {steps} have a reason of their own"
    );
}

#[test]
fn a_profile_changes_the_steps_and_never_the_passages() {
    let company = personas()[0].company();
    let (mut with_steps, mut still) = (0, 0);
    for question in golden() {
        let plain = ask(&shipped().adviser, &question.text);
        let fitted = asked_by(&company, &question.text);
        assert_eq!(plain.ranked, fitted.ranked, "{}", question.text);
        assert_eq!(plain.citations, fitted.citations, "{}", question.text);
        assert_eq!(plain.incident, fitted.incident, "{}", question.text);
        with_steps += usize::from(!plain.next_steps.is_empty());
        still += usize::from(!plain.next_steps.is_empty() && !fitted.next_steps.is_empty());
    }
    assert!(
        still * 20 >= with_steps * 19,
        "{still} of {with_steps} keep a step"
    );
}

#[test]
fn what_is_done_or_not_there_is_set_aside_with_its_reason() {
    let question = "VPN装置の更新はどうすればいいですか";
    let plain = ask(&shipped().adviser, question);
    assert_eq!(plain.company, None);
    assert!(plain.set_aside.is_empty());
    let without_vpn = Company {
        assets: Some(vec!["pc".to_owned(), "email".to_owned()]),
        ..Company::default()
    };
    let fitted = asked_by(&without_vpn, question);
    let lacks = |why: &WhyAside| matches!(why, WhyAside::Lacks { names } if names.contains("VPN"));
    assert!(
        fitted.set_aside.iter().any(|aside| lacks(&aside.why)),
        "{:?}",
        fitted.set_aside
    );
    let done = Company {
        done: vec![plain.next_steps[0].id.clone()],
        ..Company::default()
    };
    let fitted = asked_by(&done, question);
    assert_eq!(fitted.set_aside[0].why, WhyAside::Done);
    assert!(!fitted.next_steps.iter().any(|step| step.id == done.done[0]));
}

#[test]
fn a_company_in_the_question_is_understood_and_confirmed_in_one_line() {
    let told = "製造業30人、NASとVPNあり。VPN装置の更新はどうすればいいですか?";
    let answer = ask(&shipped().adviser, told);
    let asking = answer.company.as_ref().unwrap();
    assert!(asking.is_told);
    let lines = sonae::render::chosen_for(&answer, Wording::of(answer.language));
    assert!(
        lines[0].contains("製造業 / 30人 / NAS・共有のファイルサーバー、VPN装置"),
        "{lines:?}"
    );
    let plain = ask(&shipped().adviser, "VPN装置の更新はどうすればいいですか?");
    assert_eq!(
        answer.ranked, plain.ranked,
        "the description is not searched for"
    );
    let has_vpn = |suits: &Option<Suits>| matches!(suits, Some(Suits::Assets { names }) if names.contains("VPN"));
    assert!(answer.next_steps.iter().any(|step| has_vpn(&step.suits)));
}
