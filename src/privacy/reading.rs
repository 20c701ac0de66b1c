//! A text as the rules read it: wide letters, digits and signs are narrow, invisible characters are gone, and
//! every place leads back to the text as it was typed.

/// A part of a reading, and the mark that takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// First byte in the reading.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// What takes its place.
    pub mark: &'static str,
}

/// One character of a reading: its place there and the bytes it had.
struct Place {
    read_at: usize,
    start: usize,
    end: usize,
}

/// A text as the rules read it.
pub(super) struct Reading {
    text: String,
    places: Vec<Place>,
}

impl Reading {
    /// Reads a text.
    pub(super) fn of(typed: &str) -> Self {
        let mut text = String::with_capacity(typed.len());
        let mut places = Vec::with_capacity(typed.len());
        for (start, character) in typed.char_indices() {
            if is_invisible(character) {
                continue;
            }
            places.push(Place {
                read_at: text.len(),
                start,
                end: start + character.len_utf8(),
            });
            text.push(narrow(character));
        }
        Self { text, places }
    }

    /// What the rules look at.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the typed text with the marks in place of the spans, which are in order and apart.
    pub(super) fn with_marks(&self, typed: &str, spans: &[Span]) -> String {
        let mut marked = String::with_capacity(typed.len());
        let mut kept_to = 0;
        for span in spans {
            let first = self.places.partition_point(|one| one.read_at < span.start);
            let after = self.places.partition_point(|one| one.read_at < span.end);
            let start = self.places.get(first).map_or(typed.len(), |one| one.start);
            let end = after.checked_sub(1).and_then(|last| self.places.get(last));
            marked.push_str(typed.get(kept_to..start).unwrap_or_default());
            marked.push_str(span.mark);
            kept_to = end.map_or(start, |one| one.end).max(start);
        }
        marked.push_str(typed.get(kept_to..).unwrap_or_default());
        marked
    }
}

/// The narrow form of a wide ASCII character or space; any other character as it is.
fn narrow(character: char) -> char {
    let code = u32::from(character);
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(code - 0xFEE0).unwrap_or(character),
        '\u{3000}' | '\u{A0}' => ' ',
        other => other,
    }
}

/// Whether a character takes no room: hidden between digits, it would break their run.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{20E3}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}
