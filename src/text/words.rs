//! Words of Japanese and mixed text: the segmenter's words without the all-hiragana ones
//! (dropping them raised nDCG@10 on a Japanese FAQ set from .400 to .494), katakana without the
//! final long vowel, and codes such as `JC-STAR` or `3-2-1` also as one term.

use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed, options::WordBreakInvariantOptions};

use super::Token;
use super::script::{is_hiragana_only, is_katakana};

/// Shortest katakana word whose final long vowel is dropped: サーバー = サーバ, but キー stays.
const LONG_VOWEL_DROPPED_FROM: usize = 4;

/// Returns the words of a normalized text.
pub fn word_tokens(normalized: &str) -> Vec<Token> {
    let mut tokens = codes(normalized);
    let mut start = 0;
    let mut breaks = segmenter().segment_str(normalized).iter_with_word_type();
    breaks.next();
    for (end, kind) in breaks {
        let word = normalized.get(start..end).unwrap_or_default();
        if kind.is_word_like() && !is_hiragana_only(word) {
            // The segmenter joins letters over a colon, as Swedish does: `password:length` is two words.
            let mut at = start;
            for piece in word.split(':') {
                if !piece.is_empty() {
                    push_word(&mut tokens, piece, at);
                }
                at += piece.len() + 1;
            }
        }
        start = end;
    }
    tokens.sort_by_key(|token| (token.start, token.end));
    tokens
}

fn segmenter() -> WordSegmenterBorrowed<'static> {
    WordSegmenter::new_dictionary(WordBreakInvariantOptions::default())
}

fn push_word(tokens: &mut Vec<Token>, word: &str, start: usize) {
    let term = without_final_long_vowel(word);
    tokens.push(Token {
        text: term.to_owned(),
        start,
        end: start + word.len(),
    });
    // `windows7` is also found as `windows`.
    let letters: String = word.chars().take_while(char::is_ascii_alphabetic).collect();
    if letters.len() >= 3 && letters.len() < word.len() {
        tokens.push(Token {
            end: start + letters.len(),
            text: letters,
            start,
        });
    }
}

fn without_final_long_vowel(word: &str) -> &str {
    let is_long_katakana =
        word.chars().count() >= LONG_VOWEL_DROPPED_FROM && word.chars().all(is_katakana);
    match word.strip_suffix('ー') {
        Some(stem) if is_long_katakana => stem,
        _ => word,
    }
}

/// Letters and digits joined by a hyphen or a dot, as one term: `jcstar`, `itbcp`, `3-2-1`, `4.0`.
fn codes(normalized: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut characters = normalized.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        if !first.is_ascii_alphanumeric() {
            continue;
        }
        let mut code = String::from(first);
        let mut end = start + 1;
        while let Some(&(index, character)) = characters.peek() {
            let joins = matches!(character, '-' | '.' | '_')
                && code.ends_with(|last: char| last.is_ascii_alphanumeric());
            if !character.is_ascii_alphanumeric() && !joins {
                break;
            }
            code.push(character);
            end = index + 1;
            characters.next();
        }
        let trimmed = code.trim_end_matches(['-', '.', '_']);
        end -= code.len() - trimmed.len();
        let has_letters = trimmed.contains(|c: char| c.is_ascii_alphabetic());
        let is_code = trimmed.contains(['-', '.', '_']) && trimmed.len() <= 24;
        if is_code {
            let text = match has_letters {
                true => trimmed.replace(['-', '.', '_'], ""),
                false => trimmed.to_owned(),
            };
            tokens.push(Token { text, start, end });
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::word_tokens;
    use crate::text::normalize;

    fn words(text: &str) -> Vec<String> {
        word_tokens(&normalize(text).text)
            .into_iter()
            .map(|token| token.text)
            .collect()
    }

    #[test]
    fn long_vowels_at_the_end_do_not_matter() {
        assert_eq!(words("サーバー"), words("サーバ"));
        assert_eq!(words("ルーター"), words("ﾙｰﾀ"));
    }

    #[test]
    fn grammar_is_dropped() {
        assert_eq!(words("これはなんですか"), Vec::<String>::new());
    }

    #[test]
    fn codes_are_terms_of_their_own() {
        assert!(words("JC-STARとは").contains(&"jcstar".to_owned()));
        assert!(words("3-2-1ルール").contains(&"3-2-1".to_owned()));
        assert!(words("Windows7の機械").contains(&"windows".to_owned()));
    }

    #[test]
    fn a_single_kanji_is_a_word() {
        assert_eq!(words("鍵"), ["鍵"]);
    }
}
