//! What the person wants: help in an incident that is happening, an answer, or something outside.
//!
//! The decision comes from the examples that the playbooks (`signs`, `talk`) and `scope.toml` hold, and
//! from a few cues of grammar: a definition asked for, a condition, somebody else's or last year's event.

use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use super::learned::{Example, LinearModel};
use super::pattern::Patterns;
use crate::knowledge::{Knowledge, RefusalKind};
use crate::text::{self, GramCounts};

/// What the person wants.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Intent {
    /// An incident that is happening or was just noticed.
    pub incident: Option<IncidentSign>,
    /// What kind of question outside the knowledge base it may be; how likely that is, is
    /// `outside_probability`, and the answer decides.
    pub outside: Option<Outside>,
    /// Probability that an incident is meant, 0 to 1.
    pub incident_probability: f32,
    /// Probability that the question is outside, 0 to 1.
    pub outside_probability: f32,
    /// Cues of grammar that were found.
    pub cues: Vec<&'static str>,
}

/// A sign of an incident.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IncidentSign {
    /// Id of the playbook that fits best.
    pub playbook: String,
    /// Probability of that playbook among all, 0 to 1.
    pub kind_probability: f32,
}

/// Why a question is outside.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outside {
    /// Id of the refusal that fits best.
    pub refusal: String,
    /// Its kind.
    pub kind: RefusalKind,
    /// Whether a fixed pattern decided, and not likeness alone.
    pub is_certain: bool,
}

/// What was learned from the knowledge; stored with the index.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IntentModel {
    purpose: LinearModel,
    playbook: LinearModel,
    refusal: LinearModel,
}

const INCIDENT: usize = 0;
const ANSWER: usize = 1;
const OUTSIDE: usize = 2;

/// Passes over the examples for the purpose, which is hard to tell, and for the kind, which is easy.
const PURPOSE_EPOCHS: usize = 20;
const KIND_EPOCHS: usize = 6;
/// From this probability on the incident door opens.
const INCIDENT_FLOOR: f32 = 0.55;
/// With a cue that nothing is happening now, much more is needed.
const INCIDENT_FLOOR_WITH_CALM_CUE: f32 = 0.6;
/// What is said to have happened just now needs less.
const JUST_NOW_FACTOR: f32 = 0.4;
/// Below this probability nothing outside is even considered.
const OUTSIDE_CANDIDATE: f32 = 0.01;

impl IntentModel {
    /// Learns from the examples of the knowledge.
    pub fn train(knowledge: &Knowledge) -> Self {
        let signs = knowledge
            .playbooks
            .iter()
            .map(|playbook| playbook.signs.iter().chain(&playbook.signs_en));
        let outside = knowledge
            .refusals
            .iter()
            .map(|refusal| refusal.examples.iter());
        Self {
            purpose: LinearModel::train(3, &purpose_examples(knowledge), PURPOSE_EPOCHS),
            playbook: model_of_kinds(knowledge.playbooks.len(), signs),
            refusal: model_of_kinds(knowledge.refusals.len(), outside),
        }
    }
}

fn model_of_kinds<'a>(
    kinds: usize,
    texts: impl Iterator<Item = impl Iterator<Item = &'a String>>,
) -> LinearModel {
    LinearModel::train(kinds.max(1), &kind_examples(texts), KIND_EPOCHS)
}

fn example(text: &str, class: usize) -> Example {
    Example {
        normalized: text::folded(text),
        class,
    }
}

fn purpose_examples(knowledge: &Knowledge) -> Vec<Example> {
    let mut examples = Vec::new();
    for playbook in &knowledge.playbooks {
        for sign in playbook.signs.iter().chain(&playbook.signs_en) {
            examples.push(example(sign, INCIDENT));
        }
        for talk in playbook.talk.iter().chain(&playbook.talk_en) {
            examples.push(example(talk, ANSWER));
        }
    }
    for refusal in &knowledge.refusals {
        for outside in &refusal.examples {
            examples.push(example(outside, OUTSIDE));
        }
    }
    // The sections that playbooks rest on are also asked about by people in the middle of an incident:
    // their questions would teach the model wrongly.
    let incident_sections: Vec<_> = knowledge
        .playbooks
        .iter()
        .flat_map(|playbook| &playbook.sections)
        .map(|section| (section.document.as_str(), section.passage.as_str()))
        .collect();
    for (document, passage) in knowledge.passages() {
        let is_incident_section = incident_sections.iter().any(|(id, section)| {
            *id == document.id && (*section == passage.id || *section == passage.section)
        });
        if !is_incident_section {
            for asked in passage.asked.iter().chain(&passage.asked_en) {
                examples.push(example(asked, ANSWER));
            }
        }
    }
    examples
}

fn kind_examples<'a>(
    kinds: impl Iterator<Item = impl Iterator<Item = &'a String>>,
) -> Vec<Example> {
    kinds
        .enumerate()
        .flat_map(|(class, texts)| texts.map(move |text| example(text, class)))
        .collect()
}

pub(super) struct IntentReader {
    model: IntentModel,
    playbooks: Vec<String>,
    refusals: Vec<(String, RefusalKind)>,
    /// Patterns that decide.
    patterns: Patterns,
}

/// Cues that the person asks about incidents, and is not in one. Over normalized text.
const CALM_CUES: &[(&str, &str)] = &[
    (
        "asks for a definition",
        r"(とは(何|なに|なん|どう|$|\?)|って(何|なに|なん)(です|だ|の|$|\?)|という(のは|言葉|用語)|の(違い|意味)|what (is|are|does) )",
    ),
    (
        "a condition",
        r"(もし|万が一|万一|仮に|いざという).*(たら|れば|場合|とき|時|なら)|(したら|されたら|なったら|起きたら|あったら|来たら|届いたら|受けたら|遭ったら|あったとき|起きた時|起きたとき|した場合|された場合|起きた場合|なった場合)|\b(what if|in case|if we|if i|if our|if an|if a)\b",
    ),
    (
        "prevention",
        r"(防ぐ|予防|防止|防ぎ方|備え|対策(は|を|って|の|とし|に|方法)|ないように|見分け|prevent|protect|avoid|prepare)",
    ),
    (
        "somebody else or long ago",
        r"(去年|昨年|一昨年|数年前|以前|昔|前に|年前|先月|隣の|よその|他社|他の会社|ニュース|新聞|テレビ|同業|知り合い|友人|last year|years ago|news|another company|a friend)",
    ),
    (
        "a worry or a question of risk",
        r"(心配|不安|怖い|大丈夫(か|です|でしょう|なの|\?|$)|危険|リスク|狙われ|かもしれないと|教えてください|知りたい|作りたい|決めておき)",
    ),
    (
        "an exercise or a document",
        r"(訓練|演習|研修|マニュアル|手順書|統計|件数|何件|割合|保険|テンプレート|ひな形|drill|exercise|template|statistics)",
    ),
];

/// Cues that something happened within the last day. Over normalized text.
const JUST_NOW_CUE: &str = r"さっき|先ほど|先程|今朝|けさ|朝イチ|ゆうべ|昨夜|昨晩|たった今|今まさに|いま現在|今現在|今届|[0-9]+ ?(分|時間)前|\b(just now|this morning|last night|right now|(minutes|an hour|hours) ago)\b";

/// The cues as patterns, made when the first question needs them.
static CALM: LazyLock<Vec<(&'static str, Regex)>> = LazyLock::new(|| {
    let cues = CALM_CUES.iter();
    cues.filter_map(|(name, pattern)| Some((*name, Regex::new(pattern).ok()?)))
        .collect()
});
static JUST_NOW: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(JUST_NOW_CUE).ok());

/// What the grammar of a question says about whether something is happening.
#[derive(Default)]
struct Cues {
    /// Names of the cues that nothing is happening now.
    calm: Vec<&'static str>,
    /// Something happened within the last day.
    is_just_now: bool,
}

impl Cues {
    fn of(normalized: &str) -> Self {
        let calm = CALM
            .iter()
            .filter(|(_, pattern)| pattern.is_match(normalized));
        Self {
            calm: calm
                .map(|(name, _)| *name)
                .chain(is_keywords(normalized).then_some("keywords only"))
                .collect(),
            is_just_now: JUST_NOW
                .as_ref()
                .is_some_and(|cue| cue.is_match(normalized)),
        }
    }

    /// The probability from which on the incident door opens.
    fn incident_floor(&self) -> f32 {
        let floor = match self.calm.is_empty() {
            true => INCIDENT_FLOOR,
            false => INCIDENT_FLOOR_WITH_CALM_CUE,
        };
        match self.is_just_now {
            true => floor * JUST_NOW_FACTOR,
            false => floor,
        }
    }
}

impl IntentReader {
    pub fn new(knowledge: &Knowledge, model: IntentModel) -> Self {
        let refusals = knowledge.refusals.iter().enumerate();
        let patterns = refusals.flat_map(|(position, refusal)| {
            refusal.patterns.iter().map(move |text| (position, text))
        });
        Self {
            model,
            playbooks: knowledge
                .playbooks
                .iter()
                .map(|playbook| playbook.id.clone())
                .collect(),
            refusals: knowledge
                .refusals
                .iter()
                .map(|refusal| (refusal.id.clone(), refusal.kind))
                .collect(),
            patterns: Patterns::new(patterns),
        }
    }

    pub fn read(&self, normalized: &str, counts: &GramCounts) -> Intent {
        let probabilities = self.model.purpose.probabilities(counts);
        let probability = |class: usize| probabilities.get(class).copied().unwrap_or(0.0);
        // Most questions are far from any incident: no cue could change that.
        let cues = match probability(INCIDENT) >= INCIDENT_FLOOR * JUST_NOW_FACTOR {
            true => Cues::of(normalized),
            false => Cues::default(),
        };
        let certain = self.patterns.refusal(normalized);
        // Punctuation and pictures alone say nothing.
        let has_words = normalized.chars().any(char::is_alphanumeric);
        let is_incident =
            has_words && certain.is_none() && probability(INCIDENT) >= cues.incident_floor();
        let is_outside =
            certain.is_some() || (!is_incident && probability(OUTSIDE) >= OUTSIDE_CANDIDATE);
        Intent {
            incident: is_incident.then(|| self.incident_sign(counts)).flatten(),
            outside: is_outside.then(|| self.outside(counts, certain)).flatten(),
            incident_probability: probability(INCIDENT),
            outside_probability: probability(OUTSIDE),
            cues: cues.calm,
        }
    }

    fn incident_sign(&self, counts: &GramCounts) -> Option<IncidentSign> {
        let (position, kind_probability) = most_likely(&self.model.playbook.probabilities(counts))?;
        Some(IncidentSign {
            playbook: self.playbooks.get(position)?.clone(),
            kind_probability,
        })
    }

    fn outside(&self, counts: &GramCounts, certain: Option<usize>) -> Option<Outside> {
        let position = match certain {
            Some(refusal) => refusal,
            None => most_likely(&self.model.refusal.probabilities(counts))?.0,
        };
        let (refusal, kind) = self.refusals.get(position)?;
        Some(Outside {
            refusal: refusal.clone(),
            kind: *kind,
            is_certain: certain.is_some(),
        })
    }
}

/// Words side by side without grammar: somebody looks something up.
fn is_keywords(normalized: &str) -> bool {
    const LONGEST: usize = 25;
    let hiragana = normalized
        .chars()
        .filter(|character| text::is_hiragana(*character))
        .count();
    let japanese = normalized
        .chars()
        .filter(|c| text::is_katakana(*c) || text::is_kanji(*c))
        .count();
    let mut words = normalized
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let are_latin_words =
        japanese == 0 && words.clone().count() <= 3 && !words.any(text::is_english_stop_word);
    hiragana <= 1 && normalized.chars().count() <= LONGEST && (japanese > 0 || are_latin_words)
}

fn most_likely(probabilities: &[f32]) -> Option<(usize, f32)> {
    probabilities
        .iter()
        .copied()
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(&b.1))
}
