//! The company of whoever asks, in the place where they ask, as the store keeps it: the JSON of a [`Company`].

use std::sync::Arc;

use super::app::App;
use super::fault::Fault;
use super::patience::in_time;
use super::request::Request;
use crate::knowledge::Knowledge;
use crate::profile::Company;
use crate::store::ProfileOwner;

/// How often a change is tried while others change the same profile.
const ATTEMPTS: usize = 5;

/// Returns what the caller said of their company here; an empty one when nothing was said.
///
/// # Errors
/// When the store fails or takes too long.
pub async fn of(app: &App, request: &Request) -> Result<Company, Fault> {
    kept(app, owner(request)).await
}

/// Returns what somebody said of their company in one place; an empty one when nothing was said.
///
/// # Errors
/// When the store fails or takes too long.
pub async fn kept(app: &App, owner: ProfileOwner) -> Result<Company, Fault> {
    let kept = in_time(app.store.profile(owner)).await?;
    Ok(kept.map_or_else(Company::default, |text| {
        read(&text, app.library().knowledge())
    }))
}

/// Changes the caller's company here and returns it as it is then. One of which nothing is said is not kept.
///
/// # Errors
/// When the store fails or takes too long, or others keep changing the same profile.
pub async fn change(
    app: &Arc<App>,
    request: &Request,
    change: impl Fn(&mut Company) + Send + Sync,
) -> Result<Company, Fault> {
    for _ in 0..ATTEMPTS {
        let before = in_time(app.store.profile(owner(request))).await?;
        let mut company = before.as_deref().map_or_else(Company::default, |text| {
            read(text, app.library().knowledge())
        });
        change(&mut company);
        let company = company.still_known(app.library().knowledge());
        let after = written(&company)?;
        let changing =
            app.store
                .change_profile(owner(request), before.as_deref(), after.as_deref());
        if in_time(changing).await? {
            return Ok(company);
        }
    }
    Err(Fault::Busy)
}

/// Reads a kept company. Choices that the knowledge no longer has are left out.
pub fn read(text: &str, knowledge: &Knowledge) -> Company {
    let company: Company = serde_json::from_str(text).unwrap_or_else(|error| {
        // Its words could quote the profile.
        tracing::error!(line = error.line(), "a profile could not be read");
        Company::default()
    });
    company.still_known(knowledge)
}

fn written(company: &Company) -> Result<Option<String>, Fault> {
    if *company == Company::default() {
        return Ok(None);
    }
    let text = serde_json::to_string(company);
    text.map(Some)
        .map_err(|error| Fault::Broken(error.to_string()))
}

fn owner(request: &Request) -> ProfileOwner {
    ProfileOwner {
        user: request.caller.user,
        guild: request.place.guild,
    }
}
