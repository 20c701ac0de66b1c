//! Windows: in one line as an incident needs it, and in full as a list. Those that can be reached now come first.

use jiff::civil::DateTime;

use super::block::{self, Block, grouped};
use super::{paging, source};
use crate::answer::{WindowNow, window_now};
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::library::Library;
use crate::discord::reply::{Card, Message, Rows, Tone};
use crate::knowledge::{OpenState, Window};
use crate::question::Language;
use crate::wording::Wording;

/// All windows, a page of them.
pub fn list(library: &Library, language: Language, index: usize, moment: DateTime) -> Message {
    let wording = Wording::of(language);
    let windows = now(
        library.knowledge().windows.iter(),
        library,
        language,
        moment,
    );
    let pages = grouped(&entries(&windows, moment, wording), "\n\n", paging::PAGE);
    let (index, text) = paging::text(&pages, index);
    let card = Card::titled(Tone::Calm, wording.member.view.windows).footer(&source::paged_footer(
        library,
        language,
        index,
        pages.len(),
    ));
    let id = |number| ComponentId::new(Action::Windows, language).number(number);
    let rows = Rows::default().buttons(paging::buttons(language, index, pages.len(), id));
    Message::private(block::page(card, text, wording)).with(rows)
}

/// Windows with their state at a moment.
pub fn now<'a>(
    windows: impl Iterator<Item = &'a Window>,
    library: &Library,
    language: Language,
    moment: DateTime,
) -> Vec<WindowNow> {
    windows
        .map(|window| window_now(library.knowledge(), window, moment, language))
        .collect()
}

/// The windows one to a line, in groups: who can be reached now, whose hours are not known, who is closed.
pub fn lines(windows: &[WindowNow], moment: DateTime, wording: &Wording) -> Vec<Block> {
    let group = |(heading, group): (String, Vec<&WindowNow>)| Block {
        heading,
        lines: group
            .into_iter()
            .map(|window| line(window, wording))
            .collect(),
    };
    groups(windows, moment, wording)
        .into_iter()
        .map(group)
        .collect()
}

/// Only the windows that can be reached now; a line that says so when there is none.
pub fn open_lines(windows: &[WindowNow], moment: DateTime, wording: &Wording) -> Block {
    let open: Vec<WindowNow> = windows
        .iter()
        .filter(|window| is_open(window))
        .cloned()
        .collect();
    match lines(&open, moment, wording).into_iter().next() {
        Some(block) => block,
        None => Block::text(&(wording.member.view.none_open)(&(wording
            .member
            .view
            .moment)(
            moment
        ))),
    }
}

/// The windows in full, in the same groups; a heading stands with the first of its group.
pub fn entries(windows: &[WindowNow], moment: DateTime, wording: &Wording) -> Vec<String> {
    let mut entries = Vec::new();
    for (heading, group) in groups(windows, moment, wording) {
        for (position, window) in group.into_iter().enumerate() {
            let entry = entry(window, wording);
            entries.push(match position {
                0 => format!("__{heading}__\n{entry}"),
                _ => entry,
            });
        }
    }
    entries
}

fn is_open(window: &WindowNow) -> bool {
    matches!(window.state, OpenState::Always | OpenState::Open)
}

fn groups<'a>(
    windows: &'a [WindowNow],
    moment: DateTime,
    wording: &Wording,
) -> Vec<(String, Vec<&'a WindowNow>)> {
    let view = &wording.member.view;
    let those =
        |wanted: fn(&WindowNow) -> bool| windows.iter().filter(|window| wanted(window)).collect();
    let groups: [(String, Vec<&WindowNow>); 3] = [
        ((view.open_now)(&(view.moment)(moment)), those(is_open)),
        (
            view.hours_unknown.to_owned(),
            those(|window| window.state == OpenState::Unknown),
        ),
        (
            view.closed_now.to_owned(),
            those(|window| window.state == OpenState::Closed),
        ),
    ];
    groups
        .into_iter()
        .filter(|(_, group)| !group.is_empty())
        .collect()
}

/// Name, how to reach it, hours. One way is enough while something is on fire: phone, form, mail, page.
fn line(window: &WindowNow, wording: &Wording) -> String {
    let view = &wording.member.view;
    let label = &wording.label;
    let way = match (&window.phone, &window.form, &window.mail, &window.url) {
        (Some(phone), _, _, _) => format!("{} **{phone}**", label.phone),
        (_, Some(form), _, _) => source::link(label.form, form),
        (_, _, Some(mail), _) => format!("{} {mail}", label.mail),
        (_, _, _, Some(url)) => source::link(label.page, url),
        (None, None, None, None) => view.own_contact.to_owned(),
    };
    let mut facts = Vec::new();
    if window.state == OpenState::Always {
        facts.push((wording.open_state)(OpenState::Always).to_owned());
    }
    let hours = (wording.hours)(&window.hours);
    if !hours.is_empty() {
        facts.push(hours);
        if !window.hours_sure {
            facts.push(view.hours_unsure.to_owned());
        }
    }
    let line = format!("・{} — {way}", window.name);
    match facts.is_empty() {
        true => line,
        false => format!("{line} ({})", facts.join(" / ")),
    }
}

/// Everything that is known about a window.
pub fn entry(window: &WindowNow, wording: &Wording) -> String {
    let view = &wording.member.view;
    let label = &wording.label;
    let mut lines = vec![format!(
        "**{}** — {}",
        window.name,
        (wording.open_state)(window.state)
    )];
    let ways = [
        window
            .phone
            .as_ref()
            .map(|phone| format!("{} **{phone}**", label.phone)),
        window
            .mail
            .as_ref()
            .map(|mail| format!("{} {mail}", label.mail)),
        window
            .form
            .as_ref()
            .map(|form| source::link(label.form, form)),
        window.url.as_ref().map(|url| source::link(label.page, url)),
    ];
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    lines.push(match ways.is_empty() {
        true => view.own_contact.to_owned(),
        false => ways.join(" / "),
    });
    let hours = (wording.hours)(&window.hours);
    if !hours.is_empty() {
        let unsure = match window.hours_sure {
            true => String::new(),
            false => format!(" ({})", view.hours_unsure),
        };
        lines.push(format!("{}{unsure}", (view.labeled)(label.hours, &hours)));
    }
    lines.extend(window.hours_note.clone());
    lines.push(window.for_whom.clone());
    lines.push((view.labeled)(label.checked, &window.checked));
    lines.join("\n")
}
