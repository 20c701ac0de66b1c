//! Labels that fit: cut by characters where a word or a sentence ends, never inside a word if it can be helped.

use crate::text;

/// How far from the end a place to cut is looked for, in characters.
const LOOK_BACK: usize = 30;

/// Returns the text within so many characters; what was cut off is an ellipsis.
pub(super) fn shortened(label: &str, longest: usize) -> String {
    if label.chars().count() <= longest {
        return label.to_owned();
    }
    let characters: Vec<char> = label.chars().take(longest).collect();
    let room = longest.saturating_sub(1);
    let ends_well = |length: &usize| {
        let before = length.checked_sub(1).and_then(|last| characters.get(last));
        match (before, characters.get(*length)) {
            (Some(before), Some(after)) => is_end(*before, *after),
            _ => false,
        }
    };
    let length = (room.saturating_sub(LOOK_BACK)..=room)
        .rev()
        .find(ends_well)
        .unwrap_or(room);
    let kept: String = characters.into_iter().take(length).collect();
    let kept = kept.trim_end_matches(|last: char| !last.is_alphanumeric() && !is_closing(last));
    format!("{kept}…")
}

fn is_end(before: char, after: char) -> bool {
    after.is_whitespace()
        || is_closing(before)
        || matches!(before, '。' | '、' | '.' | ',' | '・' | '/' | '／')
        || matches!(after, '(' | '（' | '「' | '・' | '、' | '。' | '／' | '—')
        // A Japanese word or its grammar ends where kana give way to kanji.
        || (text::is_hiragana(before) && text::is_kanji(after))
        || (text::is_hiragana(before) && text::is_katakana(after) && after != 'ー')
}

fn is_closing(character: char) -> bool {
    matches!(character, ')' | '）' | '」' | '』' | '】' | '"')
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_label_is_cut_where_a_word_ends() {
        assert_eq!(shortened("short", 10), "short");
        assert_eq!(shortened("one two three four", 12), "one two…");
        assert_eq!(
            shortened("情報の取扱いと保管（机の上）", 11),
            "情報の取扱いと保管…"
        );
        assert_eq!(shortened("社内の規程を決める", 8), "社内の規程を…");
    }

    #[test]
    fn a_label_without_any_end_is_cut_by_characters() {
        assert_eq!(
            shortened(&"漢".repeat(40), 10),
            format!("{}…", "漢".repeat(9))
        );
        assert_eq!(shortened("    ", 2), "…");
        assert_eq!(shortened("abc", 0), "…");
    }
}
