//! 訓練の言い回し。

use super::drill::{DrillColumns, DrillReportWords, DrillWords};
use crate::knowledge::Grade;

pub(super) const DRILL: DrillWords = DrillWords {
    mark: "【訓練】",
    made_up: "筋書きは架空のものです。良し悪しは、Sonaeが手順書をもとに付けたもので、公的な評価ではありません。",
    list: "訓練の筋書き",
    list_line: |id, title, minutes, injects| format!("{id}: {title}({minutes}分、判断{injects}回)"),
    list_hint: "始めるには、sonae drill に続けて名前を入れます。",
    minute: |minute, number, all| format!("{minute}分({number}/{all})"),
    prompt: |most| format!("番号を入れてください(1〜{most}、qで終わり): "),
    no_such_option: |most| format!("1から{most}までの番号か、q を入れてください。"),
    grade: |grade| match grade {
        Grade::Best => "◎ いちばん良い",
        Grade::Acceptable => "○ 害はないが、先にすることがある",
        Grade::Harmful => "× 被害が広がる",
    },
    decided: |label| format!("決めたこと: {label}"),
    best_was: |label| format!("いちばん良いのは: {label}"),
    nobody: "時間内に決まりませんでした",
    divided: "意見が割れました",
    split: |options| format!("意見が割れました: {options}"),
    votes: |label, people| format!("{label}({people}人)"),
    report: DrillReportWords {
        title: "訓練の報告",
        score: |best, all| format!("{all}回の判断のうち、{best}回がいちばん良いものでした。"),
        nothing: "判断の記録はありません。",
        stopped: "途中で終わりました。",
        timeline: "経過",
        went_well: "うまくいったこと",
        to_practise: "次に練習すること",
        plan: "備えること(計画に入れる)",
        debrief: "話し合うこと",
        sources: "根拠",
        column: DrillColumns {
            minute: "分",
            happened: "起きたこと",
            decided: "決めたこと",
            grade: "良し悪し",
            best: "いちばん良いもの",
            follows: "その結果と理由",
        },
    },
};
