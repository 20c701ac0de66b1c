//! Quotes as fields: where they stand, what is to be minded, then the words themselves, unchanged.

use super::source;
use crate::answer::{Citation, heading};
use crate::discord::limits::{self, Text};
use crate::discord::reply::{Card, Full};
use crate::knowledge::{Found, PassageId};
use crate::question::Language;
use crate::text;
use crate::wording::Wording;

/// Opens a block quote that goes on to the end of the field, so that the quote stays in one piece.
const MARK: &str = ">>> ";
/// Characters of a quote that is made without a question.
const OPENING: usize = 280;
/// The same for English, whose words are longer.
const OPENING_ENGLISH: usize = 560;

/// A quote with its place.
pub struct Quoted {
    /// The passage.
    pub id: PassageId,
    heading: String,
    /// Our own compilation, summary, place, remark; a line each.
    place: Vec<String>,
    text: String,
}

impl Quoted {
    /// A citation of an answer.
    pub fn cited(citation: &Citation, language: Language) -> Self {
        let wording = Wording::of(language);
        let note = citation.freshness.as_ref().map(|freshness| {
            (wording.member.view.labeled)((wording.status)(freshness.status), &freshness.note)
        });
        let standing = Standing {
            is_own: citation.is_own,
            summary: citation.summary.as_deref(),
            document: &citation.document,
            edition: &citation.edition,
            locator: &citation.locator,
            address: &citation.url,
            note,
        };
        Self {
            id: citation.id.clone(),
            heading: citation.heading.clone(),
            place: standing.lines(wording),
            text: citation.quote.clone(),
        }
    }

    /// The beginning of a passage.
    pub fn beginning(found: Found<'_>, language: Language) -> Self {
        let Found {
            document, passage, ..
        } = found;
        let room = match document.language.as_str() {
            "en" => OPENING_ENGLISH,
            _ => OPENING,
        };
        let standing = Standing {
            is_own: passage.is_own,
            summary: source::summary(found, language),
            document: source::title(document, language),
            edition: source::edition(document, language),
            locator: &passage.locator,
            address: source::address(document, passage),
            note: source::note(document, language),
        };
        Self {
            id: found.id(),
            heading: heading(found.passage, language),
            place: standing.lines(Wording::of(language)),
            text: first_sentences(&passage.body, room).to_owned(),
        }
    }

    /// Adds the quote to a card under its number.
    ///
    /// # Errors
    /// When there is no room for the whole of it; the card is as it was.
    pub fn lay(&self, card: &mut Card, number: usize, wording: &Wording) -> Result<(), Full> {
        let name = format!("[{number}] {}", self.heading);
        let place = self.place.join("\n");
        let whole = format!("{place}\n{MARK}{}", self.text);
        if whole.chars().count() <= limits::FIELD_VALUE {
            return card.field(fitted(&name).as_str(), &whole);
        }
        let mut changed = card.clone();
        changed.field(fitted(&name).as_str(), &place)?;
        let name = (wording.member.view.continued)(&name);
        for page in limits::pages(&self.text, limits::FIELD_VALUE - MARK.len()) {
            changed.field(fitted(&name).as_str(), &format!("{MARK}{page}"))?;
        }
        *card = changed;
        Ok(())
    }
}

fn fitted(name: &str) -> Text<{ limits::FIELD_NAME }> {
    Text::fitted(name)
}

struct Standing<'a> {
    is_own: bool,
    summary: Option<&'a str>,
    document: &'a str,
    edition: &'a str,
    locator: &'a str,
    address: &'a str,
    note: Option<String>,
}

impl Standing<'_> {
    fn lines(&self, wording: &Wording) -> Vec<String> {
        let labeled = wording.member.view.labeled;
        let summary = self
            .summary
            .map(|summary| labeled(wording.label.summary, summary));
        let place = [
            source::link(self.document, self.address),
            self.edition.to_owned(),
            self.locator.to_owned(),
        ];
        let own = self.is_own.then(|| wording.label.own.to_owned());
        let place = place.into_iter().chain(own).collect::<Vec<_>>().join(" / ");
        let note = self.note.as_ref().map(|note| format!("※ {note}"));
        [summary, Some(place), note].into_iter().flatten().collect()
    }
}

/// The first sentences of a body as one piece of it; always at least one.
fn first_sentences(body: &str, room: usize) -> &str {
    let mut end = None;
    for sentence in text::sentences(body) {
        let length = body
            .get(..sentence.end)
            .map_or(0, |head| head.chars().count());
        if end.is_some() && length > room {
            break;
        }
        end = Some(sentence.end);
    }
    end.and_then(|end| body.get(..end)).unwrap_or(body).trim()
}
