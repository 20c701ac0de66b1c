//! The `sonae` program: arguments → one face.

use std::process::ExitCode;

use sonae::cli::{self, Bot};
use sonae::discord;

fn main() -> ExitCode {
    cli::run(&Bot {
        run: discord::start,
        check_setup: discord::setup_report,
    })
}
