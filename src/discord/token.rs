//! The bot's token: from the environment, or from a file named there. It is never printed.

use std::fmt;
use std::path::PathBuf;

/// The variable that holds the token.
const VARIABLE: &str = "DISCORD_TOKEN";
/// The variable that names a file with the token.
const FILE_VARIABLE: &str = "DISCORD_TOKEN_FILE";

/// A token that shows itself to nobody but Discord.
#[derive(Clone)]
pub struct Token(String);

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(…)")
    }
}

/// Why there is no token.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// Neither variable is set.
    #[error("no token: set {VARIABLE}, or {FILE_VARIABLE} to the path of a file that holds it")]
    Missing,
    /// The file cannot be read.
    #[error("{FILE_VARIABLE} names {path}, which cannot be read")]
    File {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// It has characters that no token has.
    #[error(
        "the token is not one: it has spaces or characters outside ASCII; copy it again from the developer portal"
    )]
    Malformed,
}

impl Token {
    /// Reads the token of this process.
    ///
    /// # Errors
    /// When there is none, its file cannot be read, or it cannot be one.
    pub fn of_process() -> Result<Self, TokenError> {
        if let Some(token) = std::env::var_os(VARIABLE).filter(|token| !token.is_empty()) {
            return Self::parse(&token.to_string_lossy());
        }
        let path = std::env::var_os(FILE_VARIABLE).filter(|path| !path.is_empty());
        let path = PathBuf::from(path.ok_or(TokenError::Missing)?);
        match std::fs::read_to_string(&path) {
            Ok(token) => Self::parse(&token),
            Err(source) => Err(TokenError::File { path, source }),
        }
    }

    fn parse(text: &str) -> Result<Self, TokenError> {
        let token = text.trim().trim_start_matches("Bot ").trim();
        if token.is_empty() {
            return Err(TokenError::Missing);
        }
        match token.chars().all(|character| character.is_ascii_graphic()) {
            true => Ok(Self(format!("Bot {token}"))),
            false => Err(TokenError::Malformed),
        }
    }

    /// The token as the `Authorization` header wants it.
    pub fn header(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Token;

    #[test]
    fn a_token_is_not_shown() {
        let token = Token::parse("secret.token\n").unwrap();
        assert_eq!(token.header(), "Bot secret.token");
        assert!(!format!("{token:?}").contains("secret"));
        assert!(!Token::parse("鍵").unwrap_err().to_string().contains('鍵'));
    }
}
