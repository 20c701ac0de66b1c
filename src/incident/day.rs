//! A day as people type it: `2026-11-20`, `11/20`, `１１月２０日`, `令和8年11月20日`, `昨日`, `yesterday`.

use jiff::civil::Date;

use crate::text::folded;

/// The first year of Reiwa.
const REIWA: i16 = 2019;

/// Reads a day that is past or today; without a year, the last time that day was.
pub fn day(typed: &str, today: Date) -> Option<Date> {
    let text = folded(typed);
    let text = text.trim();
    let before = |days: i32| (0..days).try_fold(today, |day, _| day.yesterday().ok());
    match text {
        "今日" | "本日" | "きょう" | "today" => return Some(today),
        "昨日" | "きのう" | "yesterday" => return before(1),
        "一昨日" | "おととい" => return before(2),
        _ => {}
    }
    let is_known =
        |character: char| character.is_ascii_digit() || "年月日/.- 令和".contains(character);
    if !text.chars().all(is_known) {
        return None;
    }
    let is_reiwa = text.starts_with("令和");
    let numbers: Vec<i16> = text
        .split(|character: char| !character.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(|digits| digits.parse().ok())
        .collect::<Option<_>>()?;
    let part = |number: i16| i8::try_from(number).ok();
    match numbers.as_slice() {
        [year, month, day] => {
            let year = match is_reiwa {
                true => year.checked_add(REIWA - 1)?,
                false => *year,
            };
            let is_written_out = year > 999;
            let date = Date::new(year, part(*month)?, part(*day)?).ok()?;
            is_written_out.then_some(date)
        }
        [month, day] if !is_reiwa => {
            let of_year = |year| Date::new(year, part(*month)?, part(*day)?).ok();
            of_year(today.year())
                .filter(|date| *date <= today)
                .or_else(|| of_year(today.year() - 1))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::day;

    fn check(typed: &str, expected: Option<Date>) {
        assert_eq!(day(typed, date(2026, 11, 23)), expected, "{typed}");
    }

    #[test]
    fn a_day_is_read_however_it_is_typed() {
        let friday = Some(date(2026, 11, 20));
        for typed in [
            "2026-11-20",
            "2026/11/20",
            "2026.11.20",
            " ２０２６年１１月２０日 ",
            "令和8年11月20日",
            "11/20",
            "11月20日",
            "11-20",
        ] {
            check(typed, friday);
        }
        check("今日", Some(date(2026, 11, 23)));
        check("Yesterday", Some(date(2026, 11, 22)));
        check("おととい", Some(date(2026, 11, 21)));
    }

    #[test]
    fn a_day_without_a_year_is_the_last_that_was() {
        check("12/31", Some(date(2025, 12, 31)));
        check("11月24日", Some(date(2025, 11, 24)));
        check("11月23日", Some(date(2026, 11, 23)));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for typed in [
            "",
            "先週くらい",
            "2026-02-30",
            "13/40",
            "20",
            "8-11-20",
            "2026-11-20です",
            "1/2/3/4",
            "99999/1/1",
        ] {
            check(typed, None);
        }
    }
}
