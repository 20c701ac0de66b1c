//! Plans for companies: twelve written ones with what an adviser would expect, and what holds for any company.

use std::collections::HashSet;

use proptest::prelude::*;
use sonae::profile::{Company, Horizon, Plan};

use crate::personas::{Persona, knowledge, personas};

/// What a plan lacks of what is expected, in words.
fn shortfalls(persona: &Persona, plan: &Plan) -> Vec<String> {
    let mut shortfalls = Vec::new();
    let place = |id: &String| plan.lines.iter().position(|line| line.action == *id);
    // Where a month has few hours, the first third of the lines is early, too.
    let is_early = |id: &String| {
        place(id).is_some_and(|place| {
            plan.lines[place].horizon <= Horizon::Month || place < plan.lines.len() / 3
        })
    };
    for row in &persona.expected.any_of {
        if !row
            .iter()
            .any(|id| place(id).is_some() || persona.done.contains(id))
        {
            shortfalls.push(format!("none of {row:?}"));
        }
    }
    for row in &persona.expected.early_any_of {
        if !row.iter().any(is_early) {
            shortfalls.push(format!("none of {row:?} early"));
        }
    }
    for id in persona
        .expected
        .never
        .iter()
        .filter(|id| place(id).is_some())
    {
        shortfalls.push(format!("{id} does not belong in it"));
    }
    for [first, later] in &persona.expected.order {
        if let (Some(first_place), Some(later_place)) = (place(first), place(later))
            && first_place > later_place
        {
            shortfalls.push(format!("{first} comes after {later}"));
        }
    }
    shortfalls
}

#[test]
fn the_personas_get_the_plan_that_an_adviser_expects() {
    let mut all = Vec::new();
    for persona in personas() {
        let company = persona.company();
        company.check(knowledge()).unwrap();
        let plan = Plan::new(knowledge(), &company);
        check_always(&plan, &company);
        let shortfalls = shortfalls(&persona, &plan);
        all.extend(
            shortfalls
                .into_iter()
                .map(|one| format!("{}: {one}", persona.id)),
        );
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn the_personas_name_only_actions_that_exist() {
    for persona in personas() {
        let expected = &persona.expected;
        let rows = expected
            .any_of
            .iter()
            .chain(&expected.early_any_of)
            .flatten();
        for id in rows
            .chain(&expected.never)
            .chain(expected.order.iter().flatten())
        {
            assert!(knowledge().action(id).is_some(), "{}: {id}", persona.id);
        }
    }
}

/// What holds for every plan.
fn check_always(plan: &Plan, company: &Company) {
    let knowledge = knowledge();
    assert!(
        plan.planned_yen() <= u64::from(plan.budget_yen),
        "it is within the budget"
    );
    assert!(
        plan.minutes() <= u64::from(plan.hours_per_month) * 60 * 12,
        "it is within the hours"
    );
    assert_eq!(plan.value, plan.bound, "nothing is better");
    let assets = company.all_assets(&knowledge.facets);
    let mut before: HashSet<&str> = company.done.iter().map(String::as_str).collect();
    let mut minutes = 0;
    let mut last = Horizon::Week;
    for line in &plan.lines {
        let action = knowledge.action(&line.action).unwrap();
        assert!(
            !before.contains(action.id.as_str()),
            "{} is done or there twice",
            action.id
        );
        assert!(
            !action
                .instead_of
                .iter()
                .any(|near| before.contains(near.as_str())),
            "{}",
            action.id
        );
        for first in &line.after {
            assert!(
                before.contains(first.as_str()),
                "{first} comes before {}",
                action.id
            );
        }
        if let Some(assets) = assets.as_ref().filter(|_| !action.assets.is_empty()) {
            assert!(
                action.assets.iter().any(|asset| assets.contains(asset)),
                "{}",
                action.id
            );
        }
        assert!((action.cost.low_yen == 0) <= (line.yen.0 == 0) && line.planned_yen <= line.yen.1);
        assert!(
            last <= line.horizon,
            "lines stand in the order of their time"
        );
        last = line.horizon;
        minutes += u64::from(line.minutes);
        let until = match line.horizon {
            Horizon::Week => u64::from(plan.hours_per_month) * 15,
            Horizon::Month => u64::from(plan.hours_per_month) * 60,
            Horizon::Quarter => u64::from(plan.hours_per_month) * 180,
            Horizon::Year => u64::from(plan.hours_per_month) * 720,
        };
        assert!(minutes <= until, "the hours until then suffice");
        before.insert(&action.id);
    }
    let told = plan.lines.len() + plan.left_out.len();
    assert_eq!(
        told,
        knowledge.actions.len(),
        "every action is in or out with a reason"
    );
}

/// Companies that say anything.
pub fn any_company() -> impl Strategy<Value = Company> {
    let facets = &knowledge().facets;
    let ids =
        |of: &[sonae::knowledge::Facet]| of.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    let assets = ids(&facets.assets);
    let done: Vec<String> = knowledge()
        .actions
        .iter()
        .map(|action| action.id.clone())
        .collect();
    let count = assets.len();
    (
        proptest::option::of(1u32..300),
        proptest::option::of(proptest::sample::select(ids(&facets.industries))),
        proptest::option::of(proptest::sample::subsequence(assets, 0..count)),
        proptest::option::of(0u32..2_000_000),
        proptest::option::of(0u32..40),
        proptest::sample::subsequence(ids(&facets.proofs), 0..2),
        proptest::sample::subsequence(done, 0..10),
    )
        .prop_map(
            |(people, industry, assets, budget_yen, hours_per_month, proof, done)| Company {
                people,
                industry,
                assets,
                budget_yen,
                hours_per_month,
                proof,
                done,
                ..Company::default()
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_plan_keeps_its_promises_for_any_company(company in any_company()) {
        check_always(&Plan::new(knowledge(), &company), &company);
    }

    #[test]
    fn more_budget_and_hours_never_make_a_plan_worth_less(company in any_company(), yen in 0u32..500_000, hours in 0u32..10) {
        let less = Plan::new(knowledge(), &company);
        let more = Company {
            budget_yen: Some(less.budget_yen + yen),
            hours_per_month: Some(less.hours_per_month + hours),
            ..company
        };
        prop_assert!(Plan::new(knowledge(), &more).value >= less.value);
    }

    #[test]
    fn the_same_company_gets_the_same_plan(company in any_company()) {
        prop_assert_eq!(Plan::new(knowledge(), &company), Plan::new(knowledge(), &company));
    }
}
