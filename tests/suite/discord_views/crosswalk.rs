//! Comparisons with schemes: every scheme, in both languages, told something or not; some of them as text.

use std::sync::Arc;

use sonae::discord::comparison::{Compared, Papers, Wish, papers};
use sonae::discord::component_id::{Action, ComponentId, Key};
use sonae::discord::reply::{Message, Visibility};
use sonae::discord::request::Value;
use sonae::discord::view;
use sonae::knowledge::SchemeItem;
use sonae::profile::{CheckAnswer, CheckAnswers, Company};
use sonae::question::Language;
use sonae::store::{ProfileOwner, Store, UserId};

use super::library;
use super::seen::{assert_within_limits, texts};
use super::snapshots::check;
use super::stage::{GUILD, Stage, message};
use crate::app::moment;

/// A company that has some things in place.
fn company() -> Company {
    let done = ["auto-update-on", "monthly-patch-day", "sup-partner-list"];
    Company {
        people: Some(12),
        assets: Some(vec!["pc".to_owned(), "vpn".to_owned()]),
        done: done.map(str::to_owned).to_vec(),
        ..Company::default()
    }
}

fn wish(wanted: &str, have: Option<&str>) -> Wish {
    Wish {
        wanted: vec![Key::of(wanted)],
        have: have.map(Key::of),
    }
}

fn compared(wish: Wish, company: Company, language: Language) -> Compared {
    let mut answers = CheckAnswers::default();
    answers.set(2, CheckAnswer::NotDone);
    let answers = (company != Company::default()).then_some(answers);
    Compared::new(Arc::clone(library()), company, answers, wish, language).unwrap()
}

/// All pages of a comparison.
fn pages(compared: &Compared, language: Language) -> Vec<Message> {
    let mut pages = vec![view::crosswalk::page(compared, 0, language)];
    loop {
        let next = view::crosswalk::page(compared, pages.len(), language);
        // Beyond the end, the last page is shown again.
        if pages.last().is_some_and(|last| *last == next) {
            return pages;
        }
        pages.push(next);
    }
}

#[test]
fn every_comparison_is_within_the_limits_and_whole() {
    let crosswalk = &library().knowledge().crosswalk.clone();
    for scheme in &crosswalk.schemes {
        for language in [Language::Ja, Language::En] {
            for (company, have) in [(Company::default(), None), (company(), Some("five"))] {
                let compared = compared(wish(&scheme.id, have), company, language);
                let mut read = String::new();
                for page in pages(&compared, language) {
                    assert_within_limits(&page, &scheme.id);
                    read.push_str(&texts(&page));
                }
                for row in &compared.links.rows {
                    let label = format!("**{} {}**", row.id, row.title);
                    assert_eq!(read.matches(&label).count(), 1, "{label}");
                }
                assert!(read.contains(&compared.links.ours), "{}", scheme.id);
            }
        }
    }
}

#[test]
fn every_item_in_detail_is_within_the_limits() {
    let crosswalk = &library().knowledge().crosswalk.clone();
    for item in &crosswalk.items {
        for language in [Language::Ja, Language::En] {
            let wish = wish(&item.key(), Some("star2"));
            let compared = compared(wish, company(), language);
            let detail = view::crosswalk::item(&compared, language).unwrap();
            assert_within_limits(&detail, &item.key());
            let row = &compared.standing.as_ref().unwrap().rows[0];
            for why in &row.why {
                assert!(texts(&detail).contains(why), "{}: {why}", item.key());
            }
        }
    }
}

#[test]
fn a_wish_is_read_back() {
    let crosswalk = &library().knowledge().crosswalk.clone();
    let all: Vec<&SchemeItem> = crosswalk.items_of("scs3");
    for (items, keys) in [(&all[..], 1), (&all[..3], 3), (&all[..12], 1)] {
        for have in [None, Some(Key::of("five"))] {
            let wish = Wish::of_items(crosswalk, items, have);
            assert_eq!(wish.wanted.len(), keys);
            let id = ComponentId::new(Action::Crosswalk, Language::Ja).number(12);
            let id = ComponentId::parse(&wish.write(id).to_string()).unwrap();
            assert_eq!(Wish::read(&id, 1), Some(wish));
        }
    }
}

#[test]
fn the_papers_of_a_comparison_are_four_files() {
    for (company, kind) in [
        (Company::default(), Papers::Table),
        (company(), Papers::Table),
        (company(), Papers::Answers),
    ] {
        let compared = compared(wish("scs3", None), company, Language::Ja);
        let files = papers(&compared, kind, moment().date()).unwrap();
        let names: Vec<&str> = files.list().iter().map(|file| file.name()).collect();
        assert_eq!(names.len(), 4);
        assert!(names[0].ends_with("2026-11-24.xlsx"), "{names:?}");
        assert!(files.list()[0].bytes.starts_with(b"PK"));
    }
}

#[test]
fn comparisons_look_like_this() {
    let ja = Language::Ja;
    check(
        "crosswalk_schemes",
        &view::crosswalk::schemes(library(), ja),
    );
    let links = compared(wish("star2", None), Company::default(), ja);
    check("crosswalk_links", &view::crosswalk::page(&links, 0, ja));
    let standing = compared(wish("scs3", Some("five")), company(), ja);
    check(
        "crosswalk_standing",
        &view::crosswalk::page(&standing, 0, ja),
    );
    let detail = compared(wish("scs3:4-4-5", Some("five")), company(), ja);
    check(
        "crosswalk_item",
        &view::crosswalk::item(&detail, ja).unwrap(),
    );
    let en = Language::En;
    let standing = compared(wish("star2", Some("six")), company(), en);
    check(
        "crosswalk_standing_english",
        &view::crosswalk::page(&standing, 0, en),
    );
}

/// The caller of all requests of a stage.
const CALLER: UserId = UserId(42);

#[tokio::test]
async fn what_the_caller_said_of_their_company_and_in_their_self_check_counts() {
    let stage = Stage::new().await;
    let scheme = [("want", Value::Text("self-check".to_owned()))];
    let before = message(stage.call("crosswalk", &scheme).await);
    assert!(texts(&before).contains("会社のことをまだ聞いていない"));
    let owner = ProfileOwner {
        user: CALLER,
        guild: Some(GUILD),
    };
    let company = serde_json::to_string(&company()).unwrap();
    let store = &stage.store;
    assert!(
        store
            .change_profile(owner, None, Some(&company))
            .await
            .unwrap()
    );
    let now = "2026-11-23T01:00:00Z".parse().unwrap();
    let check = store
        .open_self_check(CALLER, Some(GUILD), now)
        .await
        .unwrap();
    let answer = (2, CheckAnswer::NotDone.word());
    store
        .answer_self_check(check, CALLER, answer, now)
        .await
        .unwrap();
    store.finish_self_check(check, CALLER, now).await.unwrap();
    let page = message(stage.call("crosswalk", &scheme).await);
    let read = texts(&page);
    assert_eq!(page.visibility, Visibility::Private);
    assert!(read.contains("できている1 / 一部0 / まだ1"), "{read}");
    let first = "**No.2 ウイルス対策ソフトを入れ、新しく保つ** — まだ";
    assert!(read.contains(first), "{read}");
}
