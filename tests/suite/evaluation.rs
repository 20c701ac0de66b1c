//! `sonae eval`: measures over a question set, floors that fail, and any collection with judgements.

use std::fs;

use serde_json::Value;

use crate::app::{Finished, Folders};

/// Questions about the small knowledge, with the sections that answer them.
const QUESTIONS: &str = r#"
{"id":"q1","lang":"ja","text":"パスワードは何文字にすればいいですか","slice":"plain","expect":"answer","sections":[{"doc":"sample-guide","section":"1","grade":2}],"facts":["10\\s*文字"]}
{"id":"q2","lang":"ja","text":"サーバーが暗号化されてしまいました、助けて","slice":"incident","expect":"incident","sections":[{"doc":"sample-guide","section":"2","grade":2}],"facts":[]}
{"id":"q3","lang":"ja","text":"今日の天気は?","slice":"offtopic","expect":"abstain","sections":[]}
"#;

fn written(folders: &Folders, name: &str, text: &str) -> String {
    let path = folders.path(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn evaluated(more: &[&str]) -> Finished {
    let folders = Folders::small();
    let questions = written(&folders, "questions.jsonl", QUESTIONS);
    folders.run(&[&["eval", "--questions", &questions], more].concat())
}

#[test]
fn a_question_set_is_measured() {
    let report = evaluated(&["--json"]).with_status(0).json();
    assert_eq!(report["answers"]["n"], 1);
    assert_eq!(report["answers"]["hit_at_1"], 1.0);
    assert_eq!(report["answers"]["facts_at_3"], 1.0);
    assert_eq!(report["incidents"]["n"], 1);
    assert_eq!(report["outcomes"]["incident_recall"], 1.0);
    assert_eq!(report["outcomes"]["abstention_recall"], 1.0);
    assert_eq!(report["slices"]["plain"]["n"], 1);
    assert_eq!(report["questions"].as_array().unwrap().len(), 3);
}

#[test]
fn a_report_as_text_names_the_measures() {
    let text = evaluated(&[]).with_status(0).stdout;
    for measure in [
        "hit@1",
        "recall@5",
        "MRR",
        "nDCG@10",
        "abstention precision",
        "incident recall",
        "p50",
    ] {
        assert!(text.contains(measure), "{measure} in {text}");
    }
}

/// Runs the questions against floors of which one is as given.
fn with_floor(name: &str, floor: f64) -> Finished {
    let names = [
        "hit_at_1",
        "hit_at_3",
        "mrr",
        "recall_at_5",
        "facts_at_3",
        "abstention_recall",
        "incident_recall",
    ];
    let mut lines: Vec<String> = names
        .iter()
        .filter(|one| **one != name)
        .map(|one| format!("{one} = 0.0"))
        .collect();
    let most = ["most_false_abstention", "most_false_alarms"];
    lines.extend(
        most.iter()
            .filter(|one| **one != name)
            .map(|one| format!("{one} = 1.0")),
    );
    lines.push(format!("{name} = {floor:?}"));
    let folders = Folders::small();
    let floors = written(&folders, "floors.toml", &lines.join("\n"));
    evaluated(&["--floors", &floors])
}

#[test]
fn a_measure_below_its_floor_fails_and_is_named() {
    with_floor("mrr", 0.5).with_status(0);
    let finished = with_floor("mrr", 1.5).with_status(1);
    assert!(finished.stderr.contains("MRR"), "{finished:?}");
    let finished = with_floor("most_false_alarms", -0.5).with_status(1);
    assert!(finished.stderr.contains("false alarms"), "{finished:?}");
}

#[test]
fn a_floor_that_nobody_knows_is_refused() {
    with_floor("hit_at_7", 0.5).with_status(1);
}

#[test]
fn a_question_that_cannot_be_read_is_named() {
    let folders = Folders::small();
    let questions = written(&folders, "broken.jsonl", "{\"id\":\"q1\"}\n");
    let finished = folders
        .run(&["eval", "--questions", &questions])
        .with_status(1);
    assert!(
        finished.stderr.contains("broken.jsonl") && finished.stderr.contains("line 1"),
        "{finished:?}"
    );
}

const DOCUMENTS: &str = r#"{"id":"d1","title":"パスワードの長さ","body":"パスワードは10文字以上にします。"}
{"id":"d2","title":"バックアップ","body":"外付けディスクに毎週写します。"}
{"id":"d3","body":"People who lock their office at night sleep well."}
"#;

/// Measures the collection; returns the report and the run.
fn measured(queries: &str, qrels: &str) -> (Value, String) {
    let folders = Folders::small();
    let documents = written(&folders, "documents.jsonl", DOCUMENTS);
    let queries = written(&folders, "queries.tsv", queries);
    let qrels = written(&folders, "qrels.txt", qrels);
    let run = folders.path("run.txt");
    let arguments = [
        "eval",
        "--docs",
        &documents,
        "--queries",
        &queries,
        "--qrels",
        &qrels,
        "--run",
        run.to_str().unwrap(),
        "--json",
    ];
    let report = folders.run(&arguments).with_status(0).json();
    (report, fs::read_to_string(run).unwrap())
}

#[test]
fn a_collection_is_measured() {
    let (report, _) = measured(
        "q1\tパスワードの長さは\nq2\tlocking an office\nq3\t外付けディスク\n",
        "q1 0 d1 1\nq2 0 d3 1\nq3 0 d1 1\n",
    );
    assert_eq!(
        (&report["documents"], &report["queries"]),
        (&Value::from(3), &Value::from(3))
    );
    let p_at_1 = report["p_at_1"].as_f64().unwrap();
    assert!((p_at_1 - 2.0 / 3.0).abs() < 1e-9, "{report}");
}

#[test]
fn judgements_may_lack_the_second_column_and_have_a_heading() {
    let (report, _) = measured(
        "q1\tパスワードの長さは\n",
        "query-id\tcorpus-id\tscore\nq1\td1\t1\n",
    );
    assert_eq!(report["p_at_1"], 1.0);
}

#[test]
fn a_run_is_written_in_trec_form() {
    let (_, run) = measured(
        "q1\tパスワードの長さ 外付けディスク\nq2\tlocking an office\n",
        "q1 0 d1 1\nq2 0 d3 1\n",
    );
    let mut previous: Option<(String, usize, f64)> = None;
    for line in run.lines() {
        let columns: Vec<&str> = line.split(' ').collect();
        let [query, "Q0", document, rank, score, "sonae"] = columns.as_slice() else {
            panic!("{line}");
        };
        assert!(["d1", "d2", "d3"].contains(document), "{line}");
        let (rank, score): (usize, f64) = (rank.parse().unwrap(), score.parse().unwrap());
        match &previous {
            Some((before, place, higher)) if before == query => {
                assert!(rank == place + 1 && score <= *higher, "{line}");
            }
            _ => assert_eq!(rank, 1, "{line}"),
        }
        previous = Some(((*query).to_owned(), rank, score));
    }
    assert!(
        run.starts_with("q1 Q0 d") && run.contains("\nq2 Q0 d3 1 "),
        "{run}"
    );
}

#[test]
fn a_line_of_a_collection_that_cannot_be_read_is_named() {
    let folders = Folders::small();
    let documents = written(
        &folders,
        "documents.jsonl",
        "{\"id\":\"d1\",\"body\":\"x\"}\n{\"id\":2}\n",
    );
    let queries = written(&folders, "queries.tsv", "q1\tx\n");
    let qrels = written(&folders, "qrels.txt", "q1 0 d1 1\n");
    let finished = folders
        .run(&[
            "eval",
            "--docs",
            &documents,
            "--queries",
            &queries,
            "--qrels",
            &qrels,
        ])
        .with_status(1);
    assert!(finished.stderr.contains("docs: line 2"), "{finished:?}");
    let broken = written(&folders, "queries.tsv", "no tab here\n");
    let finished = folders
        .run(&[
            "eval",
            "--docs",
            &documents,
            "--queries",
            &broken,
            "--qrels",
            &qrels,
        ])
        .with_status(1);
    assert!(finished.stderr.contains("queries: line 1"), "{finished:?}");
}
