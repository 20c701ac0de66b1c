//! Whole paths through the product: what holds for every answer, for the files on disk and for each face.
//!
//! `app` opens advisers and runs the program, `small` writes a knowledge folder of two documents; `promises`
//! are what `invariants` and `inputs` expect of every answer. The other modules are tests.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod app;
mod discord_app;
mod imports;
mod promises;
mod small;
mod solver;

mod architecture;

mod inputs;
mod invariants;
mod references;
mod snapshots;
mod traps;

mod knowledge;
mod problems;
mod readme;

mod damage;
mod foreign;
mod generations;
mod kill;

mod batch;
mod chat;
mod choice;
mod cli;
mod company;
mod config;
mod crosswalk;
mod discord_views;
mod drill;
mod evaluation;
mod handover;
mod incidents;
mod lookup;
mod pages;
mod personas;
mod plans;
mod self_check;
mod self_check_chart;
mod suggest;
mod suggest_limits;
mod suitable;
mod terminal_inputs;

mod discord_admin;
mod discord_settings;
mod discord_words;
mod privacy;
mod store;
