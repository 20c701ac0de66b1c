//! Lists on pages: items to sheets that fit a card, and the buttons that turn them.

use super::component_id::{Action, ComponentId};
use super::limits;
use super::reply::Button;
use crate::question::Language;
use crate::wording::Wording;

/// Characters of a list on one card; the rest of the card is for what stands around it.
pub const ROOM: usize = 3000;

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its text.
    pub text: String,
    /// Which it is, from 0.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
}

impl Sheet {
    /// The page with this number, or the last, of items with at most `most` on a page.
    pub fn of(items: &[String], most: usize, page: u64) -> Self {
        let mut sheets = sheets(items, most);
        let last = sheets.len().saturating_sub(1);
        let page = usize::try_from(page).unwrap_or(last).min(last);
        Self {
            pages: sheets.len(),
            text: sheets.swap_remove(page),
            page,
        }
    }

    /// Which page of how many; nothing when there is one.
    pub fn label(&self, wording: &Wording) -> Option<String> {
        (self.pages > 1).then(|| (wording.admin.page)(self.page + 1, self.pages))
    }

    /// The buttons that turn the page.
    pub fn buttons(&self, action: Action, language: Language) -> Vec<Button> {
        let wording = &Wording::of(language).admin;
        let to = |page: usize| ComponentId::new(action, language).number(page as u64);
        let before = self.page.checked_sub(1);
        let after = Some(self.page + 1).filter(|after| *after < self.pages);
        let before = before.map(|before| Button::new(wording.previous, to(before)));
        let after = after.map(|after| Button::new(wording.next, to(after)));
        before.into_iter().chain(after).collect()
    }
}

/// All sheets, at least one. An item that is longer than a sheet takes several.
fn sheets(items: &[String], most: usize) -> Vec<String> {
    let (mut sheets, mut on_sheet) = (vec![String::new()], 0);
    for piece in items.iter().flat_map(|item| limits::pages(item, ROOM)) {
        let Some(sheet) = sheets.last_mut() else {
            break;
        };
        let is_full = on_sheet == most || sheet.chars().count() + piece.chars().count() >= ROOM;
        if sheet.is_empty() {
            *sheet = piece;
            on_sheet = 1;
        } else if is_full {
            sheets.push(piece);
            on_sheet = 1;
        } else {
            sheet.push('\n');
            sheet.push_str(&piece);
            on_sheet += 1;
        }
    }
    sheets
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn no_item_is_lost_and_no_sheet_is_too_long() {
        let items: Vec<String> = (0..57)
            .map(|number| format!("項目{number} ").repeat(1 + number * 3))
            .collect();
        let pages = Sheet::of(&items, 10, 0).pages;
        let all: Vec<String> = (0..pages)
            .map(|page| Sheet::of(&items, 10, page as u64).text)
            .collect();
        assert!(all.iter().all(|text| text.chars().count() <= super::ROOM));
        let text = all.join("\n");
        assert!(items.iter().all(|item| text.contains(item.trim())));
    }

    #[test]
    fn a_page_beyond_the_end_is_the_last() {
        assert_eq!(Sheet::of(&["a".to_owned()], 10, u64::MAX).text, "a");
        assert_eq!(Sheet::of(&[], 10, 3).pages, 1);
    }
}
