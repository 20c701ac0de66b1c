//! What happens when a button, menu or dialog is used: one file for each topic, the same shape in all. Everything
//! that is needed stands in the id, in the message or in the store. `section.rs` is the one to copy.

pub mod checklist;
pub mod feedback;
pub mod further;
pub mod handover;
pub mod lists;
pub mod opening;
pub mod playbook;
pub mod section;
pub mod share;
pub mod steps;
pub mod thread;
