//! `sonae chat`: a prompt. Ask, open a passage by its number, look things up.

use clap::ArgMatches;
use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use super::terminal::{Terminal, now};
use super::{DONE, ask, open, wording_of};
use crate::adviser::{Adviser, AskError, Question};
use crate::config::Config;
use crate::knowledge::PassageId;
use crate::lookup::{self, Lookup};
use crate::question::Language;
use crate::render;
use crate::wording::Wording;

struct Chat<'a> {
    adviser: Adviser,
    terminal: &'a Terminal,
    /// What `--lang` asked for; else each answer follows its question.
    forced: Option<Language>,
    language: Language,
    /// What the numbers of the last answer stand for.
    shown: Vec<PassageId>,
}

pub(super) fn run(
    config: Config,
    arguments: &ArgMatches,
    terminal: &Terminal,
) -> anyhow::Result<u8> {
    let (wording, language) = wording_of(arguments, terminal);
    let mut chat = Chat {
        adviser: open(config, terminal)?,
        terminal,
        forced: arguments.get_one::<Language>("lang").copied(),
        language,
        shown: Vec::new(),
    };
    terminal.print(&format!("{}\n", wording.label.chat_greeting))?;
    let mut editor = DefaultEditor::new()?;
    loop {
        let line = match editor.readline(wording.label.chat_prompt) {
            Ok(line) => line,
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => break,
            Err(error) => return Err(error.into()),
        };
        let line = line.trim();
        if matches!(line, "/quit" | "/exit" | "/q") {
            break;
        }
        if !line.is_empty() {
            // What was typed stays in this session only; nothing is written.
            let _ = editor.add_history_entry(line);
            let reply = chat.reply(line)?;
            terminal.print(&format!("{}\n", reply.trim_end()))?;
        }
    }
    terminal.print(&format!("{}\n", wording.label.chat_bye))?;
    Ok(DONE)
}

impl Chat<'_> {
    fn reply(&mut self, line: &str) -> anyhow::Result<String> {
        let wording = Wording::of(self.language);
        let (command, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        match command {
            "/help" => Ok(wording.label.chat_help.to_owned()),
            "/lookup" => Ok(self.lookup(rest.trim())),
            "/term" => Ok(self.term(rest.trim())),
            "/windows" => {
                let live = self.adviser.live();
                let windows = super::lookup::windows_at(&live, now(), self.language);
                Ok(super::lookup::windows_text(
                    &windows,
                    wording,
                    self.terminal,
                    now(),
                ))
            }
            _ => match line.parse::<usize>() {
                Ok(number) => Ok(self.open_number(number)),
                Err(_) => self.ask(line),
            },
        }
    }

    fn ask(&mut self, line: &str) -> anyhow::Result<String> {
        let question = Question {
            language: self.forced,
            ..Question::of(line)
        };
        let moment = now();
        let answer = match self.adviser.ask(&question, moment) {
            Err(AskError::Empty) => {
                return Ok(Wording::of(self.language).label.empty_question.to_owned());
            }
            answered => answered?,
        };
        self.shown = answer
            .citations
            .iter()
            .map(|citation| citation.id.clone())
            .chain(answer.related.iter().map(|related| related.id.clone()))
            .collect();
        Ok(ask::text(&answer, self.terminal, moment))
    }

    fn open_number(&self, number: usize) -> String {
        let wording = Wording::of(self.language);
        let live = self.adviser.live();
        let found = number
            .checked_sub(1)
            .and_then(|index| self.shown.get(index))
            .and_then(|id| live.found(id));
        match found {
            Some(found) => render::passage_page(found, self.language, wording, self.terminal.width),
            None => wording.label.chat_no_such_number.to_owned(),
        }
    }

    fn lookup(&self, rest: &str) -> String {
        let wording = Wording::of(self.language);
        let live = self.adviser.live();
        let (document_name, section_name) =
            rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let page = lookup::page(&live.knowledge, Some(document_name), Some(section_name));
        super::lookup::page_text(&page, &live, self.language, wording, self.terminal.width)
    }

    fn term(&self, word: &str) -> String {
        let wording = Wording::of(self.language);
        match lookup::term(&self.adviser.live().knowledge, word) {
            Lookup::Found(term) => {
                render::term_entry(term, self.language, wording, self.terminal.width)
            }
            Lookup::Near(near) => (wording.not_found)(word, &near),
        }
    }
}
