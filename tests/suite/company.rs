//! `sonae plan` from the command line.

use std::fs;

use crate::app::shipped;

const COMPANY: [&str; 11] = [
    "plan",
    "--people",
    "12",
    "--industry",
    "manufacturing",
    "--assets",
    "nas,vpn,cloud-mail",
    "--budget",
    "100000",
    "--hours",
    "6",
];

#[test]
fn a_plan_is_printed_with_its_sources() {
    let mut arguments = COMPANY.to_vec();
    arguments.extend(["--lang", "ja", "--explain"]);
    let printed = shipped().folders.run(&arguments).with_status(0).stdout;
    for part in [
        "今週",
        "今月",
        "3か月以内",
        "1年以内",
        "根拠: ",
        "入れなかった理由",
    ] {
        assert!(printed.contains(part), "{part}");
    }
    let value = "同じ予算と時間でこれより高い組み合わせはありません";
    assert!(printed.contains(value));
}

#[test]
fn a_plan_is_written_as_papers() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let files = ["plan.md", "plan.csv", "plan.html", "plan.xlsx"].map(file);
    let mut arguments = COMPANY.to_vec();
    for (option, file) in ["--md", "--csv", "--html", "--xlsx"].iter().zip(&files) {
        arguments.extend([*option, file.as_str()]);
    }
    arguments.push("--json");
    let plan = shipped().folders.run(&arguments).with_status(0).json();
    let lines = plan["plan"]["lines"].as_array().unwrap().len();
    let [markdown, csv, html, xlsx] = files.map(|file| fs::read(file).unwrap());
    assert!(lines > 20);
    assert!(xlsx.starts_with(b"PK"), "a workbook is a ZIP file");
    assert!(
        csv.starts_with("\u{feff}".as_bytes()),
        "spreadsheets see that it is UTF-8"
    );
    for bytes in [markdown, csv, html] {
        let text = String::from_utf8(bytes).unwrap();
        let urls = text.matches("https://").count();
        assert!(
            urls >= lines,
            "every line has the address of its source: {urls} of {lines}"
        );
    }
}

#[test]
fn what_cannot_be_a_company_is_said_kindly() {
    let check = |arguments: &[&str], expected: &str| {
        let shown = shipped().folders.run(arguments).with_status(2).stderr;
        assert!(shown.contains(expected), "{arguments:?}: {shown}");
    };
    check(
        &["plan", "--industry", "space"],
        "choose from: manufacturing",
    );
    check(&["plan", "--assets", "nas,abacus"], "no asset `abacus`");
    check(&["plan", "--people", "0"], "1 to 100000 people");
    check(&["plan", "--hours", "800"], "at most 744 hours");
    check(
        &["plan", "--industry", "space", "--lang", "ja"],
        "業種に「space」はありません",
    );
    check(&["plan", "--people", "0", "--lang", "ja"], "1〜100000人");
    check(&["plan", "--company", "/there/is/none.toml"], "none.toml");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("company.toml");
    fs::write(&file, "people = 12\nyachts = 2\n").unwrap();
    check(&["plan", "--company", file.to_str().unwrap()], "line 2");
}

#[test]
fn a_file_says_what_the_arguments_leave_open() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("company.toml");
    fs::write(
        &file,
        "people = 12\nassets = [\"web-shop\"]\nbudget_yen = 50000\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let arguments = ["plan", "--company", file, "--budget", "0", "--json"];
    let plan = shipped().folders.run(&arguments).with_status(0).json();
    assert_eq!(plan["company"]["people"], 12);
    assert_eq!(plan["company"]["assets"][0], "web-shop");
    assert_eq!(plan["plan"]["budget_yen"], 0);
}
