//! The one normalization: NFKC, lower case, dash and long-vowel variants, iteration marks,
//! counters written in several ways. Keeps, for each character, the bytes of the original it came from.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::script::{is_hiragana, is_kana, is_kanji, is_katakana};

/// A normalized text that still knows the original bytes of each of its characters.
#[derive(Debug, Clone, Default)]
pub struct Normalized {
    /// The normalized text.
    pub text: String,
    /// One entry for each character of `text`, in order.
    origins: Vec<Origin>,
}

#[derive(Debug, Clone, Copy)]
struct Origin {
    normalized_start: usize,
    original_start: usize,
    original_end: usize,
}

impl Normalized {
    /// Returns the bytes of the original text that the given bytes of the normalized text came from.
    pub fn original_range(&self, range: Range<usize>) -> Range<usize> {
        let first = self
            .origins
            .partition_point(|origin| origin.normalized_start < range.start);
        let after = self
            .origins
            .partition_point(|origin| origin.normalized_start < range.end);
        match (
            self.origins.get(first),
            self.origins.get(after.saturating_sub(1)),
        ) {
            (Some(start), Some(last)) if first < after => start.original_start..last.original_end,
            _ => 0..0,
        }
    }
}

/// Normalizes a text for indexing, querying and comparing.
pub fn normalize(text: &str) -> Normalized {
    let mut characters = composed(text);
    fold_marks(&mut characters);
    fold_numbers_before_counters(&mut characters);
    let mut normalized = Normalized {
        text: String::with_capacity(text.len()),
        origins: Vec::with_capacity(characters.len()),
    };
    for (character, original) in characters {
        normalized.origins.push(Origin {
            normalized_start: normalized.text.len(),
            original_start: original.start,
            original_end: original.end,
        });
        normalized.text.push(character);
    }
    normalized
}

type Character = (char, Range<usize>);

/// NFKC and lower case, cluster by cluster, so that each result knows where it came from.
fn composed(text: &str) -> Vec<Character> {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    let mut characters = Vec::with_capacity(text.len() / 2);
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if first == '\u{1b}' && rest.next_if(|(_, next)| *next == '[').is_some() {
            skip_terminal_sequence(&mut rest);
            continue;
        }
        let mut end = start + first.len_utf8();
        let mut cluster = None;
        while let Some(&(mark_start, mark)) = rest.peek().filter(|(_, mark)| joins_previous(*mark))
        {
            cluster
                .get_or_insert_with(|| String::from(first))
                .push(mark);
            end = mark_start + mark.len_utf8();
            rest.next();
        }
        match cluster {
            None if is_already_normal(first) => {
                characters.push((first.to_ascii_lowercase(), start..end));
            }
            None if is_invisible(first) => {}
            None if first.is_control() => characters.push((' ', start..end)),
            _ => {
                let cluster = cluster.unwrap_or_else(|| String::from(first));
                for character in nfkc.normalize(&cluster).chars() {
                    characters.extend(character.to_lowercase().map(|lower| (lower, start..end)));
                }
            }
        }
    }
    characters
}

/// The rest of a terminal's control sequence (ECMA-48): parameters up to a final letter.
fn skip_terminal_sequence(rest: &mut Peekable<CharIndices<'_>>) {
    while rest
        .next_if(|(_, next)| matches!(next, '0'..='?' | ' '..='/'))
        .is_some()
    {}
    rest.next_if(|(_, next)| matches!(next, '@'..='~'));
}

/// Voicing marks (full and half width) and combining accents belong to the character before them.
fn joins_previous(character: char) -> bool {
    matches!(
        character,
        '\u{FF9E}' | '\u{FF9F}' | '\u{3099}' | '\u{309A}' | '\u{0300}'..='\u{036F}'
    )
}

fn is_already_normal(character: char) -> bool {
    matches!(character, ' '..='~' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FC}' | '\u{4E00}'..='\u{9FFF}')
}

/// Zero-width and direction marks: nobody sees them, so they never separate a word.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}

/// Dashes after kana are long vowels, all others are hyphens; iteration marks repeat what stands before.
fn fold_marks(characters: &mut [Character]) {
    for index in 0..characters.len() {
        let previous = index
            .checked_sub(1)
            .and_then(|before| characters.get(before))
            .map(|(character, _)| *character);
        let Some((character, _)) = characters.get_mut(index) else {
            continue;
        };
        let after_kana = previous.is_some_and(is_kana);
        *character = match (*character, previous) {
            ('-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー' | '─' | 'ｰ', _) if after_kana => {
                'ー'
            }
            ('‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー' | '─' | 'ｰ', _) => {
                '-'
            }
            ('ゝ', Some(kana)) if is_hiragana(kana) => kana,
            ('ヽ', Some(kana)) if is_katakana(kana) => kana,
            ('ゞ', Some(kana)) if is_hiragana(kana) => voiced(kana),
            ('ヾ', Some(kana)) if is_katakana(kana) => voiced(kana),
            ('々', Some(kanji)) if is_kanji(kanji) => kanji,
            ('〜' | '～' | '∼', _) => '~',
            ('☆' | '⭐' | '🌟', _) => '★',
            ('\t' | '\u{3000}' | '\u{00A0}', _) => ' ',
            (other, _) => other,
        };
    }
}

/// In the kana blocks of Unicode the voiced letter follows the unvoiced one.
fn voiced(kana: char) -> char {
    let next = char::from_u32(u32::from(kana) + 1).unwrap_or(kana);
    let unvoiced =
        "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";
    if unvoiced.contains(kana) { next } else { kana }
}

/// `五ヶ条`, `5箇条` and `５か条` become `5か条`; `二要素` becomes `2要素`.
fn fold_numbers_before_counters(characters: &mut [Character]) {
    let at = |characters: &[Character], index: usize| characters.get(index).map(|(c, _)| *c);
    for index in 0..characters.len() {
        let (Some(current), Some(next)) = (at(characters, index), at(characters, index + 1)) else {
            continue;
        };
        let previous = index
            .checked_sub(1)
            .and_then(|before| at(characters, before));
        let is_small_ka = matches!(current, 'ヶ' | 'ヵ' | 'ケ' | 'カ' | '箇' | '個');
        let replacement = if is_small_ka
            && matches!(next, '月' | '条' | '所' | '国' | '年')
            && previous.is_some_and(|c| c.is_ascii_digit() || kanji_digit(c).is_some())
        {
            'か'
        } else if let Some(digit) = kanji_digit(current)
            && !previous.is_some_and(is_kanji)
            && starts_counter(next, at(characters, index + 2))
        {
            digit
        } else {
            continue;
        };
        if let Some((character, _)) = characters.get_mut(index) {
            *character = replacement;
        }
    }
}

fn kanji_digit(character: char) -> Option<char> {
    "一二三四五六七八九"
        .chars()
        .position(|kanji| kanji == character)
        .and_then(|position| char::from_digit(position as u32 + 1, 10))
}

fn starts_counter(next: char, after: Option<char>) -> bool {
    match next {
        'つ' => true,
        'か' | 'ヶ' | 'ヵ' | 'ケ' | 'カ' | '箇' => matches!(after, Some('条' | '月')),
        '要' => after == Some('素'),
        '段' => after == Some('階'),
        '原' => after == Some('則'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::normalize;

    fn check(input: &str, expected: &str) {
        assert_eq!(normalize(input).text, expected, "{input}");
    }

    #[test]
    fn widths_and_cases_become_one() {
        check("ＭＦＡ", "mfa");
        check("ﾊﾟｽﾜｰﾄﾞ", "パスワード");
        check("２要素認証？", "2要素認証?");
        check("①", "1");
    }

    #[test]
    fn dashes_after_kana_are_long_vowels() {
        for dash in ["－", "ｰ", "-", "—", "−", "‐"] {
            check(&format!("パスワ{dash}ド"), "パスワード");
        }
        check("3－2－1", "3-2-1");
    }

    #[test]
    fn iteration_marks_repeat() {
        check("人々", "人人");
        check("こゝろ", "こころ");
        check("すゞき", "すずき");
    }

    #[test]
    fn counters_are_written_one_way() {
        for spelling in ["五か条", "5ヶ条", "５カ条", "5箇条", "五ケ条"] {
            check(spelling, "5か条");
        }
        check("二要素", "2要素");
        check("一般の会社", "一般の会社");
    }

    #[test]
    fn invisible_characters_vanish_and_controls_are_spaces() {
        check("パス\u{200B}ワード\u{202E}", "パスワード");
        check("a\u{1b}[31;1mb", "ab");
        check("a\u{7}b", "a b");
    }

    #[test]
    fn the_original_can_be_found_again() {
        let original = "ﾊﾟｽﾜｰﾄﾞの長さ";
        let normalized = normalize(original);
        let range = normalized.original_range(0.."パスワード".len());
        assert_eq!(original.get(range), Some("ﾊﾟｽﾜｰﾄﾞ"));
    }
}
