//! The crosswalk: what holds for any company and any scheme, what it looks like, and the command line.

use std::collections::HashSet;
use std::fs;
use std::sync::OnceLock;

use proptest::prelude::*;
use sonae::knowledge::{Knowledge, SchemeItem, embedded_files, parse};
use sonae::profile::{
    CheckAnswer, CheckAnswers, Company, Fit, Fitting, InPlace, ItemStanding, Link, State,
    correspondences,
};
use sonae::question::Language;
use sonae::render::{self, LinksSheet, StandingSheet};

use crate::app::shipped;

fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| parse(&embedded_files()))
}

fn items_of(scheme: &str) -> Vec<&'static SchemeItem> {
    knowledge().crosswalk.items_of(scheme)
}

/// What a made-up company told.
#[derive(Debug, Clone, Default)]
struct Words {
    company: Company,
    answers: Option<CheckAnswers>,
    fulfilled: Vec<String>,
}

impl Words {
    fn done(actions: &[&str]) -> Self {
        let done = actions.iter().map(|id| (*id).to_owned()).collect();
        Self {
            company: Company {
                people: Some(12),
                assets: Some(vec!["pc".to_owned(), "cloud-mail".to_owned()]),
                done,
                ..Company::default()
            },
            ..Self::default()
        }
    }

    fn in_place(&self) -> InPlace<'_> {
        InPlace {
            company: &self.company,
            answers: self.answers.as_ref(),
            fulfilled: &self.fulfilled,
        }
    }

    fn standings(&self, scheme: &str) -> Vec<ItemStanding> {
        ItemStanding::of_items(knowledge(), &self.in_place(), &items_of(scheme))
    }

    fn state(&self, key: &str) -> State {
        let item = knowledge().crosswalk.item(key).unwrap();
        ItemStanding::of_items(knowledge(), &self.in_place(), &[item])[0].state
    }
}

fn any_words() -> impl Strategy<Value = Words> {
    let ids = |of: &[sonae::knowledge::Facet]| -> Vec<String> {
        of.iter().map(|one| one.id.clone()).collect()
    };
    let facets = &knowledge().facets;
    let (assets, industries) = (ids(&facets.assets), ids(&facets.industries));
    let actions: Vec<String> = knowledge()
        .crosswalk
        .themes
        .iter()
        .flat_map(|theme| theme.actions.clone())
        .collect::<HashSet<_>>()
        .into_iter()
        .collect();
    let mut actions = actions;
    actions.sort();
    let schemes: Vec<String> = knowledge()
        .crosswalk
        .schemes
        .iter()
        .map(|scheme| scheme.id.clone())
        .collect();
    let (most_assets, most_actions) = (assets.len(), actions.len());
    let answer = proptest::sample::select(vec![
        CheckAnswer::Done,
        CheckAnswer::Partly,
        CheckAnswer::NotDone,
        CheckAnswer::Unknown,
    ]);
    (
        proptest::option::of(1u32..300),
        proptest::option::of(proptest::sample::select(industries)),
        proptest::option::of(proptest::sample::subsequence(assets, 0..most_assets)),
        proptest::sample::subsequence(actions, 0..most_actions),
        proptest::option::of(proptest::collection::btree_map(1u8..26, answer, 0..26)),
        proptest::sample::subsequence(schemes, 0..3),
    )
        .prop_map(
            |(people, industry, assets, done, answered, fulfilled)| Words {
                company: Company {
                    people,
                    industry,
                    assets,
                    done,
                    ..Company::default()
                },
                answers: answered.map(|answered| {
                    let mut answers = CheckAnswers::default();
                    for (number, answer) in answered {
                        answers.set(number, answer);
                    }
                    answers
                }),
                fulfilled,
            },
        )
}

fn any_scheme() -> impl Strategy<Value = &'static str> {
    let schemes = knowledge().crosswalk.schemes.iter();
    proptest::sample::select(schemes.map(|scheme| scheme.id.as_str()).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn every_item_of_the_scheme_stands_once(words in any_words(), scheme in any_scheme()) {
        let keys: Vec<String> = items_of(scheme).iter().map(|item| item.key()).collect();
        let standings = words.standings(scheme);
        let stands: Vec<&String> = standings.iter().map(|standing| &standing.item).collect();
        prop_assert_eq!(stands, keys.iter().collect::<Vec<_>>());
    }

    #[test]
    fn more_that_is_done_never_lowers_an_item(words in any_words(), scheme in any_scheme(), more in any_words()) {
        let mut richer = words.clone();
        richer.company.done.extend(more.company.done);
        for (before, after) in words.standings(scheme).iter().zip(richer.standings(scheme)) {
            prop_assert!(after.state.degree() >= before.state.degree(), "{}", after.item);
        }
    }

    #[test]
    fn a_scheme_more_that_is_fulfilled_never_lowers_an_item(words in any_words(), scheme in any_scheme(), more in any_scheme()) {
        // Answers to the self-check say more than that it is fulfilled.
        let words = Words { answers: None, ..words };
        let mut richer = words.clone();
        richer.fulfilled.push(more.to_owned());
        for (before, after) in words.standings(scheme).iter().zip(richer.standings(scheme)) {
            prop_assert!(after.state.degree() >= before.state.degree(), "{}", after.item);
        }
    }

    #[test]
    fn every_step_named_is_left_to_do_and_fits_the_company(words in any_words(), scheme in any_scheme()) {
        let fitting = Fitting::new(knowledge(), &words.company);
        for standing in words.standings(scheme) {
            prop_assert!(standing.state != State::Have || standing.next.is_empty());
            let mut seen = HashSet::new();
            for id in &standing.next {
                let action = knowledge().action(id).unwrap();
                let fits = matches!(fitting.fit(action), Fit::Applies { .. });
                prop_assert!(fits && seen.insert(id), "{id} for {}", standing.item);
            }
        }
    }

    #[test]
    fn a_link_in_part_never_makes_a_whole(words in any_words(), scheme in any_scheme()) {
        for standing in words.standings(scheme) {
            for through in &standing.through {
                prop_assert!(through.link == Link::Whole || through.state.degree() < 2, "{}", standing.item);
            }
            if standing.state == State::Have {
                let by_itself = standing.own.is_some();
                let by_a_whole = standing.through.iter().any(|through| through.state == State::Have);
                prop_assert!(by_itself || by_a_whole, "{}", standing.item);
            }
        }
    }
}

#[test]
fn nothing_is_in_place_that_nobody_told() {
    for scheme in &knowledge().crosswalk.schemes {
        for standing in Words::default().standings(&scheme.id) {
            assert_eq!(standing.state, State::Unknown, "{}", standing.item);
        }
    }
}

#[test]
fn what_was_said_of_an_item_counts_more_than_what_follows() {
    let mut words = Words::done(&["auto-update-on", "monthly-patch-day"]);
    assert_eq!(words.state("self-check:No.1"), State::Have);
    let mut answers = CheckAnswers::default();
    answers.set(1, CheckAnswer::NotDone);
    words.answers = Some(answers);
    assert_eq!(words.state("self-check:No.1"), State::Partly);
}

#[test]
fn what_a_company_does_not_have_says_nothing_of_other_schemes() {
    let mut answers = CheckAnswers::default();
    answers.set(21, CheckAnswer::NotUsed);
    let words = Words {
        answers: Some(answers),
        ..Words::default()
    };
    assert_eq!(words.state("self-check:No.21"), State::Have);
    let others = items_of("scs3");
    let standings = ItemStanding::of_items(knowledge(), &words.in_place(), &others);
    assert!(standings.iter().all(|one| one.state == State::Unknown));
}

#[test]
fn what_is_near_an_item_does_not_count_for_it() {
    let words = Words {
        fulfilled: vec!["five".to_owned()],
        ..Words::default()
    };
    // To check what is shared is not to approve and remove accounts, and a long password locks nobody out.
    assert_eq!(words.state("scs3:4-1-1"), State::Unknown);
    assert_eq!(words.state("scs3:4-1-4"), State::Unknown);
    assert_eq!(words.state("self-check:No.3"), State::Have);
    assert_eq!(words.state("scs3:4-1-5"), State::Partly);
}

#[test]
fn correspondences_hold_both_ways() {
    let crosswalk = &knowledge().crosswalk;
    for item in &crosswalk.items {
        for found in correspondences(crosswalk, item) {
            let other = crosswalk.item(&found.item).unwrap();
            let back = correspondences(crosswalk, other);
            let same = back.iter().find(|one| one.item == item.key()).unwrap();
            assert_eq!(same.link, found.link, "{} {}", item.key(), found.item);
        }
    }
}

/// The text as a terminal of 80 columns shows it, without its colors.
fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn the_crosswalk_looks_like_this() {
    for language in [Language::Ja, Language::En] {
        let code = language.code();
        let list = render::scheme_list_text(&knowledge().crosswalk, language, 80);
        insta::assert_snapshot!(format!("crosswalk_schemes_{code}"), plain(&list));
        let links = LinksSheet::new(knowledge(), &items_of("star2"), language);
        let links = render::links_text(&links, 80);
        insta::assert_snapshot!(format!("crosswalk_links_{code}"), plain(&links));
        let mut words = Words::done(&[
            "auto-update-on",
            "monthly-patch-day",
            "mfa-mail-cloud-admin",
            "policy-one-page",
            "device-ledger-make",
        ]);
        words.fulfilled = vec!["five".to_owned()];
        let standing =
            StandingSheet::new(knowledge(), &words.in_place(), &items_of("scs3"), language);
        let standing = render::standing_text(&standing, 80);
        insta::assert_snapshot!(format!("crosswalk_standing_{code}"), plain(&standing));
    }
}

#[test]
fn a_customer_s_scheme_is_compared_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (company, answers) = (path("company.toml"), path("answers.toml"));
    fs::write(&company, "people = 12\ndone = [\"sup-partner-list\"]\n").unwrap();
    fs::write(&answers, "[answers]\n1 = \"done\"\n2 = \"not-done\"\n").unwrap();
    let arguments = [
        "crosswalk",
        "scs3",
        "--have",
        "self-check",
        "--answers",
        &answers,
        "--company",
        &company,
        "--json",
    ];
    let sheet = shipped().folders.run(&arguments).with_status(0).json();
    let rows = sheet["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 26);
    let row = |id: &str| rows.iter().find(|row| row["id"] == id).unwrap();
    assert_eq!(row("2-1-1")["state"], "have");
    assert_eq!(row("4-4-4")["state"], "partly", "No.1 is a part of it");
    assert!(row("4-1-1")["state"] == "unknown" && row("4-1-1")["next"][0].is_array());
}

#[test]
fn the_crosswalk_is_written_as_papers() {
    for told in [None, Some("auto-update-on")] {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let files = ["a.md", "a.csv", "a.html", "a.xlsx"].map(file);
        let mut arguments = vec!["crosswalk", "scs3", "--lang", "ja"];
        for (option, file) in ["--md", "--csv", "--html", "--xlsx"].iter().zip(&files) {
            arguments.extend([*option, file.as_str()]);
        }
        arguments.extend(told.iter().flat_map(|id| ["--done", id]));
        shipped().folders.run(&arguments).with_status(0);
        let [markdown, csv, html, xlsx] = files.map(|file| fs::read(file).unwrap());
        assert!(xlsx.starts_with(b"PK"), "a workbook is a ZIP file");
        for bytes in [markdown, csv, html] {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains("Sonaeの判断"), "whose judgment it is");
            assert!(
                text.matches("https://").count() >= 26,
                "every line has its source"
            );
        }
    }
}

#[test]
fn what_cannot_be_compared_is_said_kindly() {
    let check = |arguments: &[&str], expected: &str| {
        let shown = shipped().folders.run(arguments).with_status(2).stderr;
        assert!(shown.contains(expected), "{arguments:?}: {shown}");
    };
    check(&["crosswalk", "scs33"], "scs3");
    check(&["crosswalk", "scs3", "--have", "iso"], "choose from: five");
    check(
        &["crosswalk", "scs3", "--done", "sleep"],
        "no action `sleep`",
    );
    check(
        &["crosswalk", "scs3", "--answers", "/there/is/none.toml"],
        "none.toml",
    );
}
