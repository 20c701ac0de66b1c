//! What the caller says of their company: menus, a dialog, and its end. Everything is in the store before it is shown.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::timeout;

use super::opening;
use crate::discord::app::App;
use crate::discord::company_form::{CompanyForm, dialog};
use crate::discord::company_menu::CompanyMenu;
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::profiles;
use crate::discord::reply::Reply;
use crate::discord::request::{Input, Request};
use crate::discord::view;
use crate::discord::view::paging::Turn;
use crate::discord::view::profile::Deleted;
use crate::profile::Company;
use crate::wording::Wording;

/// How long the store is waited for before the dialog opens: it cannot follow an acknowledgement.
const BEFORE_DIALOG: Duration = Duration::from_millis(400);

/// Shows the company: beside, or in place when the id says so.
///
/// # Errors
/// When the store cannot be read.
pub async fn show(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let company = profiles::of(app, request).await?;
    let message = view::profile::profile(&company, &[], &app.library(), id.language);
    Ok(opening::turned(
        request,
        Turn::read(id.number_at(0)),
        message,
    ))
}

/// A menu: which question; its values are the answer.
///
/// # Errors
/// When there is no such question, or the store cannot be written; then nothing was changed.
pub async fn chosen(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let menu = id.number_at(0).and_then(CompanyMenu::read);
    let menu = menu.ok_or(Fault::Expired)?;
    let change = |company: &mut Company| menu.choose(company, request.values());
    let company = profiles::change(app, request, change).await?;
    let message = view::profile::profile(&company, &[], &app.library(), id.language);
    Ok(opening::in_place(request, message))
}

/// Opens the dialog with what is known: an input that were empty for no reason would delete what stands there.
///
/// # Errors
/// When the store does not answer at once.
pub async fn form(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let reading = timeout(BEFORE_DIALOG, profiles::of(app, request)).await;
    let company = reading.map_err(|_| Fault::Busy)??;
    let library = app.library();
    Ok(Reply::Modal(dialog(
        &company,
        library.knowledge(),
        id.language,
    )))
}

/// The dialog: what can be read is kept, the rest is told.
///
/// # Errors
/// When the store cannot be written; then nothing was changed.
pub async fn typed(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let Input::Modal { fields, .. } = &request.input else {
        return Err(Fault::Expired);
    };
    let library = app.library();
    let form = CompanyForm::read(fields, library.knowledge());
    let company = profiles::change(app, request, |company| form.apply(company)).await?;
    let complaints = form.complaints(&Wording::of(id.language).profile);
    let message = view::profile::profile(&company, &complaints, &library, id.language);
    Ok(opening::in_place(request, message))
}

/// Deletes, after it was asked whether it is sure.
///
/// # Errors
/// When the store cannot be written; then nothing was changed.
pub async fn delete(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let deleted = id.number_at(0).and_then(Deleted::read);
    let deleted = deleted.ok_or(Fault::Expired)?;
    let is_sure = id.number_at(1) == Some(1);
    if !is_sure {
        let company = profiles::of(app, request).await?;
        let question = view::profile::sure(deleted, company.done.len(), id.language);
        return Ok(opening::in_place(request, question));
    }
    let change = |company: &mut Company| match deleted {
        Deleted::Everything => *company = Company::default(),
        Deleted::Done => company.done.clear(),
    };
    let company = profiles::change(app, request, change).await?;
    let message = view::profile::profile(&company, &[], &app.library(), id.language);
    Ok(opening::in_place(request, message))
}
