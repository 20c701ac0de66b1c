//! A builder that is killed at any moment: everybody goes on answering, and the next build cleans up.

use std::ffi::OsString;
use std::fs::{self, DirEntry};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use sonae::adviser::Adviser;

use crate::app::{Folders, ask};

/// How often a builder is killed.
const KILLS: u32 = 50;
const QUESTION: &str = "パスワードは何文字にすればいいですか";

fn builder(folders: &Folders) -> Command {
    let mut command = folders.command(&["index", "build"]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// How long a whole build takes here and now: the longest of a few.
fn build_time(folders: &Folders) -> Duration {
    let one = || {
        let start = Instant::now();
        assert!(builder(folders).status().unwrap().success());
        start.elapsed()
    };
    (0..3).map(|_| one()).max().unwrap()
}

/// Opens the index like a new process would and asks; nothing may have to be mended for that.
fn ask_strictly(folders: &Folders) {
    folders.generations().open().unwrap();
    let adviser = Adviser::open(folders.config(), &|progress| panic!("{progress:?}")).unwrap();
    let answer = ask(&adviser, QUESTION);
    assert!(
        answer.citations[0].quote.contains("10文字以上"),
        "{answer:?}"
    );
}

/// Names in the index folder that are neither generations nor the two files that belong there.
fn leftovers(folders: &Folders) -> Vec<String> {
    let names = fs::read_dir(folders.index()).unwrap();
    names
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !matches!(name.as_str(), "CURRENT" | "LOCK") && !name.starts_with('g'))
        .collect()
}

/// Lets the asker end, also when this thread fails.
struct Done<'a>(&'a AtomicBool);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The folder that a builder writes into, if there is one, and when it was last changed.
fn unfinished(folders: &Folders) -> Option<(OsString, SystemTime)> {
    let entries = fs::read_dir(folders.index()).ok()?.flatten();
    let is_unfinished = |entry: &DirEntry| {
        entry
            .file_name()
            .to_string_lossy()
            .starts_with("unfinished-")
    };
    let entry = entries.into_iter().find(is_unfinished)?;
    Some((entry.file_name(), entry.metadata().ok()?.modified().ok()?))
}

/// Starts a builder and waits until it begins to write, or is done, and then a little longer.
fn spawned_into_writing(folders: &Folders, longer: Duration) -> Child {
    let before = unfinished(folders);
    let mut builder = builder(folders).spawn().unwrap();
    let begins = || unfinished(folders).is_some_and(|now| before.as_ref() != Some(&now));
    while !begins() && builder.try_wait().unwrap().is_none() {
        thread::yield_now();
    }
    let start = Instant::now();
    while start.elapsed() < longer {
        thread::yield_now();
    }
    builder
}

#[test]
fn a_killed_builder_leaves_an_index_that_answers() {
    let folders = Folders::small();
    folders.publish().unwrap();
    let is_done = AtomicBool::new(false);
    let asked = AtomicUsize::new(0);
    let asker = || {
        while !is_done.load(Ordering::Relaxed) {
            ask_strictly(&folders);
            asked.fetch_add(1, Ordering::Relaxed);
        }
    };
    thread::scope(|scope| {
        let done = Done(&is_done);
        let asker = scope.spawn(asker);
        let build_time = build_time(&folders);
        for kill in 0..KILLS {
            // Multiples of the golden ratio fall evenly between 0 and 1. Nothing is asserted about the time.
            let share = (f64::from(kill) * 0.618_033_988_75).fract();
            let mut builder = if kill % 2 == 0 {
                let builder = builder(&folders).spawn().unwrap();
                // Sleeping is what spreads these kills over the whole build; the last find it done.
                thread::sleep(build_time.mul_f64(share * 1.1));
                builder
            } else {
                spawned_into_writing(&folders, build_time.mul_f64(share / 4.0))
            };
            builder.kill().unwrap();
            builder.wait().unwrap();
            folders.generations().open().unwrap();
            assert!(!asker.is_finished(), "the asker failed after kill {kill}");
        }
        drop(done);
        asker.join().unwrap();
    });
    assert!(asked.load(Ordering::Relaxed) > 0);
    assert!(
        builder(&folders).status().unwrap().success(),
        "the next build finds no lock left"
    );
    assert_eq!(leftovers(&folders), Vec::<String>::new());
    ask_strictly(&folders);
    let verified = folders.generations().verify().unwrap();
    assert!(
        verified.len() <= 3 && verified.iter().all(|one| one.problem.is_none()),
        "{verified:?}"
    );
}

#[test]
fn a_killed_first_builder_leaves_nothing_that_hinders_the_next() {
    for kill in 0..10 {
        let folders = Folders::small();
        let mut builder = spawned_into_writing(&folders, Duration::from_millis(kill));
        builder.kill().unwrap();
        builder.wait().unwrap();
        let adviser = Adviser::open(folders.config(), &|_| ()).unwrap();
        assert!(
            ask(&adviser, QUESTION).citations[0]
                .quote
                .contains("10文字以上")
        );
        assert_eq!(leftovers(&folders), Vec::<String>::new(), "kill {kill}");
    }
}
