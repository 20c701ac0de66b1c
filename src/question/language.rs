//! Which language a question is in.

use serde::{Deserialize, Serialize};

use crate::text;

/// A language that Sonae answers in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
}

/// Latin words without any kana or kanji are English from this share of words no romaji can spell.
const ENGLISH_SHARE: f32 = 0.3;

impl Language {
    /// Finds the language of a normalized text. Names and codes alone (`JC-STAR`, `MFA`) count as
    /// Japanese: most askers are.
    pub fn of(normalized: &str) -> Self {
        let mut japanese = 0;
        let mut latin = 0;
        for character in normalized.chars() {
            if text::is_kana(character) || text::is_kanji(character) {
                japanese += 1;
            } else if character.is_alphabetic() {
                latin += 1;
            }
        }
        // One Japanese character says as much as about three Latin letters.
        if latin == 0 || japanese * 3 >= latin {
            return Self::Ja;
        }
        let words: Vec<&str> = normalized
            .split(|character: char| !character.is_alphabetic())
            .filter(|word| !word.is_empty())
            .collect();
        if words
            .iter()
            .any(|word| text::is_english_stop_word(word) && !is_romaji_particle(word))
        {
            return Self::En;
        }
        let not_romaji = words
            .iter()
            .filter(|word| text::romaji_hiragana(word).is_none())
            .count();
        let is_english = words.len() >= 2
            && not_romaji as f32 >= ENGLISH_SHARE * words.len() as f32
            && japanese == 0;
        match is_english {
            true => Self::En,
            false => Self::Ja,
        }
    }

    /// Returns what is written in this language.
    pub fn pick<T>(self, japanese: T, english: T) -> T {
        match self {
            Self::Ja => japanese,
            Self::En => english,
        }
    }

    /// The two-letter code.
    pub fn code(self) -> &'static str {
        self.pick("ja", "en")
    }
}

/// English stop words that are common in romaji, too.
fn is_romaji_particle(word: &str) -> bool {
    matches!(
        word,
        "a" | "i" | "to" | "no" | "he" | "me" | "so" | "do" | "on" | "in" | "am" | "an" | "here"
    )
}

#[cfg(test)]
mod tests {
    use super::Language;

    fn check(text: &str, expected: Language) {
        assert_eq!(Language::of(&crate::text::folded(text)), expected, "{text}");
    }

    #[test]
    fn the_language_of_a_question() {
        check("パスワードは何文字?", Language::Ja);
        check("What is MFA?", Language::En);
        check("MFA", Language::Ja);
        check("How to set up 多要素認証 for our staff?", Language::En);
        check("Cyber Essentialsって何", Language::Ja);
        check("ransamuwea no taisaku", Language::Ja);
        check("backup strategy small business", Language::En);
        check("", Language::Ja);
    }
}
