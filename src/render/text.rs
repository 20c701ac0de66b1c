//! An answer as text. Colors are marked with ANSI codes; the stream they go to strips them where they
//! do not belong.

use std::ops::Range;

use anstyle::{AnsiColor, Style};
use textwrap::Options;

use crate::answer::{Answer, Citation, IncidentPlan, NextStep, Outcome, PlanLine, WindowNow};
use crate::knowledge::OpenState;
use crate::question::MAX_QUESTION_CHARACTERS;
use crate::render::company::company_line;
use crate::wording::Wording;

const ALARM: Style = AnsiColor::Red.on_default().bold();
const HEADING: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();
const MATCH: Style = Style::new().bold().underline();
const GOOD: Style = AnsiColor::Green.on_default();
/// Windows shown in an incident: more is a directory, not help. `sonae windows` shows all.
const WINDOWS_SHOWN: usize = 10;

/// Writes lines of a given width with one wording.
pub struct Painter<'a> {
    /// The phrases.
    pub wording: &'a Wording,
    /// Columns; East Asian wide characters take two.
    pub width: usize,
    text: String,
}

/// Renders an answer; `moment` is the time of asking in words.
pub fn answer_text(answer: &Answer, wording: &Wording, width: usize, moment: &str) -> String {
    let mut painter = Painter::new(wording, width);
    if answer.is_shortened {
        painter.paragraph("", "", &(wording.shortened)(MAX_QUESTION_CHARACTERS));
        painter.blank();
    }
    if let Some(plan) = &answer.incident {
        painter.incident(plan, moment);
    }
    if answer.outcome == Outcome::Abstain {
        painter.abstention(answer, moment);
    }
    if answer.outcome == Outcome::Incident {
        painter.next_steps(&answer.next_steps);
        painter.citations(&answer.citations);
    } else {
        painter.citations(&answer.citations);
        painter.chosen_for(answer);
        painter.next_steps(&answer.next_steps);
    }
    painter.related(answer);
    if answer.outcome != Outcome::Abstain {
        let confidence = (wording.confidence)(answer.confidence.level, answer.confidence.reason);
        painter.quiet("", "", &confidence);
        painter.quiet("", "", wording.label.disclaimer);
    }
    painter.finish()
}

/// Says in lines for which company the steps of an answer were chosen, and what was left out for it; nothing when no
/// company is known.
pub fn chosen_for(answer: &Answer, wording: &Wording) -> Vec<String> {
    let Some(asking) = answer
        .company
        .as_ref()
        .filter(|_| answer.outcome == Outcome::Answer)
    else {
        return Vec::new();
    };
    let company = company_line(&asking.described, wording);
    let first = match asking.is_told {
        true => (wording.suit.told)(&company),
        false => (wording.suit.known)(&company),
    };
    let set_aside = answer.set_aside.iter();
    let set_aside = set_aside.map(|aside| (wording.suit.set_aside)(&aside.title, &aside.why));
    std::iter::once(first).chain(set_aside).collect()
}

impl<'a> Painter<'a> {
    /// Starts with nothing written.
    pub fn new(wording: &'a Wording, width: usize) -> Self {
        Self {
            wording,
            width: width.clamp(30, 120),
            text: String::new(),
        }
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A heading.
    pub fn heading(&mut self, text: &str) {
        self.styled(HEADING, "", "", text);
    }

    /// A wrapped paragraph: what stands before the first line and before the others.
    pub fn paragraph(&mut self, first: &str, next: &str, text: &str) {
        self.styled(Style::new(), first, next, text);
    }

    /// A paragraph that stays in the background.
    pub fn quiet(&mut self, first: &str, next: &str, text: &str) {
        self.styled(QUIET, first, next, text);
    }

    fn styled(&mut self, style: Style, first: &str, next: &str, text: &str) {
        for (number, line) in text.lines().enumerate() {
            let first = if number == 0 { first } else { next };
            for wrapped in self.wrapped(line, first, next) {
                self.text.push_str(&format!("{style}{wrapped}{style:#}\n"));
            }
        }
    }

    fn wrapped(&self, text: &str, first: &str, next: &str) -> Vec<String> {
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(next);
        textwrap::wrap(text, options)
            .into_iter()
            .map(|line| line.into_owned())
            .collect()
    }

    fn incident(&mut self, plan: &IncidentPlan, moment: &str) {
        let wording = self.wording;
        let label = &wording.label;
        self.styled(
            ALARM,
            "■ ",
            "  ",
            &format!("{}: {}", label.emergency, plan.title),
        );
        self.styled(HEADING, "", "", &plan.headline);
        self.blank();
        self.heading(label.first_actions);
        for (number, line) in plan.first.iter().enumerate() {
            self.plan_line(&format!(" {}. ", number + 1), line);
        }
        self.blank();
        self.styled(ALARM, "", "", label.dont);
        for line in &plan.dont {
            self.plan_line(" × ", line);
        }
        self.blank();
        self.heading(&(wording.windows_at)(moment));
        for window in plan.windows.iter().take(WINDOWS_SHOWN) {
            self.window_line(window);
        }
        self.blank();
        for (heading, lines) in [
            (label.deadlines, &plan.deadlines),
            (label.evidence, &plan.evidence),
        ] {
            if !lines.is_empty() {
                self.heading(heading);
                for line in lines {
                    self.plan_line(" ・", line);
                }
                self.blank();
            }
        }
    }

    fn plan_line(&mut self, mark: &str, line: &PlanLine) {
        self.paragraph(mark, "    ", &format!("{} [{}]", line.text, line.section));
    }

    /// One window with its state, for whom it is, and remarks on its hours.
    pub fn window(&mut self, window: &WindowNow) {
        self.window_line(window);
        if let Some(note) = &window.hours_note {
            self.quiet("     ", "     ", note);
        }
        self.quiet("     ", "     ", &window.for_whom);
    }

    /// One window: name, state, numbers and addresses, hours.
    fn window_line(&mut self, window: &WindowNow) {
        let wording = self.wording;
        let label = &wording.label;
        let style = match window.state {
            OpenState::Open | OpenState::Always => GOOD,
            OpenState::Closed | OpenState::Unknown => QUIET,
        };
        let state = (wording.open_state)(window.state);
        self.styled(style, " ● ", "   ", &format!("{} [{state}]", window.name));
        for (name, value) in [
            (label.phone, &window.phone),
            (label.mail, &window.mail),
            (label.form, &window.form),
            (label.page, &window.url),
        ] {
            if let Some(value) = value {
                // Numbers and addresses are never broken over lines: people copy them.
                self.text.push_str(&format!("     {name}: {value}\n"));
            }
        }
        if window.phone.is_none()
            && window.mail.is_none()
            && window.form.is_none()
            && window.url.is_none()
        {
            self.paragraph("     ", "     ", label.own_contact);
        }
        let hours = (wording.hours)(&window.hours);
        if !hours.is_empty() {
            self.quiet("     ", "     ", &format!("{}: {hours}", label.hours));
        }
        if !window.hours_sure && !window.hours.is_empty() {
            self.quiet("     ", "     ", label.hours_unsure);
        }
    }

    fn abstention(&mut self, answer: &Answer, moment: &str) {
        let wording = self.wording;
        let Some(abstention) = &answer.abstention else {
            return;
        };
        self.heading((wording.abstain)(abstention.kind));
        if let Some(ask) = &abstention.ask {
            self.paragraph("", "", ask);
        }
        self.blank();
        if !abstention.topics.is_empty() {
            self.heading(wording.label.closest_topics);
            for topic in &abstention.topics {
                self.paragraph(" ・", "   ", &format!("{} [{}]", topic.name, topic.section));
            }
            self.blank();
        }
        if let Some(window) = &abstention.window {
            self.heading(&format!("{} — {moment}", wording.label.person_to_ask));
            self.window(window);
        }
    }

    fn citations(&mut self, citations: &[Citation]) {
        let label = &self.wording.label;
        if citations.is_empty() {
            return;
        }
        self.heading(label.sources);
        for (number, citation) in citations.iter().enumerate() {
            self.citation(number + 1, citation);
            self.blank();
        }
    }

    fn citation(&mut self, number: usize, citation: &Citation) {
        let wording = self.wording;
        let label = &wording.label;
        let own = match citation.is_own {
            true => format!("({})", label.own),
            false => String::new(),
        };
        let title = format!("{} — {}{own}", citation.document, citation.heading);
        self.styled(HEADING, &format!("[{number}] "), "    ", &title);
        if let Some(summary) = &citation.summary {
            self.paragraph("    ", "    ", &format!("{}: {summary}", label.summary));
        }
        self.quote(&citation.quote, &citation.matches);
        if let Some(freshness) = &citation.freshness {
            let note = format!("{}: {}", (wording.status)(freshness.status), freshness.note);
            self.paragraph("    ※ ", "      ", &note);
        }
        let place = format!(
            "{} / {}: {} / {}: {} / {}: {}({})",
            citation.id,
            label.edition,
            citation.edition,
            label.locator,
            citation.locator,
            label.checked,
            citation.checked,
            (wording.sureness)(citation.sure),
        );
        self.quiet("    ", "    ", &place);
        self.text
            .push_str(&format!("    {QUIET}{}{QUIET:#}\n", citation.url));
    }

    /// The quote with the words of the question marked. Wrapping cannot see marks, so the marks are put
    /// in afterwards, counting the quote's characters through the wrapped lines.
    fn quote(&mut self, quote: &str, matches: &[Range<usize>]) {
        let mut offset = 0;
        for line in quote.lines() {
            for wrapped in self.wrapped(line, "", "") {
                let start = quote
                    .get(offset..)
                    .and_then(|rest| rest.find(wrapped.as_str()))
                    .map_or(offset, |found| offset + found);
                offset = start + wrapped.len();
                self.text.push_str("    │ ");
                for (index, character) in wrapped.char_indices() {
                    let byte = start + index;
                    let is_in = |range: &Range<usize>| range.contains(&byte);
                    if matches.iter().any(|range| range.start == byte)
                        || (index == 0 && matches.iter().any(is_in))
                    {
                        self.text.push_str(&MATCH.render().to_string());
                    }
                    self.text.push(character);
                    let end = byte + character.len_utf8();
                    let is_last = index + character.len_utf8() == wrapped.len();
                    if matches.iter().any(|range| range.end == end)
                        || (is_last && matches.iter().any(is_in))
                    {
                        self.text.push_str(&MATCH.render_reset().to_string());
                    }
                }
                self.text.push('\n');
            }
        }
    }

    /// For which company the steps were chosen, and what was left out for it.
    fn chosen_for(&mut self, answer: &Answer) {
        let lines = chosen_for(answer, self.wording);
        for line in &lines {
            self.quiet("", "", line);
        }
        if !lines.is_empty() {
            self.blank();
        }
    }

    fn next_steps(&mut self, steps: &[NextStep]) {
        let wording = self.wording;
        let label = &wording.label;
        if steps.is_empty() {
            return;
        }
        self.heading(label.next_steps);
        for (number, step) in steps.iter().enumerate() {
            self.styled(HEADING, &format!(" {}. ", number + 1), "    ", &step.title);
            let facts = format!(
                "{} / {} / {} / {} [{}: {}]",
                (wording.urgency)(step.urgency),
                (wording.doer)(step.who),
                (wording.effort)(step.minutes),
                (wording.cost)(step.cost_yen, step.cost_is_estimate),
                label.backed_by,
                step.section
            );
            self.quiet("    ", "    ", &facts);
            let suits = step.suits.as_ref().map(wording.suit.suits);
            if let Some(suits) = suits.filter(|suits| !suits.is_empty()) {
                self.quiet("    ", "    ", &suits);
            }
            self.paragraph("    ", "    ", &step.why);
            for how in &step.steps {
                self.paragraph("    - ", "      ", how);
            }
            let done = format!("{}: {}", label.done_when, step.done_when);
            self.quiet("    ", "    ", &done);
        }
        self.blank();
    }

    fn related(&mut self, answer: &Answer) {
        if answer.related.is_empty() {
            return;
        }
        self.heading(self.wording.label.related);
        for (number, related) in answer.related.iter().enumerate() {
            let number = answer.citations.len() + number + 1;
            let line = format!(
                "{} — {} [{}]",
                related.document, related.heading, related.id
            );
            self.paragraph(&format!("[{number}] "), "    ", &line);
        }
        self.blank();
    }
}
