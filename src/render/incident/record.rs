//! The record of an incident as a paper to hand over: what happened when, what is open, what to keep, by when, whom to
//! call. Nobody is named.

use jiff::civil::DateTime;

use super::DeadlineSheet;
use crate::incident::Record;
use crate::knowledge::{Knowledge, PassageId, Step};
use crate::question::Language;
use crate::render::paper::{Cell, Column, Paper, Table};
use crate::render::source::{Source, source_cells, source_columns};
use crate::wording::Wording;

/// Makes a paper of a record.
pub fn record_paper(record: &Record<'_>, knowledge: &Knowledge, language: Language) -> Paper {
    let maker = Maker {
        record,
        knowledge,
        language,
        wording: Wording::of(language),
    };
    let words = &maker.wording.incident.record;
    let tables = [
        maker.timeline(),
        maker.open(),
        maker.evidence(),
        maker.deadlines(),
        maker.windows(),
    ];
    let mut notes = vec![words.no_names.to_owned(), words.fill_in.to_owned()];
    let counting = knowledge.deadlines.counting.as_ref();
    if let Some(counting) = counting.filter(|_| !record.dues.is_empty()) {
        let text = maker.pick(&counting.text, &counting.text_en);
        notes.push(format!("{}: {text}", maker.wording.incident.counting));
    }
    notes.push(maker.wording.label.disclaimer.to_owned());
    Paper {
        language: language.code(),
        title: (words.title)(maker.pick(&record.playbook.title, &record.playbook.title_en)),
        lead: maker.lead(),
        tables: tables
            .into_iter()
            .filter(|table| !table.rows.is_empty())
            .collect(),
        notes,
    }
}

struct Maker<'a> {
    record: &'a Record<'a>,
    knowledge: &'a Knowledge,
    language: Language,
    wording: &'static Wording,
}

impl<'a> Maker<'a> {
    fn pick(&self, ja: &'a str, en: &'a str) -> &'a str {
        match self.language {
            Language::Ja => ja,
            Language::En => en,
        }
    }

    fn text(&self, step: &'a Step) -> &'a str {
        self.pick(&step.text, &step.text_en)
    }

    fn lead(&self) -> Vec<String> {
        let words = &self.wording.incident;
        let record = self.record;
        let steps = record.playbook.first.len();
        let mut lead = vec![
            (words.record.made)(&minute(record.made)),
            (words.record.opened)(&minute(record.opened)),
            (words.record.progress)(record.done.len(), steps),
        ];
        lead.extend(
            record
                .known
                .map(|known| (words.record.known)(&(words.date)(known))),
        );
        lead
    }

    /// A table whose last columns tell the source of each line.
    fn table(
        &self,
        heading: &str,
        columns: Vec<Column>,
        rows: Vec<(Vec<Cell>, Option<&PassageId>)>,
    ) -> Table {
        let source = |id: &PassageId| Source::of(self.knowledge, id, self.language);
        let rows = rows.into_iter().map(|(mut cells, id)| {
            cells.extend(source_cells(id.and_then(source).as_ref()));
            cells
        });
        Table {
            heading: heading.to_owned(),
            columns: columns
                .into_iter()
                .chain(source_columns(self.wording))
                .collect(),
            rows: rows.collect(),
        }
    }

    fn timeline(&self) -> Table {
        let words = &self.wording.incident.record;
        let opened = vec![
            Cell::text(minute(self.record.opened)),
            Cell::text(words.opened_event),
            Cell::text(words.member),
        ];
        let done = self.record.done.iter().map(|(done, step)| {
            let cells = vec![
                Cell::text(minute(done.at)),
                Cell::text((words.step)(done.step + 1, self.text(step))),
                Cell::text(words.member),
            ];
            (cells, Some(&step.section))
        });
        let columns = vec![
            Column::new(words.when, 18),
            Column::new(words.what, 60),
            Column::new(words.who, 12),
        ];
        let rows = std::iter::once((opened, None)).chain(done).collect();
        self.table(words.timeline, columns, rows)
    }

    fn open(&self) -> Table {
        let words = &self.wording.incident.record;
        let rows = self.record.open.iter().map(|(place, step)| {
            let cells = vec![Cell::Number(*place as u64 + 1), Cell::text(self.text(step))];
            (cells, Some(&step.section))
        });
        let columns = vec![Column::new(words.number, 6), Column::new(words.what, 60)];
        self.table(words.open, columns, rows.collect())
    }

    fn evidence(&self) -> Table {
        let words = &self.wording.incident.record;
        let rows = self.record.playbook.evidence.iter().map(|step| {
            let cells = vec![Cell::text(self.text(step)), Cell::text("")];
            (cells, Some(&step.section))
        });
        let columns = vec![
            Column::new(words.what, 60),
            Column::new(words.kept_where, 24),
        ];
        self.table(self.wording.label.evidence, columns, rows.collect())
    }

    /// Counted deadlines with their dates, then what the playbook says of deadlines.
    fn deadlines(&self) -> Table {
        let words = &self.wording.incident;
        let record = self.record;
        let mut rows = Vec::new();
        if let Some(known) = record.known {
            let sheet = DeadlineSheet::new(self.knowledge, known, &record.dues, self.language);
            for (row, due) in sheet.rows.into_iter().zip(&record.dues) {
                let cells = vec![
                    Cell::text(format!("{}: {}", row.name, row.condition)),
                    Cell::text(row.dates),
                    Cell::text(row.rule),
                ];
                rows.push((cells, Some(&due.rule.section)));
            }
        }
        rows.extend(record.playbook.deadlines.iter().map(|line| {
            let is_counted = self.knowledge.deadlines.rules.iter();
            let is_counted = is_counted
                .filter(|rule| rule.is_for(&record.playbook.id))
                .any(|rule| rule.section == line.section);
            let date = match is_counted && record.known.is_none() {
                true => words.record.no_date,
                false => "",
            };
            let cells = vec![
                Cell::text(self.text(line)),
                Cell::text(date),
                Cell::text(""),
            ];
            (cells, Some(&line.section))
        }));
        let columns = vec![
            Column::new(words.record.what, 60),
            Column::new(words.record.due, 30),
            Column::new(words.rule, 40),
        ];
        self.table(self.wording.label.deadlines, columns, rows)
    }

    fn windows(&self) -> Table {
        let words = &self.wording.incident.record;
        let label = &self.wording.label;
        let ids = self.record.playbook.windows.iter();
        let rows = ids
            .filter_map(|id| self.knowledge.window(id))
            .map(|window| {
                let hours = match (window.always, window.hours.is_empty()) {
                    (true, _) => (self.wording.open_state)(crate::knowledge::OpenState::Always),
                    (false, true) => "",
                    (false, false) => &(self.wording.hours)(&window.hours),
                };
                let cells = vec![
                    Cell::text(self.pick(&window.name, &window.name_en)),
                    Cell::text(window.phone.as_deref().unwrap_or_default()),
                    Cell::text(window.mail.as_deref().unwrap_or_default()),
                    Cell::text(hours),
                    Cell::text(""),
                ];
                (cells, Some(&window.section))
            });
        let columns = vec![
            Column::new(words.window, 36),
            Column::new(label.phone, 16),
            Column::new(label.mail, 28),
            Column::new(label.hours, 28),
            Column::new(words.called, 28),
        ];
        self.table(
            self.wording.member.button.whom_to_call,
            columns,
            rows.collect(),
        )
    }
}

fn minute(at: DateTime) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}
