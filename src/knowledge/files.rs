//! All files of the knowledge folder as texts, and each kind handed to its parser.

use super::findings::Findings;
use super::problem::{Place, Problem};
use super::toml_file::TomlText;
use super::{
    Knowledge, action, calendar, crosswalk, deadline, document, drill, facet, playbook, policy,
    scope, self_check, stake, synonym, term, topic, window,
};

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

/// Parses each file on its own; a file that cannot be read is one problem.
pub(super) fn parse_all(files: &KnowledgeFiles) -> (Knowledge, Findings) {
    let (mut knowledge, mut findings) = (Knowledge::default(), Findings::default());
    for file in &files.files {
        let parsed = match &file.text {
            Ok(text) => add(&mut knowledge, &file.path, text),
            Err(reason) => Err(Place::of_line(&file.path, 1)
                .problem(format!("cannot be read: {reason}; save it as UTF-8 text"))),
        };
        match parsed {
            Ok(file_findings) => findings.extend(file_findings),
            Err(problem) => findings.problems.push(problem),
        }
    }
    (knowledge, findings)
}

fn add(knowledge: &mut Knowledge, path: &str, text: &str) -> Result<Findings, Problem> {
    let file = TomlText {
        file: path,
        text,
        first_line: 1,
    };
    let folder = path.split_once('/').map_or("", |(folder, _)| folder);
    let findings;
    match (folder, path) {
        ("documents", _) => {
            let document;
            (document, findings) = document::parse(path, text)?;
            knowledge.documents.push(document);
        }
        ("actions", _) => {
            let actions;
            (actions, findings) = action::parse(&file)?;
            knowledge.actions.extend(actions);
        }
        ("incidents", _) => {
            let playbook;
            (playbook, findings) = playbook::parse(&file)?;
            knowledge.playbooks.push(playbook);
        }
        ("drills", _) => {
            let drill;
            (drill, findings) = drill::parse(&file)?;
            knowledge.drills.push(drill);
        }
        (_, "windows.toml") => (knowledge.windows, findings) = window::parse(&file)?,
        (_, "glossary.toml") => (knowledge.terms, findings) = term::parse(&file)?,
        (_, "holidays.toml") => (knowledge.calendar, findings) = calendar::parse(&file)?,
        (_, "synonyms.toml") => (knowledge.synonyms, findings) = synonym::parse(&file)?,
        (_, "topics.toml") => (knowledge.topics, findings) = topic::parse(&file)?,
        (_, "profile.toml") => (knowledge.facets, findings) = facet::parse(&file)?,
        (_, "selfcheck.toml") => (knowledge.self_check, findings) = self_check::parse(&file)?,
        (_, "plan.toml") => (knowledge.stake, findings) = stake::parse(&file)?,
        (_, "crosswalk.toml") => (knowledge.crosswalk, findings) = crosswalk::parse(&file)?,
        (_, "papers.toml") => (knowledge.policy, findings) = policy::parse(&file)?,
        (_, "deadlines.toml") => (knowledge.deadlines, findings) = deadline::parse(&file)?,
        (_, "scope.toml") => (knowledge.refusals, findings) = scope::parse(&file)?,
        _ => {
            return Err(Place::of_line(path, 1).problem(
                "nobody reads this file: move it to documents/, actions/, incidents/ or drills/, or remove it",
            ));
        }
    }
    Ok(findings)
}
