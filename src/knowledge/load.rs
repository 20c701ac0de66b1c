//! The one place that reads knowledge files: from a folder, or from the program itself.

use std::fs;
use std::io;
use std::path::Path;

use rust_embed::RustEmbed;

use super::files::{KnowledgeFile, KnowledgeFiles};

/// The knowledge shipped with the program.
#[derive(RustEmbed)]
#[folder = "knowledge/"]
struct Shipped;

/// Returns the knowledge shipped with the program.
pub fn embedded_files() -> KnowledgeFiles {
    let mut files: Vec<KnowledgeFile> = Shipped::iter()
        .filter(|path| is_knowledge(path))
        .filter_map(|path| {
            let file = Shipped::get(&path)?;
            Some(KnowledgeFile {
                path: path.to_string(),
                text: decoded(file.data.into_owned()),
            })
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    KnowledgeFiles { files }
}

/// Reads all `.md` and `.toml` files below a folder, but for `README.md` at its top.
///
/// # Errors
/// When the folder itself cannot be listed. A single file that cannot be read is kept as such, so that
/// the check names it.
pub fn folder_files(folder: &Path) -> io::Result<KnowledgeFiles> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(KnowledgeFiles { files })
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<KnowledgeFile>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if name.starts_with('.') {
            continue;
        }
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if is_knowledge(&path) {
            let text = match fs::read(entry.path()) {
                Ok(bytes) => decoded(bytes),
                Err(error) => Err(error.to_string()),
            };
            files.push(KnowledgeFile { path, text });
        }
    }
    Ok(())
}

fn is_knowledge(path: &str) -> bool {
    path != "README.md" && (path.ends_with(".md") || path.ends_with(".toml"))
}

fn decoded(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes)
        .map(|text| match text.contains('\r') {
            true => text.replace("\r\n", "\n"),
            false => text,
        })
        .map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            format!("byte {valid} is not UTF-8")
        })
}
