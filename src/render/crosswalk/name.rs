//! Schemes and items by name in one language.

use serde::Serialize;

use crate::knowledge::{Crosswalk, Scheme, SchemeItem, Theme};
use crate::question::Language;
use crate::wording::Wording;

/// A scheme in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchemeName {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name for tables.
    pub short: String,
    /// Its edition and what to be careful about.
    pub note: String,
    /// Id of the document that it stands in; empty when the list is ours.
    pub document: String,
    /// Number of its items.
    pub items: usize,
}

/// Returns all schemes.
pub fn scheme_list(crosswalk: &Crosswalk, language: Language) -> Vec<SchemeName> {
    let schemes = crosswalk.schemes.iter();
    schemes
        .map(|scheme| SchemeName::of(crosswalk, scheme, language))
        .collect()
}

impl SchemeName {
    /// A scheme.
    pub(super) fn of(crosswalk: &Crosswalk, scheme: &Scheme, language: Language) -> Self {
        let (name, short, note) = language.pick(
            (&scheme.name, &scheme.short, &scheme.note),
            (&scheme.name_en, &scheme.short_en, &scheme.note_en),
        );
        Self {
            id: scheme.id.clone(),
            name: name.clone(),
            short: short.clone(),
            note: note.clone(),
            document: scheme.document.clone(),
            items: crosswalk.items_of(&scheme.id).len(),
        }
    }
}

/// The schemes of items, each once, in the order of the items.
pub(super) fn schemes_of(
    crosswalk: &Crosswalk,
    items: &[&SchemeItem],
    language: Language,
) -> Vec<SchemeName> {
    let mut schemes: Vec<SchemeName> = Vec::new();
    for scheme in items
        .iter()
        .filter_map(|item| crosswalk.scheme(&item.scheme))
    {
        if schemes.iter().all(|one| one.id != scheme.id) {
            schemes.push(SchemeName::of(crosswalk, scheme, language));
        }
    }
    schemes
}

/// What items are called together: the scheme when they are all of it, the item when it is alone.
pub(super) fn together(crosswalk: &Crosswalk, items: &[&SchemeItem], language: Language) -> String {
    let schemes = schemes_of(crosswalk, items, language);
    match (schemes.as_slice(), items) {
        ([scheme], _) if scheme.items == items.len() => scheme.name.clone(),
        (_, [item]) => item_name(crosswalk, item, language),
        ([scheme], _) => {
            let ids: Vec<&str> = items.iter().map(|item| item.id.as_str()).collect();
            format!("{} {}", scheme.short, ids.join(", "))
        }
        _ => (Wording::of(language).crosswalk.several)(items.len()),
    }
}

/// Scheme and number of an item.
pub(super) fn item_name(crosswalk: &Crosswalk, item: &SchemeItem, language: Language) -> String {
    let scheme = crosswalk.scheme(&item.scheme);
    let short = scheme.map_or(item.scheme.as_str(), |scheme| {
        language.pick(&scheme.short, &scheme.short_en)
    });
    format!("{short} {}", item.id)
}

/// What an item is about.
pub(super) fn item_title(item: &SchemeItem, language: Language) -> &str {
    language.pick(&item.title, &item.title_en)
}

/// What a theme is about.
pub(super) fn theme_title(theme: &Theme, language: Language) -> &str {
    language.pick(&theme.title, &theme.title_en)
}

/// Whose judgement the correspondences are.
pub(super) fn ours(crosswalk: &Crosswalk, language: Language) -> String {
    language.pick(&crosswalk.ours, &crosswalk.ours_en).clone()
}

/// Names joined as the language does.
pub(super) fn joined(names: &[String], language: Language) -> String {
    names.join(language.pick("、", ", "))
}
