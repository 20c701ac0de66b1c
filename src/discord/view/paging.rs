//! Pages and the buttons that turn them. A page's number in an id counts from 1; an id without one opens the view.

use crate::discord::component_id::ComponentId;
use crate::discord::reply::Button;
use crate::question::Language;
use crate::wording::Wording;

/// Characters of a page of running text: what is read on a phone without losing the thread.
pub const PAGE: usize = 1800;

/// Which page is wanted, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The page, from 0.
    pub index: usize,
    /// A button of the view itself was used; otherwise the view is opened from elsewhere.
    pub is_turned: bool,
}

impl Turn {
    /// The first page, opened.
    pub const OPEN: Self = Self {
        index: 0,
        is_turned: false,
    };

    /// Reads the number in an id.
    pub fn read(number: Option<u64>) -> Self {
        match number.and_then(|number| usize::try_from(number).ok()) {
            None | Some(0) => Self::OPEN,
            Some(number) => Self {
                index: number - 1,
                is_turned: true,
            },
        }
    }
}

/// The page at an index, or the last one, with its index: a view may have become shorter since.
pub fn at<T>(pages: &[T], index: usize) -> Option<(usize, &T)> {
    let index = index.min(pages.len().checked_sub(1)?);
    Some((index, pages.get(index)?))
}

/// The text of the page at an index, or of the last one, with its index; empty when there is none.
pub fn text(pages: &[String], index: usize) -> (usize, &str) {
    at(pages, index).map_or((0, ""), |(index, page)| (index, page.as_str()))
}

/// The buttons that turn pages; none for a single page.
pub fn buttons(
    language: Language,
    index: usize,
    count: usize,
    id: impl Fn(u64) -> ComponentId,
) -> Vec<Button> {
    let button = &Wording::of(language).member.button;
    let mut buttons = Vec::new();
    // The number of the page before counts from 1, so it is the index of this one.
    if index > 0 {
        buttons.push(Button::new(button.back, id(index as u64)));
    }
    if index + 1 < count {
        buttons.push(Button::new(button.on, id(index as u64 + 2)));
    }
    buttons
}

#[cfg(test)]
mod tests {
    use super::{Turn, at, buttons};
    use crate::discord::component_id::{Action, ComponentId};
    use crate::discord::reply::Target;
    use crate::question::Language;

    #[test]
    fn buttons_lead_to_the_pages_beside() {
        let id = |number| ComponentId::new(Action::Windows, Language::Ja).number(number);
        let reached = |index, count| -> Vec<usize> {
            let buttons = buttons(Language::Ja, index, count, id);
            let targets = buttons.iter().filter_map(|button| match &button.target {
                Target::Component(id) => Some(Turn::read(id.number_at(0)).index),
                Target::Link(_) => None,
            });
            targets.collect()
        };
        assert_eq!(reached(0, 1), Vec::<usize>::new());
        assert_eq!(reached(0, 3), [1]);
        assert_eq!(reached(1, 3), [0, 2]);
        assert_eq!(reached(2, 3), [1]);
    }

    #[test]
    fn a_page_beyond_the_end_is_the_last() {
        assert_eq!(at(&["a", "b"], 7), Some((1, &"b")));
        assert_eq!(at::<&str>(&[], 0), None);
        assert_eq!(Turn::read(Some(0)), Turn::OPEN);
    }
}
