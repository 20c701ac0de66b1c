//! Names as they are compared while somebody types: without spaces and marks, kana of either kind as one, long
//! vowels left out (`pasuwado`, `じょほ`), and knowing where words begin.

use std::collections::HashSet;

use crate::text;

/// A name to compare with what is typed.
#[derive(Debug)]
pub(super) struct Key {
    /// What is compared.
    pub text: String,
    /// The bytes of `text` at which a word begins.
    pub starts: Vec<usize>,
    /// Which characters occur, hashed to a bit each: most names are ruled out by it.
    pub characters: u64,
}

/// The kana whose long vowel is written with う.
const BEFORE_LONG_U: &str = "おこそとのほもよろをごぞどぼぽょぉうくすつぬふむゆるぐずづぶぷゅぅ";

impl Key {
    /// Makes the key of a name.
    pub fn new(name: &str) -> Self {
        let folded = text::folded(name);
        let words = text::word_tokens(&folded);
        Self::with_words(&folded, words.iter().map(|word| word.start).collect())
    }

    /// Makes the key of a sentence: only where the script changes a word is known to begin, for telling
    /// words apart takes long.
    pub fn of_sentence(sentence: &str) -> Self {
        Self::with_words(&text::folded(sentence), HashSet::new())
    }

    fn with_words(folded: &str, words: HashSet<usize>) -> Self {
        let mut key = Self {
            text: String::with_capacity(folded.len()),
            starts: Vec::new(),
            characters: 0,
        };
        let mut before = Script::Mark;
        let sounds = text::hiragana(folded);
        for ((index, written), sound) in folded.char_indices().zip(sounds.chars()) {
            let script = Script::of(written, before);
            let begins_word = script != before || words.contains(&index);
            before = script;
            if script == Script::Mark || is_long_vowel(sound, key.text.chars().next_back()) {
                continue;
            }
            if begins_word {
                key.starts.push(key.text.len());
            }
            key.text.push(sound);
        }
        key.characters = characters(&key.text);
        key
    }

    /// The key of kana that were read from Latin letters.
    pub fn of_romaji(typed: &str) -> Option<Self> {
        let folded = text::folded(typed);
        if folded.contains(|c: char| !c.is_ascii() || c.is_ascii_digit()) {
            return None;
        }
        let mut letters: String = folded.chars().filter(char::is_ascii_alphabetic).collect();
        // The last syllable may still be unfinished: `ransamuw`.
        for _ in 0..3 {
            if letters.chars().count() < 3 {
                return None;
            }
            if let Some(kana) = text::romaji_hiragana(&letters) {
                return Some(Self::new(&kana));
            }
            letters.pop();
        }
        None
    }

    /// Returns whether a name stands alone in this: `ログ` does not in `ブログ` or `ログイン`.
    pub fn has_word(&self, name: &Self) -> bool {
        if name.text.is_empty() || !self.may_contain(name) {
            return false;
        }
        self.text.match_indices(&name.text).any(|(start, _)| {
            let end = start + name.text.len();
            let ends_well = end == self.text.len() || self.starts.binary_search(&end).is_ok();
            ends_well && self.starts.binary_search(&start).is_ok()
        })
    }

    /// Returns whether all characters of another key may occur in this one.
    pub fn may_contain(&self, other: &Self) -> bool {
        other.characters & !self.characters == 0
    }
}

/// One bit for each character, hashed.
fn characters(text: &str) -> u64 {
    text.chars().fold(0, |mask, character| {
        // Fibonacci hashing spreads neighbors in Unicode over the bits.
        let hash = u64::from(character).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58;
        mask | 1 << hash
    })
}

fn is_long_vowel(sound: char, before: Option<char>) -> bool {
    sound == 'ー' || (sound == 'う' && before.is_some_and(|kana| BEFORE_LONG_U.contains(kana)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Kanji,
    Hiragana,
    Katakana,
    Digit,
    Letter,
    Mark,
}

impl Script {
    /// The long vowel mark belongs to what stands before it.
    fn of(character: char, before: Self) -> Self {
        match character {
            'ー' if before != Self::Mark => before,
            _ if text::is_kanji(character) => Self::Kanji,
            _ if text::is_hiragana(character) => Self::Hiragana,
            _ if text::is_katakana(character) => Self::Katakana,
            _ if character.is_numeric() => Self::Digit,
            _ if character.is_alphabetic() => Self::Letter,
            // A star names a level: `★3`.
            '★' => Self::Digit,
            _ => Self::Mark,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn spellings_of_one_sound_are_one() {
        for typed in ["パスワード", "ぱすわーど", "ﾊﾟｽﾜｰﾄﾞ", "パス ワード"]
        {
            assert_eq!(Key::new(typed).text, "ぱすわど", "{typed}");
        }
        for typed in ["pasuwado", "pasuwa-do", "PASUWADOk"] {
            assert_eq!(Key::of_romaji(typed).unwrap().text, "ぱすわど", "{typed}");
        }
        assert_eq!(
            Key::new("じょうほう").text,
            Key::of_romaji("joho").unwrap().text
        );
        assert!(Key::of_romaji("18").is_none() && Key::of_romaji("no").is_none());
    }

    #[test]
    fn words_begin_at_spaces_and_where_the_script_changes() {
        let key = Key::new("中小企業の情報セキュリティ No.18");
        let begins: Vec<char> = key
            .starts
            .iter()
            .filter_map(|start| key.text.get(*start..)?.chars().next())
            .collect();
        for word in ['中', '情', 'せ', 'n', '1'] {
            assert!(begins.contains(&word), "{word} in {begins:?}");
        }
    }
}
