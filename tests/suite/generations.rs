//! Generations of the index: publish, keep three, go back, one builder at a time, readers undisturbed.

use std::fs::{self, File};
use std::sync::Arc;

use sonae::adviser::{Adviser, Progress};
use sonae::search::{Generations, IndexError};

use crate::app::{Folders, TestApp, ask};
use crate::small;

const QUESTION: &str = "パスワードは何文字にすればいいですか";

fn names(generations: &Generations) -> Vec<String> {
    generations
        .list()
        .unwrap()
        .into_iter()
        .map(|info| info.name)
        .collect()
}

fn current(generations: &Generations) -> Vec<String> {
    let list = generations.list().unwrap().into_iter();
    list.filter(|info| info.is_current)
        .map(|info| info.name)
        .collect()
}

/// Changes what the small knowledge says, so that an answer shows which generation gave it.
fn set_length(folders: &Folders, from: u32, to: u32) {
    small::edit(
        &folders.knowledge,
        "documents/sample-guide.md",
        &format!("パスワードは{from}文字以上"),
        &format!("パスワードは{to}文字以上"),
    );
}

fn quoted_length(adviser: &Adviser) -> String {
    let quote = ask(adviser, QUESTION).citations.remove(0).quote;
    quote
        .split("文字")
        .next()
        .unwrap()
        .trim_start_matches("パスワードは")
        .to_owned()
}

#[test]
fn the_first_opening_builds_and_publishes() {
    let folders = Folders::small();
    assert!(matches!(
        folders.generations().open(),
        Err(IndexError::Missing(_))
    ));
    let app = TestApp::open(folders);
    assert_eq!(app.adviser.live().generation, "g000001");
    assert_eq!(current(app.adviser.generations()), ["g000001"]);
}

#[test]
fn a_second_opening_uses_what_is_published() {
    let first = crate::app::small();
    let built_again = std::cell::Cell::new(false);
    let second =
        Adviser::open(first.folders.config(), &|_: Progress| built_again.set(true)).unwrap();
    assert!(!built_again.get());
    assert_eq!(second.live().stamp, first.adviser.live().stamp);
}

#[test]
fn many_openings_at_once_build_once() {
    let folders = Folders::small();
    std::thread::scope(|scope| {
        let openings: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    Adviser::open(folders.config(), &|_| ())
                        .unwrap()
                        .live()
                        .generation
                        .clone()
                })
            })
            .collect();
        for opening in openings {
            assert_eq!(opening.join().unwrap(), "g000001");
        }
    });
    assert_eq!(names(&folders.generations()), ["g000001"]);
}

#[test]
fn the_last_three_generations_are_kept() {
    let folders = Folders::small();
    for number in 1..=5 {
        assert_eq!(folders.publish().unwrap(), format!("g{number:06}"));
    }
    assert_eq!(
        names(&folders.generations()),
        ["g000003", "g000004", "g000005"]
    );
    assert_eq!(current(&folders.generations()), ["g000005"]);
}

#[test]
fn as_many_generations_are_kept_as_the_settings_say() {
    let folders = Folders::small();
    let generations = Generations::new(folders.index(), 1);
    for _ in 0..3 {
        let files = sonae::knowledge::folder_files(&folders.knowledge).unwrap();
        generations
            .publish(sonae::adviser::build(&files).unwrap())
            .unwrap();
    }
    assert_eq!(names(&generations), ["g000003"]);
}

#[test]
fn a_publication_reaches_the_next_question() {
    let app = crate::app::small();
    assert_eq!(quoted_length(&app.adviser), "10");
    set_length(&app.folders, 10, 12);
    assert!(app.adviser.has_unpublished_changes());
    assert_eq!(quoted_length(&app.adviser), "10", "not published yet");
    let files = sonae::adviser::files(app.adviser.config()).unwrap();
    let difference = app
        .adviser
        .publish(sonae::adviser::build(&files).unwrap())
        .unwrap();
    assert_eq!(difference.changed, ["sample-guide#1"]);
    assert!(difference.added.is_empty() && difference.removed.is_empty());
    assert!(!app.adviser.has_unpublished_changes());
    assert_eq!(quoted_length(&app.adviser), "12");
}

#[test]
fn a_rollback_takes_a_publication_back_and_can_be_undone() {
    let app = crate::app::small();
    set_length(&app.folders, 10, 12);
    let files = sonae::adviser::files(app.adviser.config()).unwrap();
    app.adviser
        .publish(sonae::adviser::build(&files).unwrap())
        .unwrap();
    let difference = app.adviser.roll_back(None).unwrap();
    assert_eq!(difference.changed, ["sample-guide#1"]);
    assert_eq!(
        (
            quoted_length(&app.adviser).as_str(),
            app.adviser.live().generation.as_str()
        ),
        ("10", "g000001")
    );
    let reopened = Adviser::open(app.folders.config(), &|_| ()).unwrap();
    assert_eq!(quoted_length(&reopened), "10", "the rollback lasts");
    app.adviser.roll_back(Some("g000002")).unwrap();
    assert_eq!(quoted_length(&app.adviser), "12");
}

#[test]
fn a_build_after_a_rollback_gets_a_new_name() {
    let folders = Folders::small();
    folders.publish().unwrap();
    folders.publish().unwrap();
    folders.generations().roll_back(None).unwrap();
    assert_eq!(folders.publish().unwrap(), "g000003");
    assert_eq!(current(&folders.generations()), ["g000003"]);
}

#[test]
fn there_is_nothing_to_go_back_to_before_the_first() {
    let folders = Folders::small();
    folders.publish().unwrap();
    for to in [None, Some("g000007"), Some("../g000001"), Some("LOCK")] {
        let refused = folders.generations().roll_back(to).err();
        assert!(
            matches!(refused, Some(IndexError::NoSuchGeneration(_))),
            "{to:?}: {refused:?}"
        );
    }
    assert_eq!(current(&folders.generations()), ["g000001"]);
}

#[test]
fn a_reader_keeps_its_generation_while_another_is_published() {
    let app = crate::app::small();
    let held = app.adviser.live();
    set_length(&app.folders, 10, 12);
    let files = sonae::adviser::files(app.adviser.config()).unwrap();
    app.adviser
        .publish(sonae::adviser::build(&files).unwrap())
        .unwrap();
    let body = |live: &sonae::adviser::Live| live.knowledge.documents[0].passages[0].body.clone();
    assert!(body(&held).contains("10文字"));
    assert!(body(&app.adviser.live()).contains("12文字"));
    assert!(!Arc::ptr_eq(&held, &app.adviser.live()));
}

#[test]
fn an_open_adviser_answers_after_its_folder_is_deleted() {
    let app = crate::app::small();
    fs::remove_dir_all(app.folders.index()).unwrap();
    assert_eq!(quoted_length(&app.adviser), "10");
}

#[test]
fn a_second_builder_is_told_that_another_one_is_at_work() {
    let folders = Folders::small();
    folders.publish().unwrap();
    let lock = File::open(folders.index().join("LOCK")).unwrap();
    lock.lock().unwrap();
    assert!(matches!(folders.publish(), Err(IndexError::Busy(_))));
    assert!(matches!(
        folders.generations().roll_back(None),
        Err(IndexError::Busy(_))
    ));
    let finished = folders.run(&["index", "build"]).with_status(1);
    assert!(
        finished.stderr.contains("is building the index"),
        "{finished:?}"
    );
    drop(lock);
    assert_eq!(folders.publish().unwrap(), "g000002");
}

#[test]
fn questions_are_answered_while_another_process_builds() {
    let folders = Folders::small();
    folders.publish().unwrap();
    let lock = File::open(folders.index().join("LOCK")).unwrap();
    lock.lock().unwrap();
    folders.run(&["ask", QUESTION]).with_status(0);
}

#[test]
fn an_index_folder_that_cannot_be_written_still_answers() {
    let folders = Folders::small();
    // A file where a folder should be refuses everybody, the superuser included.
    fs::write(folders.path("file"), "").unwrap();
    let mut config = folders.config();
    config.index.folder = folders.path("file").join("index");
    let adviser = Adviser::open(config, &|_| ()).unwrap();
    assert_eq!(adviser.live().generation, "memory");
    assert_eq!(quoted_length(&adviser), "10");
}

#[test]
fn publishing_into_a_folder_that_cannot_be_written_leaves_the_adviser_as_it_was() {
    let folders = Folders::small();
    fs::write(folders.path("file"), "").unwrap();
    let mut config = folders.config();
    config.index.folder = folders.path("file").join("index");
    let adviser = Adviser::open(config, &|_| ()).unwrap();
    let files = sonae::knowledge::folder_files(&folders.knowledge).unwrap();
    let refused = adviser.publish(sonae::adviser::build(&files).unwrap());
    assert!(matches!(refused, Err(IndexError::Io { .. })), "{refused:?}");
    assert_eq!(quoted_length(&adviser), "10");
}

#[test]
fn leftovers_of_a_dead_builder_are_removed_by_the_next() {
    let folders = Folders::small();
    folders.publish().unwrap();
    let leftover = folders.index().join("unfinished-g000002");
    fs::create_dir(&leftover).unwrap();
    fs::write(leftover.join("knowledge.bin"), "half").unwrap();
    fs::write(folders.index().join("CURRENT.next"), "g0000").unwrap();
    assert!(
        folders.generations().open().is_ok(),
        "leftovers disturb nobody"
    );
    folders.publish().unwrap();
    let mut left: Vec<String> = fs::read_dir(folders.index())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["CURRENT", "LOCK", "g000001", "g000002"]);
}
