//! Whom and where: mentions, links, e-mail addresses, names after `@`, IP addresses.

// `core::net` parses addresses; it opens nothing.
use core::net::Ipv6Addr;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern;
use super::reading::Span;

const MENTION: &str = "[宛先]";
const EMAIL: &str = "[メール]";
const IP: &str = "[IP]";
const REST_OF_LINK: &str = "[以下略]";

static MENTIONS: LazyLock<Regex> = LazyLock::new(|| pattern(r"<(?:@[!&]?|#)\d+>"));

/// Discord's mentions of users, roles and channels.
pub(super) fn mentions(text: &str) -> Vec<Span> {
    whole(&MENTIONS, MENTION, text)
}

// A link ends at a space, a quotation mark or a bracket. In its query, people's words follow a sign directly
// (`?q=山田`); elsewhere a Japanese character is already the sentence around the link.
const IN_PATH: &str = r#"[^\s?#<>"'「」『』()、。\[\]]*"#;
const IN_QUERY: &str = r"(?:[=&+,%][\p{L}\p{N}&&[^\x00-\x7F]]+|[!#-;=?-~])";

static LINKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r#"(?i)[a-z][a-z0-9+.\-]*://(?P<user>[^\s/?#<>"「」『』()、。\[\]]*@)?{IN_PATH}(?P<rest>[?#]{IN_QUERY}+)?"#
    ))
});

/// The user before a link's host, and everything from its `?` or `#` on.
pub(super) fn links(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for found in LINKS.captures_iter(text) {
        for (name, mark) in [("user", ""), ("rest", REST_OF_LINK)] {
            spans.extend(found.name(name).map(|part| Span {
                start: part.start(),
                end: part.end(),
                mark,
            }));
        }
    }
    spans
}

static BARE_LINKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)[a-z0-9\-]+(?:\.[a-z0-9\-]+)+(?::\d+)?(?:/{IN_PATH})?(?P<rest>\?[\w.\-]+={IN_QUERY}*)"
    ))
});

/// The query of a link without `https://`; only with `name=value`, for a sentence may end in `?`, too.
pub(super) fn bare_links(text: &str) -> Vec<Span> {
    BARE_LINKS
        .captures_iter(text)
        .filter_map(|found| found.name("rest"))
        .map(|rest| Span {
            start: rest.start(),
            end: rest.end(),
            mark: REST_OF_LINK,
        })
        .collect()
}

static EMAILS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)[a-z0-9._%+'\-]+(?:@| ?[\[(] ?at ?[\])] ?)[a-z0-9.\-]*[a-z0-9]")
});

/// E-mail addresses, `user@host` included.
pub(super) fn emails(text: &str) -> Vec<Span> {
    whole(&EMAILS, EMAIL, text)
}

static NAMES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"@(?P<name>[A-Za-z_][A-Za-z0-9_.]*|[\p{Han}\p{Katakana}ー]{1,12})"));

/// What follows `@` in questions about the sign itself.
const NOT_NAMES: &[&str] = &["マーク", "記号"];

/// Names after `@`.
pub(super) fn names(text: &str) -> Vec<Span> {
    let is_name = |name: &str| !NOT_NAMES.iter().any(|word| name.starts_with(word));
    NAMES
        .captures_iter(text)
        .filter(|found| {
            found
                .name("name")
                .is_some_and(|name| is_name(name.as_str()))
        })
        .filter_map(|found| found.get(0))
        .map(|found| Span {
            start: found.start(),
            end: found.end(),
            mark: MENTION,
        })
        .collect()
}

static COLON_WORDS: LazyLock<Regex> = LazyLock::new(|| pattern(r"[0-9A-Za-z:.]{3,}"));

/// IPv6 addresses, also behind a label (`IPv6:fe80::1`).
pub(super) fn ip_v6(text: &str) -> Vec<Span> {
    COLON_WORDS
        .find_iter(text)
        .filter_map(|word| {
            let unlabeled = address_part(word.as_str())?;
            Some(Span {
                start: word.end() - unlabeled.len(),
                end: word.end(),
                mark: IP,
            })
        })
        .collect()
}

/// The end of a word that is an IPv6 address, signs of the sentence after it included.
fn address_part(word: &str) -> Option<&str> {
    let mut rest = Some(word);
    // An address has a digit; `a::b` is a name in a program.
    while let Some(part) = rest.filter(|part| part.contains(|one: char| one.is_ascii_digit())) {
        let bare = part.trim_end_matches('.');
        let bare_of_colon = bare.strip_suffix(':').unwrap_or(bare);
        if [bare, bare_of_colon]
            .iter()
            .any(|address| address.parse::<Ipv6Addr>().is_ok())
        {
            return Some(part);
        }
        rest = part.split_once(':').map(|(_, rest)| rest);
    }
    None
}

static DOTTED_NUMBERS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[0-9]+(?:(?:\.|\[\.\])[0-9]+)+"));

/// IPv4 addresses, also written `192[.]0[.]2[.]1`.
pub(super) fn ip_v4(text: &str) -> Vec<Span> {
    DOTTED_NUMBERS
        .find_iter(text)
        .filter(|found| is_ip_v4(found.as_str()))
        .map(|found| Span {
            start: found.start(),
            end: found.end(),
            mark: IP,
        })
        .collect()
}

fn is_ip_v4(dotted: &str) -> bool {
    let parts: Vec<&str> = dotted
        .split('.')
        .map(|part| part.trim_matches(['[', ']']))
        .collect();
    let is_address = parts.len() == 4
        && parts
            .iter()
            .all(|part| part.len() <= 3 && part.parse::<u8>().is_ok());
    // `3.2.1.4` is a section or a version; the addresses of that shape are public services.
    is_address && parts.iter().any(|part| part.len() > 1)
}

fn whole(pattern: &Regex, mark: &'static str, text: &str) -> Vec<Span> {
    pattern
        .find_iter(text)
        .map(|found| Span {
            start: found.start(),
            end: found.end(),
            mark,
        })
        .collect()
}
