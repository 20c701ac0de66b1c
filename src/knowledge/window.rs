//! Contact windows (相談窓口) and whether they are open at a given moment.

use jiff::civil::{Date, DateTime, Time, Weekday};
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::calendar::{Calendar, TomlDate};
use super::findings::{DateKind, Findings, Kind};
use super::id::PassageId;
use super::problem::Problem;
use super::toml_file::TomlText;

/// One contact window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Stable id.
    pub id: String,
    /// Name in Japanese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// Phone number.
    pub phone: Option<String>,
    /// Mail address.
    pub mail: Option<String>,
    /// Address of a web form.
    pub form: Option<String>,
    /// Official page; none for a contact of the reader's own (bank, vendor, insurer).
    pub url: Option<String>,
    /// For whom and when, in Japanese.
    pub for_whom: String,
    /// For whom and when, in English.
    pub for_whom_en: String,
    /// Hours in Japan Standard Time; empty when not known.
    pub hours: Vec<Hours>,
    /// Answered day and night.
    pub always: bool,
    /// Also on public holidays and at the year's end.
    pub holidays: bool,
    /// Whether the hours were confirmed on the official page.
    pub hours_sure: bool,
    /// A remark on the hours, in Japanese.
    pub hours_note: Option<String>,
    /// A remark on the hours, in English.
    pub hours_note_en: Option<String>,
    /// When the entry was last compared with its source.
    pub checked: Date,
    /// The passage behind it.
    pub section: PassageId,
}

/// One span of opening hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// On which days.
    pub days: Days,
    /// Opens, `HH:MM`.
    #[serde(deserialize_with = "time")]
    pub from: Time,
    /// Closes, `HH:MM`.
    #[serde(deserialize_with = "time")]
    pub to: Time,
}

/// The days of a span of opening hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Days {
    /// Monday to Friday.
    MonFri,
    /// Every day of the week.
    EveryDay,
}

/// Whether a window can be reached at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OpenState {
    /// Day and night.
    Always,
    /// Open now.
    Open,
    /// Closed now.
    Closed,
    /// The hours are not known, or not confirmed for this moment.
    Unknown,
}

impl Window {
    /// Returns whether the window can be reached at this moment (Japan Standard Time).
    pub fn state(&self, moment: DateTime, calendar: &Calendar) -> OpenState {
        if self.always {
            return OpenState::Always;
        }
        if self.hours.is_empty() {
            return OpenState::Unknown;
        }
        let is_closed_day = !self.holidays && calendar.is_closed(moment.date());
        let is_open = self.hours.iter().any(|hours| {
            hours.days.include(moment.date().weekday())
                && hours.from <= moment.time()
                && moment.time() < hours.to
        });
        match is_open && !is_closed_day {
            true => OpenState::Open,
            false => OpenState::Closed,
        }
    }

    /// Returns whether it has a number, an address or a form of its own.
    pub fn is_reachable(&self) -> bool {
        self.phone.is_some() || self.mail.is_some() || self.form.is_some() || self.url.is_some()
    }
}

impl Days {
    fn include(self, weekday: Weekday) -> bool {
        match self {
            Self::MonFri => !matches!(weekday, Weekday::Saturday | Weekday::Sunday),
            Self::EveryDay => true,
        }
    }
}

fn time<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Time, D::Error> {
    if !deserializer.is_human_readable() {
        return Time::deserialize(deserializer);
    }
    let written = String::deserialize(deserializer)?;
    Time::strptime("%H:%M", &written)
        .map_err(|_| serde::de::Error::custom("expected a time such as \"09:30\""))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    window: Vec<RawWindow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWindow {
    id: Spanned<String>,
    name: String,
    name_en: String,
    phone: Option<String>,
    mail: Option<String>,
    form: Option<String>,
    url: Spanned<String>,
    for_whom: String,
    for_whom_en: String,
    hours: Vec<Hours>,
    always: bool,
    holidays: bool,
    hours_sure: bool,
    hours_note: Option<String>,
    hours_note_en: Option<String>,
    checked: Spanned<TomlDate>,
    section: Spanned<String>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Vec<Window>, Findings), Problem> {
    let (mut windows, mut findings) = (Vec::new(), Findings::default());
    for raw in file.parse::<RawFile>()?.window {
        findings.define(Kind::Window, raw.id.get_ref(), file.place(&raw.id));
        let checked = raw.checked.get_ref().0;
        findings.date(DateKind::Checked, checked, file.place(&raw.checked));
        findings.refer(file, Kind::Passage, [&raw.section]);
        let url = Some(raw.url.get_ref().clone()).filter(|url| !url.is_empty());
        if url.as_ref().is_some_and(|url| !url.starts_with("https://")) {
            findings.problems.push(file.place(&raw.url).problem(
                "the official page must begin with https:// (or be \"\" for a contact of the reader's own)",
            ));
        }
        let Some(section) = PassageId::parse(raw.section.get_ref()) else {
            continue;
        };
        windows.push(Window {
            id: raw.id.into_inner(),
            name: raw.name,
            name_en: raw.name_en,
            phone: raw.phone,
            mail: raw.mail,
            form: raw.form,
            url,
            for_whom: raw.for_whom,
            for_whom_en: raw.for_whom_en,
            hours: raw.hours,
            always: raw.always,
            holidays: raw.holidays,
            hours_sure: raw.hours_sure,
            hours_note: raw.hours_note,
            hours_note_en: raw.hours_note_en,
            checked,
            section: section.comparable(),
        });
    }
    Ok((windows, findings))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{OpenState, TomlText, Window};
    use crate::knowledge::calendar::{Calendar, Holiday};

    fn window() -> Window {
        let text = r#"
            [[window]]
            id = "w"
            name = "窓口"
            name_en = "Window"
            phone = "03-0000-0000"
            url = "https://example.jp/"
            for_whom = "会社"
            for_whom_en = "firms"
            hours = [{ days = "mon-fri", from = "10:00", to = "12:00" }, { days = "mon-fri", from = "13:30", to = "17:00" }]
            always = false
            holidays = false
            hours_sure = true
            checked = 2026-11-23
            section = "contact-windows#2"
        "#;
        let file = TomlText {
            file: "windows.toml",
            text,
            first_line: 1,
        };
        super::parse(&file).unwrap().0.remove(0)
    }

    fn check(day: i8, hour: i8, minute: i8, expected: OpenState) {
        let calendar = Calendar {
            holiday: vec![Holiday {
                date: date(2026, 11, 23),
                name: "勤労感謝の日".into(),
            }],
            closure: Vec::new(),
        };
        let moment = date(2026, 11, day).at(hour, minute, 0, 0);
        assert_eq!(window().state(moment, &calendar), expected, "{moment}");
    }

    #[test]
    fn a_window_is_open_in_its_hours_on_working_days() {
        check(24, 10, 0, OpenState::Open);
        check(24, 12, 0, OpenState::Closed);
        check(24, 13, 29, OpenState::Closed);
        check(24, 16, 59, OpenState::Open);
    }

    #[test]
    fn a_window_is_closed_on_weekends_and_holidays() {
        check(22, 11, 0, OpenState::Closed);
        check(23, 11, 0, OpenState::Closed);
    }
}
