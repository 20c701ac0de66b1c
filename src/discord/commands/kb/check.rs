//! `/kb check`: what is wrong in the knowledge files, with file, line and column. Every page checks anew, so
//! that it shows the files as they are now.

use std::sync::Arc;

use super::{REINDEX, typed};
use crate::adviser;
use crate::discord::app::{App, japan_time};
use crate::discord::component_id::Action;
use crate::discord::fault::Fault;
use crate::discord::limits::Text;
use crate::discord::note::note;
use crate::discord::reply::{Card, Full, Message, Rows, Tone};
use crate::discord::request::Request;
use crate::discord::sheets::Sheet;
use crate::discord::{access, escape};
use crate::knowledge::{self, Problem};
use crate::question::Language;
use crate::wording::{Counts, Wording};

/// Problems on a page.
const ON_PAGE: usize = 10;

/// The page of the problems with this number, from 0.
///
/// # Errors
/// For others than admins, and when too many wait.
pub async fn run(app: &Arc<App>, request: &Request, page: u64) -> Result<Message, Fault> {
    access::admin_guild(request, &app.config.discord)?;
    let today = japan_time(request.at).date();
    let checked = app
        .work(move |app| {
            let files = adviser::files(app.adviser.config())?;
            let (knowledge, problems) = knowledge::check(&files, today);
            Ok((Counts::of(&knowledge), problems))
        })
        .await;
    let wording = Wording::of(request.language);
    match checked {
        Ok((counts, problems)) => Ok(message(&counts, &problems, page, request.language)?),
        Err(Fault::Index(error)) => {
            tracing::warn!(%error, "the knowledge files cannot be read");
            Ok(note(
                Tone::Quiet,
                wording.admin.kb.check,
                wording.admin.kb.unreadable,
            ))
        }
        Err(fault) => Err(fault),
    }
}

fn message(
    counts: &Counts,
    problems: &[Problem],
    page: u64,
    language: Language,
) -> Result<Message, Full> {
    let wording = Wording::of(language);
    let words = &wording.admin.kb;
    let counts = (wording.counts)(counts);
    if problems.is_empty() {
        return Ok(note(
            Tone::Good,
            words.check,
            &format!("{}\n{counts}", words.sound),
        ));
    }
    let lines: Vec<String> = problems.iter().map(line).collect();
    let sheet = Sheet::of(&lines, ON_PAGE, page);
    let found = (words.problems)(problems.len());
    let mend = (words.mend)(&typed(wording, REINDEX));
    let mut card =
        Card::titled(Tone::Quiet, words.check).footer(&sheet.label(wording).unwrap_or_default());
    card.describe(&format!("**{found}** {mend}\n{counts}\n\n{}", sheet.text))?;
    let buttons = sheet.buttons(Action::Problems, language);
    Ok(Message::private(card).with(Rows::default().buttons(buttons)))
}

/// A problem on one line. File names and words of the file are somebody's own words.
pub(super) fn line(problem: &Problem) -> String {
    let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
    let place = escape::plain(&place).replace('`', "'");
    let message = Text::<300>::fitted(&escape::plain(&problem.message));
    format!("・`{place}` {}", escape::formatted(message.as_str()))
}
