//! Twelve written companies, read by the tests of plans and of next steps.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use serde::Deserialize;
use sonae::knowledge::{Knowledge, embedded_files, parse};
use sonae::profile::Company;

/// A company with what a good adviser expects of its plan.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    pub id: String,
    #[expect(dead_code, reason = "for those who read the file")]
    story: String,
    people: u32,
    industry: String,
    assets: Vec<String>,
    prefecture: Option<String>,
    keeper: Option<String>,
    #[serde(default)]
    proof: Vec<String>,
    budget_yen: u32,
    hours_per_month: u32,
    #[serde(default)]
    pub done: Vec<String>,
    pub expected: Expected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    pub any_of: Vec<Vec<String>>,
    pub early_any_of: Vec<Vec<String>>,
    pub never: Vec<String>,
    #[serde(default)]
    pub order: Vec<[String; 2]>,
    #[expect(dead_code, reason = "for those who read the file")]
    because: String,
}

impl Persona {
    pub fn company(&self) -> Company {
        Company {
            people: Some(self.people),
            industry: Some(self.industry.clone()),
            prefecture: self.prefecture.clone(),
            assets: Some(self.assets.clone()),
            keeper: self.keeper.clone(),
            budget_yen: Some(self.budget_yen),
            hours_per_month: Some(self.hours_per_month),
            proof: self.proof.clone(),
            done: self.done.clone(),
            ..Company::default()
        }
    }
}

pub fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| parse(&embedded_files()))
}

pub fn personas() -> Vec<Persona> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/personas");
    let files = fs::read_dir(folder).unwrap();
    let mut personas: Vec<Persona> = files
        .map(|file| {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        })
        .collect();
    personas.sort_by(|a: &Persona, b: &Persona| a.id.cmp(&b.id));
    assert_eq!(personas.len(), 12);
    personas
}
