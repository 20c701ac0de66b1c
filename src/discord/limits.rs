//! Discord's limits, each with its source, and texts that keep them. All lengths are Unicode code points, as
//! Discord counts them (discord-api-docs, issue 1315).

use crate::text;

/// Characters of a message's content (documentation, "Create Message").
pub const CONTENT: usize = 2000;
/// Characters of an embed's title ("Embed Limits").
pub const TITLE: usize = 256;
/// Characters of an embed's description ("Embed Limits").
pub const DESCRIPTION: usize = 4096;
/// Fields of an embed ("Embed Limits").
pub const FIELDS: usize = 25;
/// Characters of a field's name ("Embed Limits").
pub const FIELD_NAME: usize = 256;
/// Characters of a field's value ("Embed Limits").
pub const FIELD_VALUE: usize = 1024;
/// Characters of the author's name ("Embed Limits").
pub const AUTHOR: usize = 256;
/// Characters of the footer ("Embed Limits").
pub const FOOTER: usize = 2048;
/// Characters of all texts of all embeds of a message together ("Embed Limits").
pub const EMBED_TOTAL: usize = 6000;
/// Rows of components of a message ("Action Row").
pub const ROWS: usize = 5;
/// Buttons in a row ("Action Row").
pub const BUTTONS_IN_ROW: usize = 5;
/// Characters of a button's label ("Button Structure").
pub const BUTTON_LABEL: usize = 80;
/// Options of a select menu ("String Select Structure").
pub const OPTIONS: usize = 25;
/// Characters of an option's label, description and value, each ("Select Option Structure").
pub const OPTION_TEXT: usize = 100;
/// Characters of a select menu's placeholder ("String Select Structure").
pub const PLACEHOLDER: usize = 150;
/// Characters of a `custom_id` ("Anatomy of a Component").
pub const CUSTOM_ID: usize = 100;
/// Characters of a modal's title ("Modal").
pub const MODAL_TITLE: usize = 45;
/// Characters of the label of a text input ("Text Input Structure").
pub const INPUT_LABEL: usize = 45;
/// Characters of the placeholder of a text input ("Text Input Structure").
pub const INPUT_PLACEHOLDER: usize = 100;
/// Characters that stand in a text input from the start ("Text Input Structure").
pub const INPUT_VALUE: usize = 4000;
/// Inputs of a modal ("Modal").
pub const INPUTS: usize = 5;
/// Files of a message ("Uploading Files").
pub const FILES: usize = 10;
/// Bytes of all files of a message: what Discord takes of one file everywhere ("Uploading Files").
pub const FILES_TOGETHER: usize = 10 * 1024 * 1024;
/// Characters of a file's name; Discord takes more (OpenAPI, `MessageAttachmentRequest`), disks do not.
pub const FILE_NAME: usize = 100;
/// Characters of a file's description (OpenAPI, `MessageAttachmentRequest`).
pub const FILE_DESCRIPTION: usize = 1024;
/// Choices of an autocomplete answer ("Autocomplete").
pub const CHOICES: usize = 25;
/// Characters of a choice's name and of its value ("Application Command Option Choice Structure").
pub const CHOICE_TEXT: usize = 100;
/// Characters of a thread's name ("Start Thread from Message").
pub const THREAD_NAME: usize = 100;

/// A text of at most `MAX` characters without white space around it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text<const MAX: usize>(String);

impl<const MAX: usize> Text<MAX> {
    /// Takes the text when it fits; nothing when it is longer or empty.
    pub fn whole(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty() && text.chars().count() <= MAX).then(|| Self(text.to_owned()))
    }

    /// Takes as many whole sentences as fit and marks what is missing with `…`; where not even one sentence
    /// fits, as many characters. For labels and previews; texts that must be read whole go to [`pages`].
    pub fn fitted(text: &str) -> Self {
        let text = text.trim();
        if text.chars().count() <= MAX {
            return Self(text.to_owned());
        }
        let room = MAX.saturating_sub(1);
        let end = text::sentences(text)
            .into_iter()
            .map(|sentence| sentence.end)
            .take_while(|end| {
                text.get(..*end)
                    .is_some_and(|head| head.chars().count() <= room)
            })
            .last();
        let head = match end.and_then(|end| text.get(..end)) {
            Some(head) => head.to_owned(),
            None => text.chars().take(room).collect(),
        };
        Self(format!("{}…", head.trim_end()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its length in code points.
    pub fn length(&self) -> usize {
        self.0.chars().count()
    }
}

/// Splits a text into pages of at most `limit` characters at line ends, else at sentence ends, else (a sentence
/// longer than a page) between characters. Nothing is lost but white space at the seams; at least one page.
pub fn pages(text: &str, limit: usize) -> Vec<String> {
    let mut pages = Vec::new();
    let mut page = String::new();
    for piece in pieces(text, limit) {
        let is_full = !page.is_empty() && page.chars().count() + piece.chars().count() > limit;
        if is_full {
            pages.push(page.trim().to_owned());
            page.clear();
        }
        page.push_str(piece);
    }
    pages.push(page.trim().to_owned());
    pages.retain(|page| !page.is_empty());
    if pages.is_empty() {
        pages.push(String::new());
    }
    pages
}

/// The lines of a text with their ends; a line longer than the limit in sentences, a sentence in characters.
fn pieces(text: &str, limit: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.chars().count() <= limit {
            pieces.push(line);
            continue;
        }
        let mut start = 0;
        for sentence in text::sentences(line) {
            pieces.extend(
                line.get(start..sentence.end)
                    .map(|piece| chunks(piece, limit))
                    .unwrap_or_default(),
            );
            start = sentence.end;
        }
        pieces.extend(line.get(start..));
    }
    pieces
}

/// A text in pieces of at most `limit` characters.
fn chunks(text: &str, limit: usize) -> Vec<&str> {
    let mut ends: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .step_by(limit.max(1))
        .collect();
    ends.push(text.len());
    ends.windows(2)
        .filter_map(|ends| match ends {
            [start, end] => text.get(*start..*end),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Text, pages};

    fn without_space(text: &str) -> String {
        text.chars()
            .filter(|character| !character.is_whitespace())
            .collect()
    }

    proptest! {
        #[test]
        fn pages_keep_the_limit_and_lose_no_text(text in "(.|\n|。|あ){0,300}", limit in 1_usize..60) {
            let pages = pages(&text, limit);
            prop_assert!(pages.iter().all(|page| page.chars().count() <= limit));
            prop_assert_eq!(without_space(&pages.concat()), without_space(&text));
        }

        #[test]
        fn a_fitted_text_keeps_the_limit_and_says_when_something_is_missing(text in ".{0,80}") {
            let fitted = Text::<20>::fitted(&text);
            prop_assert!(fitted.length() <= 20);
            let is_whole = fitted.as_str() == text.trim();
            prop_assert!(is_whole || fitted.as_str().ends_with('…'));
        }
    }

    #[test]
    fn pages_break_between_sentences() {
        let text = "一つ目の文です。二つ目の文です。\n三行目です。";
        assert_eq!(
            pages(text, 10),
            ["一つ目の文です。", "二つ目の文です。", "三行目です。"]
        );
        assert_eq!(pages("", 10), [""]);
    }

    #[test]
    fn a_fitted_text_ends_with_a_sentence_where_one_fits() {
        assert_eq!(
            Text::<12>::fitted("電話します。そのあとで記録を残します。").as_str(),
            "電話します。…"
        );
        assert_eq!(Text::<4>::fitted("電話しますから").as_str(), "電話し…");
        assert_eq!(Text::<4>::whole("  "), None);
    }
}
