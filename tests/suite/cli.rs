//! The commands that manage the index, the completions and the man page.

use serde_json::json;

use crate::app::{Folders, shipped};

#[test]
fn index_commands_agree_about_what_is_published() {
    let folders = Folders::small();
    assert!(
        folders
            .run(&["index", "list"])
            .with_status(0)
            .stdout
            .contains("no index yet")
    );
    let built = folders
        .run(&["index", "build", "--json"])
        .with_status(0)
        .json();
    assert_eq!(
        (
            &built["generation"],
            built["difference"]["added"].as_array().unwrap().len()
        ),
        (&json!("g000001"), 4)
    );
    folders.run(&["index", "build"]).with_status(0);
    let list = folders
        .run(&["index", "list", "--json"])
        .with_status(0)
        .json();
    assert_eq!(
        (&list[0]["is_current"], &list[1]["is_current"]),
        (&json!(false), &json!(true))
    );
    folders.run(&["index", "rollback"]).with_status(0);
    let status = folders
        .run(&["index", "status", "--json"])
        .with_status(0)
        .json();
    assert_eq!(
        (&status["generation"], &status["has_unpublished_changes"]),
        (&json!("g000001"), &json!(false))
    );
    assert!(
        folders
            .run(&["index", "rollback"])
            .with_status(2)
            .stderr
            .contains("go back")
    );
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = shipped()
            .folders
            .run(&["completions", shell])
            .with_status(0)
            .stdout;
        for command in [
            "ask", "lookup", "term", "windows", "index", "check", "chat", "eval", "man",
        ] {
            assert!(script.contains(command), "{command} for {shell}");
        }
    }
}

#[test]
fn the_man_page_describes_every_command() {
    let page = shipped().folders.run(&["man"]).with_status(0).stdout;
    assert!(page.starts_with(".ie") || page.starts_with(".TH"), "{page}");
    for command in [
        "ask", "lookup", "term", "windows", "index", "check", "chat", "eval",
    ] {
        assert!(
            page.contains(&format!("sonae\\-{command}")),
            "{command} in {page}"
        );
    }
}
