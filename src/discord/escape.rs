//! What people typed, made harmless before it is shown again: no mention, no format, no masked link, no invisible
//! character. `allowed_mentions` is empty besides; this is for what the text looks like.

use crate::text;

/// Characters that Discord reads as format, mention or link.
const ACTIVE: &[char] = &['\\', '*', '_', '~', '`', '|', '>', '<', '#', '-', '+', '[', ']', '(', ')', '@', ':', '/'];
/// Stands behind a character that would begin something; it has no width and no effect.
const BREAK: char = '\u{200b}';

/// The text for a place where Discord applies its format: title, description, fields.
pub fn formatted(typed: &str) -> String {
    let mut shown = String::new();
    for character in plain(typed).chars() {
        match character {
            // A backslash does not stop mentions and addresses; a break behind the character does.
            '@' | ':' => shown.extend([character, BREAK]),
            _ if ACTIVE.contains(&character) => shown.extend(['\\', character]),
            _ => shown.push(character),
        }
    }
    shown
}

/// The text for a place without format, such as the author's line: on one line, without invisible characters.
pub fn plain(typed: &str) -> String {
    let visible: String = text::without_escapes(typed)
        .chars()
        .map(|character| match character.is_whitespace() {
            true => ' ',
            false => character,
        })
        .filter(|character| !is_invisible(*character))
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Control characters, marks of direction and joiners, tags, fillers.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}
