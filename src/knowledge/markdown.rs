//! The outer shape of a document file: `+++` front matter, an introduction, and headings each followed
//! by a TOML block and a body. Knows lines, not meanings.

use super::problem::{Place, Problem};

/// A document file cut into its pieces. Line numbers count from 1.
pub(super) struct Pieces<'a> {
    /// The front matter's TOML; it starts on line 2.
    pub front_matter: String,
    /// The paragraphs before the first heading.
    pub introduction: String,
    /// The headings in order.
    pub sections: Vec<Piece<'a>>,
}

/// One heading and what stands below it.
pub(super) struct Piece<'a> {
    /// 2 for a section, 3 for a part.
    pub level: usize,
    /// The heading's text.
    pub heading: &'a str,
    /// Where the heading's first word stands.
    pub place: Place,
    /// The TOML block.
    pub block: String,
    /// The line on which the block's first TOML line stands.
    pub block_line: usize,
    /// The text below the block.
    pub body: String,
}

const FENCE: &str = "```";
const BLOCK_START: &str = "```toml";
const FRONT_MATTER: &str = "+++";

/// Cuts a document file. A section without a block is reported and left out.
pub(super) fn cut<'a>(file: &str, text: &'a str) -> Result<(Pieces<'a>, Vec<Problem>), Problem> {
    let lines: Vec<&str> = text.lines().collect();
    let front_matter_end = lines
        .iter()
        .skip(1)
        .position(|line| line.trim_end() == FRONT_MATTER)
        .filter(|_| {
            lines
                .first()
                .is_some_and(|line| line.trim_end() == FRONT_MATTER)
        })
        .map(|position| position + 1)
        .ok_or_else(|| {
            Place::of_line(file, 1)
                .problem("begin the file with front matter: TOML between two lines of +++")
        })?;
    let starts: Vec<usize> = (front_matter_end + 1..lines.len())
        .filter(|&index| lines.get(index).is_some_and(|line| heading(line).is_some()))
        .collect();
    let mut pieces = Pieces {
        front_matter: join(&lines, 1, front_matter_end),
        introduction: trimmed(join(
            &lines,
            front_matter_end + 1,
            starts.first().copied().unwrap_or(lines.len()),
        )),
        sections: Vec::new(),
    };
    let mut problems = Vec::new();
    for (number, &start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(lines.len());
        match piece(file, &lines, start, end) {
            Ok(piece) => pieces.sections.push(piece),
            Err(problem) => problems.push(problem),
        }
    }
    Ok((pieces, problems))
}

fn heading(line: &str) -> Option<(usize, &str)> {
    line.strip_prefix("### ")
        .map(|heading| (3, heading))
        .or_else(|| line.strip_prefix("## ").map(|heading| (2, heading)))
}

fn piece<'a>(
    file: &str,
    lines: &[&'a str],
    start: usize,
    end: usize,
) -> Result<Piece<'a>, Problem> {
    let line = lines.get(start).copied().unwrap_or_default();
    let (level, heading) = heading(line).unwrap_or((2, ""));
    let place = Place {
        file: file.to_owned(),
        line: start + 1,
        column: line.chars().count() - heading.trim_start().chars().count() + 1,
    };
    let block_start = (start + 1..end)
        .find(|&index| lines.get(index).is_some_and(|line| !line.trim().is_empty()))
        .filter(|&index| {
            lines
                .get(index)
                .is_some_and(|line| line.trim_end() == BLOCK_START)
        })
        .ok_or_else(|| {
            place.problem(
                "no ```toml block below this heading: add one with locator, sure, topics, asked …",
            )
        })?;
    let block_end = (block_start + 1..end)
        .find(|&index| {
            lines
                .get(index)
                .is_some_and(|line| line.trim_end() == FENCE)
        })
        .ok_or_else(|| {
            Place::of_line(file, block_start + 1)
                .problem("this block does not end: close it with ``` on a line of its own")
        })?;
    Ok(Piece {
        level,
        heading: heading.trim(),
        place,
        block: join(lines, block_start + 1, block_end),
        block_line: block_start + 2,
        body: trimmed(join(lines, block_end + 1, end)),
    })
}

fn join(lines: &[&str], from: usize, to: usize) -> String {
    lines.get(from..to).unwrap_or_default().join("\n")
}

fn trimmed(text: String) -> String {
    text.trim_matches('\n').trim_end().to_owned()
}
