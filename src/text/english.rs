//! English words: lower case, without stop words, as stems (stemming and stop words gave +.06 nDCG).

use frostem::{Algorithm, Stemmer};

use super::Token;

/// Words that say nothing about the subject of a question.
const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be",
    "because", "been", "but", "by", "can", "could", "d", "did", "do", "does", "doing", "don",
    "for", "from", "get", "got", "had", "has", "have", "having", "he", "her", "here", "his", "how",
    "i", "if", "in", "into", "is", "it", "its", "just", "ll", "m", "may", "me", "might", "more",
    "most", "must", "my", "need", "no", "not", "of", "on", "one", "or", "our", "ours", "out",
    "please", "re", "s", "she", "should", "so", "some", "such", "t", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "up", "us",
    "ve", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom",
    "why", "will", "with", "would", "you", "your",
];

/// Returns whether a lower-case English word is dropped by [`english_tokens`].
pub fn is_english_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// Returns the stems of the words in Latin letters (and the numbers) of a normalized text.
pub fn english_tokens(normalized: &str) -> Vec<Token> {
    let stemmer = Stemmer::new(Algorithm::English);
    let mut tokens = Vec::new();
    for (start, word) in latin_words(normalized) {
        if !is_english_stop_word(word) {
            tokens.push(Token {
                text: stemmer.stem(word).to_string(),
                start,
                end: start + word.len(),
            });
        }
    }
    tokens
}

fn latin_words(normalized: &str) -> impl Iterator<Item = (usize, &str)> {
    normalized
        .split(|character: char| !is_latin(character))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - normalized.as_ptr() as usize, word))
}

fn is_latin(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, 'à'..='ɏ')
}

#[cfg(test)]
mod tests {
    use super::{STOP_WORDS, english_tokens};

    #[test]
    fn the_stop_words_are_sorted() {
        assert!(STOP_WORDS.is_sorted());
    }

    #[test]
    fn forms_of_a_word_are_equal() {
        let stems = |text: &str| -> Vec<String> {
            english_tokens(text).into_iter().map(|t| t.text).collect()
        };
        assert_eq!(stems("how do i test backups"), stems("testing the backup"));
        assert_eq!(stems("英語のpasswordは"), ["password"]);
    }
}
