//! Where something stands: titles, editions, remarks and links in the reader's language, and the footer.

use jiff::Timestamp;

use crate::discord::app::japan_time;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::library::{Library, passage_key};
use crate::discord::reply::{Button, MenuOption};
use crate::knowledge::{Document, Found, Passage, PassageId};
use crate::question::Language;
use crate::wording::Wording;

/// Longest address of a link button, in characters (documentation, "Button Structure").
const BUTTON_URL: usize = 512;

/// The document's title.
pub fn title(document: &Document, language: Language) -> &str {
    language.pick(&document.title, &document.title_en)
}

/// A short name of the document; there is none in English.
pub fn short(document: &Document, language: Language) -> &str {
    language.pick(&document.short, &document.title_en)
}

/// The document's edition.
pub fn edition(document: &Document, language: Language) -> &str {
    language.pick(&document.edition, &document.edition_en)
}

/// The document's publisher.
pub fn publisher(document: &Document, language: Language) -> &str {
    language.pick(&document.publisher, &document.publisher_en)
}

/// What is newer or to be minded about the document.
pub fn note(document: &Document, language: Language) -> Option<String> {
    let note = language
        .pick(&document.status_note, &document.status_note_en)
        .as_ref()?;
    let wording = Wording::of(language);
    Some((wording.member.view.labeled)(
        (wording.status)(document.status),
        note,
    ))
}

/// The passage in the reader's language when it is written in the other one.
pub fn summary(found: Found<'_>, language: Language) -> Option<&str> {
    match (found.document.language.as_str(), language) {
        ("en", Language::Ja) => found.passage.summary_ja.as_deref(),
        ("ja", Language::En) => Some(&found.passage.summary_en),
        _ => None,
    }
}

/// The official address of a passage.
pub fn address<'a>(document: &'a Document, passage: &'a Passage) -> &'a str {
    passage.url.as_deref().unwrap_or(&document.url)
}

/// A link of ours with a text before it; only the text when the address is none.
pub fn link(text: &str, address: &str) -> String {
    if !address.starts_with("https://") {
        return text.to_owned();
    }
    // Brackets would end the text or the address too early.
    let text = text.replace('[', "［").replace(']', "］");
    let address = address
        .replace('(', "%28")
        .replace(')', "%29")
        .replace(' ', "%20");
    format!("[{text}]({address})")
}

/// The button to the official page; none when Discord would not take the address.
pub fn link_button(address: &str, language: Language) -> Option<Button> {
    let is_possible = address.starts_with("https://") && address.chars().count() <= BUTTON_URL;
    is_possible.then(|| Button::link(Wording::of(language).member.button.official, address))
}

/// The section behind a step or line, as a link to its official page.
pub fn backing(id: &PassageId, library: &Library, language: Language) -> Option<String> {
    let Found {
        document, passage, ..
    } = library.live.found(id)?;
    let name = format!("{} {}", short(document, language), passage.id);
    Some(link(&name, address(document, passage)))
}

/// A section as an option of a menu.
pub fn option(found: Found<'_>, language: Language) -> MenuOption {
    let heading = crate::answer::heading(found.passage, language);
    MenuOption::new(&heading, passage_key(&found.id()).as_str())
        .described(title(found.document, language))
}

/// The button that opens a section.
pub fn section_button(label: &str, id: &PassageId, language: Language) -> Button {
    Button::new(
        label,
        ComponentId::new(Action::Section, language).key(&passage_key(id)),
    )
}

/// The version of the knowledge, its day, and the advice to read the original.
pub fn footer(library: &Library, language: Language) -> String {
    let wording = Wording::of(language);
    let built = &library.live.stamp.built;
    let day = match built.parse::<Timestamp>() {
        Ok(at) => japan_time(at).date().to_string(),
        Err(_) => built.clone(),
    };
    let version = (wording.member.view.version)(&library.live.generation, &day);
    format!("{version}\n{}", wording.label.disclaimer)
}

/// The footer below a page of several.
pub fn paged_footer(library: &Library, language: Language, index: usize, count: usize) -> String {
    let footer = footer(library, language);
    match count {
        0 | 1 => footer,
        _ => format!(
            "{}\n{footer}",
            (Wording::of(language).member.view.page)(index + 1, count)
        ),
    }
}
