//! An index of another program, or one whose parts do not belong together, is told apart from a sound one.

use std::fs;

use sonae::search::IndexError;

use crate::app::Folders;
use crate::damage::{GENERATION, check_refused_and_mended, published, refusal};

/// Rewrites the stamp and makes `CURRENT` agree with it, as another program would have.
fn restamp(folders: &Folders, from: &str, to: &str) {
    let path = folders.index().join(GENERATION).join("stamp.json");
    let stamp = fs::read_to_string(&path).unwrap();
    assert!(stamp.contains(from), "{stamp}");
    fs::write(path, stamp.replace(from, to)).unwrap();
    point_at(folders, GENERATION);
}

/// Lets `CURRENT` name a generation with the right hash of its stamp.
fn point_at(folders: &Folders, name: &str) {
    let stamp = fs::read(folders.index().join(name).join("stamp.json")).unwrap();
    let hash = blake3::hash(&stamp).to_hex();
    fs::write(folders.index().join("CURRENT"), format!("{name} {hash}\n")).unwrap();
}

#[test]
fn an_index_of_another_version_is_foreign_and_built_again() {
    for (from, to) in [
        (
            format!("\"schema_version\": {}", sonae::search::SCHEMA_VERSION),
            "\"schema_version\": 999",
        ),
        (
            format!("\"analyzer_version\": {}", sonae::text::ANALYZER_VERSION),
            "\"analyzer_version\": 999",
        ),
        (
            format!("\"program_version\": \"{}\"", env!("CARGO_PKG_VERSION")),
            "\"program_version\": \"0.0.0\"",
        ),
    ] {
        let folders = published();
        restamp(&folders, &from, to);
        assert!(matches!(refusal(&folders), IndexError::Foreign(_)), "{to}");
        check_refused_and_mended(&folders, to);
    }
}

#[test]
fn a_stamp_with_unknown_keys_is_foreign_and_built_again() {
    let folders = published();
    restamp(&folders, "\"documents\"", "\"shards\": 1,\n  \"documents\"");
    assert!(matches!(refusal(&folders), IndexError::Foreign(_)));
    check_refused_and_mended(&folders, "an unknown key");
}

#[test]
fn a_file_that_the_stamp_does_not_list_is_not_read() {
    let folders = published();
    restamp(&folders, "\"passages.bin\"", "\"passages.old\"");
    check_refused_and_mended(&folders, "a renamed part");
}

#[test]
fn the_files_of_another_generation_do_not_pass_for_this_ones() {
    let folders = published();
    crate::small::edit(
        &folders.knowledge,
        "documents/sample-guide.md",
        "10文字以上",
        "12文字以上",
    );
    folders.publish().unwrap();
    let file = |name: &str| folders.index().join(name).join("knowledge.bin");
    fs::copy(file("g000001"), file("g000002")).unwrap();
    assert!(matches!(refusal(&folders), IndexError::Damaged { .. }));
}

#[test]
fn nonsense_in_current_is_noticed_and_mended() {
    for nonsense in [
        "",
        "\n",
        "g000001",
        "g000001 ",
        "g000001 0000",
        "g1 x",
        "../../etc x",
        "g000001\0x",
    ] {
        let folders = published();
        fs::write(folders.index().join("CURRENT"), nonsense).unwrap();
        check_refused_and_mended(&folders, nonsense);
    }
}

#[test]
fn verify_names_the_damaged_generation() {
    let folders = published();
    folders.publish().unwrap();
    let path = folders.index().join(GENERATION).join("passages.bin");
    let mut bytes = fs::read(&path).unwrap();
    bytes[100] ^= 1;
    fs::write(&path, bytes).unwrap();
    let verified = folders.generations().verify().unwrap();
    let problems: Vec<_> = verified
        .iter()
        .map(|one| (one.name.as_str(), one.problem.is_some()))
        .collect();
    assert_eq!(problems, [("g000001", true), ("g000002", false)]);
    let finished = folders.run(&["index", "verify"]).with_status(1);
    assert!(
        finished
            .stdout
            .contains("g000001  the index g000001 is damaged: passages.bin"),
        "{finished:?}"
    );
    assert!(finished.stdout.contains("g000002  sound"), "{finished:?}");
}

#[test]
fn verify_is_silent_about_a_sound_index() {
    let folders = published();
    let verified = folders
        .run(&["index", "verify", "--json"])
        .with_status(0)
        .json();
    assert_eq!(
        verified,
        serde_json::json!([{"name": "g000001", "problem": null}])
    );
}

#[test]
fn verify_names_a_damaged_pointer() {
    let folders = published();
    fs::write(folders.index().join("CURRENT"), "g0000").unwrap();
    let finished = folders.run(&["index", "verify"]).with_status(1);
    assert!(finished.stdout.contains("CURRENT"), "{finished:?}");
}

#[test]
fn going_back_to_a_damaged_generation_is_refused() {
    let folders = published();
    folders.publish().unwrap();
    fs::write(folders.index().join(GENERATION).join("knowledge.bin"), "x").unwrap();
    assert!(matches!(
        folders.generations().roll_back(None),
        Err(IndexError::Damaged { .. })
    ));
    assert_eq!(folders.generations().open().unwrap().name, "g000002");
}
