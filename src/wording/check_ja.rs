//! 自社診断の言い回し。

use super::check::{CheckColumns, CheckWords};
use super::signed;
use crate::profile::{CheckAnswer, CheckError};

pub(super) const CHECK: CheckWords = CheckWords {
    title: "自社診断の結果",
    impossible: |error| match error {
        CheckError::NoQuestion(number, last) => {
            format!("設問の番号は1から{last}です。No.{number}はありません。")
        }
        CheckError::AlwaysUsed(number) => {
            format!(
                "No.{number}は、どの会社にも当てはまる設問です。`not-used`以外で答えてください。"
            )
        }
    },
    points: |points, most| format!("{}点({most}点満点)", signed(points)),
    out_of: |most| format!("点 / {most}点"),
    part: |name, points, most| format!("{name}: {}点({most}点満点)", signed(points)),
    answer: |answer| match answer {
        Some(CheckAnswer::Done) => "実施している",
        Some(CheckAnswer::Partly) => "一部実施している",
        Some(CheckAnswer::NotDone) => "実施していない",
        Some(CheckAnswer::Unknown) => "わからない",
        Some(CheckAnswer::NotUsed) => "当てはまらない",
        None => "まだ答えていない",
    },
    unanswered: |count, numbers| {
        format!(
            "まだ答えていない設問が{count}問あります(No.{numbers})。全部に答えると、点数の意味が分かります。"
        )
    },
    preliminary: |count| format!("途中の結果です(あと{count}問)"),
    ask: "分からなかったこと: だれに、何を聞くか",
    open: "満点でない設問(上から順に)",
    nothing_open: "すべて満点です。日付を入れて結果を残し、1年後にもう一度確かめてください。",
    question: |number, area| format!("No.{number} {area}"),
    first: |title| format!("まず: {title}"),
    begin: "まず、ここから",
    plan_hint: "1年の計画にするには: sonae plan --answers ファイル(「実施している」と答えた対策は、済んだものとして計画から外します)",
    change: |day| match day {
        Some(day) => format!("前回({day})からの変化"),
        None => "前回からの変化".to_owned(),
    },
    from_to: |before, now| match now - before {
        0 => format!("{}点(前回と同じ)", signed(now)),
        more @ 1.. => format!("{}点から{}点へ(+{more}点)", signed(before), signed(now)),
        less => format!(
            "{}点から{}点へ({}点)",
            signed(before),
            signed(now),
            signed(less)
        ),
    },
    not_comparable: "答えていない設問があるので、合計点は比べられません。",
    better: |names| format!("良くなったところ: {}", names.join("、")),
    worse: |names| format!("下がったところ: {}", names.join("、")),
    same: "どの設問も、前回と同じです。",
    weakest_first: "弱いところから順に",
    mark_before: "前回",
    note: "設問はIPAの「5分でできる!情報セキュリティ自社診断」をSonaeの言葉に直したものです。実施の例と聞く相手は、Sonaeの助言です。配点は公式のもの(実施4点、一部実施2点、実施していない0点、わからない−1点)です。",
    column: CheckColumns {
        questions: "設問と答え",
        parts: "分野ごとの点数",
        number: "No.",
        part: "分野",
        question: "設問",
        answer: "答え",
        points: "点数",
        points_before: "前回の点数",
        most: "満点",
        next: "次にすること",
        day: "診断日",
    },
    chat: super::check_chat_ja::CHAT,
};
