//! Phone numbers, card numbers, my-numbers: told by how many digits stand in how many groups.
//!
//! Dates, amounts with commas, section numbers and short numbers (110番, #9110) have none of these shapes.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern;
use super::reading::Span;

const PHONE: &str = "[電話]";
const CARD: &str = "[カード番号]";
const NUMBER: &str = "[番号]";

/// Most groups that one number is written in: `+33 1 23 45 67 89`.
const MOST_GROUPS: usize = 6;

// All kinds of hyphens, the long vowel mark that stands in for them, brackets, dots and spaces.
static RUNS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\+? ?\(?\d+(?:[ \t().・\u{2010}-\u{2015}\u{2212}\u{FE63}\u{2D}ー\u{FF70}]{1,3}\d+)*")
});
static DIGITS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d+"));

/// Everything that has the shape of a personal number.
pub(super) fn numbers(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for run in RUNS.find_iter(text) {
        let run = Run::of(run.as_str(), run.start());
        let mut first = 0;
        while first < run.groups.len() {
            match run.longest_number(first) {
                Some((span, after)) => {
                    spans.push(span);
                    first = after;
                }
                None => first += 1,
            }
        }
    }
    spans
}

/// Groups of digits with little between them.
struct Run<'a> {
    text: &'a str,
    start: usize,
    groups: Vec<Range<usize>>,
}

impl<'a> Run<'a> {
    fn of(text: &'a str, start: usize) -> Self {
        let groups = DIGITS.find_iter(text).map(|group| group.range()).collect();
        Self {
            text,
            start,
            groups,
        }
    }

    /// The longest number that begins with this group, and the group after it.
    fn longest_number(&self, first: usize) -> Option<(Span, usize)> {
        let most = self.groups.len().min(first + MOST_GROUPS);
        (first + 1..=most).rev().find_map(|after| {
            let from = self.groups.get(first)?.start;
            let to = self.groups.get(after - 1)?.end;
            let before = self.text.get(..from)?;
            let has_plus = first == 0 && before.starts_with('+');
            let written = self.text.get(from..to)?;
            let mark = self.mark(first..after, written, has_plus)?;
            // An opening bracket goes with the number when the closing one does.
            let bracket = usize::from(before.ends_with('(') && written.contains(')'));
            let start = if has_plus { 0 } else { from - bracket };
            let span = Span {
                start: self.start + start,
                end: self.start + to,
                mark,
            };
            Some((span, after))
        })
    }

    fn mark(&self, groups: Range<usize>, written: &str, has_plus: bool) -> Option<&'static str> {
        let groups: Vec<&str> = self
            .groups
            .get(groups)?
            .iter()
            .filter_map(|group| self.text.get(group.clone()))
            .collect();
        let lengths: Vec<usize> = groups.iter().map(|group| group.chars().count()).collect();
        let total: usize = lengths.iter().sum();
        if has_plus && (8..=15).contains(&total) {
            return Some(PHONE);
        }
        // 2023-2024-2025 are years, whatever their number.
        if groups.iter().all(|group| is_year(group)) {
            return None;
        }
        if let [length] = lengths.as_slice() {
            return match length {
                10 | 11 if written.starts_with('0') => Some(PHONE),
                13..=19 => Some(CARD),
                12.. => Some(NUMBER),
                _ => None,
            };
        }
        if is_phone(&groups, &lengths, total, written) {
            return Some(PHONE);
        }
        match lengths.as_slice() {
            [4, 4, 4] => Some(NUMBER),
            [4, _, _, ..] if (13..=19).contains(&total) => lengths
                .iter()
                .all(|length| (3..=7).contains(length))
                .then_some(CARD),
            _ => None,
        }
    }
}

fn is_phone(groups: &[&str], lengths: &[usize], total: usize, written: &str) -> bool {
    let Some((first, last)) = groups.first().zip(lengths.last()) else {
        return false;
    };
    let is_domestic = first.starts_with('0')
        && (2..=5).contains(&first.len())
        && (10..=11).contains(&total)
        && groups.len() <= 4
        && *last >= 3;
    // Dialed from Japan (010 81 …) or with the country code but no plus (81-90-1234-5678).
    let is_international = groups.len() >= 3
        && *last >= 3
        && ((*first == "010" && (11..=17).contains(&total))
            || (*first == "81" && (11..=12).contains(&total)));
    // Only spaces between such groups are a list of numbers.
    let is_american = matches!(lengths, [3, 3, 4] | [1, 3, 3, 4])
        && written.contains(|one: char| !one.is_ascii_digit() && one != ' ');
    is_domestic || is_international || is_american
}

fn is_year(group: &str) -> bool {
    group.len() == 4 && (group.starts_with("19") || group.starts_with("20"))
}
