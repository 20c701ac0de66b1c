//! A small document that scenes add to the knowledge, change and take away. Its publisher is made up.

use std::fs;

use crate::fake::world;
use crate::house::House;
use crate::scene::LONG;

/// Where it stands.
pub const FILE: &str = "knowledge/documents/mihon-tablet.md";

/// A section and a question that only it answers.
#[derive(Clone, Copy)]
pub struct Section<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub title_en: &'a str,
    pub body: &'a str,
    pub question: &'a str,
}

pub const CLOSING: Section = Section {
    id: "1",
    title: "閉店時の受け渡し",
    title_en: "Handing over",
    body: "みほん町の手引きは、共用タブレットを閉店後に鍵のかかる引き出しへ入れるように求めています。",
    question: "みほん町の共用タブレットは、閉店後にどこへ入れる?",
};

pub const LENDING: Section = Section {
    id: "2",
    title: "貸し出しの台帳",
    title_en: "Lending register",
    body: "みほん町の手引きは、共用タブレットを貸すときに、名前と時刻を台帳に書くように求めています。",
    question: "みほん町の共用タブレットを貸すとき、台帳に何を書く?",
};

pub const REPAIR: Section = Section {
    id: "3",
    title: "修理に出す前",
    title_en: "Before a repair",
    body: "みほん町の手引きは、共用タブレットを修理に出す前に、写真と宛名を消すように求めています。",
    question: "みほん町の共用タブレットを修理に出す前に、何を消す?",
};

const HEAD: &str = r#"+++
id = "mihon-tablet"
title = "共用タブレットの受け渡しの手引き"
title_en = "Handing over shared tablets"
short = "共用タブレットの手引き"
aliases = ["タブレットの手引き", "shared tablet guide"]
publisher = "みほん町商工会"
publisher_en = "Mihon Town Society of Commerce"
edition = "第2版（2026年10月）"
edition_en = "2nd edition (October 2026)"
published = "2026-10"
checked = 2026-11-23
url = "https://example.jp/tablet"
language = "ja"
status = "current"
audience = ["担当者", "従業員"]
+++

みほん町商工会が、共用タブレットを使う会員のために書いた手引きです。
"#;

/// Writes the document with these sections.
pub fn write(house: &House, sections: &[Section]) {
    let sections = sections.iter().map(|section| {
        let Section {
            id,
            title,
            title_en,
            body,
            question,
        } = section;
        format!(
            r#"
## {id} {title}

```toml
locator = "第{id}章"
sure = "primary"
topics = ["mobile", "physical"]
asked = ["{question}"]
title_en = "{title_en}"
summary_en = "What the guide of Mihon Town says: {title_en}."
asked_en = ["What does the guide of Mihon Town say about {title_en}?"]
```

{body}
"#
        )
    });
    let text = format!("{HEAD}{}", sections.collect::<String>());
    fs::write(house.path(FILE), text).unwrap();
}

/// Publishes the files from the command line.
pub async fn build(house: &House) {
    let mut build = house.start_with(&["index", "build"], &[]);
    let status = build.wait_exit(LONG).await;
    assert!(
        status.is_some_and(|status| status.success()),
        "{}",
        build.output()
    );
}

/// Asks the section's question and returns whether the answer quotes the section.
pub async fn is_quoted(house: &House, section: Section<'_>) -> bool {
    let asker = house.fake.person(world::ASKER);
    let reply = asker.mentions(section.question).reply().await;
    reply.to_string().contains(section.body)
}
