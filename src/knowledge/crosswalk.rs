//! The crosswalk: what the schemes that customers name have in common.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::action::PublicScheme;
use super::findings::{Findings, Kind, Named};
use super::id::PassageId;
use super::problem::Problem;
use super::toml_file::{TomlText, names};

/// All schemes, their items, and the themes that join them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crosswalk {
    /// Whose judgement the correspondences are, in Japanese.
    pub ours: String,
    /// Whose judgement the correspondences are, in English.
    pub ours_en: String,
    /// The schemes, in the order in which they are shown.
    pub schemes: Vec<Scheme>,
    /// The items of all schemes.
    pub items: Vec<SchemeItem>,
    /// What the items are about.
    pub themes: Vec<Theme>,
}

/// A list of requirements that somebody may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Stable id.
    pub id: String,
    /// Japanese name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Japanese name for tables.
    pub short: String,
    /// English name for tables.
    pub short_en: String,
    /// Id of the document that it stands in; empty when the list is ours.
    pub document: String,
    /// Its edition and what to be careful about, in Japanese.
    pub note: String,
    /// The same in English.
    pub note_en: String,
    /// Other names that people use for it.
    #[serde(default)]
    pub said: Vec<String>,
    /// The public scheme that it is: advice for that scheme helps with it.
    #[serde(default)]
    pub public: Option<PublicScheme>,
}

/// One requirement of a scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeItem {
    /// Id of the scheme.
    pub scheme: String,
    /// Its number in the scheme.
    pub id: String,
    /// What it is about, in Japanese.
    pub title: String,
    /// What it is about, in English.
    pub title_en: String,
    /// The passage that shows it.
    pub section: PassageId,
    /// Other names that people use for it.
    pub said: Vec<String>,
    /// It frames the scheme, and asks for nothing by itself.
    pub framing: bool,
    /// Ids of the actions that bring it about, where its theme is wider than the item; empty means those of the theme.
    pub actions: Vec<String>,
}

/// One thing to have in place, with the items that ask for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Stable id.
    pub id: String,
    /// Japanese name.
    pub title: String,
    /// English name.
    pub title_en: String,
    /// Keys (`scheme:id`) of the items that it meets.
    pub items: Vec<String>,
    /// Keys of the items that it meets only in part.
    pub partly: Vec<String>,
    /// Ids of the actions that bring it about, the most worthwhile first.
    pub actions: Vec<String>,
    /// Ids of those that are enough for it to be in place (our judgement); empty means all.
    pub enough: Vec<String>,
}

impl Crosswalk {
    /// Returns the scheme with this id.
    pub fn scheme(&self, id: &str) -> Option<&Scheme> {
        self.schemes.iter().find(|scheme| scheme.id == id)
    }

    /// Returns the item with this key.
    pub fn item(&self, key: &str) -> Option<&SchemeItem> {
        let (scheme, id) = key.split_once(':')?;
        self.items
            .iter()
            .find(|item| item.scheme == scheme && item.id == id)
    }

    /// Returns the items of a scheme in their order.
    pub fn items_of(&self, scheme: &str) -> Vec<&SchemeItem> {
        let items = self.items.iter();
        items.filter(|item| item.scheme == scheme).collect()
    }

    /// Returns the theme with this id.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == id)
    }
}

impl SchemeItem {
    /// Returns the name by which themes refer to it.
    pub fn key(&self) -> String {
        format!("{}:{}", self.scheme, self.id)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    ours: String,
    ours_en: String,
    scheme: Vec<Spanned<Scheme>>,
    item: Vec<RawItem>,
    theme: Vec<RawTheme>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawItem {
    scheme: String,
    id: Spanned<String>,
    title: String,
    title_en: String,
    section: Spanned<String>,
    #[serde(default)]
    said: Vec<String>,
    #[serde(default)]
    framing: bool,
    #[serde(default)]
    actions: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTheme {
    id: Spanned<String>,
    title: String,
    title_en: String,
    items: Vec<Spanned<String>>,
    #[serde(default)]
    partly: Vec<Spanned<String>>,
    actions: Vec<Spanned<String>>,
    #[serde(default)]
    enough: Vec<Spanned<String>>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Crosswalk, Findings), Problem> {
    let raw = file.parse::<RawFile>()?;
    let mut findings = Findings {
        problems: problems_of(file, &raw),
        ..Findings::default()
    };
    for item in &raw.item {
        findings.refer(file, Kind::Passage, [&item.section]);
        findings.refer(file, Kind::Action, &item.actions);
    }
    for scheme in raw
        .scheme
        .iter()
        .filter(|scheme| !scheme.get_ref().document.is_empty())
    {
        findings.references.push(Named {
            kind: Kind::Document,
            name: scheme.get_ref().document.clone(),
            place: file.place(scheme),
        });
    }
    for theme in &raw.theme {
        findings.define(Kind::Theme, theme.id.get_ref(), file.place(&theme.id));
        findings.refer(file, Kind::Action, &theme.actions);
    }
    let crosswalk = Crosswalk {
        ours: raw.ours,
        ours_en: raw.ours_en,
        schemes: raw.scheme.into_iter().map(Spanned::into_inner).collect(),
        items: raw
            .item
            .into_iter()
            .filter_map(RawItem::into_item)
            .collect(),
        themes: raw.theme.into_iter().map(RawTheme::into_theme).collect(),
    };
    Ok((crosswalk, findings))
}

/// Both ways: a theme names only items that exist, and every item is asked for by a theme.
fn problems_of(file: &TomlText<'_>, raw: &RawFile) -> Vec<Problem> {
    let mut problems = Vec::new();
    let schemes: HashSet<&str> = raw
        .scheme
        .iter()
        .map(|scheme| scheme.get_ref().id.as_str())
        .collect();
    let mut places = HashMap::new();
    for item in &raw.item {
        let place = file.place(&item.id);
        if !schemes.contains(item.scheme.as_str()) {
            problems.push(place.problem(format!("there is no [[scheme]] `{}`", item.scheme)));
        }
        let key = format!("{}:{}", item.scheme, item.id.get_ref());
        if places
            .insert(key.clone(), (place.clone(), item.framing))
            .is_some()
        {
            problems.push(place.problem(format!("the item `{key}` exists twice")));
        }
    }
    let mut met = HashSet::new();
    for theme in &raw.theme {
        met.extend(theme.items.iter().map(|key| key.get_ref().as_str()));
        for key in theme.items.iter().chain(&theme.partly) {
            if !places.contains_key(key.get_ref()) {
                let text = format!("there is no item `{}`: write scheme:id", key.get_ref());
                problems.push(file.place(key).problem(text));
            }
        }
        for key in theme.partly.iter().filter(|key| {
            theme
                .items
                .iter()
                .any(|item| item.get_ref() == key.get_ref())
        }) {
            problems.push(
                file.place(key)
                    .problem("an item is met either wholly or in part"),
            );
        }
        for id in &theme.enough {
            let is_action = |action: &Spanned<String>| action.get_ref() == id.get_ref();
            if !theme.actions.iter().any(is_action) {
                let text = "`enough` names some of the theme's `actions`";
                problems.push(file.place(id).problem(text));
            }
        }
    }
    for (key, (place, framing)) in &places {
        if !framing && !met.contains(key.as_str()) {
            let text = format!("no theme has the item `{key}`: add it to the items of one");
            problems.push(place.problem(text));
        }
    }
    problems
}

impl RawItem {
    fn into_item(self) -> Option<SchemeItem> {
        Some(SchemeItem {
            section: PassageId::parse(self.section.get_ref())?.comparable(),
            scheme: self.scheme,
            id: self.id.into_inner(),
            title: self.title,
            title_en: self.title_en,
            said: self.said,
            framing: self.framing,
            actions: names(self.actions),
        })
    }
}

impl RawTheme {
    fn into_theme(self) -> Theme {
        Theme {
            id: self.id.into_inner(),
            title: self.title,
            title_en: self.title_en,
            items: names(self.items),
            partly: names(self.partly),
            actions: names(self.actions),
            enough: names(self.enough),
        }
    }
}
