//! Drills: incidents to practise, each from a playbook, told in injects with a decision at each.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Findings, Kind};
use super::id::PassageId;
use super::problem::Problem;
use super::toml_file::{TomlText, names};

/// Most characters of a title: a choice or a thread with its mark before it holds no more in a chat.
const MOST_TITLE_CHARACTERS: usize = 60;
/// Most characters of an option: a button holds no more in a chat.
const MOST_LABEL_CHARACTERS: usize = 80;
/// Most characters of any other text, so that an inject and what follows fit one message.
const MOST_TEXT_CHARACTERS: usize = 600;

/// An incident to practise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drill {
    /// Stable id, the file's name without `.toml`.
    pub id: String,
    /// Id of the playbook it practises.
    pub playbook: String,
    /// Name in Japanese.
    pub title: String,
    /// Name in English.
    pub title_en: String,
    /// The firm and the moment before it begins, in Japanese.
    pub scene: String,
    /// The firm and the moment before it begins, in English.
    pub scene_en: String,
    /// How many minutes it takes.
    pub minutes: u32,
    /// What happens, in order.
    pub injects: Vec<Inject>,
    /// What to talk about afterwards.
    pub debrief: Vec<DebriefQuestion>,
}

/// Something that happens in a drill, and the decision it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inject {
    /// In which minute it happens, from 0.
    pub minute: u32,
    /// What it is about in a few words, in Japanese.
    pub title: String,
    /// What it is about, in English.
    pub title_en: String,
    /// What is reported, in Japanese.
    pub text: String,
    /// What is reported, in English.
    pub text_en: String,
    /// What to decide, in Japanese.
    pub question: String,
    /// What to decide, in English.
    pub question_en: String,
    /// What can be chosen.
    pub options: Vec<DrillOption>,
}

/// One way to decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillOption {
    /// A few words, in Japanese.
    pub label: String,
    /// A few words, in English.
    pub label_en: String,
    /// How good it is.
    pub grade: Grade,
    /// What follows and why, in Japanese.
    pub follows: String,
    /// What follows and why, in English.
    pub follows_en: String,
    /// The passage behind it.
    pub section: PassageId,
    /// Ids of the actions by which to prepare, for those who chose it; none where nothing is to be learned.
    pub actions: Vec<String>,
}

/// How good a decision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// It makes the damage larger, or loses evidence or time.
    Harmful,
    /// It does no harm, but something better comes first.
    Acceptable,
    /// What the playbook says.
    Best,
}

/// A question to talk about afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DebriefQuestion {
    /// In Japanese.
    pub text: String,
    /// In English.
    pub text_en: String,
}

impl Inject {
    /// Returns the position of the best option.
    pub fn best(&self) -> Option<usize> {
        let mut options = self.options.iter();
        options.position(|option| option.grade == Grade::Best)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    id: Spanned<String>,
    playbook: Spanned<String>,
    title: Spanned<String>,
    title_en: Spanned<String>,
    scene: Spanned<String>,
    scene_en: Spanned<String>,
    minutes: Spanned<u32>,
    debrief: Vec<DebriefQuestion>,
    inject: Vec<RawInject>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInject {
    minute: Spanned<u32>,
    title: Spanned<String>,
    title_en: Spanned<String>,
    text: Spanned<String>,
    text_en: Spanned<String>,
    question: Spanned<String>,
    question_en: Spanned<String>,
    option: Vec<RawOption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOption {
    label: Spanned<String>,
    label_en: Spanned<String>,
    grade: Grade,
    follows: Spanned<String>,
    follows_en: Spanned<String>,
    section: Spanned<String>,
    #[serde(default)]
    actions: Vec<Spanned<String>>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Drill, Findings), Problem> {
    let raw: RawFile = file.parse()?;
    let mut findings = Findings::default();
    note_names(file, &raw, &mut findings);
    findings.problems.extend(problems_of_order(file, &raw));
    findings.problems.extend(problems_of_options(file, &raw));
    findings.problems.extend(problems_of_length(file, &raw));
    Ok((raw.into_drill(), findings))
}

/// What the file defines, and what it refers to.
fn note_names(file: &TomlText<'_>, raw: &RawFile, findings: &mut Findings) {
    let id = raw.id.get_ref();
    let place = file.place(&raw.id);
    if !file.file.ends_with(&format!("/{id}.toml")) {
        let problem = place.problem("the id must be the file's name without .toml");
        findings.problems.push(problem);
    }
    findings.define(Kind::Drill, id, place);
    findings.refer(file, Kind::Playbook, [&raw.playbook]);
    for option in raw.inject.iter().flat_map(|inject| &inject.option) {
        findings.refer(file, Kind::Passage, [&option.section]);
        findings.refer(file, Kind::Action, &option.actions);
    }
}

/// Injects begin in minute 0, follow each other and end before the drill does.
fn problems_of_order(file: &TomlText<'_>, raw: &RawFile) -> Vec<Problem> {
    let mut problems = Vec::new();
    if raw.inject.is_empty() || raw.debrief.is_empty() {
        let place = file.place(&raw.id);
        problems.push(place.problem("[[inject]] and debrief must not be empty"));
    }
    let mut before: Option<u32> = None;
    for inject in &raw.inject {
        let minute = *inject.minute.get_ref();
        let is_in_order = before.map_or(minute == 0, |before| minute > before);
        if !is_in_order || minute >= *raw.minutes.get_ref() {
            problems.push(file.place(&inject.minute).problem(
                "minutes begin with 0, grow from inject to inject and stay below `minutes`",
            ));
        }
        before = Some(minute);
    }
    problems
}

/// A decision has three or four options, exactly one of them best, and what is not best leads to something to do.
fn problems_of_options(file: &TomlText<'_>, raw: &RawFile) -> Vec<Problem> {
    let mut problems = Vec::new();
    for inject in &raw.inject {
        let place = file.place(&inject.question);
        if !(3..=4).contains(&inject.option.len()) {
            problems.push(place.problem("a decision has three or four options"));
        }
        let best = inject.option.iter();
        if best.filter(|option| option.grade == Grade::Best).count() != 1 {
            problems.push(place.problem("exactly one option of a decision is `best`"));
        }
        for option in &inject.option {
            let needs_action = option.grade != Grade::Best;
            if needs_action == option.actions.is_empty() {
                let advice = "an option that is not `best` names `actions` by which to prepare, the best one none";
                problems.push(file.place(&option.label).problem(advice));
            }
        }
    }
    problems
}

/// Nothing is empty in one language, nothing too long for a chat.
fn problems_of_length(file: &TomlText<'_>, raw: &RawFile) -> Vec<Problem> {
    let mut texts = vec![
        (&raw.title, MOST_TITLE_CHARACTERS),
        (&raw.title_en, MOST_TITLE_CHARACTERS),
        (&raw.scene, MOST_TEXT_CHARACTERS),
        (&raw.scene_en, MOST_TEXT_CHARACTERS),
    ];
    for inject in &raw.inject {
        let titles = [&inject.title, &inject.title_en];
        texts.extend(titles.map(|title| (title, MOST_TITLE_CHARACTERS)));
        let told = [
            &inject.text,
            &inject.text_en,
            &inject.question,
            &inject.question_en,
        ];
        texts.extend(told.map(|text| (text, MOST_TEXT_CHARACTERS)));
        for option in &inject.option {
            let labels = [&option.label, &option.label_en];
            texts.extend(labels.map(|label| (label, MOST_LABEL_CHARACTERS)));
            let follows = [&option.follows, &option.follows_en];
            texts.extend(follows.map(|text| (text, MOST_TEXT_CHARACTERS)));
        }
    }
    let mut problems = Vec::new();
    for (text, most) in texts {
        let characters = text.get_ref().trim().chars().count();
        if characters == 0 {
            problems.push(file.place(text).problem("this text is empty"));
        } else if characters > most {
            let advice = format!("this text has {characters} characters: use at most {most}");
            problems.push(file.place(text).problem(advice));
        }
    }
    problems
}

impl RawFile {
    fn into_drill(self) -> Drill {
        Drill {
            id: self.id.into_inner(),
            playbook: self.playbook.into_inner(),
            title: self.title.into_inner(),
            title_en: self.title_en.into_inner(),
            scene: self.scene.into_inner(),
            scene_en: self.scene_en.into_inner(),
            minutes: self.minutes.into_inner(),
            injects: self
                .inject
                .into_iter()
                .map(RawInject::into_inject)
                .collect(),
            debrief: self.debrief,
        }
    }
}

impl RawInject {
    fn into_inject(self) -> Inject {
        let options = self.option.into_iter();
        Inject {
            minute: self.minute.into_inner(),
            title: self.title.into_inner(),
            title_en: self.title_en.into_inner(),
            text: self.text.into_inner(),
            text_en: self.text_en.into_inner(),
            question: self.question.into_inner(),
            question_en: self.question_en.into_inner(),
            options: options.filter_map(RawOption::into_option).collect(),
        }
    }
}

impl RawOption {
    fn into_option(self) -> Option<DrillOption> {
        Some(DrillOption {
            section: PassageId::parse(self.section.get_ref())?.comparable(),
            label: self.label.into_inner(),
            label_en: self.label_en.into_inner(),
            grade: self.grade,
            follows: self.follows.into_inner(),
            follows_en: self.follows_en.into_inner(),
            actions: names(self.actions),
        })
    }
}
