//! What a company has of a scheme, or what corresponds in other schemes: a page of items with a menu that leads to
//! each, an item in detail, the list of schemes.

use super::block::{self, Block};
use super::{paging, source, steps};
use crate::discord::comparison::{Compared, Papers, Wish};
use crate::discord::component_id::{Action, ComponentId, Key};
use crate::discord::library::Library;
use crate::discord::limits;
use crate::discord::note::note;
use crate::discord::reply::{Button, Card, Files, Menu, MenuOption, Message, Rows, Tone};
use crate::knowledge::PassageId;
use crate::profile::State;
use crate::question::Language;
use crate::render::{LinkRow, StandingRow, scheme_list};
use crate::wording::Wording;

/// Most reasons that a list shows for an item; all stand in its detail.
const REASONS: usize = 3;
/// Most next steps that an item shows.
const STEPS: usize = 3;

/// An item in a list: its key, number and title, and its text.
struct Piece {
    key: Key,
    label: String,
    text: String,
}

/// The schemes to choose from.
pub fn schemes(library: &Library, language: Language) -> Message {
    let wording = Wording::of(language);
    let words = &wording.crosswalk_chat;
    let schemes = scheme_list(&library.knowledge().crosswalk, language);
    let lines = schemes.iter().map(|scheme| {
        let items = (wording.crosswalk.items)(scheme.items);
        format!("・{} ({items})", scheme.name)
    });
    let blocks = vec![
        Block::text(words.schemes_hint),
        Block::new("", lines.collect()),
    ];
    let mut card =
        Card::titled(Tone::Calm, words.schemes).footer(&source::footer(library, language));
    block::lay(&mut card, blocks, wording);
    let options = schemes
        .iter()
        .map(|scheme| MenuOption::new(&scheme.name, Key::of(&scheme.id).as_str()));
    let menu = Menu::new(
        ComponentId::new(Action::CrosswalkScheme, language),
        words.choose_scheme,
        options.collect(),
    );
    Message::private(card).with(Rows::default().menu(menu))
}

/// A page of a comparison.
pub fn page(compared: &Compared, index: usize, language: Language) -> Message {
    let wording = Wording::of(language);
    let library = &compared.library;
    let pieces = pieces(compared, language);
    let pages = pages(&pieces);
    let (index, shown) =
        paging::at(&pages, index).map_or((0, &[][..]), |(index, page)| (index, page.as_slice()));
    let title = match &compared.standing {
        Some(sheet) => (wording.crosswalk.title_standing)(&sheet.title),
        None => (wording.crosswalk.title_links)(&compared.links.title),
    };
    let footer = source::paged_footer(library, language, index, pages.len());
    let mut card = Card::titled(Tone::Calm, &title).footer(&footer);
    let mut blocks = Vec::new();
    if index == 0 {
        blocks.push(Block::text(&preface(compared, language)));
    }
    blocks.extend(shown.iter().map(|piece| Block::text(&piece.text)));
    if index + 1 >= pages.len() {
        blocks.push(Block::text(&close(compared)));
    }
    block::lay(&mut card, blocks, wording);
    let rows = Rows::default()
        .menu(items_menu(shown, &compared.wish, language))
        .buttons(buttons(compared, index, pages.len(), language));
    Message::private(card).with(rows)
}

/// An item in detail: all reasons, what corresponds, the next steps.
pub fn item(compared: &Compared, language: Language) -> Option<Message> {
    let wording = Wording::of(language);
    let words = &wording.crosswalk;
    let library = &compared.library;
    let links = compared.links.rows.first()?;
    let standing = compared
        .standing
        .as_ref()
        .and_then(|sheet| sheet.rows.first());
    let title = format!("{} {}", compared.links.title, links.title);
    let mut card = Card::titled(Tone::Calm, &title).footer(&source::footer(library, language));
    let mut blocks = Vec::new();
    if let Some(row) = standing {
        let mut lines = vec![format!("**{}**", (words.state)(row.state))];
        lines.extend(row.why.iter().map(|why| format!("・{why}")));
        blocks.push(Block::new("", lines));
    }
    let next = next_keys(standing);
    blocks.push(Block::new(words.next, step_lines(&next, library, language)));
    blocks.push(Block::new(
        wording.crosswalk_chat.links,
        link_lines(links, language),
    ));
    blocks.extend(
        backing(links.source.as_ref().map(|one| &one.id), library, language)
            .map(|line| Block::text(&line)),
    );
    blocks.push(Block::text(&compared.links.ours));
    block::lay(&mut card, blocks, wording);
    let mut buttons = Vec::new();
    if !next.is_empty() {
        let id = steps::id(language, 0, &next);
        buttons.push(Button::new(wording.crosswalk_chat.steps, id));
    }
    if let Some(source) = &links.source {
        let label = format!("{} {}", source.document, source.id.passage);
        buttons.push(source::section_button(&label, &source.id, language));
    }
    Some(Message::private(card).with(Rows::default().buttons(buttons)))
}

/// A comparison as files.
pub fn papers(papers: Papers, files: Files, language: Language) -> Message {
    let words = &Wording::of(language).crosswalk_chat;
    let (title, text) = match papers {
        Papers::Table => (words.table_title, words.table_text),
        Papers::Answers => (words.answers_title, words.answers_text),
    };
    note(Tone::Good, title, text).with_files(files)
}

/// For whom and how many, or that nothing was told.
fn preface(compared: &Compared, language: Language) -> String {
    let wording = Wording::of(language);
    match &compared.standing {
        Some(sheet) => format!(
            "{}\n**{}**\n{}",
            sheet.company, sheet.counts, wording.crosswalk.legend
        ),
        None => wording.crosswalk_chat.nothing_told.to_owned(),
    }
}

/// Whose judgment it is, and what to know of the schemes.
fn close(compared: &Compared) -> String {
    let mut lines = vec![format!("※ {}", compared.links.ours)];
    let schemes = compared.links.schemes.iter();
    lines.extend(schemes.map(|scheme| format!("※ {}: {}", scheme.short, scheme.note)));
    lines.join("\n")
}

/// The items in the order in which they are shown: what is not in place first, else that of the scheme.
fn pieces(compared: &Compared, language: Language) -> Vec<Piece> {
    let library = &compared.library;
    match &compared.standing {
        Some(sheet) => {
            let states = [State::Missing, State::Partly, State::Unknown, State::Have];
            let rows = states.into_iter().flat_map(|state| sheet.rows_in(state));
            rows.map(|row| standing_piece(row, library, language))
                .collect()
        }
        None => {
            let rows = compared.links.rows.iter();
            rows.map(|row| link_piece(row, library, language)).collect()
        }
    }
}

fn standing_piece(row: &StandingRow, library: &Library, language: Language) -> Piece {
    let wording = Wording::of(language);
    let words = &wording.crosswalk;
    let label = format!("{} {}", row.id, row.title);
    let mut lines = vec![format!("**{label}** — {}", (words.state)(row.state))];
    lines.extend(row.why.iter().take(REASONS).map(|why| format!("・{why}")));
    if row.why.len() > REASONS {
        let more = (wording.crosswalk_chat.more)(row.why.len() - REASONS);
        lines.push(format!("・{more}"));
    }
    if row.state != State::Have {
        let next = match row.next.first() {
            Some((_, title)) => (wording.member.view.labeled)(words.next, title),
            None => words.no_next.to_owned(),
        };
        lines.push(format!("▶ {next}"));
    }
    lines.extend(backing(
        row.source.as_ref().map(|one| &one.id),
        library,
        language,
    ));
    Piece {
        key: Key::of(&format!("{}:{}", row.scheme, row.id)),
        label,
        text: lines.join("\n"),
    }
}

fn link_piece(row: &LinkRow, library: &Library, language: Language) -> Piece {
    let words = &Wording::of(language).crosswalk;
    let label = format!("{} {}", row.id, row.title);
    let mut lines = vec![format!("**{label}**")];
    let links = row.links.iter();
    lines.extend(links.map(|links| format!("・{}: {}", links.short, links.numbers(language))));
    if row.links.is_empty() {
        lines.push(words.no_links.to_owned());
    }
    lines.extend(backing(
        row.source.as_ref().map(|one| &one.id),
        library,
        language,
    ));
    Piece {
        key: Key::of(&format!("{}:{}", row.scheme, row.id)),
        label,
        text: lines.join("\n"),
    }
}

/// Whole items to pages, as many as a menu can list at most.
fn pages(pieces: &[Piece]) -> Vec<Vec<&Piece>> {
    let mut pages: Vec<Vec<&Piece>> = Vec::new();
    let mut length = 0;
    for piece in pieces {
        let more = piece.text.chars().count();
        match pages.last_mut() {
            Some(page) if length + more <= paging::PAGE && page.len() < limits::OPTIONS => {
                page.push(piece);
                length += more;
            }
            _ => {
                pages.push(vec![piece]);
                length = more;
            }
        }
    }
    pages
}

fn items_menu(shown: &[&Piece], wish: &Wish, language: Language) -> Menu {
    let options = shown
        .iter()
        .map(|piece| MenuOption::new(&piece.label, piece.key.as_str()));
    Menu::new(
        wish.write(ComponentId::new(Action::CrosswalkItem, language)),
        Wording::of(language).crosswalk_chat.choose_item,
        options.collect(),
    )
}

fn buttons(compared: &Compared, index: usize, count: usize, language: Language) -> Vec<Button> {
    let words = &Wording::of(language).crosswalk_chat;
    let wish = &compared.wish;
    let mut buttons = paging::buttons(language, index, count, |number| {
        wish.write(ComponentId::new(Action::Crosswalk, language).number(number))
    });
    let papers = |label: &str, papers: Papers| {
        let id = ComponentId::new(Action::CrosswalkPapers, language).number(papers.number());
        Button::new(label, wish.write(id))
    };
    buttons.push(papers(words.table, Papers::Table));
    buttons.push(papers(words.answers, Papers::Answers));
    buttons
}

fn next_keys(row: Option<&StandingRow>) -> Vec<Key> {
    let next = row.into_iter().flat_map(|row| &row.next);
    next.take(STEPS).map(|(id, _)| Key::of(id)).collect()
}

fn step_lines(next: &[Key], library: &Library, language: Language) -> Vec<String> {
    let actions = next.iter().filter_map(|key| library.action(key));
    let known = actions.filter_map(|action| steps::of_action(action, language));
    known
        .enumerate()
        .map(|(position, step)| steps::line(position + 1, &step, library, language))
        .collect()
}

fn link_lines(row: &LinkRow, language: Language) -> Vec<String> {
    let words = &Wording::of(language).crosswalk;
    let links = row.links.iter().flat_map(|links| {
        let items = links.items.iter();
        items.map(|(id, title, link)| {
            format!("・{} {id} {title}{}", links.short, (words.link)(*link))
        })
    });
    links.collect()
}

/// The section behind an item, with its label.
fn backing(id: Option<&PassageId>, library: &Library, language: Language) -> Option<String> {
    let wording = Wording::of(language);
    let link = source::backing(id?, library, language)?;
    Some((wording.member.view.labeled)(
        wording.label.backed_by,
        &link,
    ))
}
