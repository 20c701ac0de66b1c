//! A knowledge folder of two documents: small enough to build in milliseconds and to count its lines.

use std::fs;
use std::path::Path;

/// Every file of the small knowledge: its path below the folder, and its text.
pub const FILES: &[(&str, &str)] = &[
    (
        "documents/sample-guide.md",
        include_str!("small/documents/sample-guide.md"),
    ),
    (
        "documents/sample-rules-en.md",
        include_str!("small/documents/sample-rules-en.md"),
    ),
    (
        "actions/basics.toml",
        include_str!("small/actions/basics.toml"),
    ),
    (
        "incidents/ransomware.toml",
        include_str!("small/incidents/ransomware.toml"),
    ),
    (
        "drills/locked-files.toml",
        include_str!("small/drills/locked-files.toml"),
    ),
    ("windows.toml", include_str!("small/windows.toml")),
    ("topics.toml", include_str!("small/topics.toml")),
    ("glossary.toml", include_str!("small/glossary.toml")),
    ("synonyms.toml", include_str!("small/synonyms.toml")),
    ("scope.toml", include_str!("small/scope.toml")),
    ("holidays.toml", include_str!("small/holidays.toml")),
];

/// Writes the small knowledge into a folder.
pub fn write(folder: &Path) {
    for (path, text) in FILES {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Replaces the one place where `from` stands in a file of the folder.
pub fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(
        text.matches(from).count(),
        1,
        "{from:?} must stand once in {file}"
    );
    fs::write(path, text.replace(from, to)).unwrap();
}
