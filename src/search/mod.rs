//! The full-text index; the only module that knows tantivy.
//!
//! Building: `schema` (fields) → `build` (texts → index in memory) → `built` (a whole generation in memory).
//! Publishing: `folder` (files and names) ← `generation` (open, publish, take back), `inventory` (list,
//! verify), `difference`. Asking: `retrieve` (query → hits, with `score` and `likeness`) → `explain`, `snippet`
//! (matched words in the original text).
//!
//! Two tantivy indexes stand side by side: one document for each passage, and one for each question
//! that a passage answers, so that a single well-matching question is not diluted by its neighbors.

mod build;
mod built;
mod difference;
mod error;
mod explain;
mod folder;
mod generation;
mod inventory;
mod likeness;
mod lock;
mod retrieve;
mod schema;
mod score;
mod snippet;
mod stamp;

pub use build::{Indexable, SearchIndex};
pub use built::{Built, Contents};
pub use difference::Difference;
pub use error::IndexError;
pub use explain::{FieldScore, HitExplanation, TermMatch};
pub use generation::Generations;
pub use inventory::{GenerationInfo, Verified};
pub use likeness::Likeness;
pub use retrieve::{Hit, Weights};
pub use snippet::{Snippet, marked};
pub use stamp::{SCHEMA_VERSION, Stamp};
