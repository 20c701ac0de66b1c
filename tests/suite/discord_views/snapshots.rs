//! Some messages as text.

use jiff::Timestamp;
use sonae::discord::component_id::{Action, ComponentId, Key};
use sonae::discord::reply::{Message, Row, Target};
use sonae::discord::view;
use sonae::discord::view::checklist::{Ticking, checklist};
use sonae::discord::view::library::Near;
use sonae::discord::view::playbook::Part;
use sonae::discord::view::section::{Shown, section};
use sonae::knowledge::PassageId;
use sonae::question::Language;
use sonae::store::{RoleId, Tick, UserId};

use super::seen::seen;
use super::{library, shown};
use crate::app::moment;

pub fn check(name: &str, message: &Message) {
    let generation = &library().live.generation;
    // The generation's name and day are those of this build.
    let day = library()
        .live
        .stamp
        .built
        .chars()
        .take(10)
        .collect::<String>();
    let text = seen(message).replace(generation.as_str(), "g000001");
    let text = regex::Regex::new(r"g000001 ?\(\d{4}-\d\d-\d\d\)")
        .unwrap()
        .replace(&text, "g000001(DAY)");
    assert!(!day.is_empty());
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

fn passage(id: &str) -> sonae::knowledge::Found<'static> {
    library()
        .live
        .found(&PassageId::parse(id).unwrap())
        .unwrap()
}

#[test]
fn answers() {
    for (name, question) in [
        ("answer", "社員のパスワードは何文字にすればいいですか"),
        (
            "answer_in_english",
            "How long should passwords be in our small company?",
        ),
        (
            "incident",
            "サーバーのファイルが全部暗号化されて、身代金を払えという画面が出ています",
        ),
        (
            "incident_in_english",
            "All our files are encrypted and a ransom note is on the screen, what do we do",
        ),
        (
            "wrong_transfer",
            "にせの請求書のメールを信じて、さっき振り込んでしまいました",
        ),
        ("abstention", "明日の名古屋の天気を教えてください"),
        (
            "abstention_near",
            "うちの会社のPマークの更新の書類の書き方を教えて",
        ),
    ] {
        check(name, &shown(question).1);
    }
}

#[test]
fn the_further_page_of_an_answer() {
    let (_, message) =
        shown("All our files are encrypted and a ransom note is on the screen, what do we do");
    let further = message.rows.rows().iter().flat_map(|row| match row {
        Row::Buttons(buttons) => buttons.clone(),
        Row::Menu(_) => Vec::new(),
    });
    let id: ComponentId = further
        .filter_map(|button| match button.target {
            Target::Component(id) if id.action == Action::Further => Some(id),
            _ => None,
        })
        .next()
        .unwrap();
    let keys = id.keys_from(1);
    let (actions, passages) = keys.split_at(id.number_at(0).unwrap() as usize);
    check(
        "further",
        &view::answer::further(actions, passages, library(), Language::En),
    );
}

#[test]
fn look_ups() {
    let library = library();
    let ja = Language::Ja;
    check(
        "section",
        &section(
            passage("ipa-sme-guideline#2-3"),
            library,
            ja,
            0,
            Shown::Privately,
        ),
    );
    check(
        "section_in_english",
        &section(
            passage("kojinjoho-roei#2"),
            library,
            Language::En,
            0,
            Shown::Publicly,
        ),
    );
    check("documents", &view::library::documents(library, ja, 1));
    let document = library.knowledge().document("scs-evaluation").unwrap();
    check(
        "sections",
        &view::library::sections(document, library, ja, 0),
    );
    check(
        "sections_in_english",
        &view::library::sections(document, library, Language::En, 0),
    );
    check(
        "related",
        &view::related::related(passage("practical-ransomware#5"), library, ja),
    );
    let term = library
        .knowledge()
        .terms
        .iter()
        .find(|term| term.english == "ransomware");
    let term = term.unwrap_or(&library.knowledge().terms[0]);
    check("term", &view::term::term(term, library, ja));
    check("windows", &view::windows::list(library, ja, 0, moment()));
    let near = Near::Names(vec!["ランサムウェア (ransomware)".to_owned()]);
    check(
        "unknown",
        &view::library::unknown("らんさむ **@everyone**", near, ja),
    );
    let actions: Vec<Key> = library
        .knowledge()
        .actions
        .iter()
        .take(3)
        .map(|one| Key::of(&one.id))
        .collect();
    check(
        "steps",
        &view::steps::detailed(&actions, library, ja, 0).unwrap(),
    );
}

#[test]
fn incidents_together() {
    let library = library();
    let playbook = library.knowledge().playbook("ransomware").unwrap();
    let tick = |step, user, at: &str| Tick {
        step,
        user,
        at: at.parse::<Timestamp>().unwrap(),
    };
    let ticks = [
        tick(0, Some(UserId(42)), "2026-11-24T00:55:00Z"),
        tick(3, None, "2026-11-23T09:05:00Z"),
    ];
    let ticking = Ticking::On(99, &ticks);
    check(
        "checklist",
        &checklist(playbook, ticking, library, Language::Ja, moment()),
    );
    check(
        "checklist_in_english",
        &checklist(playbook, ticking, library, Language::En, moment()),
    );
    check(
        "checklist_without_ticks",
        &checklist(playbook, Ticking::Off, library, Language::Ja, moment()),
    );
    let part = |part| view::playbook::part(playbook, part, library, Language::Ja, 0, moment());
    check("part_evidence", &part(Part::Evidence));
    check("part_windows", &part(Part::Windows));
    check("part_sources", &part(Part::Sources));
}

#[test]
fn handing_over() {
    let question = "VPN **機器** の @everyone は?";
    check(
        "consent",
        &view::call::consent(question, RoleId(77), Language::Ja),
    );
    check(
        "call",
        &view::call::call(question, UserId(42), RoleId(77), Language::Ja),
    );
    check(
        "no_helper",
        &view::call::no_helper("ipa-business", library(), Language::Ja, moment()),
    );
}
