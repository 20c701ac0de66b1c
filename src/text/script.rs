//! Which script a character belongs to, as far as Japanese search needs to know.

/// Returns whether the character is hiragana.
pub fn is_hiragana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{309F}')
}

/// Returns whether the character is full-width katakana (the long vowel mark included).
pub fn is_katakana(character: char) -> bool {
    matches!(character, '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}')
}

/// Returns whether the character is hiragana or katakana.
pub fn is_kana(character: char) -> bool {
    is_hiragana(character) || is_katakana(character)
}

/// Returns whether the character is a Chinese character or its repetition mark.
pub fn is_kanji(character: char) -> bool {
    matches!(
        character,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FFFF}' | '々'
    )
}

/// Returns whether the character takes part in character n-grams.
pub(super) fn is_japanese(character: char) -> bool {
    is_kana(character) || is_kanji(character)
}

/// Returns whether a token carries no more than grammar: hiragana and long vowel marks only.
pub(super) fn is_hiragana_only(text: &str) -> bool {
    text.chars()
        .all(|character| is_hiragana(character) || character == 'ー')
}
