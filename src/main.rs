//! The `sonae` program: arguments → one face.

use std::process::ExitCode;

fn main() -> ExitCode {
    sonae::cli::run()
}
