//! `/guideline`: from all documents over one of them to a section, as far as names were given.

use std::sync::Arc;

use super::{Access, Acknowledge, Command, Doing, Kind, OptionKind, OptionSpec};
use crate::discord::app::App;
use crate::discord::library::Library;
use crate::discord::limits::Text;
use crate::discord::reply::{Choice, Message, Reply};
use crate::discord::request::{Input, Place, Request};
use crate::discord::view;
use crate::discord::view::library::Near;
use crate::discord::view::section::Shown;
use crate::knowledge::PassageId;
use crate::lookup::{self, Lookup, Page, Suggestion};
use crate::question::Language;

const DOCUMENT: &str = "document";
const SECTION: &str = "section";

/// Looks a section up.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.guideline,
    kind: Kind::Slash(&[
        OptionSpec {
            name: DOCUMENT,
            kind: OptionKind::Suggested,
            is_required: false,
        },
        OptionSpec {
            name: SECTION,
            kind: OptionKind::Suggested,
            is_required: false,
        },
    ]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: Some(suggest),
};

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let given = |name| request.options().and_then(|options| options.text(name));
        let library = app.library();
        let language = request.language;
        let (document, section) = meant(&library, given(DOCUMENT), given(SECTION), language);
        let message = page(
            &library,
            document.as_deref(),
            section.as_deref(),
            language,
            request.place,
        );
        Ok(Reply::Message(message))
    })
}

/// The names; in place of one that leads nowhere, the only suggestion for it: somebody may have typed on without
/// choosing it.
fn meant(
    library: &Library,
    document: Option<&str>,
    section: Option<&str>,
    language: Language,
) -> (Option<String>, Option<String>) {
    let suggester = &library.suggester;
    let leads_nowhere = |document: Option<&str>, section: Option<&str>| {
        let page = lookup::page(library.knowledge(), document, section);
        matches!(page, Page::Unknown { .. })
    };
    let mut document = document.map(str::to_owned);
    let mut section = section.map(str::to_owned);
    if leads_nowhere(document.as_deref(), None) {
        let typed = document.as_deref().unwrap_or_default();
        match only(suggester.documents(typed, language)) {
            Some(one) => document = Some(one),
            None => return (document, section),
        }
    }
    if leads_nowhere(document.as_deref(), section.as_deref()) {
        let typed = section.as_deref().unwrap_or_default();
        let within = document.as_deref().unwrap_or_default();
        section = only(suggester.sections(within, typed, language)).or(section);
    }
    (document, section)
}

fn only(suggestions: Vec<Suggestion>) -> Option<String> {
    let [one] = <[Suggestion; 1]>::try_from(suggestions).ok()?;
    Some(one.value)
}

/// The page to which the names lead.
fn page(
    library: &Library,
    document: Option<&str>,
    section: Option<&str>,
    language: Language,
    place: Place,
) -> Message {
    match lookup::page(library.knowledge(), document, section) {
        Page::Documents(_) => view::library::documents(library, language, 0),
        Page::Sections(document) => view::library::sections(document, library, language, 0),
        Page::Section {
            document, passage, ..
        } => match library.live.found(&document.id_of(&passage.id)) {
            Some(found) => view::section::section(found, library, language, 0, shown(place)),
            None => view::library::unknown(&passage.id, Near::Names(Vec::new()), language),
        },
        Page::Unknown { name, .. } => {
            let near = near(library, document, section, language);
            view::library::unknown(&name, near, language)
        }
    }
}

/// How a private view of a section is shown at a place.
pub fn shown(place: Place) -> Shown {
    match place.is_direct() {
        true => Shown::Directly,
        false => Shown::Privately,
    }
}

/// What may have been meant by names that lead nowhere.
fn near<'a>(
    library: &'a Library,
    document: Option<&str>,
    section: Option<&str>,
    language: Language,
) -> Near<'a> {
    let knowledge = library.knowledge();
    let document = document.map(str::trim).filter(|name| !name.is_empty());
    let known = document.and_then(|name| match lookup::document(knowledge, name) {
        Lookup::Found(document) => Some(document),
        Lookup::Near(_) => None,
    });
    if let (Some(name), None) = (document, known) {
        let near = library.suggester.documents(name, language);
        let near = near.iter().filter_map(|one| knowledge.document(&one.value));
        return Near::Documents(near.collect());
    }
    let suggester = &library.suggester;
    let within = document.unwrap_or_default();
    let mut near = suggester.sections(within, section.unwrap_or_default(), language);
    if near.is_empty() && known.is_some() {
        // The document is right at least: its sections, as before anything is typed.
        near = suggester.sections(within, "", language);
    }
    let id = |suggestion: &Suggestion| match known {
        Some(document) => Some(document.id_of(&suggestion.value)),
        None => PassageId::parse(&suggestion.value),
    };
    let near = near
        .iter()
        .filter_map(id)
        .filter_map(|id| library.live.found(&id));
    Near::Sections(near.collect())
}

fn suggest(app: &App, request: &Request) -> Vec<Choice> {
    let Input::Autocomplete { options, focused } = &request.input else {
        return Vec::new();
    };
    let typed = |name| options.text(name).unwrap_or_default();
    let suggester = &app.library().suggester;
    choices(match focused.as_str() {
        DOCUMENT => suggester.documents(typed(DOCUMENT), request.language),
        _ => suggester.sections(typed(DOCUMENT), typed(SECTION), request.language),
    })
}

/// Suggestions as choices; both keep the same limits.
pub fn choices(suggestions: Vec<Suggestion>) -> Vec<Choice> {
    let choices = suggestions.into_iter().filter_map(|suggestion| {
        Some(Choice {
            name: Text::whole(&suggestion.label)?,
            value: Text::whole(&suggestion.value)?,
        })
    });
    choices.take(crate::discord::limits::CHOICES).collect()
}
