//! Knowledge and answers → messages. Pure: no store, no clock; the moment is an argument. `section.rs` is the one
//! to copy. Whatever does not fit on a card goes to a further page with a button; no text is dropped.

pub mod answer;
pub mod block;
pub mod call;
pub mod checklist;
pub mod crosswalk;
pub mod deadlines;
pub mod drill;
pub mod drill_report;
pub mod library;
pub mod paging;
pub mod plan;
pub mod plan_money;
pub mod playbook;
pub mod profile;
pub mod quote;
pub mod related;
pub mod section;
pub mod self_check;
pub mod source;
pub mod steps;
pub mod term;
pub mod watch;
pub mod windows;

pub use answer::question_of;
