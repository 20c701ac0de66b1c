//! All files of the knowledge folder as texts, and each kind handed to its parser.

use super::document;
use super::problem::{Place, Problem};
use super::toml_file::{Reference, TomlText};
use super::{Knowledge, action, calendar, playbook, scope, synonym, term, topic, window};

/// One file of the knowledge folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnowledgeFile {
    /// Path below the knowledge folder, with `/`.
    pub path: String,
    /// Its text; `Err` when it is not readable text.
    pub text: Result<String, String>,
}

/// The files of the knowledge folder, sorted by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnowledgeFiles {
    /// The files.
    pub files: Vec<KnowledgeFile>,
}

impl KnowledgeFiles {
    /// Returns a hash over all paths and texts: the same knowledge has the same fingerprint.
    pub fn fingerprint(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for file in &self.files {
            let text = file.text.as_deref().unwrap_or_default();
            for piece in [file.path.as_str(), text] {
                hasher.update(&(piece.len() as u64).to_le_bytes());
                hasher.update(piece.as_bytes());
            }
        }
        hasher.finalize().to_hex().to_string()
    }
}

/// Everything parsed, before the references are checked.
#[derive(Default)]
pub(super) struct Parsed {
    pub knowledge: Knowledge,
    pub references: Vec<Reference>,
    pub problems: Vec<Problem>,
}

/// Parses each file on its own; a file that cannot be read is one problem.
pub(super) fn parse_all(files: &KnowledgeFiles) -> Parsed {
    let mut parsed = Parsed::default();
    for file in &files.files {
        let result = match &file.text {
            Ok(text) => parsed.add(&file.path, text),
            Err(reason) => Err(Place::of_line(&file.path, 1)
                .problem(format!("cannot be read: {reason}; save it as UTF-8 text"))),
        };
        parsed.problems.extend(result.err());
    }
    parsed
}

impl Parsed {
    fn add(&mut self, path: &str, text: &str) -> Result<(), Problem> {
        let file = TomlText {
            file: path,
            text,
            first_line: 1,
        };
        let knowledge = &mut self.knowledge;
        let folder = path.split_once('/').map_or("", |(folder, _)| folder);
        match (folder, path) {
            ("documents", _) => {
                let (document, references, problems) = document::parse(path, text)?;
                knowledge.documents.push(document);
                self.references.extend(references);
                self.problems.extend(problems);
            }
            ("actions", _) => {
                let (actions, references, problems) = action::parse(&file)?;
                knowledge.actions.extend(actions);
                self.references.extend(references);
                self.problems.extend(problems);
            }
            ("incidents", _) => {
                let (playbook, references, problems) = playbook::parse(&file)?;
                knowledge.playbooks.push(playbook);
                self.references.extend(references);
                self.problems.extend(problems);
            }
            (_, "windows.toml") => {
                let (windows, references, problems) = window::parse(&file)?;
                knowledge.windows = windows;
                self.references.extend(references);
                self.problems.extend(problems);
            }
            (_, "glossary.toml") => {
                let (terms, references) = term::parse(&file)?;
                knowledge.terms = terms;
                self.references.extend(references);
            }
            (_, "holidays.toml") => knowledge.calendar = calendar::parse(&file)?,
            (_, "synonyms.toml") => knowledge.synonyms = synonym::parse(&file)?,
            (_, "topics.toml") => knowledge.topics = topic::parse(&file)?,
            (_, "scope.toml") => knowledge.refusals = scope::parse(&file)?,
            _ => {
                return Err(Place::of_line(path, 1).problem(
                    "nobody reads this file: move it to documents/, actions/ or incidents/, or remove it",
                ));
            }
        }
        Ok(())
    }
}
