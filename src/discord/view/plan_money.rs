//! The pages of a plan for whoever decides on money: what is at stake, public schemes, how costs were counted.

use super::block::grouped;
use super::{paging, source};
use crate::discord::planning::Planned;
use crate::question::Language;
use crate::render::Source;
use crate::wording::Wording;

/// The pages.
pub fn pages(planned: &Planned, language: Language) -> Vec<String> {
    let wording = Wording::of(language);
    let words = &wording.plan;
    let sheet = &planned.sheet;
    let mut pieces = vec![format!("**{}**\n・{}", words.stake, sheet.stake_day)];
    for (figure, source) in &sheet.stake {
        pieces.push(format!("・{figure}\n{}", backed(source, language)));
    }
    pieces.push(format!("{}\n{}", sheet.comes_to, sheet.set_aside));
    if !sheet.schemes.is_empty() {
        pieces.push(format!("**{}**\n{}", words.schemes, words.schemes_note));
        for (title, source) in &sheet.schemes {
            pieces.push(format!("・{title}\n{}", backed(source, language)));
        }
    }
    pieces.push(words.how_counted.to_owned());
    grouped(&pieces, "\n\n", paging::PAGE)
}

/// Document, section, edition, day of the last check, as a link.
fn backed(from: &Source, language: Language) -> String {
    let wording = Wording::of(language);
    let labeled = wording.member.view.labeled;
    let link = source::link(&from.line(), &from.url);
    format!(
        "{} / {}",
        labeled(wording.label.backed_by, &link),
        labeled(wording.label.checked, &from.checked)
    )
}
