//! The crosswalk in one language. `links` shows what corresponds to the items of a scheme, `standing` what a company has
//! of them, `questionnaire` answers a customer with it; each is a sheet first, laid out as text or as a paper.

mod links;
mod name;
mod questionnaire;
mod standing;
mod text;

pub use links::{LinkRow, LinksSheet, SchemeLinks, links_paper};
pub use name::{SchemeName, scheme_list};
pub use questionnaire::{AnswerRow, QuestionnaireSheet, questionnaire_paper};
pub use standing::{StandingRow, StandingSheet, standing_paper};
pub use text::{links_text, scheme_list_text, standing_text};
