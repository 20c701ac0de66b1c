//! What the terminal is: width, language, time; and how text gets there.

use std::io::{IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};
use serde::Serialize;

use crate::question::Language;
use crate::wording::Wording;

/// Columns when the output is no terminal.
const PLAIN_WIDTH: usize = 100;

/// The terminal of the process.
pub(super) struct Terminal {
    /// The language of help and messages.
    pub language: Language,
    /// Width in columns.
    pub width: usize,
}

impl Terminal {
    /// The terminal of this process: `SONAE_LANG`, then the usual locale variables.
    pub fn of_process() -> Self {
        let locale = ["SONAE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .unwrap_or_default();
        Self {
            language: match locale.starts_with("ja") {
                true => Language::Ja,
                false => Language::En,
            },
            width: terminal_size::terminal_size()
                .filter(|_| std::io::stdout().is_terminal())
                .map_or(PLAIN_WIDTH, |(width, _)| usize::from(width.0)),
        }
    }

    /// The phrases of its language.
    pub fn wording(&self) -> &'static Wording {
        Wording::of(self.language)
    }

    /// Prints text; colors are stripped unless this is a terminal that wants them.
    pub fn print(&self, text: &str) -> anyhow::Result<()> {
        let mut out = anstream::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        Ok(())
    }

    /// Prints a value as JSON.
    pub fn print_json(&self, value: &impl Serialize) -> anyhow::Result<()> {
        self.print(&format!("{}\n", serde_json::to_string_pretty(value)?))
    }

    /// A remark that is not part of the output.
    pub fn note(&self, text: &str) {
        anstream::eprintln!("{text}");
    }

    /// What was given on the command line; nothing after a remark when it cannot be taken.
    pub fn accepted<T>(&self, given: anyhow::Result<T>) -> Option<T> {
        given
            .inspect_err(|error| self.note(&format!("{error:#}")))
            .ok()
    }

    /// A sign of life on standard error; silent where that is no terminal.
    pub fn spinner(&self) -> ProgressBar {
        match std::io::stderr().is_terminal() {
            true => ProgressBar::no_length(),
            false => ProgressBar::hidden(),
        }
    }

    /// Says what takes its time: the spinner, or one line where there is none.
    pub fn start(&self, spinner: &ProgressBar, message: &'static str) {
        if spinner.is_hidden() {
            self.note(message);
            return;
        }
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            spinner.set_style(style);
        }
        spinner.set_message(message);
        spinner.enable_steady_tick(std::time::Duration::from_millis(100));
    }
}

/// Japan Standard Time: nine hours ahead, no daylight saving.
fn japan() -> TimeZone {
    TimeZone::fixed(Offset::constant(9))
}

/// The moment now, Japan Standard Time.
pub(super) fn now() -> DateTime {
    Zoned::new(Timestamp::now(), japan()).datetime()
}

pub(super) fn today() -> Date {
    now().date()
}

/// Reads `--at`: a date and time with offset; without one, Japan Standard Time is meant.
pub(super) fn parse_moment(text: &str) -> Result<DateTime, String> {
    if let Ok(timestamp) = text.parse::<Timestamp>() {
        return Ok(Zoned::new(timestamp, japan()).datetime());
    }
    text.parse::<DateTime>()
        .map_err(|_| "2026-11-23T03:00+09:00".to_owned())
}

/// A moment as people read it.
pub(super) fn moment_words(moment: DateTime) -> String {
    moment.strftime("%Y-%m-%d %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::parse_moment;

    #[test]
    fn moments_are_read_in_japan_time() {
        for text in [
            "2026-11-23T03:00+09:00",
            "2026-11-22T18:00:00Z",
            "2026-11-23T03:00",
        ] {
            let moment = parse_moment(text).unwrap();
            assert_eq!(moment.to_string(), "2026-11-23T03:00:00", "{text}");
        }
        assert!(parse_moment("tomorrow").is_err());
    }
}
