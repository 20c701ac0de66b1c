//! A damaged, foreign or half-written index is noticed: it never answers, and the next opening mends it.

use std::fs;
use std::path::{Path, PathBuf};

use sonae::adviser::Adviser;
use sonae::search::IndexError;

use crate::app::{Folders, ask};

const QUESTION: &str = "パスワードは何文字にすればいいですか";
pub const GENERATION: &str = "g000001";

/// A published index of the small knowledge.
pub fn published() -> Folders {
    let folders = Folders::small();
    assert_eq!(folders.publish().unwrap(), GENERATION);
    folders
}

/// Every file that belongs to the published index.
fn files(folders: &Folders) -> Vec<PathBuf> {
    let generation = fs::read_dir(folders.index().join(GENERATION)).unwrap();
    let mut files: Vec<PathBuf> = generation.map(|entry| entry.unwrap().path()).collect();
    files.push(folders.index().join("CURRENT"));
    assert!(files.len() >= 6, "{files:?}");
    files
}

pub fn refusal(folders: &Folders) -> IndexError {
    match folders.generations().open() {
        Ok(contents) => panic!("{} was opened", contents.name),
        Err(error) => error,
    }
}

/// Expects that nothing opens the index as it is, and that an adviser builds it again and answers right.
pub fn check_refused_and_mended(folders: &Folders, what: &str) {
    refusal(folders);
    let rebuilt = std::cell::Cell::new(false);
    let adviser = Adviser::open(folders.config(), &|_| rebuilt.set(true)).unwrap();
    assert!(rebuilt.get(), "{what}");
    let answer = ask(&adviser, QUESTION);
    assert!(answer.citations[0].quote.contains("10文字以上"), "{what}");
    assert!(
        folders.generations().open().is_ok(),
        "{what} is mended on disk"
    );
}

/// Writes something else into a file for a moment.
fn with_bytes(path: &Path, bytes: &[u8], check: impl FnOnce()) {
    let before = fs::read(path).unwrap();
    fs::write(path, bytes).unwrap();
    check();
    fs::write(path, before).unwrap();
}

/// The next pseudo-random number (SplitMix64): random, but the same in each run.
fn next_random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// Offsets of a file to damage: all of a short one, two hundred of a long one.
fn offsets(length: usize, state: &mut u64) -> Vec<usize> {
    match length {
        0..2_000 => (0..length).collect(),
        _ => (0..200)
            .map(|_| next_random(state) as usize % length)
            .chain([0, length - 1])
            .collect(),
    }
}

#[test]
fn a_flipped_bit_in_any_file_is_noticed() {
    let folders = published();
    let mut state = 20_261_123;
    for path in files(&folders) {
        let bytes = fs::read(&path).unwrap();
        for offset in offsets(bytes.len(), &mut state) {
            let mut damaged = bytes.clone();
            damaged[offset] ^= 1 << (next_random(&mut state) % 8);
            // White space at the end of CURRENT carries nothing.
            if damaged.trim_ascii() == bytes.trim_ascii() || damaged[offset] == 0x0B {
                continue;
            }
            with_bytes(&path, &damaged, || {
                let opened = folders.generations().open();
                assert!(opened.is_err(), "byte {offset} of {}", path.display());
            });
        }
    }
    assert!(
        folders.generations().open().is_ok(),
        "the undamaged index opens"
    );
}

#[test]
fn a_flipped_bit_is_mended_by_the_next_opening() {
    let count = files(&published()).len();
    for number in 0..count {
        let folders = published();
        let path = files(&folders).swap_remove(number);
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0b100;
        fs::write(&path, bytes).unwrap();
        check_refused_and_mended(&folders, &path.display().to_string());
    }
}

#[test]
fn a_shortened_or_lengthened_file_is_noticed() {
    let folders = published();
    for path in files(&folders) {
        let bytes = fs::read(&path).unwrap();
        for length in [0, 1, bytes.len() / 2, bytes.len() - 2] {
            with_bytes(&path, bytes.get(..length).unwrap(), || {
                assert!(
                    folders.generations().open().is_err(),
                    "{length} bytes of {}",
                    path.display()
                );
            });
        }
        with_bytes(&path, &[bytes.as_slice(), b"0"].concat(), || {
            assert!(
                folders.generations().open().is_err(),
                "one byte more in {}",
                path.display()
            );
        });
    }
}

#[test]
fn a_missing_file_is_noticed_and_mended() {
    let count = files(&published()).len();
    for number in 0..count {
        let folders = published();
        let path = files(&folders).swap_remove(number);
        fs::remove_file(&path).unwrap();
        check_refused_and_mended(&folders, &path.display().to_string());
    }
}

#[test]
fn a_missing_generation_is_noticed_and_mended() {
    let folders = published();
    fs::remove_dir_all(folders.index().join(GENERATION)).unwrap();
    assert!(matches!(refusal(&folders), IndexError::Damaged { .. }));
    check_refused_and_mended(&folders, "no generation");
}
