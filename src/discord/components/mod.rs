//! What happens when a button, menu or dialog is used: one file for each topic, the same shape in all. Everything
//! that is needed stands in the id, in the message or in the store. `section.rs` is the one to copy.

pub mod about;
pub mod cancel;
pub mod checklist;
pub mod crosswalk;
pub mod deadlines;
pub mod drill;
pub mod feedback;
pub mod forget;
pub mod further;
pub mod handover;
pub mod lists;
pub mod opening;
pub mod plan;
pub mod playbook;
pub mod problems;
pub mod profile;
pub mod record;
pub mod rollback;
pub mod section;
pub mod self_check;
pub mod share;
pub mod steps;
pub mod thread;
pub mod unanswered;
pub mod watch;

use std::sync::Arc;

use super::app::App;
use super::component_id::{Action, ComponentId};
use super::fault::Fault;
use super::reply::Reply;
use super::request::Request;

/// Does what a button, menu or dialog stands for.
///
/// # Errors
/// When what it needs is no longer there, the caller may not, or the store fails.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    // A view stays in the language in which it was opened.
    let request = &Request {
        language: id.language,
        ..request.clone()
    };
    match id.action {
        Action::Section => section::run(app, request, id).await,
        Action::SectionMenu => section::from_menu(app, request, id).await,
        Action::Related => section::related(app, request, id).await,
        Action::Steps => steps::run(app, request, id).await,
        Action::Further => further::run(app, request, id).await,
        Action::Helpful => feedback::helpful(app, request, id).await,
        Action::NotHelpful => feedback::not_helpful(app, request, id).await,
        Action::Missing => feedback::missing(app, request, id).await,
        Action::HandOver => handover::ask(app, request, id).await,
        Action::HandOverConsent => handover::consented(app, request, id).await,
        Action::Cancel => Ok(cancel::run(id)),
        Action::Thread => thread::run(app, request, id).await,
        Action::Share => share::run(app, request, id).await,
        Action::Tick => checklist::run(app, request, id).await,
        Action::PlaybookPart => playbook::run(app, request, id).await,
        Action::Documents => lists::documents(app, request, id).await,
        Action::Sections => lists::sections(app, request, id).await,
        Action::Windows => lists::windows(app, request, id).await,
        Action::About => about::run(app, request, id).await,
        Action::RollBack => rollback::run(app, request, id).await,
        Action::Unanswered => unanswered::run(app, request, id).await,
        Action::Problems => problems::run(app, request, id).await,
        Action::Crosswalk => crosswalk::page(app, request, id).await,
        Action::CrosswalkScheme => crosswalk::scheme(app, request, id).await,
        Action::CrosswalkItem => crosswalk::item(app, request, id).await,
        Action::CrosswalkPapers => crosswalk::papers(app, request, id).await,
        Action::DrillJoin => drill::join(app, request, id).await,
        Action::DrillBegin => drill::begin(app, request, id).await,
        Action::DrillDecide => drill::decide(app, request, id).await,
        Action::DrillNext => drill::next(app, request, id).await,
        Action::DrillStop => drill::stop(app, request, id).await,
        Action::Forget => forget::run(app, request, id).await,
        Action::Profile => profile::show(app, request, id).await,
        Action::ProfileMenu => profile::chosen(app, request, id).await,
        Action::ProfileForm => profile::form(app, request, id).await,
        Action::ProfileTyped => profile::typed(app, request, id).await,
        Action::ProfileDelete => profile::delete(app, request, id).await,
        Action::Plan => plan::page(app, request, id).await,
        Action::PlanMenu => plan::from_menu(app, request, id).await,
        Action::PlanLine => plan::line(app, request, id).await,
        Action::PlanDone => plan::done(app, request, id).await,
        Action::PlanPapers => plan::papers(app, request, id).await,
        Action::PlanLeftOut => plan::left_out(app, request, id).await,
        Action::CountDeadlines => deadlines::ask_day(app, request, id).await,
        Action::Deadlines => deadlines::count(app, request, id).await,
        Action::AskRecord => record::ask(app, request, id).await,
        Action::Record => record::make(app, request, id).await,
        Action::WatchMenu => watch::from_menu(app, request, id).await,
        Action::Watches => watch::list(app, request, id).await,
        Action::Changes => watch::changes(app, request, id).await,
        Action::Monthly => watch::monthly(app, request, id).await,
        Action::NotMonthly => watch::not_monthly(app, request, id).await,
        Action::Unwatch => watch::unwatch(app, request, id).await,
        Action::NoNotes => watch::no_notes(app, request, id).await,
        Action::SelfCheckBegin => self_check::begin(app, request, id).await,
        Action::SelfCheckQuestion => self_check::question(app, request, id).await,
        Action::SelfCheckAnswer => self_check::answer(app, request, id).await,
        Action::SelfCheckStop => self_check::stop(app, request, id).await,
        Action::SelfCheckResult => self_check::result(app, request, id).await,
        Action::SelfCheckPapers => self_check::papers(app, request, id).await,
    }
}
