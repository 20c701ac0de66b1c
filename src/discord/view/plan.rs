//! A plan in pages: first what to do this week, then the other times, then money and schemes. A menu leads to each
//! time, another one to each line.

use super::block::{self, grouped};
use super::{paging, plan_money, profile, source, steps};
use crate::discord::component_id::{Action, ComponentId, Key};
use crate::discord::limits;
use crate::discord::note::note;
use crate::discord::planning::{Planned, Wish};
use crate::discord::reply::{Button, Card, Files, Menu, MenuOption, Message, Rows, Style, Tone};
use crate::knowledge;
use crate::profile::{Fit, LeftOut, WhyOut};
use crate::question::Language;
use crate::render::{PlanRow, why_left_out};
use crate::wording::Wording;

/// A page: the number of its part, its text, the lines on it.
struct Page<'s> {
    part: usize,
    text: String,
    rows: Vec<&'s PlanRow>,
}

/// A page of a plan.
pub fn page(planned: &Planned, index: usize, language: Language) -> Message {
    let wording = Wording::of(language);
    let pages = pages(planned, language);
    let library = &planned.library;
    let Some((index, shown)) = paging::at(&pages, index) else {
        return note(Tone::Quiet, wording.plan.title, wording.plan.empty);
    };
    let footer = source::paged_footer(library, language, index, pages.len());
    let card = Card::titled(Tone::Calm, wording.plan.title).footer(&footer);
    let card = block::page(card, &shown.text, wording);
    let rows = Rows::default()
        .menu(parts_menu(planned, &pages, shown.part, language))
        .menu(lines_menu(planned, shown, language))
        .buttons(buttons(planned, index, pages.len(), language));
    Message::private(card).with(rows)
}

/// A line of a plan in detail, and the button that marks it as done, or not.
pub fn line(planned: &Planned, action: &Key, language: Language) -> Option<Message> {
    let library = &planned.library;
    let mut message = steps::detailed(std::slice::from_ref(action), library, language, 0)?;
    let known = library.action(action)?;
    let is_done = planned.company.done.contains(&known.id);
    let button = done_button(action, is_done, planned.wish, language);
    message.rows = message.rows.buttons(vec![button]);
    Some(message)
}

/// What is said after a step was marked as done, or the mark was taken off.
pub fn marked(
    action: &knowledge::Action,
    is_done: bool,
    wish: Wish,
    language: Language,
) -> Message {
    let words = &Wording::of(language).plan_chat;
    let title = title(action, language);
    let message = match is_done {
        true => note(Tone::Good, words.done_title, &(words.done_text)(title)),
        false => note(Tone::Calm, words.undone_title, &(words.undone_text)(title)),
    };
    message.with(Rows::default().buttons(vec![
        Button::new(words.show, page_id(1, wish, language)),
        done_button(&Key::of(&action.id), is_done, wish, language),
    ]))
}

/// The plan as files.
pub fn papers(files: Files, language: Language) -> Message {
    let words = &Wording::of(language).plan_chat;
    note(Tone::Good, words.papers_title, words.papers_text).with_files(files)
}

/// A page of what is not in a plan.
pub fn left_out(planned: &Planned, index: usize, language: Language) -> Message {
    let wording = Wording::of(language);
    let library = &planned.library;
    let proof = (wording.plan.explain.proof)(planned.plan.value, planned.plan.bound);
    let mut pieces = vec![proof];
    pieces.extend(by_reason(planned, language));
    let pages = grouped(&pieces, "\n", paging::PAGE);
    let (index, text) = paging::text(&pages, index);
    let footer = source::paged_footer(library, language, index, pages.len());
    let card = Card::titled(Tone::Calm, wording.plan.explain.outside).footer(&footer);
    let turns = paging::buttons(language, index, pages.len(), |number| {
        left_out_id(number, planned.wish, language)
    });
    let rows = Rows::default().buttons(turns);
    Message::private(block::page(card, text, wording)).with(rows)
}

/// What is not in a plan below each reason; what was near first.
fn by_reason(planned: &Planned, language: Language) -> Vec<String> {
    let knowledge = planned.library.knowledge();
    let mut left: Vec<&LeftOut> = planned.plan.left_out.iter().collect();
    left.sort_by_key(|left| distance(&left.why));
    let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
    for left in left {
        let Some(action) = knowledge.action(&left.action) else {
            continue;
        };
        let why = why_left_out(&left.why, knowledge, language);
        let title = title(action, language);
        match reasons.iter_mut().find(|(reason, _)| *reason == why) {
            Some((_, titles)) => titles.push(title),
            None => reasons.push((why, vec![title])),
        }
    }
    let lines = |(reason, titles): (String, Vec<&str>)| {
        let mut lines: Vec<String> = titles.iter().map(|title| format!("・{title}")).collect();
        // A heading never stands alone at the end of a page.
        if let Some(first) = lines.first_mut() {
            *first = format!("**{reason}**\n{first}");
        }
        lines
    };
    reasons.into_iter().flat_map(lines).collect()
}

fn distance(why: &WhyOut) -> u8 {
    match why {
        WhyOut::DoesNotFit {
            fit: Fit::Done { .. },
        } => 1,
        WhyOut::DoesNotFit { .. } => 2,
        _ => 0,
    }
}

fn pages(planned: &Planned, language: Language) -> Vec<Page<'_>> {
    let words = &Wording::of(language).plan_chat;
    let mut pages: Vec<Page<'_>> = Vec::new();
    for (number, part) in planned.sheet.parts.iter().enumerate() {
        let head = format!("**{}**", (words.part)(part.when, &part.comes_to));
        let text = match number {
            0 => format!("{}\n\n{head}", preface(planned, language)),
            _ => head,
        };
        pages.push(Page {
            part: number,
            text,
            rows: Vec::new(),
        });
        for row in &part.rows {
            let piece = row_text(row, planned, language);
            let is_full = pages.last().is_some_and(|page| {
                page.text.chars().count() + piece.chars().count() > paging::PAGE
                    || page.rows.len() == limits::OPTIONS
            });
            if is_full {
                pages.push(Page {
                    part: number,
                    text: format!("**{}**", (words.part_continued)(part.when)),
                    rows: Vec::new(),
                });
            }
            if let Some(page) = pages.last_mut() {
                page.text.push_str("\n\n");
                page.text.push_str(&piece);
                page.rows.push(row);
            }
        }
    }
    if pages.is_empty() {
        let empty = Wording::of(language).plan.empty;
        pages.push(Page {
            part: usize::MAX,
            text: format!("{}\n\n{empty}", preface(planned, language)),
            rows: Vec::new(),
        });
    }
    let money = plan_money::pages(planned, language);
    pages.extend(money.into_iter().map(|text| Page {
        part: planned.sheet.parts.len(),
        text,
        rows: Vec::new(),
    }));
    pages
}

/// For whom, what was assumed, what it comes to.
fn preface(planned: &Planned, language: Language) -> String {
    let words = &Wording::of(language).plan_chat;
    let sheet = &planned.sheet;
    let mut lines = match planned.company.is_described() {
        true => vec![sheet.company.clone()],
        false => vec![words.unknown.to_owned()],
    };
    lines.extend([sheet.comes_to.clone(), sheet.set_aside.clone()]);
    if !sheet.assumed.is_empty() {
        lines.push(format!("{}:", words.assumed));
        lines.extend(sheet.assumed.iter().map(|assumed| format!("・{assumed}")));
    }
    lines.join("\n")
}

fn row_text(row: &PlanRow, planned: &Planned, language: Language) -> String {
    let wording = Wording::of(language);
    let labeled = wording.member.view.labeled;
    let facts = [
        row.who,
        row.time.as_str(),
        &row.cost(wording),
        row.because.as_str(),
    ];
    let mut lines = vec![
        format!("**{}. {}**", row.number, row.title),
        facts.join(" / "),
    ];
    lines.extend(row.after.iter().map(|first| (wording.plan.after)(first)));
    lines.push(labeled(wording.label.done_when, &row.done_when));
    let source = row.source.as_ref();
    let backing = source.and_then(|one| source::backing(&one.id, &planned.library, language));
    lines.extend(backing.map(|link| labeled(wording.label.backed_by, &link)));
    lines.join("\n")
}

fn parts_menu(planned: &Planned, pages: &[Page<'_>], part: usize, language: Language) -> Menu {
    let words = &Wording::of(language).plan_chat;
    let first_of = |part: usize| pages.iter().position(|page| page.part == part);
    let times = planned.sheet.parts.iter();
    let times = times.map(|part| (part.when, part.comes_to.as_str()));
    let all = times.chain([(words.money, words.money_hint)]).enumerate();
    let options = all.filter_map(|(number, (label, hint))| {
        let option = MenuOption::new(label, &first_of(number)?.to_string());
        Some(option.described(hint).chosen(number == part))
    });
    let id = planned
        .wish
        .write(ComponentId::new(Action::PlanMenu, language));
    Menu::new(id, words.choose_part, options.collect())
}

fn lines_menu(planned: &Planned, page: &Page<'_>, language: Language) -> Menu {
    let words = &Wording::of(language).plan_chat;
    let options = page.rows.iter().map(|row| {
        let label = format!("{}. {}", row.number, row.title);
        MenuOption::new(&label, Key::of(&row.action).as_str())
    });
    let id = planned
        .wish
        .write(ComponentId::new(Action::PlanLine, language));
    Menu::new(id, words.choose_line, options.collect())
}

fn buttons(planned: &Planned, index: usize, count: usize, language: Language) -> Vec<Button> {
    let words = &Wording::of(language).plan_chat;
    let wish = planned.wish;
    let mut buttons = paging::buttons(language, index, count, |number| {
        page_id(number, wish, language)
    });
    let papers = wish.write(ComponentId::new(Action::PlanPapers, language));
    buttons.push(Button::new(words.papers, papers));
    buttons.push(Button::new(words.left_out, left_out_id(0, wish, language)));
    buttons.push(profile::button(&planned.company, language));
    buttons
}

fn page_id(number: u64, wish: Wish, language: Language) -> ComponentId {
    wish.write(ComponentId::new(Action::Plan, language).number(number))
}

fn left_out_id(number: u64, wish: Wish, language: Language) -> ComponentId {
    wish.write(ComponentId::new(Action::PlanLeftOut, language).number(number))
}

fn done_button(action: &Key, is_done: bool, wish: Wish, language: Language) -> Button {
    let words = &Wording::of(language).plan_chat;
    let id = ComponentId::new(Action::PlanDone, language).key(action);
    let id = wish.write(id.number(u64::from(!is_done)));
    match is_done {
        true => Button::new(words.undone, id),
        false => Button::new(words.done, id).styled(Style::Good),
    }
}

fn title(action: &knowledge::Action, language: Language) -> &str {
    language.pick(&action.title, &action.title_en)
}
