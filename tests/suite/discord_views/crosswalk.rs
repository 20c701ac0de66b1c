//! Comparisons with schemes: every scheme, in both languages, told something or not; some of them as text.

use std::sync::{Arc, OnceLock};

use sonae::discord::comparison::{Compared, Papers, Wish, papers};
use sonae::discord::component_id::{Action, ComponentId, Key};
use sonae::discord::library::Library;
use sonae::discord::reply::Message;
use sonae::discord::view;
use sonae::knowledge::SchemeItem;
use sonae::profile::{CheckAnswer, CheckAnswers, Company};
use sonae::question::Language;

use super::seen::{assert_within_limits, texts};
use super::snapshots::check;
use crate::app::{moment, shipped};

fn library() -> Arc<Library> {
    static LIBRARY: OnceLock<Arc<Library>> = OnceLock::new();
    let library = || Arc::new(Library::new(Arc::clone(&shipped().adviser.live())));
    Arc::clone(LIBRARY.get_or_init(library))
}

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
    Compared::new(library(), company, answers, wish, language).unwrap()
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
        &view::crosswalk::schemes(&library(), ja),
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
