//! Every view of the shipped knowledge, in both languages: within the limits, and nothing lost.

use std::fs;

use proptest::prelude::*;
use sonae::answer::{Outcome, window_now};
use sonae::discord::component_id::{Action, ComponentId, Key};
use sonae::discord::reply::{Message, Target, Visibility};
use sonae::discord::view;
use sonae::discord::view::answer::{Asked, answer, author_line, further};
use sonae::discord::view::checklist::{Ticking, checklist};
use sonae::discord::view::playbook::Part;
use sonae::discord::view::question_of;
use sonae::discord::view::section::{Shown, section};
use sonae::evaluation::TestQuestion;
use sonae::knowledge::{OpenState, PassageId};
use sonae::question::Language;
use sonae::store::{RoleId, Tick, UserId};

use super::seen::{assert_within_limits, buttons, texts};
use super::{library, shown};
use crate::app::{moment, repository, shipped};

const LANGUAGES: [Language; 2] = [Language::Ja, Language::En];

fn letters(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

fn questions() -> Vec<TestQuestion> {
    let mut questions = Vec::new();
    for file in ["questions.jsonl", "held-back.jsonl"] {
        let text = fs::read_to_string(repository().join("tests/golden").join(file)).unwrap();
        questions.extend(
            text.lines()
                .map(|line| serde_json::from_str::<TestQuestion>(line).unwrap()),
        );
    }
    assert!(questions.len() > 300);
    questions
}

fn further_id(message: &Message) -> Option<ComponentId> {
    buttons(message)
        .into_iter()
        .find_map(|button| match &button.target {
            Target::Component(id) if id.action == Action::Further => Some(id.clone()),
            _ => None,
        })
}

/// Follows the further pages and checks each.
fn follow(message: &Message, language: Language, what: &str) -> String {
    let mut text = texts(message);
    let mut next = further_id(message);
    for _ in 0..5 {
        let Some(id) = next else { return text };
        let keys = id.keys_from(1);
        let (actions, passages) = keys.split_at(id.number_at(0).unwrap() as usize);
        let page = further(actions, passages, library(), language);
        assert_within_limits(&page, what);
        text.push_str(&texts(&page));
        next = further_id(&page);
    }
    panic!("{what}: the further pages do not end");
}

#[test]
fn every_answer_is_within_the_limits_and_whole() {
    for question in questions() {
        let (found, message) = shown(&question.text);
        assert_within_limits(&message, &question.id);
        let all = follow(&message, found.language, &question.id);
        let own = texts(&message);
        for step in &found.next_steps {
            assert!(all.contains(&step.title), "{}: {}", question.id, step.title);
        }
        for citation in &found.citations {
            assert!(
                all.contains(&citation.heading),
                "{}: {}",
                question.id,
                citation.heading
            );
        }
        if let (Outcome::Answer, Some(best)) = (found.outcome, found.citations.first()) {
            assert!(
                letters(&own).contains(&letters(&best.quote)),
                "{}",
                question.id
            );
        }
        for field in message.card.fields() {
            let Some((_, quote)) = field.value.as_str().split_once(">>> ") else {
                continue;
            };
            let is_verbatim = found.citations.iter().any(|citation| {
                let body = &library().live.found(&citation.id).unwrap().passage.body;
                body.contains(quote)
            });
            assert!(is_verbatim, "{}: {quote}", question.id);
        }
        if let Some(plan) = &found.incident {
            for line in plan.first.iter().chain(&plan.dont) {
                assert!(own.contains(&line.text), "{}: {}", question.id, line.text);
            }
            for window in &plan.windows {
                assert!(
                    own.contains(&window.name),
                    "{}: {}",
                    question.id,
                    window.name
                );
                let phone = window.phone.as_deref().unwrap_or_default();
                assert!(own.contains(phone), "{}: {phone}", question.id);
            }
        }
    }
}

#[test]
fn an_incident_shows_first_actions_before_anything_else() {
    for playbook in &library().knowledge().playbooks {
        for (language, sign) in [
            (Language::Ja, &playbook.signs),
            (Language::En, &playbook.signs_en),
        ] {
            let (found, message) = shown(&sign[0]);
            let Some(plan) = found
                .incident
                .as_ref()
                .filter(|_| found.language == language)
            else {
                continue;
            };
            let description = message.card.description().unwrap();
            assert!(description.starts_with(&format!("**{}**", plan.headline)));
            let numbered = description.lines().filter(|line| {
                line.split_once(". ")
                    .is_some_and(|(number, _)| number.parse::<usize>().is_ok())
            });
            assert_eq!(numbered.count(), plan.first.len(), "{}", playbook.id);
            let crosses = texts(&message)
                .lines()
                .filter(|line| line.starts_with("× "))
                .count();
            assert_eq!(crosses, plan.dont.len(), "{}", playbook.id);
            let windows = texts(&message)
                .lines()
                .filter(|line| line.starts_with('・'))
                .count();
            assert_eq!(windows, plan.windows.len(), "{}", playbook.id);
        }
    }
}

#[test]
fn windows_that_are_open_come_first() {
    let all =
        texts(&shown("サーバーのファイルが全部暗号化されて、身代金を払えという画面が出ています").1);
    let knowledge = library().knowledge();
    let playbook = knowledge.playbook("ransomware").unwrap();
    let mut last_open = 0;
    let mut first_closed = usize::MAX;
    for id in &playbook.windows {
        let window = window_now(
            knowledge,
            knowledge.window(id).unwrap(),
            moment(),
            Language::Ja,
        );
        let place = all.find(&window.name).unwrap();
        match window.state {
            OpenState::Always | OpenState::Open => last_open = last_open.max(place),
            OpenState::Closed | OpenState::Unknown => first_closed = first_closed.min(place),
        }
    }
    assert!(last_open < first_closed);
}

#[test]
fn every_section_is_within_the_limits_and_loses_no_text() {
    let library = library();
    for language in LANGUAGES {
        for (document, passage) in library.knowledge().passages() {
            let found = library.live.found(&document.id_of(&passage.id)).unwrap();
            let pages = view::section::pages(found, language);
            let whole = letters(&pages.concat());
            let parts = document.section(&passage.id).filter(|part| part.is_part());
            for shown in std::iter::once(passage).chain(parts) {
                assert!(
                    whole.contains(&letters(&shown.body)),
                    "{} {}",
                    document.id,
                    shown.id
                );
            }
            for (index, page) in pages.iter().enumerate() {
                for shown in [Shown::Privately, Shown::Directly, Shown::Publicly] {
                    let message = section(found, library, language, index, shown);
                    assert_within_limits(&message, &format!("{}#{}", document.id, passage.id));
                    assert!(message.card.description().unwrap() == page.trim());
                }
            }
            assert_within_limits(
                &view::related::related(found, library, language),
                &passage.id,
            );
        }
    }
}

#[test]
fn every_list_is_within_the_limits_and_names_everything() {
    let library = library();
    let knowledge = library.knowledge();
    for language in LANGUAGES {
        let pages: Vec<Message> = (0..9)
            .map(|index| view::library::documents(library, language, index))
            .collect();
        let all: String = pages.iter().map(texts).collect();
        for page in &pages {
            assert_within_limits(page, "documents");
        }
        for document in &knowledge.documents {
            assert!(
                all.contains(view::source::title(document, language)),
                "{}",
                document.id
            );
            let pages: Vec<Message> = (0..3)
                .map(|index| view::library::sections(document, library, language, index))
                .collect();
            let all: String = pages.iter().map(texts).collect();
            for page in &pages {
                assert_within_limits(page, &document.id);
            }
            for passage in document.sections() {
                let found = library.live.found(&document.id_of(&passage.id)).unwrap();
                assert!(all.contains(&sonae::answer::heading(found.passage, language)));
            }
        }
        let mut all = String::new();
        for index in 0..20 {
            let page = view::windows::list(library, language, index, moment());
            assert_within_limits(&page, "windows");
            all.push_str(&texts(&page));
        }
        for window in &knowledge.windows {
            let window = window_now(knowledge, window, moment(), language);
            assert!(
                all.contains(&window.name) && all.contains(&window.for_whom),
                "{}",
                window.id
            );
        }
        for term in &knowledge.terms {
            assert_within_limits(&view::term::term(term, library, language), &term.term);
        }
    }
}

#[test]
fn every_action_is_told_in_full() {
    let library = library();
    for language in LANGUAGES {
        for actions in library.knowledge().actions.chunks(5) {
            let keys: Vec<Key> = actions.iter().map(|action| Key::of(&action.id)).collect();
            let mut all = String::new();
            for index in 0..8 {
                let page = view::steps::detailed(&keys, library, language, index).unwrap();
                assert_within_limits(&page, &actions[0].id);
                all.push_str(&texts(&page));
            }
            for action in actions {
                let (steps, done) = match language {
                    Language::Ja => (&action.steps, &action.done_when),
                    Language::En => (&action.steps_en, &action.done_when_en),
                };
                for text in steps.iter().chain([done]) {
                    assert!(all.contains(text), "{}: {text}", action.id);
                }
            }
        }
    }
}

#[test]
fn every_playbook_is_within_the_limits_and_whole() {
    let library = library();
    for language in LANGUAGES {
        for playbook in &library.knowledge().playbooks {
            let everything: Vec<Tick> = (0..playbook.first.len())
                .map(|step| Tick {
                    step: step as u32,
                    user: Some(UserId(u64::MAX)),
                    at: "2026-11-20T05:05:00Z".parse().unwrap(),
                })
                .collect();
            for ticking in [
                Ticking::Off,
                Ticking::On(u64::MAX, &[]),
                Ticking::On(1, &everything),
            ] {
                let message = checklist(playbook, ticking, library, language, moment());
                assert_within_limits(&message, &playbook.id);
                let text = texts(&message);
                for step in playbook.first.iter().chain(&playbook.dont) {
                    assert!(
                        text.contains(view::playbook::text(step, language)),
                        "{}",
                        playbook.id
                    );
                }
            }
            for part in Part::ALL {
                for index in 0..6 {
                    let page =
                        view::playbook::part(playbook, part, library, language, index, moment());
                    assert_within_limits(&page, &playbook.id);
                }
            }
        }
    }
}

#[test]
fn questions_are_read_back_from_answers() {
    for language in LANGUAGES {
        let line = author_line("VPNは @taro に\n聞けますか?", language);
        assert_eq!(question_of(&line).unwrap(), "VPNは @taro に 聞けますか?");
    }
    assert_eq!(question_of("質問:"), None);
    assert_eq!(question_of("ほかのボット"), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_question_is_shown_within_the_limits(
        question in "(.|[ぁ-んァ-ン一-龠]|\\*|_|`|@everyone|<@1>|\u{200b}|\n){1,400}",
        is_direct in any::<bool>(),
        is_private in any::<bool>(),
    ) {
        let Ok(found) = shipped().adviser.ask(&crate::app::question(&question), moment()) else {
            return Ok(());
        };
        let asked = Asked {
            question: &question,
            visibility: if is_private { Visibility::Private } else { Visibility::Public },
            is_direct,
            helper: Some(RoleId(u64::MAX)),
            moment: moment(),
        };
        assert_within_limits(&answer(&found, library(), &asked), &question);
        let consent = view::call::consent(&question, RoleId(1), found.language);
        assert_within_limits(&consent, &question);
        assert_within_limits(&view::call::call(&question.chars().take(256).collect::<String>(), UserId(1), RoleId(1), found.language), &question);
        let name = view::call::thread_name(Some(&question), found.language);
        prop_assert!((1..=100).contains(&name.length()));
    }
}

#[test]
fn an_id_of_a_passage_leads_to_it() {
    let library = library();
    let id = PassageId::parse("ipa-sme-guideline#2-3").unwrap();
    let key = sonae::discord::library::passage_key(&id);
    assert_eq!(library.passage(&key).unwrap().id(), id);
}
