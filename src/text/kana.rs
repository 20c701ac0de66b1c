//! Readings: katakana and romaji folded to hiragana, so that `ぱすわーど`, `パスワード` and `pasuwado` meet.

use wana_kana::ConvertJapanese;

use super::script::is_katakana;

/// Katakana letters stand this far above their hiragana in Unicode.
const KATAKANA_OFFSET: u32 = 0x60;

/// Returns the text with its katakana turned into hiragana, character by character; the long vowel
/// mark and all else stay as they are.
pub fn hiragana(normalized: &str) -> String {
    normalized
        .chars()
        .map(|character| match character {
            'ー' => 'ー',
            'ァ'..='ヶ' if is_katakana(character) => {
                char::from_u32(u32::from(character) - KATAKANA_OFFSET).unwrap_or(character)
            }
            other => other,
        })
        .collect()
}

/// Reads a word in Latin letters as romaji. Returns `None` when letters remain that no kana has.
pub fn romaji_hiragana(word: &str) -> Option<String> {
    let kana = word.to_hiragana();
    kana.chars()
        .all(|character| !character.is_ascii_alphabetic())
        .then_some(kana)
}

#[cfg(test)]
mod tests {
    use super::{hiragana, romaji_hiragana};

    #[test]
    fn katakana_becomes_hiragana() {
        assert_eq!(hiragana("パスワードの長さ"), "ぱすわーどの長さ");
    }

    #[test]
    fn romaji_is_read() {
        assert_eq!(romaji_hiragana("taisaku").as_deref(), Some("たいさく"));
        assert_eq!(romaji_hiragana("strength"), None);
    }
}
