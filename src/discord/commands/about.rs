//! `/about`: the knowledge behind the answers, document by document, with edition and day of the last check.

use std::sync::Arc;

use super::{Access, Acknowledge, Command, Doing, Kind};
use crate::discord::app::App;
use crate::discord::component_id::Action;
use crate::discord::generation;
use crate::discord::library::Library;
use crate::discord::reply::{Card, Full, Message, Reply, Rows, Tone};
use crate::discord::request::Request;
use crate::discord::sheets::Sheet;
use crate::knowledge::Document;
use crate::question::Language;
use crate::wording::Wording;

/// `/about`.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.about,
    kind: Kind::Slash(&[]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: None,
};

/// Documents on a page.
const ON_PAGE: usize = 10;

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        Ok(Reply::Message(message(
            &app.library(),
            0,
            request.language,
        )?))
    })
}

/// The page with this number, from 0.
///
/// # Errors
/// When the card is full, which a page of documents never is.
pub fn message(library: &Library, page: u64, language: Language) -> Result<Message, Full> {
    let wording = Wording::of(language);
    let words = &wording.admin.about;
    let live = &library.live;
    let documents = &library.knowledge().documents;
    let lines: Vec<String> = documents
        .iter()
        .map(|document| line(document, language))
        .collect();
    let sheet = Sheet::of(&lines, ON_PAGE, page);
    let footer = [sheet.label(wording), Some(words.licence.to_owned())];
    let footer: Vec<String> = footer.into_iter().flatten().collect();
    let mut card = Card::titled(Tone::Calm, words.title).footer(&footer.join(" ・ "));
    let knowledge = (words.knowledge)(&live.generation, &generation::built(&live.stamp, wording));
    let program = (words.program)(env!("CARGO_PKG_VERSION"));
    let heading = (words.documents)(documents.len());
    let what = match sheet.page {
        0 => format!(
            "{}\n\n{knowledge}\n{program}\n{}\n\n",
            words.what, words.sources
        ),
        _ => String::new(),
    };
    card.describe(&format!("{what}**{heading}**\n{}", sheet.text))?;
    let buttons = sheet.buttons(Action::About, language);
    Ok(Message::private(card).with(Rows::default().buttons(buttons)))
}

/// A document with its official page, edition and the day of the last check.
fn line(document: &Document, language: Language) -> String {
    let (title, edition) = language.pick(
        (&document.title, &document.edition),
        (&document.title_en, &document.edition_en),
    );
    // A bracket would end the link early.
    let is_linkable = !title.contains(['[', ']']) && !document.url.contains(['(', ')', ' ']);
    let title = match is_linkable {
        true => format!("[{title}]({})", document.url),
        false => title.clone(),
    };
    let checked = (Wording::of(language).admin.about.checked)(&document.checked.to_string());
    format!("・{title} — {edition} — {checked}")
}
