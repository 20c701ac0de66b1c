//! Sentence ends, so that a quote is never cut inside a sentence.

use std::ops::Range;

/// Returns the byte ranges of the sentences and list items of a text, without surrounding white space.
/// A sentence ends at a line end, at `。！？` (closing brackets included) or at a full stop before a space.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((index, character)) = characters.next() {
        let mut end = index + character.len_utf8();
        let next = characters.peek().map(|(_, next)| *next);
        let ends = match character {
            '\n' | '。' | '！' | '？' => true,
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        if !ends {
            continue;
        }
        while let Some((at, closing)) = characters.next_if(|(_, next)| "」』）)\"".contains(*next))
        {
            end = at + closing.len_utf8();
        }
        push_trimmed(&mut ranges, text, start..end);
        start = end;
    }
    push_trimmed(&mut ranges, text, start..text.len());
    ranges
}

fn push_trimmed(ranges: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let Some(piece) = text.get(range.clone()) else {
        return;
    };
    let leading = piece.len() - piece.trim_start().len();
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        let start = range.start + leading;
        ranges.push(start..start + trimmed.len());
    }
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text)
            .into_iter()
            .map(|range| text.get(range).unwrap())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        check(
            "抜きます。「切りません。」撮ります",
            &["抜きます。", "「切りません。」", "撮ります"],
        );
        check("- 一つ目\n- 二つ目", &["- 一つ目", "- 二つ目"]);
        check(
            "Version 4.0 is new. Read it.",
            &["Version 4.0 is new.", "Read it."],
        );
    }
}
