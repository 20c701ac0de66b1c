//! Runs of text in one look each, and the lines that they fill: Japanese breaks between characters, other scripts
//! between words. Widths are those of common sans-serif fonts, so that a line ends in time whatever font is there.

use super::palette::Size;

/// How a run looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As the text around it.
    Plain,
    /// Heavier.
    Bold,
    /// A link.
    Link,
    /// A person, role or channel.
    Mention,
    /// A code.
    Code,
}

/// Text in one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

impl Run {
    /// A run without a look of its own.
    pub fn plain(text: &str) -> Run {
        Run {
            text: text.to_owned(),
            look: Look::Plain,
        }
    }
}

/// Must not begin a line (JIS X 4051, as far as these texts need it).
const NOT_FIRST: &str = "、。，．,.・:：;；!！?？)）]］}｝」』】〉》〕”’ー〜…%％々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ/";
/// Must not end a line.
const NOT_LAST: &str = "(（[［{｛「『【〈《〔“‘";

/// Returns the width of a character as a share of the font's size.
fn share(character: char) -> f64 {
    match character {
        '\u{200b}'..='\u{200f}' | '\u{fe0f}' => 0.0,
        ' ' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.28,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '/' | '-' | '"' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' => 0.92,
        'A'..='Z' | '&' | '#' | '+' | '×' => 0.68,
        character if is_wide(character) => 1.0,
        _ => 0.56,
    }
}

fn is_wide(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11ff}' | '\u{2190}'..='\u{2bff}' | '\u{2e80}'..='\u{ff60}' | '\u{1f000}'..)
}

/// Returns the width of a text in pixels.
pub fn width(text: &str, size: Size) -> f64 {
    text.chars().map(share).sum::<f64>() * size.pixels()
}

/// Breaks runs into lines of at most this width; at least one line.
pub fn broken(runs: &[Run], room: f64, size: Size) -> Vec<Vec<Run>> {
    let characters: Vec<(char, Look)> = runs
        .iter()
        .flat_map(|run| run.text.chars().map(|character| (character, run.look)))
        .collect();
    let mut lines = Vec::new();
    let mut start = 0;
    while let Some(rest) = characters.get(start..).filter(|rest| !rest.is_empty()) {
        let taken = fitting(rest, room, size);
        lines.push(joined(&rest[..taken]));
        start += taken;
    }
    if lines.is_empty() {
        lines.push(Vec::new());
    }
    lines
}

/// How many characters the next line takes: all that fit, back to the last place where a line may end.
fn fitting(characters: &[(char, Look)], room: f64, size: Size) -> usize {
    let mut used = 0.0;
    let mut end = None;
    for (place, (character, _)) in characters.iter().enumerate() {
        let before = place.checked_sub(1).map(|last| characters[last].0);
        if before.is_some_and(|before| may_break(before, *character)) {
            end = Some(place);
        }
        used += share(*character) * size.pixels();
        // A space at the end of a line takes no room.
        if used > room && *character != ' ' {
            return end.unwrap_or(place.max(1));
        }
    }
    characters.len()
}

fn may_break(before: char, after: char) -> bool {
    if before == ' ' {
        return after != ' ';
    }
    let is_bound = after == ' ' || NOT_FIRST.contains(after) || NOT_LAST.contains(before);
    !is_bound && (is_wide(before) || is_wide(after))
}

fn joined(characters: &[(char, Look)]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (character, look) in characters {
        match runs.last_mut() {
            Some(run) if run.look == *look => run.text.push(*character),
            _ => runs.push(Run {
                text: character.to_string(),
                look: *look,
            }),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{Run, broken, width};
    use crate::preview::palette::Size;

    fn check(text: &str, characters: f64, expected: &[&str]) {
        let room = characters * Size::Text.pixels();
        let lines = broken(&[Run::plain(text)], room, Size::Text);
        let lines: Vec<String> = lines
            .iter()
            .map(|line| line.iter().map(|run| run.text.as_str()).collect())
            .collect();
        assert_eq!(lines, expected);
        assert!(
            lines
                .iter()
                .all(|line| width(line.trim_end(), Size::Text) <= room)
        );
    }

    #[test]
    fn a_line_of_japanese_does_not_begin_with_a_full_stop_nor_end_with_a_bracket() {
        check("電話します。次に", 5.0, &["電話しま", "す。次に"]);
        check("行く「警察」", 3.0, &["行く", "「警", "察」"]);
    }

    #[test]
    fn words_stay_whole() {
        check("back up today", 5.0, &["back up ", "today"]);
        check("", 5.0, &[""]);
    }
}
