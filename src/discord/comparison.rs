//! What the caller's company has of a scheme, made on a blocking thread. What was asked for stands in the ids of the
//! view, so that its buttons lead to the same comparison.

use std::sync::Arc;

use jiff::civil::Date;

use super::app::App;
use super::component_id::{ComponentId, Key};
use super::fault::Fault;
use super::library::Library;
use super::papers::files;
use super::profiles;
use super::reply::Files;
use super::request::Request;
use super::self_checks::OwnChecks;
use crate::knowledge::{Crosswalk, SchemeItem};
use crate::profile::{CheckAnswers, Company, InPlace, Plan};
use crate::question::Language;
use crate::render::{
    LinksSheet, QuestionnaireSheet, StandingSheet, links_paper, questionnaire_paper, standing_paper,
};
use crate::wording::Wording;

/// Items that an id can name; for more, the whole scheme is shown.
const MOST_ITEMS: usize = 8;

/// What is asked for: a scheme or items, and a scheme that the company fulfills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Keys of a scheme, or of items.
    pub wanted: Vec<Key>,
    /// Key of a scheme.
    pub have: Option<Key>,
}

/// A comparison with everything that is shown of it.
pub struct Compared {
    /// The knowledge that it was made from.
    pub library: Arc<Library>,
    /// What was asked for.
    pub wish: Wish,
    /// What corresponds to the items.
    pub links: LinksSheet,
    /// What the company has of them; none when it told nothing.
    pub standing: Option<StandingSheet>,
    /// A draft of answers to whoever asks for them.
    pub answers: QuestionnaireSheet,
}

/// Which papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Papers {
    /// What the company has, or what corresponds.
    Table,
    /// A draft of answers.
    Answers,
}

impl Papers {
    /// Reads it from the number in an id.
    pub fn read(number: Option<u64>) -> Self {
        match number {
            Some(1) => Self::Answers,
            _ => Self::Table,
        }
    }

    /// The number in an id.
    pub fn number(self) -> u64 {
        match self {
            Self::Table => 0,
            Self::Answers => 1,
        }
    }
}

impl Wish {
    /// The wish for items, all of one scheme or not too many.
    pub fn of_items(crosswalk: &Crosswalk, items: &[&SchemeItem], have: Option<Key>) -> Self {
        let whole = items.first().filter(|first| {
            let count = items.len();
            count > MOST_ITEMS || crosswalk.items_of(&first.scheme).len() == count
        });
        let wanted = match whole {
            Some(first) => vec![Key::of(&first.scheme)],
            None => items.iter().map(|item| Key::of(&item.key())).collect(),
        };
        Self { wanted, have }
    }

    /// Reads it out of an id: what the company fulfills, then what is wanted.
    pub fn read(id: &ComponentId, place: usize) -> Option<Self> {
        let mut keys = id.keys_from(place).into_iter();
        let have = keys.next()?;
        Some(Self {
            have: Some(have).filter(|have| *have != nothing()),
            wanted: keys.collect(),
        })
    }

    /// Writes it to an id.
    pub fn write(&self, id: ComponentId) -> ComponentId {
        let have = self.have.clone().unwrap_or_else(nothing);
        id.key(&have).keys(&self.wanted)
    }

    fn items<'k>(&self, crosswalk: &'k Crosswalk) -> Vec<&'k SchemeItem> {
        let is_wanted = |item: &&SchemeItem| {
            self.wanted.contains(&Key::of(&item.scheme))
                || self.wanted.contains(&Key::of(&item.key()))
        };
        crosswalk.items.iter().filter(is_wanted).collect()
    }

    fn fulfilled(&self, crosswalk: &Crosswalk) -> Vec<String> {
        let schemes = crosswalk.schemes.iter();
        let fulfilled = schemes.filter(|scheme| self.have == Some(Key::of(&scheme.id)));
        fulfilled.map(|scheme| scheme.id.clone()).collect()
    }
}

/// Stands for no scheme in an id.
fn nothing() -> Key {
    Key::of("")
}

/// Compares what the caller told with what is wanted.
///
/// # Errors
/// When nothing of what is wanted is there any more, the store fails, or too many wait.
pub async fn compared(
    app: &Arc<App>,
    request: &Request,
    wish: Wish,
    language: Language,
) -> Result<Compared, Fault> {
    let company = profiles::of(app, request).await?;
    let answers = OwnChecks::latest_answers(app, request).await?;
    let compared = app.work(move |app| {
        let compared = Compared::new(app.library(), company, answers, wish, language);
        compared.ok_or(Fault::Expired)
    });
    compared.await
}

impl Compared {
    /// Compares a company and its answers with what is wanted; none when nothing of that is there. For blocking
    /// threads.
    pub fn new(
        library: Arc<Library>,
        company: Company,
        answers: Option<CheckAnswers>,
        wish: Wish,
        language: Language,
    ) -> Option<Self> {
        let knowledge = library.knowledge();
        let fulfilled = wish.fulfilled(&knowledge.crosswalk);
        let items = wish.items(&knowledge.crosswalk);
        if items.is_empty() {
            return None;
        }
        let has_told = company != Company::default() || answers.is_some() || !fulfilled.is_empty();
        let in_place = InPlace {
            company: &company,
            answers: answers.as_ref(),
            fulfilled: &fulfilled,
        };
        let standing = || StandingSheet::new(knowledge, &in_place, &items, language);
        let plan = Plan::new(knowledge, &company);
        Some(Self {
            links: LinksSheet::new(knowledge, &items, language),
            standing: has_told.then(standing),
            answers: QuestionnaireSheet::new(knowledge, &in_place, &plan, &items, language),
            wish,
            library: Arc::clone(&library),
        })
    }
}

/// A comparison as files to hand over, as of a day. For blocking threads.
///
/// # Errors
/// When a file cannot be made.
pub fn papers(compared: &Compared, papers: Papers, day: Date) -> Result<Files, Fault> {
    let day_words = day.to_string();
    let (name, paper) = match (papers, &compared.standing) {
        (Papers::Answers, _) => (
            "answers",
            questionnaire_paper(&compared.answers, &day_words),
        ),
        (Papers::Table, Some(standing)) => ("crosswalk", standing_paper(standing, &day_words)),
        (Papers::Table, None) => ("crosswalk", links_paper(&compared.links, &day_words)),
    };
    let words = &Wording::of(compared.links.language).plan_chat.paper;
    files(&paper, &format!("sonae-{name}-{day}"), words)
}
