//! Which items of the schemes correspond: those that the same theme meets.

use serde::Serialize;

use crate::knowledge::{Crosswalk, SchemeItem, Theme};

/// How a theme and an item, or two items, belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Link {
    /// As a whole.
    Whole,
    /// Only in part.
    Partly,
}

/// An item of another scheme that corresponds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correspondence {
    /// Key of the item.
    pub item: String,
    /// How it corresponds.
    pub link: Link,
}

/// Returns the items of other schemes that correspond to an item, in the order of the crosswalk.
pub fn correspondences(crosswalk: &Crosswalk, item: &SchemeItem) -> Vec<Correspondence> {
    let linked = themes_of(&crosswalk.themes, &item.key());
    let others = crosswalk
        .items
        .iter()
        .filter(|other| other.scheme != item.scheme);
    let corresponding = others.filter_map(|other| {
        let key = other.key();
        let links = linked
            .iter()
            .filter_map(|(theme, link)| between(*link, link_of(theme, &key)?));
        Some(Correspondence {
            link: links.min()?,
            item: key,
        })
    });
    corresponding.collect()
}

/// The themes that an item belongs to, those that meet it first.
pub(super) fn themes_of<'a>(themes: &'a [Theme], key: &str) -> Vec<(&'a Theme, Link)> {
    let mut linked: Vec<(&Theme, Link)> = themes
        .iter()
        .filter_map(|theme| Some((theme, link_of(theme, key)?)))
        .collect();
    linked.sort_by_key(|(_, link)| *link);
    linked
}

/// How a theme and an item belong together.
pub(super) fn link_of(theme: &Theme, key: &str) -> Option<Link> {
    let is_in = |keys: &[String]| keys.iter().any(|one| one == key);
    match () {
        () if is_in(&theme.items) => Some(Link::Whole),
        () if is_in(&theme.partly) => Some(Link::Partly),
        () => None,
    }
}

/// The keys of the items of one scheme that a theme meets.
pub(super) fn of_scheme<'a>(theme: &'a Theme, scheme: &str) -> Vec<&'a String> {
    let keys = theme.items.iter();
    keys.filter(|key| scheme_of(key) == scheme).collect()
}

/// The scheme in a key.
pub(super) fn scheme_of(key: &str) -> &str {
    key.split_once(':').map_or(key, |(scheme, _)| scheme)
}

/// Two items of which the theme meets only parts may have nothing in common.
fn between(one: Link, other: Link) -> Option<Link> {
    match (one, other) {
        (Link::Whole, Link::Whole) => Some(Link::Whole),
        (Link::Partly, Link::Partly) => None,
        _ => Some(Link::Partly),
    }
}
