//! Watched topics: the first look at one, what changed under it, the list, and the monthly note.

use jiff::Timestamp;

use super::block::{self, Block, grouped};
use super::{paging, source, steps};
use crate::discord::app::japan_time;
use crate::discord::component_id::{Action, ComponentId, Key};
use crate::discord::library::Library;
use crate::discord::reply::{Button, Card, Menu, MenuOption, Message, Rows, Style, Tone};
use crate::knowledge::{Found, PassageId, Topic};
use crate::news::{Changes, Holding, Item, Kind, newest};
use crate::question::Language;
use crate::wording::{Counted, Wording};

/// Documents with a new edition that the first look names.
const NEWEST: usize = 5;
/// Lines about one topic in a monthly note; the rest stands behind its button.
const NOTED: usize = 6;

/// What somebody knew of a topic, and since when.
#[derive(Debug, Clone)]
pub struct Known {
    /// What the topic held.
    pub before: Holding,
    /// Since when they know it.
    pub since: Timestamp,
}

/// Whether somebody watches a topic, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watched {
    /// Not any more.
    No,
    /// When they look.
    Quietly,
    /// With a monthly note.
    Monthly,
}

/// One line of the list of watched topics.
#[derive(Debug)]
pub struct Listed<'a> {
    /// The topic; none when it is not there any more.
    pub topic: Option<&'a Topic>,
    /// What changed.
    pub counted: Counted,
    /// Since when.
    pub since: Timestamp,
    /// Whether a monthly note is wanted.
    pub is_monthly: bool,
}

/// The topic's name.
pub fn name(topic: &Topic, language: Language) -> &str {
    language.pick(&topic.ja, &topic.en)
}

/// How much changed.
pub fn counted(changes: &Changes<'_>) -> Counted {
    Counted {
        new: changes.new.len(),
        changed: changes.changed.len(),
        gone: changes.gone.len(),
    }
}

/// The first look at a topic.
pub fn begun(topic: &Topic, library: &Library, language: Language) -> Message {
    let wording = Wording::of(language);
    let words = &wording.watch;
    let mut card = Card::titled(Tone::Good, &(words.begun)(name(topic, language)))
        .footer(&source::footer(library, language));
    let holds = library.holding(&topic.id).map(|holding| {
        let count = |kind| holding.count(kind);
        (words.holds)(
            count(Kind::Document),
            count(Kind::Passage),
            count(Kind::Action),
            count(Kind::Window),
        )
    });
    let documents = newest(library.knowledge(), &topic.id).into_iter();
    let documents = documents.take(NEWEST).map(|document| {
        let link = source::link(source::title(document, language), &document.url);
        let edition = source::edition(document, language);
        let line = (words.edition)(&link, edition, &document.published);
        format!("・{line}")
    });
    let blocks = vec![
        Block::text(&(words.begun_text)(&command(wording))),
        Block::text(&holds.unwrap_or_default()),
        Block::new(words.newest, documents.collect()),
    ];
    block::lay(&mut card, blocks, wording);
    let buttons = controls(topic, Watched::Quietly, language);
    Message::private(card).with(Rows::default().buttons(buttons))
}

/// A page of what changed under a topic.
pub fn changes(
    topic: &Topic,
    known: &Known,
    watched: Watched,
    library: &Library,
    language: Language,
    index: usize,
) -> Message {
    let wording = Wording::of(language);
    let nothing = Holding::default();
    let now = library.holding(&topic.id).unwrap_or(&nothing);
    let changes = Changes::between(&known.before, now);
    let pages = grouped(&lines(&changes, library, language), "\n", paging::PAGE);
    let (index, text) = paging::text(&pages, index);
    let footer = source::paged_footer(library, language, index, pages.len());
    let title = (wording.watch.title)(name(topic, language));
    let mut card = Card::titled(Tone::Calm, &title).footer(&footer);
    let blocks = vec![
        Block::text(&summary(&changes, known.since, wording)),
        Block::text(text),
    ];
    block::lay(&mut card, blocks, wording);
    let mut buttons = paging::buttons(language, index, pages.len(), |page| {
        changes_id(topic, known, language).number(page)
    });
    buttons.extend(steps_button(&changes, language));
    buttons.extend(controls(topic, watched, language));
    let rows = Rows::default()
        .menu(sections(&changes, library, language))
        .buttons(buttons);
    Message::private(card).with(rows)
}

/// The topics that somebody watches, with what changed under each.
pub fn list(listed: &[Listed<'_>], language: Language) -> Message {
    let wording = Wording::of(language);
    let words = &wording.watch;
    let mut card = Card::titled(Tone::Calm, &(words.list)(listed.len()));
    let lines = listed.iter().map(|one| list_line(one, language));
    let hint = match listed.is_empty() {
        true => (words.list_empty)(&command(wording)),
        false => words.list_hint.to_owned(),
    };
    let blocks = vec![Block::text(&hint), Block::new("", lines.collect())];
    block::lay(&mut card, blocks, wording);
    let topics = listed.iter().filter_map(|one| one.topic);
    let options =
        topics.map(|topic| MenuOption::new(name(topic, language), Key::of(&topic.id).as_str()));
    let menu = Menu::new(
        ComponentId::new(Action::WatchMenu, language),
        words.button.choose,
        options.collect(),
    );
    Message::private(card).with(Rows::default().menu(menu))
}

/// The monthly note about the topics under which something changed.
pub fn note(topics: &[(&Topic, Known)], library: &Library, language: Language) -> Message {
    let wording = Wording::of(language);
    let words = &wording.watch;
    let mut card = Card::titled(Tone::Calm, words.note).footer(&source::footer(library, language));
    let nothing = Holding::default();
    let mut blocks = vec![Block::text(words.note_text)];
    let mut buttons = Vec::new();
    for (topic, known) in topics {
        let now = library.holding(&topic.id).unwrap_or(&nothing);
        let changes = Changes::between(&known.before, now);
        let mut lines = lines(&changes, library, language);
        let more = lines.len().saturating_sub(NOTED);
        lines.truncate(NOTED);
        lines.insert(0, summary(&changes, known.since, wording));
        if more > 0 {
            lines.push((wording.admin.more)(more));
        }
        blocks.push(Block::new(name(topic, language), lines));
        let open = changes_id(topic, known, language);
        buttons.push(Button::new(name(topic, language), open));
    }
    // What finds no room stands behind the buttons, which there are for all topics.
    block::lay(&mut card, blocks, wording);
    let stop = ComponentId::new(Action::NoNotes, language);
    buttons.push(Button::new(words.button.not_monthly, stop).styled(Style::Danger));
    Message::public(card).with(Rows::default().buttons(buttons))
}

/// The button that opens the list.
pub fn list_button(language: Language) -> Button {
    let label = Wording::of(language).watch.button.list;
    Button::new(label, ComponentId::new(Action::Watches, language))
}

/// How a command is written.
pub fn command(wording: &Wording) -> String {
    format!("`/{}`", wording.commands.watch.name)
}

fn controls(topic: &Topic, watched: Watched, language: Language) -> Vec<Button> {
    let words = &Wording::of(language).watch.button;
    let key = Key::of(&topic.id);
    let button = |label, action| Button::new(label, ComponentId::new(action, language).key(&key));
    let monthly = match watched {
        Watched::No => return vec![list_button(language)],
        Watched::Quietly => button(words.monthly, Action::Monthly),
        Watched::Monthly => button(words.not_monthly, Action::NotMonthly),
    };
    let unwatch = button(words.unwatch, Action::Unwatch);
    vec![monthly, unwatch, list_button(language)]
}

fn changes_id(topic: &Topic, known: &Known, language: Language) -> ComponentId {
    ComponentId::new(Action::Changes, language)
        .key(&Key::of(&topic.id))
        .number(known.before.number())
        .number(known.since.as_second().unsigned_abs())
}

fn summary(changes: &Changes<'_>, since: Timestamp, wording: &Wording) -> String {
    match changes.is_empty() {
        true => (wording.watch.nothing)(&day(since)),
        false => (wording.watch.since)(&day(since), &counted(changes)),
    }
}

fn day(at: Timestamp) -> String {
    japan_time(at).date().to_string()
}

fn list_line(listed: &Listed<'_>, language: Language) -> String {
    let wording = Wording::of(language);
    let words = &wording.watch;
    let Some(topic) = listed.topic else {
        return format!("・{}", words.topic_gone);
    };
    let is_same = listed.counted.new + listed.counted.changed + listed.counted.gone == 0;
    let what = match is_same {
        true => (words.nothing)(&day(listed.since)),
        false => (words.since)(&day(listed.since), &listed.counted),
    };
    let mark = match listed.is_monthly {
        true => format!(" 📬 {}", words.monthly_mark),
        false => String::new(),
    };
    format!("・**{}**{mark}\n{what}", name(topic, language))
}

/// Everything that changed, under its headings.
fn lines(changes: &Changes<'_>, library: &Library, language: Language) -> Vec<String> {
    let words = &Wording::of(language).watch;
    let mut lines = Vec::new();
    for (heading, items) in [
        (words.new, &changes.new),
        (words.changed, &changes.changed),
        (words.gone, &changes.gone),
    ] {
        let mut items = items.iter().map(|item| line(item, library, language));
        // A heading at the foot of a page would stand without its lines.
        lines.extend(items.next().map(|first| format!("**{heading}**\n{first}")));
        lines.extend(items);
    }
    lines
}

/// One thing that changed, with a link as long as it is there.
fn line(item: &Item, library: &Library, language: Language) -> String {
    let kind = (Wording::of(language).watch.kind)(item.kind);
    format!("・{kind}: {}", linked(item, library, language))
}

fn linked(item: &Item, library: &Library, language: Language) -> String {
    let knowledge = library.knowledge();
    let name = language.pick(&item.name, &item.name_en);
    match item.kind {
        Kind::Document => knowledge.document(&item.id).map(|document| {
            let link = source::link(name, &document.url);
            let edition = source::edition(document, language);
            (Wording::of(language).watch.edition)(&link, edition, &document.published)
        }),
        Kind::Passage => found(item, library)
            .map(|found| source::link(name, source::address(found.document, found.passage))),
        Kind::Action => {
            let action = knowledge.action(&item.id);
            let section = action.and_then(|action| action.sections.first());
            let backing = section.and_then(|id| source::backing(id, library, language));
            backing.map(|backing| format!("{name} ({backing})"))
        }
        Kind::Window => {
            let window = knowledge.window(&item.id);
            let page = window.and_then(|window| window.url.as_deref());
            page.map(|page| source::link(name, page))
        }
    }
    .unwrap_or_else(|| name.clone())
}

fn found<'a>(item: &Item, library: &'a Library) -> Option<Found<'a>> {
    library.live.found(&PassageId::parse(&item.id)?)
}

/// The menu of sections that are new or changed.
fn sections(changes: &Changes<'_>, library: &Library, language: Language) -> Menu {
    let items = changes.new.iter().chain(&changes.changed);
    let passages = items.filter(|item| item.kind == Kind::Passage);
    let options = passages
        .filter_map(|item| found(item, library))
        .map(|found| source::option(found, language));
    Menu::new(
        ComponentId::new(Action::SectionMenu, language),
        Wording::of(language).member.button.choose_section,
        options.collect(),
    )
}

/// The button that opens new and changed steps in detail.
fn steps_button(changes: &Changes<'_>, language: Language) -> Option<Button> {
    let items = changes.new.iter().chain(&changes.changed);
    let actions: Vec<Key> = items
        .filter(|item| item.kind == Kind::Action)
        .map(|item| Key::of(&item.id))
        .collect();
    let label = Wording::of(language).member.button.steps;
    (!actions.is_empty()).then(|| Button::new(label, steps::id(language, 0, &actions)))
}
