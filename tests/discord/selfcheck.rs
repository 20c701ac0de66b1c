//! `/selfcheck`: question by question for the caller alone, kept over stops and restarts, with a picture, papers,
//! what changed since last time, and a comparison that says nothing of fewer than ten.

use serde_json::json;

use crate::fake::world::{ADMIN, ASKER, ENGLISH, GUILD, HELPER};
use crate::fake::{Actor, Interaction, World, seen};
use crate::house::{House, undated};
use crate::scene::{Scene, press, shown};
use crate::stable::stable;
use crate::store::changed;

const BEGIN: &str = "始める";
const DONE: &str = "実施している";
const PARTLY: &str = "一部実施している";
const UNKNOWN: &str = "わからない";
const STOP: &str = "ここで止める";
const GO_ON: &str = "続きから答える";
const AGAIN: &str = "もう一度診断する";
const RESULT: &str = "前回の結果を見る";
const QUESTIONS: usize = 25;

/// Opens the door.
async fn door(person: &Actor) -> Interaction {
    shown(person.slash("selfcheck", json!({}))).await
}

/// Presses a button on the one message in which everything happens, and returns what stands there then.
async fn turned(person: &Actor, view: &Interaction, button: &str) -> String {
    let turned = press(person, view, button).await;
    assert_eq!(turned.message_id(), view.message_id(), "in place: {button}");
    turned.seen()
}

/// Answers so many questions in a row with the same answer.
async fn answers(person: &Actor, view: &Interaction, answer: &str, count: usize) -> String {
    let mut seen = String::new();
    for _ in 0..count {
        seen = turned(person, view, answer).await;
    }
    seen
}

/// Answers everything: what is not known first, then the same to all others.
async fn whole(person: &Actor, begin: &str, unknown: usize, rest: &str) -> (Interaction, String) {
    let view = door(person).await;
    turned(person, &view, begin).await;
    answers(person, &view, UNKNOWN, unknown).await;
    let result = answers(person, &view, rest, QUESTIONS - unknown).await;
    (view, result)
}

#[tokio::test]
async fn a_self_check_leads_from_question_to_question_to_a_picture_and_papers() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = door(&asker).await;
    assert!(view.is_ephemeral());
    assert!(
        view.seen().contains("あなただけに見えます"),
        "{}",
        view.seen()
    );
    let first = turned(&asker, &view, BEGIN).await;
    assert!(
        first.contains("1 / 25") && first.contains("No.1 更新"),
        "{first}"
    );
    answers(&asker, &view, UNKNOWN, 2).await;
    let last = answers(&asker, &view, DONE, QUESTIONS - 3).await;
    assert!(last.contains("25 / 25"), "{last}");
    let result = turned(&asker, &view, PARTLY).await;
    insta::assert_snapshot!(undated(&stable(&result)));
    let files = scene.fake.files(view.message_id());
    assert_eq!(files.len(), 1);
    assert!(files[0].bytes.starts_with(b"\x89PNG"), "{}", files[0].name);
    let papers = press(&asker, &view, "書類で受け取る").await;
    let message = papers.followups().pop().or(papers.message()).unwrap();
    let files = scene.fake.files(crate::scene::id(&message));
    let endings = files
        .iter()
        .map(|file| file.name.rsplit('.').next().unwrap());
    assert_eq!(endings.collect::<Vec<_>>(), ["xlsx", "html", "csv", "md"]);
    assert!(files[0].bytes.starts_with(b"PK"));
    let markdown = String::from_utf8(files[3].bytes.to_vec()).unwrap();
    assert!(
        markdown.contains("わからない") && markdown.contains("https://"),
        "{markdown}"
    );
    let steps = press(&asker, &view, "次の一手をくわしく").await;
    assert!(
        steps.seen().contains("できたと言える目安"),
        "{}",
        steps.seen()
    );
    assert_eq!(
        scene.said_in(crate::fake::world::GENERAL),
        Vec::<serde_json::Value>::new()
    );
    scene.close();
}

#[tokio::test]
async fn an_english_client_is_led_in_english() {
    let scene = Scene::open().await;
    let emma = scene.fake.person(ENGLISH);
    let view = door(&emma).await;
    let first = turned(&emma, &view, "Begin").await;
    assert!(
        first.contains("1 / 25") && first.contains("Updates"),
        "{first}"
    );
    answers(&emma, &view, "Not known", 1).await;
    let question = answers(&emma, &view, "Done", 7).await;
    assert!(question.contains("When it does not apply"), "{question}");
    answers(&emma, &view, "Does not apply", 1).await;
    let result = answers(&emma, &view, "In part", QUESTIONS - 9).await;
    insta::assert_snapshot!(undated(&stable(&result)));
    scene.close();
}

#[tokio::test]
async fn a_self_check_goes_on_after_a_stop_and_after_a_restart() {
    let mut scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = door(&asker).await;
    turned(&asker, &view, BEGIN).await;
    answers(&asker, &view, DONE, 3).await;
    let stopped = turned(&asker, &view, STOP).await;
    assert!(stopped.contains("25問のうち3問まで"), "{stopped}");
    scene.restart().await;
    let asker = scene.fake.person(ASKER);
    // From the old message as well as from the command.
    let fourth = turned(&asker, &view, GO_ON).await;
    assert!(fourth.contains("4 / 25"), "{fourth}");
    let view = door(&asker).await;
    assert!(view.seen().contains("25問のうち3問まで"), "{}", view.seen());
    turned(&asker, &view, GO_ON).await;
    let third = turned(&asker, &view, "◀ 前の質問").await;
    assert!(
        third.contains("3 / 25") && third.contains("いまの答え"),
        "{third}"
    );
    let fourth = turned(&asker, &view, UNKNOWN).await;
    assert!(fourth.contains("4 / 25"), "{fourth}");
    // In the middle of a question, too.
    scene.restart().await;
    let asker = scene.fake.person(ASKER);
    let result = answers(&asker, &view, DONE, QUESTIONS - 3).await;
    assert!(result.contains("自社診断の結果: 95点"), "{result}");
    scene.close();
}

#[tokio::test]
async fn the_next_self_check_tells_what_changed() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let (view, result) = whole(&asker, BEGIN, 2, PARTLY).await;
    assert!(!result.contains("からの変化"), "{result}");
    turned(&asker, &view, AGAIN).await;
    answers(&asker, &view, PARTLY, 1).await;
    let result = answers(&asker, &view, DONE, QUESTIONS - 1).await;
    for part in [
        "44点から98点へ(+54点)",
        "良くなったところ: 更新、ウイルス対策",
    ] {
        assert!(result.contains(part), "{part} in {result}");
    }
    let view = door(&asker).await;
    assert!(view.seen().contains("98点"), "{}", view.seen());
    let result = turned(&asker, &view, RESULT).await;
    assert!(result.contains("44点から98点へ"), "{result}");
    scene.close();
}

#[tokio::test]
async fn nobody_else_presses_and_what_is_gone_has_expired() {
    let scene = Scene::open().await;
    let asker = scene.fake.person(ASKER);
    let view = door(&asker).await;
    turned(&asker, &view, BEGIN).await;
    let other = scene.fake.person(HELPER);
    let refused = other.press(view.message_id(), DONE);
    assert!(refused.is_err(), "a private message is not on their screen");
    let privacy = shown(asker.slash("privacy", json!({}))).await;
    assert!(
        privacy.seen().contains("自社診断の答え: 1 回分"),
        "{}",
        privacy.seen()
    );
    let deleted = press(&asker, &privacy, "消す").await;
    assert!(
        deleted.seen().contains("自社診断 1 回分"),
        "{}",
        deleted.seen()
    );
    let late = press(&asker, &view, DONE).await;
    let message = late.followups().pop().or(late.message()).unwrap();
    let told = seen(&message);
    assert!(told.contains("このボタンはもう使えません"), "{told}");
    let view = door(&asker).await;
    assert!(view.seen().contains("[始める]"), "{}", view.seen());
    scene.close();
}

/// Puts finished self-checks of so many other people of the guild into a database.
async fn others(house: &House, people: std::ops::Range<u64>) {
    let file = house.path("data/sonae.sqlite3");
    for person in people {
        let id = 1_000 + person;
        let check = format!(
            "INSERT INTO self_checks (id, user, guild, changed_at, finished_at)
             VALUES ({id}, {id}, {GUILD}, unixepoch() * 1000, unixepoch() * 1000)"
        );
        assert_eq!(changed(&file, &check).await, 1);
        let answers = format!(
            "INSERT INTO self_check_answers (self_check, question, answer)
             WITH RECURSIVE numbers (number) AS
                 (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < 25)
             SELECT {id}, number, 'partly' FROM numbers"
        );
        assert_eq!(changed(&file, &answers).await, 25);
    }
}

#[tokio::test]
async fn others_are_compared_with_from_ten_companies_up_and_never_named() {
    let house = House::new(World::standard(), "").await;
    let mut bot = house.open().await;
    let asker = house.fake.person(ASKER);
    let (_, result) = whole(&asker, BEGIN, 0, DONE).await;
    assert!(!result.contains("このサーバーの"), "{result}");
    house.stop(&mut bot).await;
    others(&house, 0..8).await;
    let mut nine = house.open().await;
    let view = door(&asker).await;
    let result = turned(&asker, &view, RESULT).await;
    assert!(!result.contains("このサーバーの"), "nine: {result}");
    house.stop(&mut nine).await;
    others(&house, 8..9).await;
    let ten = house.open().await;
    let view = door(&asker).await;
    let result = turned(&asker, &view, RESULT).await;
    for part in [
        "このサーバーの10社と比べると",
        "中央値)は50点、あなたの会社は100点",
        "更新: 10社のうち1社が実施",
    ] {
        assert!(result.contains(part), "{part} in {result}");
    }
    // Elsewhere, and in direct messages, they do not count.
    let admin = house.fake.person(ADMIN).in_dm();
    let (_, result) = whole(&admin, BEGIN, 0, DONE).await;
    assert!(!result.contains("このサーバーの"), "{result}");
    house.close(&[&bot, &nine, &ten]);
}
