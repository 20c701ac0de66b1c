//! The index of the knowledge inside the program, built once and copied for each scene: building takes seconds.
//! The program is what it was built with; another program gets another one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::time::UNIX_EPOCH;

use crate::scene::PROGRAM;

/// Begins the names of the folders that hold one.
const NAME: &str = "discord-index-";

static INDEX: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("{NAME}{}", mark_of_program()));
    if !path.exists() {
        forget_older(folder);
        build(&path);
    }
    path
});

/// Puts the index where a program that runs in this folder looks for it.
pub fn copy_to(folder: &Path) {
    copy(&INDEX, &folder.join("index"));
}

fn mark_of_program() -> String {
    let program = fs::metadata(PROGRAM).unwrap();
    let changed = program.modified().unwrap().duration_since(UNIX_EPOCH);
    format!("{}-{}", program.len(), changed.unwrap().as_nanos())
}

fn forget_older(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.file_name().to_string_lossy().starts_with(NAME) {
            // Another process of tests may be at it, too.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn build(path: &Path) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let built = Command::new(PROGRAM)
        .args(["index", "build"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(
        built.status.success(),
        "{}",
        String::from_utf8_lossy(&built.stderr)
    );
    // By one rename: two processes of tests may begin at the same time, and the second one finds it there.
    let renamed = fs::rename(folder.path().join("index"), path);
    assert!(renamed.is_ok() || path.exists(), "{renamed:?}");
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
