//! Headings with lines below, laid on a card: into the description as long as they fit, then into fields. What
//! finds no room is given back whole, never in part.

use crate::discord::limits::{self, Text};
use crate::discord::reply::{Card, Full};
use crate::wording::Wording;

/// A heading, which may be empty, and the lines below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The heading.
    pub heading: String,
    /// The lines; none is ever taken apart unless it is longer than a field.
    pub lines: Vec<String>,
}

impl Block {
    /// A heading with lines.
    pub fn new(heading: &str, lines: Vec<String>) -> Self {
        Self {
            heading: heading.to_owned(),
            lines,
        }
    }

    /// A text without a heading.
    pub fn text(text: &str) -> Self {
        Self::new("", vec![text.to_owned()])
    }

    /// The block inside a description.
    fn described(&self) -> String {
        let lines = self.lines.join("\n");
        match self.heading.is_empty() {
            true => lines,
            false => format!("**{}**\n{lines}", self.heading),
        }
    }
}

/// Lays blocks on a card in their order; returns those that found no room, which are the last ones.
pub fn lay(card: &mut Card, blocks: Vec<Block>, wording: &Wording) -> Vec<Block> {
    let has_text = |block: &Block| block.lines.iter().any(|line| !line.trim().is_empty());
    let mut blocks: Vec<Block> = blocks.into_iter().filter(has_text).collect();
    let mut described = card.description().map(str::to_owned).unwrap_or_default();
    let mut taken = 0;
    for block in &blocks {
        let longer = match described.is_empty() {
            true => block.described(),
            false => format!("{described}\n\n{}", block.described()),
        };
        if card.describe(&longer).is_err() {
            break;
        }
        described = longer;
        taken += 1;
    }
    blocks.drain(..taken);
    lay_below(card, blocks, wording)
}

/// Lays blocks below the description, as fields; returns those that found no room, which are the last ones.
pub fn lay_below(card: &mut Card, mut blocks: Vec<Block>, wording: &Wording) -> Vec<Block> {
    let laid = blocks
        .iter()
        .take_while(|block| field(card, block, wording).is_ok())
        .count();
    blocks.drain(..laid);
    blocks
}

/// Puts a page on a card. Pages are far shorter than a description can be.
pub fn page(mut card: Card, text: &str, wording: &Wording) -> Card {
    lay(&mut card, vec![Block::text(text)], wording);
    card
}

/// Adds a block as a field, and where it is too long as several.
///
/// # Errors
/// When there is no room for the whole of it; the card is as it was.
pub fn field(card: &mut Card, block: &Block, wording: &Wording) -> Result<(), Full> {
    let mut changed = card.clone();
    for (number, text) in grouped(&block.lines, "\n", limits::FIELD_VALUE)
        .iter()
        .enumerate()
    {
        let heading = match (block.heading.is_empty(), number) {
            (true, _) => wording.member.view.source.to_owned(),
            (false, 0) => block.heading.clone(),
            (false, _) => (wording.member.view.continued)(&block.heading),
        };
        changed.field(
            Text::<{ limits::FIELD_NAME }>::fitted(&heading).as_str(),
            text,
        )?;
    }
    *card = changed;
    Ok(())
}

/// Puts whole pieces together to pages of at most `limit` characters; a piece longer than a page is split as
/// [`limits::pages`] does it.
pub fn grouped(pieces: &[String], separator: &str, limit: usize) -> Vec<String> {
    let mut pages: Vec<String> = Vec::new();
    for piece in pieces.iter().flat_map(|piece| limits::pages(piece, limit)) {
        match pages.last_mut() {
            Some(page) if length(page) + length(separator) + length(&piece) <= limit => {
                page.push_str(separator);
                page.push_str(&piece);
            }
            _ => pages.push(piece),
        }
    }
    pages
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use super::{Block, grouped, lay};
    use crate::discord::reply::{Card, Tone};
    use crate::question::Language;
    use crate::wording::Wording;

    #[test]
    fn pieces_stay_whole_while_they_fit() {
        let pieces = ["abc".to_owned(), "de".to_owned(), "fghij".to_owned()];
        assert_eq!(grouped(&pieces, "\n", 6), ["abc\nde", "fghij"]);
    }

    #[test]
    fn what_finds_no_room_comes_back_whole() {
        let mut card = Card::titled(Tone::Calm, "t");
        let long = |count: usize| Block::new("h", vec!["あいうえお。".repeat(10); count]);
        let rest = lay(
            &mut card,
            vec![long(50), long(20), long(60), long(1)],
            Wording::of(Language::Ja),
        );
        assert_eq!(rest, [long(60), long(1)]);
        assert!(card.description().unwrap().contains("**h**"));
        assert_eq!(card.fields().len(), 2);
    }
}
