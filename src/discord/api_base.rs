//! Where Discord is: the real hosts, or the place that `DISCORD_API_BASE` names for tests. Once a place is named,
//! nothing goes to the real hosts.

use std::net::IpAddr;

use reqwest::Url;

/// The variable that names another place.
const VARIABLE: &str = "DISCORD_API_BASE";

/// Where REST requests go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiBase {
    /// To Discord.
    Discord,
    /// To a place for tests; whether only this machine is allowed.
    Other {
        /// Scheme, host and port, without a slash at the end.
        url: String,
        /// Hosts other than this machine are allowed.
        may_be_foreign: bool,
    },
}

/// Why a place cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ApiBaseError {
    /// It is no address.
    #[error("{VARIABLE} must be like http://127.0.0.1:8080")]
    Malformed,
    /// It is another machine.
    #[error(
        "{VARIABLE} names {0}, another machine; set discord.allow_foreign_api_base in config.toml to allow that"
    )]
    Foreign(String),
    /// The gateway that the place names is another machine.
    #[error("the gateway {0} is on another machine than {VARIABLE} allows")]
    ForeignGateway(String),
}

impl ApiBase {
    /// Reads the place of this process.
    ///
    /// # Errors
    /// When it is no address, or another machine without permission.
    pub fn of_process(may_be_foreign: bool) -> Result<Self, ApiBaseError> {
        match std::env::var(VARIABLE) {
            Ok(text) if !text.trim().is_empty() => Self::parse(text.trim(), may_be_foreign),
            _ => Ok(Self::Discord),
        }
    }

    fn parse(text: &str, may_be_foreign: bool) -> Result<Self, ApiBaseError> {
        let url = Url::parse(text).map_err(|_| ApiBaseError::Malformed)?;
        let is_http = matches!(url.scheme(), "http" | "https");
        let has_path = !matches!(url.path(), "" | "/");
        if !is_http
            || url.host().is_none()
            || has_path
            || !url.username().is_empty()
            || url.query().is_some()
        {
            return Err(ApiBaseError::Malformed);
        }
        if !may_be_foreign && !is_this_machine(&url) {
            return Err(ApiBaseError::Foreign(
                url.host_str().unwrap_or_default().to_owned(),
            ));
        }
        Ok(Self::Other {
            url: url.as_str().trim_end_matches('/').to_owned(),
            may_be_foreign,
        })
    }

    /// The place of REST requests when it is not Discord.
    pub fn other(&self) -> Option<&str> {
        match self {
            Self::Discord => None,
            Self::Other { url, .. } => Some(url),
        }
    }

    /// Checks the address of the gateway that the place named.
    ///
    /// # Errors
    /// When the place is another one than Discord and its gateway is not allowed.
    pub fn check_gateway(&self, gateway: &str) -> Result<(), ApiBaseError> {
        let may_be_any = match self {
            Self::Discord => true,
            Self::Other { may_be_foreign, .. } => *may_be_foreign,
        };
        let is_here = Url::parse(gateway).is_ok_and(|url| is_this_machine(&url));
        match may_be_any || is_here {
            true => Ok(()),
            false => Err(ApiBaseError::ForeignGateway(gateway.to_owned())),
        }
    }
}

fn is_this_machine(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost"
        || host
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::{ApiBase, ApiBaseError};

    #[test]
    fn only_this_machine_unless_allowed() {
        for here in [
            "http://127.0.0.1:9",
            "http://localhost:9/",
            "http://[::1]:9",
        ] {
            assert!(ApiBase::parse(here, false).is_ok(), "{here}");
        }
        for foreign in [
            "https://discord.com",
            "http://127.0.0.1.example.com:9",
            "http://10.0.0.1",
        ] {
            assert!(
                matches!(
                    ApiBase::parse(foreign, false),
                    Err(ApiBaseError::Foreign(_))
                ),
                "{foreign}"
            );
            assert!(ApiBase::parse(foreign, true).is_ok(), "{foreign}");
        }
        for wrong in [
            "127.0.0.1:9",
            "ftp://127.0.0.1",
            "http://127.0.0.1/x",
            "http://a@127.0.0.1",
            "http://",
        ] {
            assert!(
                matches!(ApiBase::parse(wrong, true), Err(ApiBaseError::Malformed)),
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_gateway_elsewhere_is_refused() {
        let base = ApiBase::parse("http://127.0.0.1:9", false).unwrap();
        assert!(base.check_gateway("ws://127.0.0.1:10").is_ok());
        assert!(base.check_gateway("wss://gateway.discord.gg").is_err());
        assert!(
            ApiBase::Discord
                .check_gateway("wss://gateway.discord.gg")
                .is_ok()
        );
    }
}
