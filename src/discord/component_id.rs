//! The `custom_id` of buttons, menus and dialogs: a version and everything that is needed to act, so that a
//! button works after a restart and a year later. An id that cannot be read is an expired one.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::limits;
use crate::question::Language;

/// The version of the form below; a later form must still read this one or call it expired.
const VERSION: &str = "1";

/// A short name of a passage, action, playbook or document: the same in every generation that has the thing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(String);

impl Key {
    /// The key of an id: 42 bits of its hash, so that among 2,000 ids two meet once in two million times.
    pub fn of(id: &str) -> Self {
        let hash = blake3::hash(id.as_bytes());
        Self(
            URL_SAFE_NO_PAD
                .encode(hash.as_bytes())
                .chars()
                .take(7)
                .collect(),
        )
    }

    /// Its characters, for the value of a menu option.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads a key out of a menu option.
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain =
            |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
        (text.len() == 7 && text.chars().all(is_plain)).then(|| Self(text.to_owned()))
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// What a component does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// Every action.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

// Each action with its code; the arguments stand behind a semicolon. A code is never given a new meaning.
actions! {
    /// Opens a passage in full; passage, page.
    Section = "se",
    /// The same from a menu, whose value is the passage.
    SectionMenu = "sm",
    /// Lists what to read on; passage.
    Related = "re",
    /// Next steps in detail; page, actions.
    Steps = "st",
    /// The further page of an answer; number of actions, actions, passages.
    Further = "fu",
    /// The answer helped; best passage.
    Helpful = "up",
    /// The answer did not help, asks what was missing; best passage.
    NotHelpful = "dn",
    /// What was missing, from the dialog; best passage.
    Missing = "mi",
    /// Asks whether the question may be shown to the helpers.
    HandOver = "ho",
    /// It may.
    HandOverConsent = "hc",
    /// It may not, or any other question is answered with no.
    Cancel = "no",
    /// Opens a thread to ask on.
    Thread = "th",
    /// Shows a private view to the channel; passage, page.
    Share = "sh",
    /// Ticks a step of a checklist; checklist, playbook, step.
    Tick = "ti",
    /// Shows another part of a playbook; playbook, part.
    PlaybookPart = "pp",
    /// Lists documents; page.
    Documents = "ds",
    /// Lists the sections of a document; document, page.
    Sections = "ss",
    /// Lists windows; page.
    Windows = "wi",
    /// Documents of `/about`; page.
    About = "ab",
    /// Goes back to a generation; its number.
    RollBack = "rb",
    /// Questions without a good answer; page.
    Unanswered = "un",
    /// Problems of a check; page.
    Problems = "pr",
    /// Deletes what is kept of the caller.
    Forget = "fo",
    /// Shows what the company has of a scheme; page, what it fulfills, what is wanted.
    Crosswalk = "cw",
    /// The same from a menu, whose value is the scheme.
    CrosswalkScheme = "cs",
    /// An item in detail from a menu, whose value is the item; what the company fulfills, what is wanted.
    CrosswalkItem = "ci",
    /// The same as files; which, what the company fulfills, what is wanted.
    CrosswalkPapers = "cp",
    /// Shows what the caller said of their company; page, which is 1 in place.
    Profile = "pf",
    /// A choice about the company from a menu; which question.
    ProfileMenu = "pm",
    /// Opens the dialog about the company.
    ProfileForm = "pn",
    /// What was typed into it.
    ProfileTyped = "pt",
    /// Deletes of the company; what, and 1 when it is sure.
    ProfileDelete = "pc",
    /// Shows the plan; page, budget, hours.
    Plan = "pl",
    /// The same from a menu, whose value is the page; budget, hours.
    PlanMenu = "pj",
    /// A line of the plan in detail from a menu, whose value is the action; budget, hours.
    PlanLine = "pi",
    /// Marks an action as done, or not; action, whether, budget, hours.
    PlanDone = "po",
    /// The plan as files; budget, hours.
    PlanPapers = "px",
    /// What is not in the plan; page, budget, hours.
    PlanLeftOut = "pw",
    /// Asks for the day from which deadlines are counted; playbook.
    CountDeadlines = "dl",
    /// Counts them, from the dialog; playbook.
    Deadlines = "dc",
    /// Asks for the day before the record of an incident is made; checklist, playbook.
    AskRecord = "ra",
    /// Makes the record, from the dialog; checklist, playbook.
    Record = "rm",
    /// Looks what changed under a watched topic, which is the value.
    WatchMenu = "wm",
    /// Lists the topics that the caller watches.
    Watches = "wl",
    /// Reads on what changed under a topic; topic, number of the state known before, seconds since 1970, page.
    Changes = "wc",
    /// Wants a monthly note about a topic; topic.
    Monthly = "wy",
    /// Wants none any more; topic.
    NotMonthly = "wn",
    /// Ends the watch of a topic; topic.
    Unwatch = "wu",
    /// Ends all monthly notes.
    NoNotes = "wx",
    /// Begins a self-check.
    SelfCheckBegin = "kn",
    /// Shows a question of a self-check; self-check, question.
    SelfCheckQuestion = "kq",
    /// Answers a question of a self-check; self-check, question, answer.
    SelfCheckAnswer = "ka",
    /// Stops a self-check for now; self-check.
    SelfCheckStop = "ks",
    /// Shows the latest result of the self-check.
    SelfCheckResult = "kr",
    /// Gives that result as files.
    SelfCheckPapers = "kp",
    /// Takes part in a drill; its number.
    DrillJoin = "dj",
    /// Begins a drill; its number.
    DrillBegin = "db",
    /// Chooses in a drill; its number, the inject, the option.
    DrillDecide = "dd",
    /// Goes on with a drill; its number, the inject.
    DrillNext = "dg",
    /// Stops a drill; its number, the inject.
    DrillStop = "dx",
}

/// A parsed `custom_id`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComponentId {
    /// What to do.
    pub action: Action,
    /// The language of the view it stands on.
    pub language: Language,
    arguments: Vec<String>,
}

impl ComponentId {
    /// An id without arguments.
    pub fn new(action: Action, language: Language) -> Self {
        Self {
            action,
            language,
            arguments: Vec::new(),
        }
    }

    /// Adds a key.
    pub fn key(self, key: &Key) -> Self {
        self.argument(key.0.clone())
    }

    /// Adds keys, as many as fit: eleven at most.
    pub fn keys<'k>(self, keys: impl IntoIterator<Item = &'k Key>) -> Self {
        keys.into_iter().fold(self, Self::key)
    }

    /// Adds a number.
    pub fn number(self, number: u64) -> Self {
        self.argument(number.to_string())
    }

    // What does not fit is left out: an id that is too long would lose the whole message.
    fn argument(mut self, argument: String) -> Self {
        self.arguments.push(argument);
        if self.to_string().len() > limits::CUSTOM_ID {
            self.arguments.pop();
        }
        self
    }

    /// Reads the argument at a place as a key.
    pub fn key_at(&self, place: usize) -> Option<Key> {
        Key::parse(self.arguments.get(place)?)
    }

    /// Reads all arguments from a place on as keys.
    pub fn keys_from(&self, place: usize) -> Vec<Key> {
        let arguments = self.arguments.iter().skip(place);
        arguments
            .filter_map(|argument| Key::parse(argument))
            .collect()
    }

    /// Reads the argument at a place as a number.
    pub fn number_at(&self, place: usize) -> Option<u64> {
        self.arguments.get(place)?.parse().ok()
    }

    /// Reads an id; nothing when it is of another version or not ours.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        if parts.next()? != VERSION {
            return None;
        }
        let code = parts.next()?;
        let action = *Action::ALL.iter().find(|action| action.code() == code)?;
        let language = match parts.next()? {
            "j" => Language::Ja,
            "e" => Language::En,
            _ => return None,
        };
        Some(Self {
            action,
            language,
            arguments: parts.map(str::to_owned).collect(),
        })
    }
}

impl fmt::Display for ComponentId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = self.language.pick("j", "e");
        write!(formatter, "{VERSION}:{}:{language}", self.action.code())?;
        for argument in &self.arguments {
            write!(formatter, ":{argument}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::{Action, ComponentId, Key};
    use crate::question::Language;

    proptest! {
        #[test]
        fn an_id_is_read_back_and_fits(
            action in 0..Action::ALL.len(),
            names in proptest::collection::vec(".{0,40}", 0..20),
            number in any::<u64>(),
        ) {
            let keys: Vec<Key> = names.iter().map(|name| Key::of(name)).collect();
            let id = ComponentId::new(Action::ALL[action], Language::En).number(number).keys(&keys);
            let text = id.to_string();
            prop_assert!(text.chars().count() <= 100);
            let read = ComponentId::parse(&text).unwrap();
            prop_assert_eq!(&read, &id);
            prop_assert_eq!(read.number_at(0), Some(number));
            let read_keys = read.keys_from(1);
            prop_assert_eq!(&read_keys[..], &keys[..read_keys.len()]);
            prop_assert!(read_keys.len() >= keys.len().min(8));
        }

        #[test]
        fn any_other_text_is_expired_or_read_without_harm(text in ".{0,120}") {
            if let Some(id) = ComponentId::parse(&text) {
                prop_assert_eq!(id.to_string(), text);
            }
        }
    }

    #[test]
    fn every_action_has_a_code_of_its_own() {
        let codes: HashSet<&str> = Action::ALL.iter().map(|action| action.code()).collect();
        assert_eq!(codes.len(), Action::ALL.len());
    }

    #[test]
    fn ids_of_other_versions_have_expired() {
        assert_eq!(ComponentId::parse("0:se:j:abcdefg:1"), None);
        assert_eq!(ComponentId::parse("1:zz:j"), None);
        assert!(ComponentId::parse("1:se:j:abcdefg:1").is_some());
    }
}
