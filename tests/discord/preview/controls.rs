//! Buttons and menus below a message.

use serde_json::Value;

use super::canvas::{Area, Canvas, Ink};
use super::embed;
use super::line::{self, Run};
use super::palette::{self, Size};

const HEIGHT: f64 = 34.0;
const GAP: f64 = 8.0;

/// Draws rows of components; returns where they end.
pub fn draw(canvas: &mut Canvas, x: f64, y: f64, rows: &Value) -> f64 {
    let mut y = y;
    for row in rows.as_array().into_iter().flatten() {
        let parts = row["components"].as_array().into_iter().flatten();
        let mut left = x;
        for part in parts {
            if part["type"] == 3 {
                menu(canvas, x, y, part);
                continue;
            }
            let width = button_width(part);
            if left > x && left + width > x + embed::WIDTH {
                left = x;
                y += HEIGHT + GAP;
            }
            button(canvas, left, y, width, part);
            left += width + GAP;
        }
        y += HEIGHT + GAP;
    }
    y
}

fn label(part: &Value) -> String {
    let emoji = part["emoji"]["name"].as_str().unwrap_or_default();
    let label = part["label"].as_str().unwrap_or_default();
    format!("{emoji} {label}").trim().to_owned()
}

fn button_width(part: &Value) -> f64 {
    line::width(&label(part), Size::Text) + 32.0
}

fn button(canvas: &mut Canvas, x: f64, y: f64, width: f64, part: &Value) {
    let color = match part["style"].as_u64() {
        Some(1) => palette::BLURPLE,
        Some(3) => palette::GOOD_BUTTON,
        Some(4) => palette::DANGER_BUTTON,
        _ => palette::PLAIN_BUTTON,
    };
    let area = Area {
        x,
        y,
        width,
        height: HEIGHT,
    };
    canvas.rectangle(area, 8.0, color);
    let label = label(part);
    let left = x + (width - line::width(&label, Size::Text)) / 2.0;
    let top = y + (HEIGHT - Size::Text.line()) / 2.0;
    let ink = Ink::new(Size::Text, "#ffffff");
    canvas.line(left, top, &[Run::plain(&label)], ink);
}

fn menu(canvas: &mut Canvas, x: f64, y: f64, part: &Value) {
    let area = Area {
        x,
        y,
        width: embed::WIDTH * 0.8,
        height: HEIGHT,
    };
    canvas.rectangle(area, 8.0, palette::LINE);
    let face = Area {
        x: x + 1.0,
        y: y + 1.0,
        width: area.width - 2.0,
        height: HEIGHT - 2.0,
    };
    canvas.rectangle(face, 7.0, palette::MENU);
    let placeholder = part["placeholder"].as_str().unwrap_or_default();
    let top = y + (HEIGHT - Size::Text.line()) / 2.0;
    let ink = Ink::new(Size::Text, palette::MUTED);
    canvas.line(x + 12.0, top, &[Run::plain(placeholder)], ink);
    let (right, middle) = (x + area.width - 24.0, y + HEIGHT / 2.0);
    let arrow = format!("M{right:.1} {:.1} l6 6 l6 -6", middle - 3.0);
    canvas.stroke(&arrow, palette::TEXT);
}
