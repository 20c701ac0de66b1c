//! The keys of the phrases around deadlines that are counted from a day, and the record of an incident.

use jiff::civil::Date;

use super::plan_chat::PaperWords;

/// The phrases of counted deadlines and of the record of an incident.
pub struct IncidentWords {
    /// A day with its weekday.
    pub date: fn(Date) -> String,
    /// From one day to another.
    pub span: fn(&str, &str) -> String,
    /// Until a day.
    pub until: fn(&str) -> String,
    /// Title of deadlines counted from a day.
    pub deadlines: fn(&str) -> String,
    /// Label of the cases in which a deadline holds.
    pub condition: &'static str,
    /// Label of the rule.
    pub rule: &'static str,
    /// Label of how days are counted.
    pub counting: &'static str,
    /// Heading of what else the playbook says of deadlines.
    pub also: &'static str,
    /// Button that counts.
    pub count: &'static str,
    /// Title of the dialog that asks for the day.
    pub ask: &'static str,
    /// Label of the day.
    pub ask_day: &'static str,
    /// Label of the day where it may stay empty.
    pub ask_day_or_nothing: &'static str,
    /// What may be typed.
    pub ask_hint: &'static str,
    /// Title when no day could be read.
    pub unread: &'static str,
    /// What can be read.
    pub unread_text: &'static str,
    /// Title when the day is still to come.
    pub future: &'static str,
    /// Which days are possible.
    pub future_text: &'static str,
    /// Button that asks again.
    pub again: &'static str,
    /// Button that makes the record.
    pub make_record: &'static str,
    /// Title of the dialog before the record.
    pub ask_record: &'static str,
    /// What the record is and what to mind.
    pub record_text: &'static str,
    /// The paper.
    pub record: RecordWords,
}

/// The phrases of the record.
pub struct RecordWords {
    /// Title of the message with the files.
    pub ready: &'static str,
    /// Title, with the kind of incident.
    pub title: fn(&str) -> String,
    /// When the list was opened.
    pub opened: fn(&str) -> String,
    /// When the record was made.
    pub made: fn(&str) -> String,
    /// How many steps are done, of how many.
    pub progress: fn(usize, usize) -> String,
    /// The day on which somebody learned of it.
    pub known: fn(&str) -> String,
    /// Heading of what happened when.
    pub timeline: &'static str,
    /// Heading of the steps that are open.
    pub open: &'static str,
    /// The list was opened.
    pub opened_event: &'static str,
    /// Who did something: nobody is named.
    pub member: &'static str,
    /// A step was done: its number and words.
    pub step: fn(usize, &str) -> String,
    /// Column: when.
    pub when: &'static str,
    /// Column: what.
    pub what: &'static str,
    /// Column: who.
    pub who: &'static str,
    /// Column: number.
    pub number: &'static str,
    /// Column to fill in: where it is kept.
    pub kept_where: &'static str,
    /// Column: by when.
    pub due: &'static str,
    /// Column: name of a window.
    pub window: &'static str,
    /// Column to fill in: when it was called.
    pub called: &'static str,
    /// No date without the day.
    pub no_date: &'static str,
    /// Nobody is named.
    pub no_names: &'static str,
    /// Columns are there to fill in.
    pub fill_in: &'static str,
    /// Descriptions of the files.
    pub file: PaperWords,
}
