//! What buttons, menus and dialogs do: one file each. What is needed stands in the id; who may is asked again.

pub mod about;
pub mod cancel;
pub mod forget;
pub mod problems;
pub mod rollback;
pub mod unanswered;
