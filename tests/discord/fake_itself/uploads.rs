//! Files: forms are taken apart, what does not belong together is refused, and what was sent can be looked at.

use serde_json::{Value, json};

use super::raw::{Raw, plain};
use crate::fake::seen;
use crate::fake::world::{APPLICATION, ASKER, GENERAL, permission};

/// One part of a form: what stands behind `form-data; `, and its content.
type Part<'a> = (&'a str, &'a [u8]);

const FIRST: &str = "name=\"files[0]\"; filename=\"plan.csv\"";

/// Posts a form to a channel; returns status and body.
async fn post(raw: &Raw, json: &Value, files: &[Part<'_>]) -> (u16, Value) {
    let json = json.to_string();
    let mut parts = vec![("name=\"payload_json\"", json.as_bytes())];
    parts.extend_from_slice(files);
    let path = format!("/channels/{GENERAL}/messages");
    raw.send_form("POST", &path, &parts).await
}

fn described(attachments: Value) -> Value {
    let mut body = plain("書類です");
    body["attachments"] = attachments;
    body
}

/// Expects a refusal with this reason.
async fn check_refused(body: Value, files: &[Part<'_>], expected: &str) {
    let raw = Raw::start().await;
    let (status, answer) = post(&raw, &body, files).await;
    assert!(status == 400 || status == 413, "{expected}: {answer}");
    let violations = raw.fake.violations();
    let is_found = violations.iter().any(|one| one.contains(expected));
    assert!(is_found, "{expected}: {violations:#?}");
    assert_eq!(raw.fake.messages_in(GENERAL).len(), 0);
}

#[tokio::test]
async fn files_are_kept_with_their_descriptions() {
    let raw = Raw::start().await;
    let picture = b"\x89PNG\r\n--\r\n\x00";
    let mut body = described(json!([
        {"id": "0", "filename": "plan.csv", "description": "計画"},
        {"id": "1", "filename": "chart.png"},
    ]));
    body["embeds"] = json!([{"title": "x", "image": {"url": "attachment://chart.png"}}]);
    let second = "name=\"files[1]\"; filename=\"chart.png\"";
    let (status, message) = post(&raw, &body, &[(FIRST, b"a,b"), (second, picture)]).await;
    assert_eq!(status, 200, "{:#?}", raw.fake.violations());
    assert_eq!(message["attachments"][0]["description"], "計画");
    assert_eq!(message["attachments"][1]["size"], picture.len());
    let id = message["id"].as_str().unwrap().parse().unwrap();
    let files = raw.fake.files(id);
    assert_eq!(files.len(), 2);
    assert_eq!(files[0].bytes[..], *b"a,b");
    assert_eq!(files[1].bytes[..], *picture);
    insta::assert_snapshot!(seen(&raw.fake.message(id).unwrap()), @"
    書類です
    ┌
    │ # x
    │ ▣ attachment://chart.png
    📎 plan.csv
       計画
    📎 chart.png
    ");
    assert_eq!(raw.fake.violations(), Vec::<String>::new());
}

#[tokio::test]
async fn files_that_do_not_belong_to_the_body_are_refused() {
    let first = json!({"id": "0", "filename": "plan.csv"});
    let file: Part<'_> = (FIRST, b"a");
    check_refused(
        plain("x"),
        &[file],
        "files[0] is described by no attachment",
    )
    .await;
    let wrong = json!([{"id": "1", "filename": "plan.csv"}]);
    check_refused(described(wrong), &[file], "attachment 1 has no file").await;
    check_refused(described(json!([first])), &[], "attachment 0 has no file").await;
    let other = json!([{"id": "0", "filename": "other.csv"}]);
    check_refused(described(other), &[file], "files[0] has two names").await;
    check_refused(
        described(json!([first, first])),
        &[file],
        "attachment 0 twice",
    )
    .await;
    check_refused(described(json!([first])), &[file, file], "files[0] twice").await;
    let mut body = described(json!([first]));
    body["embeds"] = json!([{"title": "x", "image": {"url": "attachment://gone.png"}}]);
    check_refused(body, &[file], "no file for the picture gone.png").await;
    let long = json!([{"id": "0", "filename": "plan.csv", "description": "備".repeat(1025)}]);
    check_refused(described(long), &[file], "attachment description has 1025").await;
    let misspelled = json!([{"id": "0", "filename": "plan.csv", "descripton": "x"}]);
    let raw = Raw::start().await;
    post(&raw, &described(misspelled), &[file]).await;
    let document = raw.fake.violations().concat();
    assert!(document.contains("Discord's document") || !crate::fake::document_is_present());
}

#[tokio::test]
async fn too_many_and_too_large_files_are_refused() {
    let names: Vec<String> = (0..11)
        .map(|at| format!("name=\"files[{at}]\"; filename=\"{at}.csv\""))
        .collect();
    let files: Vec<Part<'_>> = names
        .iter()
        .map(|name| (name.as_str(), &b"a"[..]))
        .collect();
    let entry = |at: usize| json!({"id": at.to_string(), "filename": format!("{at}.csv")});
    let listed: Vec<Value> = (0..11).map(entry).collect();
    check_refused(described(json!(listed)), &files, "11 files, at most 10").await;
    let first = json!([{"id": "0", "filename": "plan.csv"}]);
    let large = vec![1; 10 * 1024 * 1024 + 1];
    check_refused(
        described(first),
        &[(FIRST, &large)],
        "a file that is too large",
    )
    .await;
    let half = vec![1; 9 * 1024 * 1024];
    let files: Vec<Part<'_>> = names
        .iter()
        .take(3)
        .map(|name| (name.as_str(), &half[..]))
        .collect();
    let listed: Vec<Value> = (0..3).map(entry).collect();
    check_refused(
        described(json!(listed)),
        &files,
        "a request that is too large",
    )
    .await;
}

#[tokio::test]
async fn broken_forms_and_odd_names_are_found() {
    let raw = Raw::start().await;
    let path = format!("/channels/{GENERAL}/messages");
    let (status, _) = raw.send_form("POST", &path, &[(FIRST, b"a")]).await;
    assert_eq!(status, 400);
    assert!(raw.fake.take_violations()[0].contains("a form without payload_json"));
    let odd = "name=\"file\"; filename=\"plan.csv\"";
    assert_eq!(post(&raw, &plain("x"), &[(odd, b"a")]).await.0, 400);
    assert!(raw.fake.take_violations()[0].contains("that is no file"));
    let spaced = json!([{"id": "0", "filename": "my plan.csv"}]);
    let part = "name=\"files[0]\"; filename=\"my plan.csv\"";
    assert_eq!(post(&raw, &described(spaced), &[(part, b"")]).await.0, 200);
    let violations = raw.fake.take_violations().concat();
    assert!(violations.contains("a file name that Discord changes"));
    assert!(violations.contains("files[0] is empty"));
}

#[tokio::test]
async fn an_edit_keeps_the_files_that_it_lists() {
    let raw = Raw::start().await;
    raw.register(json!([{"name": "plan", "description": "x"}]))
        .await;
    let asked = raw.fake.person(ASKER).slash("plan", json!({})).unwrap();
    let record = asked.record();
    let callback = format!("/interactions/{}/{}/callback", record.id, record.token);
    let data = described(json!([{"id": "0", "filename": "plan.csv"}]));
    let json = json!({"type": 4, "data": data}).to_string();
    let payload = ("name=\"payload_json\"", json.as_bytes());
    let (status, _) = raw
        .send_form("POST", &callback, &[payload, (FIRST, b"a,b")])
        .await;
    assert_eq!(status, 204, "{:#?}", raw.fake.violations());
    let id = asked.message_id();
    assert_eq!(raw.fake.files(id)[0].name, "plan.csv");
    let original = format!(
        "/webhooks/{APPLICATION}/{}/messages/@original",
        record.token
    );
    raw.send("PATCH", &original, plain("同じ書類")).await;
    assert_eq!(raw.fake.files(id).len(), 1);
    let kept = raw.fake.message(id).unwrap()["attachments"][0]["id"].clone();
    raw.send("PATCH", &original, described(json!([{"id": kept}])))
        .await;
    assert_eq!(raw.fake.files(id).len(), 1);
    raw.send("PATCH", &original, described(json!([]))).await;
    assert_eq!(raw.fake.files(id).len(), 0);
    let (status, _) = raw
        .send("PATCH", &original, described(json!([{"id": kept}])))
        .await;
    assert_eq!(status, 400);
    assert_eq!(raw.fake.take_violations().len(), 1);
}

#[tokio::test]
async fn a_channel_may_forbid_files() {
    let raw = Raw::start().await;
    let denied = permission::ATTACH_FILES;
    raw.fake
        .change_world(|world| world.deny_bot(GENERAL, denied));
    let body = described(json!([{"id": "0", "filename": "plan.csv"}]));
    let (_, error) = post(&raw, &body, &[(FIRST, b"a")]).await;
    assert_eq!(error["code"], 50013);
}
