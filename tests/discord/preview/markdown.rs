//! The part of Discord's markdown that the bot writes: bold, links, codes, mentions, lists, quotes, backslashes.

use super::line::{Look, Run};

/// A line as it was written, without its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// It stands behind the bar of a quote.
    pub is_quoted: bool,
    /// What stands before it: a bullet or a number.
    pub bullet: Option<String>,
    /// The text.
    pub runs: Vec<Run>,
}

/// Who is mentioned: the name for an id.
pub type Names<'a> = &'a dyn Fn(&str) -> String;

/// Reads a text.
pub fn paragraphs(text: &str, names: Names<'_>) -> Vec<Paragraph> {
    // `>>> ` quotes everything to the end, `> ` one line.
    let mut quotes_rest = false;
    let read = text.lines().map(|line| {
        let line = match line.strip_prefix(">>> ") {
            Some(rest) => {
                quotes_rest = true;
                rest
            }
            None => line,
        };
        let (is_quoted, line) = match line.strip_prefix("> ") {
            Some(rest) if !quotes_rest => (true, rest),
            _ => (quotes_rest, line),
        };
        let (bullet, line) = bullet(line);
        Paragraph {
            is_quoted,
            bullet,
            runs: runs(line, names),
        }
    });
    read.collect()
}

fn bullet(line: &str) -> (Option<String>, &str) {
    if let Some(rest) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
        return (Some("•".to_owned()), rest);
    }
    match line.split_once(". ") {
        Some((number, rest)) if number.parse::<u8>().is_ok() => (Some(format!("{number}.")), rest),
        _ => (None, line),
    }
}

/// Reads one line without its marks at the beginning.
pub fn runs(line: &str, names: Names<'_>) -> Vec<Run> {
    let mut reader = Reader {
        runs: Vec::new(),
        is_bold: false,
    };
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("**") {
            reader.is_bold = !reader.is_bold;
            rest = after;
        } else if let Some((text, after)) = link(rest) {
            reader.push(text, Look::Link);
            rest = after;
        } else if let Some((id, after)) = mention(rest) {
            reader.push(&format!("@{}", names(id)), Look::Mention);
            rest = after;
        } else if let Some((code, after)) = code(rest) {
            reader.push(code, Look::Code);
            rest = after;
        } else {
            let shown = rest
                .strip_prefix('\\')
                .filter(|after| after.starts_with(|next: char| next.is_ascii_punctuation()));
            let (character, from) = match shown {
                Some(after) => (after.chars().next().unwrap_or(first), after),
                None => (first, rest),
            };
            reader.push_character(character);
            rest = from.get(character.len_utf8()..).unwrap_or_default();
        }
    }
    reader.runs
}

struct Reader {
    runs: Vec<Run>,
    is_bold: bool,
}

impl Reader {
    fn push(&mut self, text: &str, look: Look) {
        self.runs.push(Run {
            text: text.to_owned(),
            look,
        });
    }

    fn push_character(&mut self, character: char) {
        let look = match self.is_bold {
            true => Look::Bold,
            false => Look::Plain,
        };
        match self.runs.last_mut() {
            Some(run) if run.look == look => run.text.push(character),
            _ => self.push(&character.to_string(), look),
        }
    }
}

/// `[text](address)`.
fn link(rest: &str) -> Option<(&str, &str)> {
    let (text, after) = rest.strip_prefix('[')?.split_once("](")?;
    let (address, after) = after.split_once(')')?;
    (address.starts_with("https://") && !text.contains('[')).then_some((text, after))
}

/// `<@id>` or `<@&id>`.
fn mention(rest: &str) -> Option<(&str, &str)> {
    let (id, after) = rest.strip_prefix("<@")?.split_once('>')?;
    let id = id.trim_start_matches(['&', '!']);
    id.parse::<u64>().is_ok().then_some((id, after))
}

/// A code in backticks.
fn code(rest: &str) -> Option<(&str, &str)> {
    rest.strip_prefix('`')?.split_once('`')
}

#[cfg(test)]
mod tests {
    use super::{Look, paragraphs, runs};

    fn name(_: &str) -> String {
        "Sonae".to_owned()
    }

    #[test]
    fn marks_become_looks_and_escaped_marks_stay() {
        let line = r"**1. Call**: [IPA](https://www.ipa.go.jp/) <@12> `x` \*not\*";
        let seen: Vec<(String, Look)> = runs(line, &name)
            .into_iter()
            .map(|run| (run.text, run.look))
            .collect();
        let expected = [
            ("1. Call", Look::Bold),
            (": ", Look::Plain),
            ("IPA", Look::Link),
            (" ", Look::Plain),
            ("@Sonae", Look::Mention),
            (" ", Look::Plain),
            ("x", Look::Code),
            (" *not*", Look::Plain),
        ];
        assert_eq!(seen, expected.map(|(text, look)| (text.to_owned(), look)));
    }

    #[test]
    fn a_quote_goes_on_to_the_end_and_lists_have_bullets() {
        let read = paragraphs("place\n>>> one\n- two\n3. three", &name);
        let seen: Vec<(bool, Option<&str>)> = read
            .iter()
            .map(|paragraph| (paragraph.is_quoted, paragraph.bullet.as_deref()))
            .collect();
        assert_eq!(
            seen,
            [
                (false, None),
                (true, None),
                (true, Some("•")),
                (true, Some("3."))
            ]
        );
    }
}
