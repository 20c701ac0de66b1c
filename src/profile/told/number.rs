//! Numbers of people, yen and hours as people write them: 「30人」「10万円」「月に6時間」.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::text;

/// A number with the bytes of the normalized text that it covers, unit and all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted {
    pub range: Range<usize>,
    pub number: u32,
}

/// Digits with thousands separators, and what they are multiplied with: `1万5千`, `1,200`, `2.5万`.
const NUMBER: &str =
    r"((?:[0-9][0-9,]*(?:\.[0-9]+)? ?(?:億|万|千|百|k\b|million\b|thousand\b)? ?)+)";

fn pattern(before: &str, after: &str) -> Option<Regex> {
    Regex::new(&format!("{before}{NUMBER}{after}")).ok()
}

static PEOPLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:(?:team|staff|company|shop|office|firm) of )?",
        r"-?(?:人|名|people\b|employees\b|staff\b|workers\b|persons?\b)",
    )
});
static YEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:(?:年間|1年|年)(?:の|に|で)?)?(?:予算(?:は|が|も|の上限は)?)?(?:約|年間?|上限)?¥?",
        r"(?:円|yen\b|jpy\b)(?:(?:まで|以内|くらい|ぐらい|ほど|程度)| (?:a|per) year)?",
    )
});
static HOURS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:(?:月|毎月|ひと月|1か月)(?:に|で)?約?)?",
        r"(?:時間|hours?\b)(?: (?:a|per) month|/月)?",
    )
});
static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| pattern("^[^0-9]{0,12}", "[^0-9]{0,12}$"));
static PART: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"([0-9][0-9,]*(?:\.[0-9]+)?) ?(億|万|千|百|k|million|thousand)?").ok()
});

/// Reads the only number of a short text, as in a form: 「３０人」「10万円」「約6時間」. Nothing when there is none, or
/// several.
pub fn number_in(typed: &str) -> Option<u32> {
    let folded = text::folded(typed);
    let captures = BARE.as_ref()?.captures(folded.trim())?;
    value(captures.get(1)?.as_str())
}

/// Numbers of people.
pub(super) fn people(text: &str) -> Vec<Counted> {
    counted(&PEOPLE, text, |_| true)
}

/// Yen in a year: only where it is said that they are.
pub(super) fn yearly_yen(text: &str) -> Vec<Counted> {
    const YEARLY: [&str; 6] = ["予算", "年間", "年に", "1年", "a year", "per year"];
    let is_yearly = |whole: &str| YEARLY.iter().any(|word| whole.contains(word));
    counted(&YEN, text, is_yearly)
}

/// Hours in a month: only where it is said that they are.
pub(super) fn monthly_hours(text: &str) -> Vec<Counted> {
    counted(&HOURS, text, |whole| {
        whole.contains('月') || whole.contains("month")
    })
}

fn counted(
    pattern: &LazyLock<Option<Regex>>,
    text: &str,
    is_meant: impl Fn(&str) -> bool,
) -> Vec<Counted> {
    let Some(pattern) = pattern.as_ref() else {
        return Vec::new();
    };
    let found = pattern.captures_iter(text);
    let read = |captures: Captures<'_>| {
        let whole = captures.get(0).filter(|whole| is_meant(whole.as_str()))?;
        Some(Counted {
            range: whole.range(),
            number: value(captures.get(1)?.as_str())?,
        })
    };
    found.filter_map(read).collect()
}

/// The value of digits and multipliers; the parts are added up.
fn value(written: &str) -> Option<u32> {
    let mut sum = 0.0;
    for captures in PART.as_ref()?.captures_iter(written) {
        let digits = captures.get(1)?.as_str().replace(',', "");
        let factor = match captures.get(2).map(|unit| unit.as_str()) {
            Some("億") => 1e8,
            Some("万") => 1e4,
            Some("千" | "k" | "thousand") => 1e3,
            Some("百") => 1e2,
            Some("million") => 1e6,
            _ => 1.0,
        };
        sum += digits.parse::<f64>().ok()? * factor;
    }
    (0.0..=f64::from(u32::MAX))
        .contains(&sum)
        .then_some(sum.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::{monthly_hours, number_in, people, yearly_yen};

    fn check(typed: &str, expected: Option<u32>) {
        assert_eq!(number_in(typed), expected, "{typed}");
    }

    #[test]
    fn a_number_of_a_form_is_read_as_people_write_it() {
        check("30", Some(30));
        check("３０人", Some(30));
        check("10万円", Some(100_000));
        check("1万5千円くらい", Some(15_000));
        check("2.5万", Some(25_000));
        check("1,200", Some(1200));
        check("約6時間", Some(6));
        check("30人か40人", None);
        check("たくさん", None);
        check("99999999999", None);
    }

    #[test]
    fn numbers_in_a_sentence_need_what_they_count() {
        let numbers = |found: Vec<super::Counted>| -> Vec<u32> {
            found.into_iter().map(|counted| counted.number).collect()
        };
        assert_eq!(numbers(people("従業員は12名で、2人は在宅")), [12, 2]);
        assert_eq!(
            numbers(people("a team of 8 people, 12-person company")),
            [8, 12]
        );
        assert_eq!(
            numbers(yearly_yen("予算は年10万円、端末は5万円")),
            [100_000]
        );
        assert_eq!(numbers(yearly_yen("about 200,000 yen a year")), [200_000]);
        assert_eq!(numbers(monthly_hours("月に6時間、作業は2時間")), [6]);
    }
}
