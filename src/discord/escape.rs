//! What people typed, made harmless before it is shown again: no mention, no format, no masked link, no invisible
//! character. `allowed_mentions` is empty besides; this is for what the text looks like.

/// Characters that Discord reads as format, mention or link.
const ACTIVE: &[char] = &[
    '\\', '*', '_', '~', '`', '|', '>', '<', '#', '-', '+', '[', ']', '(', ')', '@', ':', '/',
];
/// Stands behind a character that would begin something; it has no width and no effect.
const BREAK: char = '\u{200b}';

/// The text for a place where Discord applies its format: title, description, fields.
pub fn formatted(typed: &str) -> String {
    let mut shown = String::new();
    for character in visible(typed).chars() {
        match character {
            // A backslash does not stop mentions and addresses; a break behind the character does.
            '@' | ':' => shown.extend([character, BREAK]),
            _ if ACTIVE.contains(&character) => shown.extend(['\\', character]),
            _ => shown.push(character),
        }
    }
    shown
}

/// The text for a place without format, such as the author's line. Mentions do nothing there either; the break
/// keeps them harmless when somebody copies the line.
pub fn plain(typed: &str) -> String {
    visible(typed).replace('@', &format!("@{BREAK}"))
}

/// The text on one line, without invisible characters: what a person sees of it.
pub fn visible(typed: &str) -> String {
    let visible: String = typed
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{formatted, visible};

    #[test]
    fn what_people_typed_does_nothing() {
        for (typed, shown) in [
            ("**太字** と `code`", "\\*\\*太字\\*\\* と \\`code\\`"),
            ("[銀行](https", "\\[銀行\\]\\(https"),
            ("# 見出し", "\\# 見出し"),
            ("\u{202e}逆\u{200b}", "逆"),
        ] {
            assert_eq!(formatted(typed), shown);
        }
        for typed in [
            "@everyone",
            "<@123>",
            "<@&5>",
            "<#9>",
            "https://example.com/?a=b",
        ] {
            let shown = formatted(typed);
            assert!(
                !shown.contains("@e")
                    && !shown.contains("@1")
                    && !shown.contains("@&")
                    && !shown.contains("<#"),
                "{shown}"
            );
            assert!(!shown.contains("https:/"), "{shown}");
        }
    }

    proptest! {
        #[test]
        fn visible_text_is_one_line(typed in "(.|\n|\t|\u{200d}|\u{202e}|\u{e0041}){0,60}") {
            let shown = visible(&typed);
            prop_assert!(!shown.chars().any(|character| character.is_control()));
            let invisible = ['\u{200d}', '\u{202e}', '\u{e0041}'];
            prop_assert!(!shown.contains(invisible));
        }
    }
}
