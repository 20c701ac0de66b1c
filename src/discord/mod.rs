//! The Discord face, the only user of serenity. Requests and replies are values of our own: handlers decide,
//! one place sends.

pub mod access;
pub mod app;
pub mod budget;
pub mod commands;
pub mod component_id;
pub mod components;
pub mod desk;
pub mod escape;
pub mod fault;
pub mod generation;
pub mod guilds;
pub mod library;
pub mod limits;
pub mod note;
pub mod permission;
pub mod publishing;
pub mod refusal;
pub mod registration;
pub mod reply;
pub mod request;
pub mod setup_text;
pub mod sheets;
