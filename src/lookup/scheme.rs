//! Schemes of the crosswalk and their items by the names that people use: `★3`, `scs3 1-2`, `mfa`, `No.18`.

use super::{Lookup, Named, bare_number, best, key, keys};
use crate::knowledge::{Crosswalk, Scheme, SchemeItem};
use crate::text::heading_id;

/// What somebody wants to see of the crosswalk.
#[derive(Debug)]
pub enum Wanted<'a> {
    /// A whole scheme.
    Scheme(&'a Scheme),
    /// Some items, of one scheme or of several.
    Items(Vec<&'a SchemeItem>),
    /// There is no such thing; these are near.
    Near(Vec<String>),
}

impl<'a> Wanted<'a> {
    /// Returns the items, those of a whole scheme included.
    pub fn items(&self, crosswalk: &'a Crosswalk) -> Vec<&'a SchemeItem> {
        match self {
            Self::Scheme(scheme) => crosswalk.items_of(&scheme.id),
            Self::Items(items) => items.clone(),
            Self::Near(_) => Vec::new(),
        }
    }
}

/// Finds a scheme, or items: of the scheme that the first word names, else of all schemes.
pub fn wanted<'a>(crosswalk: &'a Crosswalk, typed: &str) -> Wanted<'a> {
    let near = match scheme(crosswalk, typed) {
        Lookup::Found(scheme) => return Wanted::Scheme(scheme),
        Lookup::Near(near) => near,
    };
    let parts = typed.trim().split_once([' ', '　', ':']);
    if let Some((name, rest)) = parts
        && let Lookup::Found(scheme) = scheme(crosswalk, name)
        && let Wanted::Items(items) = items(&crosswalk.items_of(&scheme.id), rest)
    {
        return Wanted::Items(items);
    }
    let all: Vec<&SchemeItem> = crosswalk.items.iter().collect();
    match items(&all, typed) {
        Wanted::Near(items) if items.is_empty() => Wanted::Near(near),
        found => found,
    }
}

/// Finds a scheme by id, name or another name that people use for it.
pub fn scheme<'a>(crosswalk: &'a Crosswalk, name: &str) -> Lookup<'a, Scheme> {
    let named = crosswalk.schemes.iter().map(|scheme| {
        let names = [
            &scheme.id,
            &scheme.name,
            &scheme.name_en,
            &scheme.short,
            &scheme.short_en,
        ];
        Named {
            item: scheme,
            keys: keys(names.into_iter().chain(&scheme.said)),
            shown: format!("{} — {}", scheme.id, scheme.name),
        }
    });
    best(named.collect(), name)
}

/// Finds items by number, by the beginning of a number (`1-2` finds `1-2-1`), or by name.
fn items<'a>(items: &[&'a SchemeItem], name: &str) -> Wanted<'a> {
    let id = heading_id(name.trim());
    let is_below = |item: &SchemeItem| {
        let rest = item.id.strip_prefix(id.as_str());
        !id.is_empty() && rest.is_some_and(|rest| rest.starts_with(['-', '.']))
    };
    let picked = |is_meant: &dyn Fn(&SchemeItem) -> bool| -> Vec<&'a SchemeItem> {
        let picked = items.iter().copied();
        picked.filter(|item| is_meant(item)).collect()
    };
    let wanted = key(name);
    let ways: [&dyn Fn(&SchemeItem) -> bool; 3] = [&|item| item.id == id, &is_below, &|item| {
        item_keys(item).contains(&wanted)
    }];
    for way in ways {
        let items = picked(way);
        if !items.is_empty() {
            return Wanted::Items(items);
        }
    }
    let named = items.iter().map(|item| Named {
        item: *item,
        keys: item_keys(item),
        shown: format!("{} {} — {}", item.scheme, item.id, item.title),
    });
    match best(named.collect(), name) {
        Lookup::Found(item) => Wanted::Items(vec![item]),
        Lookup::Near(near) => Wanted::Near(near),
    }
}

fn item_keys(item: &SchemeItem) -> Vec<String> {
    let number = bare_number(&item.id);
    let names = [&item.id, &item.title, &item.title_en];
    keys(names.into_iter().chain(&item.said).chain(&number))
}

#[cfg(test)]
mod tests {
    use super::{Wanted, wanted};
    use crate::knowledge::{SchemeItem, embedded_files, parse};

    fn check(typed: &str, expected: &[&str]) {
        let crosswalk = parse(&embedded_files()).crosswalk;
        let wanted = wanted(&crosswalk, typed);
        let found: Vec<String> = match &wanted {
            Wanted::Scheme(scheme) => vec![scheme.id.clone()],
            Wanted::Items(items) => items.iter().map(|item| SchemeItem::key(item)).collect(),
            Wanted::Near(_) => Vec::new(),
        };
        assert_eq!(found, expected, "{typed}: {wanted:?}");
    }

    #[test]
    fn schemes_are_found_by_the_names_that_people_use() {
        check("star2", &["star2"]);
        check("★★", &["star2"]);
        check("★３", &["scs3"]);
        check("二つ星", &["star2"]);
        check("自社診断", &["self-check"]);
        check("経営ガイドライン", &["keiei"]);
        check("NIST CSF", &["csf"]);
    }

    #[test]
    fn items_are_found_by_number_and_by_name() {
        check("scs3 1-2-1", &["scs3:1-2-1"]);
        check("scs3 1-2", &["scs3:1-2-1", "scs3:1-2-3"]);
        check("scs3:4-1-3", &["scs3:4-1-3"]);
        check("self-check 18", &["self-check:No.18"]);
        check("csf GV.OC-03", &["csf:GV.OC"]);
        check("mfa", &["controls:mfa"]);
        check("third-party risk", &["controls:suppliers"]);
    }

    #[test]
    fn what_does_not_exist_is_not_found() {
        check("", &[]);
        check("scs3 9-9-9", &[]);
        check("お昼のおすすめ", &[]);
    }
}
