//! Every message of every drill, in both languages and however people decide: within the limits, marked, and whole.

use jiff::Timestamp;
use sonae::discord::drills::Playing;
use sonae::discord::reply::Message;
use sonae::discord::view;
use sonae::discord::view::drill::Closing;
use sonae::knowledge::Drill;
use sonae::question::Language;
use sonae::store::{GuildId, MessageId, UserId};
use sonae::wording::Wording;

use super::library;
use super::seen::{assert_within_limits, texts};
use crate::app::moment;

/// How each of five people decides about an inject with so many options.
type Deciding = fn(seat: u8, options: usize) -> Option<u8>;

const FIRST: Deciding = |_, _| Some(0);
const LAST: Deciding = |_, options| u8::try_from(options - 1).ok();
const SPLIT: Deciding = |seat, options| Some(seat % u8::try_from(options).unwrap());
const NOBODY: Deciding = |_, _| None;

fn called(drill: &Drill, language: Language) -> Playing {
    let mut playing = Playing::new(MessageId(u64::MAX), GuildId(1), language, drill);
    for seat in 0..5 {
        playing.state.join().unwrap();
        playing.kept.seats.push(Some(UserId(u64::MAX - seat)));
    }
    playing
}

fn check(message: &Message, expected: &[&str], language: Language, what: &str) {
    assert_within_limits(message, what);
    let wording = Wording::of(language);
    let title = message.card.title().unwrap();
    assert!(title.contains(wording.drill.mark), "{what}: {title}");
    let footer = message.card.footer_line().unwrap();
    assert!(footer.contains(wording.commands.incident.name), "{what}");
    let text = texts(message);
    for part in expected {
        assert!(text.contains(part), "{what}: {part} is missing in {text}");
    }
}

fn told<'a>(language: Language, ja: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

/// Plays a drill and checks every message on the way.
fn check_played(drill: &Drill, language: Language, deciding: Deciding) {
    let what = format!("{} {language:?}", drill.id);
    let library = library();
    let mut playing = called(drill, language);
    let scene = told(language, &drill.scene, &drill.scene_en);
    let made_up = Wording::of(language).drill.made_up;
    let invitation = view::drill::invitation(drill, &playing, language);
    check(&invitation, &[scene, made_up], language, &what);
    check(
        &view::drill::begun(drill, &playing, language),
        &[scene],
        language,
        &what,
    );
    check(
        &view::drill::not_begun(drill, &playing, language),
        &[scene],
        language,
        &what,
    );
    check(
        &view::drill::greeting(drill, &playing, language),
        &[scene],
        language,
        &what,
    );
    playing.state.begin(0).unwrap();
    while let Some(current) = playing.state.current() {
        let inject = &drill.injects[current];
        let text = told(language, &inject.text, &inject.text_en);
        let question = told(language, &inject.question, &inject.question_en);
        let message = view::drill::inject(drill, &playing, current, library, language).unwrap();
        check(&message, &[text, question], language, &what);
        for closing in [Closing::GoingOn, Closing::Stopping] {
            let closed = view::drill::closed(drill, &playing, current, closing, library, language);
            check(&closed.unwrap(), &[text, question], language, &what);
        }
        for seat in 0..5 {
            if let Some(option) = deciding(seat, inject.options.len()) {
                playing.state.decide(drill, seat, current, option).unwrap();
            }
        }
        playing.state.advance(drill, 0);
    }
    let debrief = drill.debrief.last().unwrap();
    let debrief = told(language, &debrief.text, &debrief.text_en);
    let report = view::drill_report::report(drill, &playing, library, language);
    check(&report, &[debrief, made_up], language, &what);
    let day = moment().date();
    let papers = view::drill_report::papers(drill, &playing, day, library, language);
    check(&papers, &[], language, &what);
    assert_eq!(papers.files.list().len(), 2, "{what}");
}

#[test]
fn every_message_of_every_drill_is_within_the_limits_marked_and_whole() {
    for drill in &library().knowledge().drills {
        for language in [Language::Ja, Language::En] {
            for deciding in [FIRST, LAST, SPLIT, NOBODY] {
                check_played(drill, language, deciding);
            }
        }
    }
}

#[test]
fn what_is_kept_of_a_drill_names_nobody() {
    let drill = &library().knowledge().drills[0];
    let mut playing = called(drill, Language::Ja);
    playing
        .state
        .begin(Timestamp::UNIX_EPOCH.as_millisecond())
        .unwrap();
    playing.state.decide(drill, 0, 0, 0).unwrap();
    let state = serde_json::to_string(&playing.state).unwrap();
    assert!(!state.contains(&u64::MAX.to_string()), "{state}");
}
