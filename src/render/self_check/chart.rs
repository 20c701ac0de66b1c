//! The result of a self-check as a picture: all points, the parts, every question with the weakest first. Each answer
//! has a mark of its own, so that nothing depends on telling colors apart; letters are legible on a phone.

use super::sheet::{CheckPartRow, CheckRow, CheckSheet};
use crate::profile::CheckAnswer;
use crate::render::picture::{Page, Pen, Stroke};
use crate::wording::{Wording, signed};

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 750;
/// Left and right edge of what is drawn.
const LEFT: u32 = 40;
const RIGHT: u32 = WIDTH - LEFT;

/// Columns for parts and questions.
const COLUMNS: u32 = 3;
const GAP: u32 = 40;
const COLUMN_WIDTH: u32 = (RIGHT - LEFT - GAP * (COLUMNS - 1)) / COLUMNS;

const INK: &str = "#1d2430";
const FAINT_INK: &str = "#5a6472";
const TRACK: &str = "#e3e7ec";
const BAR: &str = "#2b5d9b";

const TITLE: Pen = pen(36, INK, Stroke::Bold);
const HEADING: Pen = pen(30, INK, Stroke::Bold);
const BODY: Pen = pen(25, INK, Stroke::Plain);
const QUIET: Pen = pen(24, FAINT_INK, Stroke::Plain);
/// Height of the letters of the points, and what one digit of the font takes of it.
const POINTS: Pen = pen(96, INK, Stroke::Bold);
const DIGIT: f32 = 0.56;

/// How an answer looks.
struct Look {
    mark: &'static str,
    color: &'static str,
}

/// Draws the result of a self-check.
pub fn check_chart(sheet: &CheckSheet) -> Page {
    let mut page = Page::new(WIDTH, HEIGHT);
    head(&mut page, sheet);
    for (place, part) in (0u32..).zip(&sheet.parts) {
        draw_part(&mut page, LEFT + place * (COLUMN_WIDTH + GAP), part);
    }
    questions(&mut page, sheet);
    legend(&mut page, sheet);
    page
}

/// Title, day, all points with what they mean and with those of last time.
fn head(page: &mut Page, sheet: &CheckSheet) {
    let words = &Wording::of(sheet.language).check;
    page.words((LEFT, 58), TITLE, words.title);
    page.words_until((RIGHT, 56), QUIET, sheet.day.as_deref().unwrap_or_default());
    let points = signed(sheet.points);
    let digits = points.chars().count() as f32;
    let behind = LEFT + (digits * POINTS.size as f32 * DIGIT) as u32 + 14;
    page.words((LEFT, 158), POINTS, &points);
    page.words((behind, 158), HEADING, &(words.out_of)(sheet.most));
    let meaning = match &sheet.verdict {
        Some((title, _)) => title.clone(),
        None => (words.preliminary)(sheet.unanswered.len()),
    };
    let beside = LEFT + COLUMN_WIDTH + GAP;
    let room = RIGHT - beside;
    page.words_within((beside, 112), room, HEADING, &meaning);
    if let Some((before, now)) = sheet.change.as_ref().and_then(|change| change.points) {
        let change = format!(
            "{}: {}",
            (words.change)(sheet.day_before.as_deref()),
            (words.from_to)(before, now)
        );
        page.words_within((beside, 156), room, QUIET, &change);
    }
    let whole = Measure {
        points: sheet.points,
        most: sheet.most,
        before: sheet.points_before(),
    };
    measure(page, (LEFT, 178), (RIGHT - LEFT, 24), &whole, BAR);
}

fn draw_part(page: &mut Page, x: u32, part: &CheckPartRow) {
    let points = format!("{} / {}", signed(part.points), part.most);
    page.words_within((x, 246), COLUMN_WIDTH - 110, BODY, &part.name);
    page.words_until((x + COLUMN_WIDTH, 246), BODY, &points);
    let part = Measure {
        points: part.points,
        most: part.most,
        before: part.points_before,
    };
    measure(page, (x, 258), (COLUMN_WIDTH, 16), &part, BAR);
}

/// The questions in columns, downwards, the weakest first.
fn questions(page: &mut Page, sheet: &CheckSheet) {
    const TOP: u32 = 368;
    const ROW: u32 = 38;
    let words = &Wording::of(sheet.language).check;
    page.words((LEFT, 324), HEADING, words.weakest_first);
    let rows = sheet.weakest_first();
    let in_column = rows.len().div_ceil(COLUMNS as usize).max(1);
    for (place, row) in rows.into_iter().enumerate() {
        let column = (place / in_column) as u32;
        let line = (place % in_column) as u32;
        let x = LEFT + column * (COLUMN_WIDTH + GAP);
        draw_question(page, (x, TOP + line * ROW), row);
    }
}

fn draw_question(page: &mut Page, (x, y): (u32, u32), row: &CheckRow) {
    const NAME: u32 = 38;
    const BAR_AT: u32 = 246;
    const BAR_WIDTH: u32 = 56;
    const POINTS_UNTIL: u32 = 338;
    const ARROW_UNTIL: u32 = 364;
    let look = look(row.answer);
    let mark = pen(27, look.color, Stroke::Bold);
    page.words((x, y), mark, look.mark);
    page.words_within((x + NAME, y), BAR_AT - NAME, BODY, &row.area);
    let Some(points) = row.points() else {
        page.frame((x + BAR_AT, y - 18), (BAR_WIDTH, 16), TRACK);
        return;
    };
    let measured = Measure {
        points,
        most: CheckAnswer::Done.points(),
        before: row.points_before.filter(|before| *before != points),
    };
    measure(
        page,
        (x + BAR_AT, y - 18),
        (BAR_WIDTH, 16),
        &measured,
        look.color,
    );
    page.words_until((x + POINTS_UNTIL, y), BODY, &signed(points));
    let arrow = match row.points_before {
        Some(before) if before < points => "↑",
        Some(before) if before > points => "↓",
        _ => return,
    };
    page.words_until((x + ARROW_UNTIL, y), BODY, arrow);
}

/// What each mark stands for, and where last time is.
fn legend(page: &mut Page, sheet: &CheckSheet) {
    const LINE: u32 = 728;
    let words = &Wording::of(sheet.language).check;
    let answers = [
        CheckAnswer::Done,
        CheckAnswer::Partly,
        CheckAnswer::NotDone,
        CheckAnswer::Unknown,
    ];
    let mut x = LEFT;
    for answer in answers {
        let look = look(Some(answer));
        let text = (words.answer)(Some(answer));
        page.words((x, LINE), pen(24, look.color, Stroke::Bold), look.mark);
        page.words((x + 32, LINE), QUIET, text);
        x += 56 + width(text, QUIET.size);
    }
    if sheet.change.is_some() {
        page.words_until((RIGHT, LINE), QUIET, words.mark_before);
        let mark = RIGHT - width(words.mark_before, QUIET.size) - 12;
        page.block((mark, LINE - 22), (4, 26), INK);
    }
}

/// About what a text takes on the page.
fn width(text: &str, size: u32) -> u32 {
    textwrap::core::display_width(text) as u32 * size / 2
}

/// Points as a bar.
struct Measure {
    points: i32,
    most: i32,
    before: Option<i32>,
}

/// Draws a bar, and a thin mark where it ended last time. Below zero there is no bar: the number tells.
fn measure(
    page: &mut Page,
    (x, y): (u32, u32),
    (width, height): (u32, u32),
    measure: &Measure,
    color: &str,
) {
    let share = |points: i32| {
        let most = measure.most.max(1);
        (f64::from(points.clamp(0, most)) / f64::from(most) * f64::from(width)) as u32
    };
    page.block((x, y), (width, height), TRACK);
    page.block((x, y), (share(measure.points), height), color);
    if let Some(before) = measure.before {
        let at = (x + share(before)).saturating_sub(2);
        page.block((at, y.saturating_sub(5)), (4, height + 10), INK);
    }
}

fn look(answer: Option<CheckAnswer>) -> Look {
    let (mark, color) = match answer {
        Some(CheckAnswer::Done) => ("○", "#1a7f5a"),
        Some(CheckAnswer::Partly) => ("△", "#b46a00"),
        Some(CheckAnswer::NotDone) => ("×", "#c0302b"),
        Some(CheckAnswer::Unknown) => ("？", "#6a3fb0"),
        Some(CheckAnswer::NotUsed) => ("○", "#5a6472"),
        None => ("…", "#5a6472"),
    };
    Look { mark, color }
}

const fn pen(size: u32, color: &'static str, stroke: Stroke) -> Pen {
    Pen {
        size,
        color,
        stroke,
    }
}
