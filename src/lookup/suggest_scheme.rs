//! Schemes and their items as suggestions.

use super::key::Key;
use super::matching::Names;
use super::table::Item;
use crate::knowledge::{Crosswalk, Scheme, SchemeItem};

/// A scheme; its value is its id.
pub(super) fn scheme_item(scheme: &Scheme) -> Item {
    let names = [
        &scheme.id,
        &scheme.name,
        &scheme.name_en,
        &scheme.short,
        &scheme.short_en,
    ];
    Item {
        value: scheme.id.clone(),
        ja: scheme.name.clone(),
        en: scheme.name_en.clone(),
        names: Names {
            names: keys(names.into_iter().chain(&scheme.said)),
            numbers: Vec::new(),
            beside: Vec::new(),
        },
    }
}

/// An item of a scheme; its value is its key.
pub(super) fn scheme_part(crosswalk: &Crosswalk, item: &SchemeItem) -> Item {
    let short = |of: fn(&Scheme) -> &String| {
        let scheme = crosswalk.scheme(&item.scheme);
        scheme.map_or(item.scheme.as_str(), |scheme| of(scheme).as_str())
    };
    let ja = format!(
        "{} {} {}",
        short(|scheme| &scheme.short),
        item.id,
        item.title
    );
    let en = format!(
        "{} {} {}",
        short(|scheme| &scheme.short_en),
        item.id,
        item.title_en
    );
    let names = [&item.title, &item.title_en, &ja, &en];
    Item {
        value: item.key(),
        names: Names {
            names: keys(names.into_iter().chain(&item.said)),
            numbers: Names::numbers_of(&item.id),
            beside: Vec::new(),
        },
        ja,
        en,
    }
}

fn keys<'n>(names: impl Iterator<Item = &'n String>) -> Vec<Key> {
    let mut keys: Vec<Key> = names.map(|name| Key::new(name)).collect();
    keys.retain(|key| !key.text.is_empty());
    keys
}
