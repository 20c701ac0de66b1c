//! The picture of a self-check: its size, what is drawn where, and letters for everything it says.

use std::fs;

use resvg::tiny_skia::Pixmap;
use sonae::knowledge::{Knowledge, embedded_files, parse};
use sonae::profile::{CheckAnswer, CheckAnswers, Company, Fitting};
use sonae::question::Language;
use sonae::render::{CheckSheet, DatedAnswers, check_chart, picture};

use crate::app::shipped;
use crate::self_check::{Desk, answers};

/// Answers by a rule.
fn answered(knowledge: &Knowledge, answer: impl Fn(u8) -> Option<CheckAnswer>) -> CheckAnswers {
    let mut answers = CheckAnswers::default();
    for question in &knowledge.self_check.questions {
        if let Some(answer) = answer(question.number) {
            answers.set(question.number, answer);
        }
    }
    answers
}

fn mixed(number: u8) -> Option<CheckAnswer> {
    Some(match number % 4 {
        0 => CheckAnswer::Unknown,
        1 => CheckAnswer::NotDone,
        2 => CheckAnswer::Partly,
        _ => CheckAnswer::Done,
    })
}

#[test]
fn the_font_has_every_character_that_a_picture_can_show() {
    let knowledge = parse(&embedded_files());
    let company = Company::default();
    let fitting = Fitting::new(&knowledge, &company);
    let check = |answers: &CheckAnswers, before: &CheckAnswers| {
        for language in [Language::Ja, Language::En] {
            let now = DatedAnswers {
                answers,
                day: Some("2026-11-23"),
            };
            let older = DatedAnswers {
                answers: before,
                day: Some("2025-11-20"),
            };
            let chart = check_chart(&CheckSheet::new(now, Some(older), &fitting, language));
            let missing = picture::missing_characters(&chart).unwrap();
            assert!(
                missing.is_empty(),
                "{missing:?}: see src/render/picture/font/README.md"
            );
        }
    };
    let all = |answer: CheckAnswer| answered(&knowledge, |_| Some(answer));
    // All verdicts, better, worse, the same, and a check that is not complete.
    check(&all(CheckAnswer::Done), &all(CheckAnswer::Partly));
    check(
        &answered(&knowledge, |number| {
            Some(if number > 10 {
                CheckAnswer::Done
            } else {
                CheckAnswer::Partly
            })
        }),
        &all(CheckAnswer::Done),
    );
    check(&all(CheckAnswer::Partly), &all(CheckAnswer::Partly));
    check(&all(CheckAnswer::Unknown), &all(CheckAnswer::NotDone));
    check(
        &answered(&knowledge, |number| mixed(number).filter(|_| number < 9)),
        &all(CheckAnswer::Done),
    );
}

/// Writes the picture of answers and decodes it.
fn chart(language: &str, answers: &str, before: Option<&str>) -> Pixmap {
    let desk = Desk::new();
    let file = desk.write("answers.toml", answers);
    let png = desk.path("chart.png");
    let mut arguments = vec![
        "selfcheck",
        "--answers",
        &file,
        "--png",
        &png,
        "--lang",
        language,
    ];
    let before = before.map(|before| desk.write("before.toml", before));
    if let Some(before) = &before {
        arguments.extend(["--before", before]);
    }
    shipped().folders.run(&arguments).with_status(0);
    Pixmap::decode_png(&fs::read(png).unwrap()).unwrap()
}

/// Pixels in a band of lines that are not white.
fn drawn(picture: &Pixmap, lines: std::ops::Range<u32>) -> usize {
    let width = picture.width() as usize;
    let pixels = &picture.pixels()[lines.start as usize * width..lines.end as usize * width];
    let is_drawn = |pixel: &&resvg::tiny_skia::PremultipliedColorU8| {
        (pixel.red(), pixel.green(), pixel.blue()) != (255, 255, 255)
    };
    pixels.iter().filter(is_drawn).count()
}

#[test]
fn the_picture_is_a_png_with_something_in_every_band() {
    let text = answers("partly", &[(1, "done"), (2, "unknown"), (3, "not-done")]);
    for language in ["ja", "en"] {
        let picture = chart(language, &text, None);
        assert_eq!((picture.width(), picture.height()), (1200, 750));
        // Title, points, the bar of all points, parts, then the lines of questions, and what the marks mean.
        for band in [20..70, 90..165, 178..202, 225..275, 300..335] {
            assert!(
                drawn(&picture, band.clone()) > 500,
                "{language}: nothing in {band:?}"
            );
        }
        for line in 0..9 {
            let band = 342 + line * 38..375 + line * 38;
            assert!(
                drawn(&picture, band.clone()) > 500,
                "{language}: nothing in {band:?}"
            );
        }
        assert!(drawn(&picture, 705..740) > 500, "{language}: no legend");
        assert_eq!(
            drawn(&picture, 0..10) + drawn(&picture, 745..750),
            0,
            "{language}: no margin"
        );
    }
}

#[test]
fn bars_are_as_long_as_the_points() {
    let length = |text: &str| {
        let picture = chart("ja", text, None);
        let bar = (0x2b, 0x5d, 0x9b);
        let line = (0..picture.width()).filter_map(|x| picture.pixel(x, 190));
        line.filter(|pixel| (pixel.red(), pixel.green(), pixel.blue()) == bar)
            .count()
    };
    assert_eq!(length(&answers("done", &[])), 1120);
    assert_eq!(length(&answers("partly", &[])), 560);
    assert_eq!(length(&answers("unknown", &[])), 0);
}

#[test]
fn last_time_leaves_a_mark() {
    let ink = (0x1d, 0x24, 0x30);
    let now = answers("done", &[]);
    let older = answers("partly", &[]);
    let has_mark = |picture: &Pixmap| {
        let pixel = picture.pixel(40 + 560, 190).unwrap();
        (pixel.red(), pixel.green(), pixel.blue()) == ink
    };
    assert!(has_mark(&chart("en", &now, Some(&older))));
    assert!(!has_mark(&chart("en", &now, None)));
}
