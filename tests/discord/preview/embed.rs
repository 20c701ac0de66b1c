//! An embed: bar, small line, title, text, fields, footer.

use serde_json::Value;

use super::canvas::{Area, Canvas, Ink};
use super::line::Run;
use super::markdown::{self, Names};
use super::palette::{self, Size};

/// Width of an embed.
pub const WIDTH: f64 = 560.0;
const BAR: f64 = 4.0;
const MARGIN: f64 = 16.0;

/// Draws an embed with its left upper corner here; returns where it ends.
pub fn draw(canvas: &mut Canvas, x: f64, y: f64, embed: &Value, names: Names<'_>) -> f64 {
    let mut inside = Canvas::default();
    let end = texts(&mut inside, x + BAR + MARGIN - 4.0, y + 12.0, embed, names) + 14.0;
    let area = |width| Area {
        x,
        y,
        width,
        height: end - y,
    };
    let color = embed["color"].as_u64().unwrap_or(0x1e_1f22);
    // The bar is what is seen of a box below.
    canvas.rectangle(area(WIDTH), 4.0, &format!("#{color:06x}"));
    let mut face = area(WIDTH - BAR);
    face.x += BAR;
    canvas.rectangle(face, 3.0, palette::EMBED);
    canvas.add(inside);
    end
}

fn texts(canvas: &mut Canvas, x: f64, y: f64, embed: &Value, names: Names<'_>) -> f64 {
    let room = WIDTH - BAR - MARGIN * 2.0 + 4.0;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let body = Ink::new(Size::Text, palette::TEXT);
    let mut y = y;
    let author = text(&embed["author"]["name"]);
    if !author.is_empty() {
        let ink = Ink::new(Size::Text, palette::HEADING).bold();
        y = canvas.lines(x, y, room, &[Run::plain(&author)], ink) + 6.0;
    }
    let title = text(&embed["title"]);
    if !title.is_empty() {
        let ink = Ink::new(Size::Large, palette::HEADING).bold();
        y = canvas.lines(x, y, room, &markdown::runs(&title, names), ink) + 4.0;
    }
    let description = text(&embed["description"]);
    if !description.is_empty() {
        let read = markdown::paragraphs(&description, names);
        y = canvas.paragraphs(x, y, room, &read, body) + 4.0;
    }
    for field in embed["fields"].as_array().into_iter().flatten() {
        let ink = Ink::new(Size::Text, palette::HEADING).bold();
        let name = markdown::runs(&text(&field["name"]), names);
        y = canvas.lines(x, y + 6.0, room, &name, ink) + 1.0;
        let read = markdown::paragraphs(&text(&field["value"]), names);
        y = canvas.paragraphs(x, y, room, &read, body) + 4.0;
    }
    let footer = text(&embed["footer"]["text"]);
    let ink = Ink::new(Size::Small, palette::MUTED);
    for (place, line) in footer.lines().enumerate() {
        let gap = if place == 0 { 8.0 } else { 0.0 };
        y = canvas.lines(x, y + gap, room, &[Run::plain(line)], ink);
    }
    y
}
