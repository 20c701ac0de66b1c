//! 自社診断の言い回し。

use super::check::CheckWords;
use crate::profile::CheckError;

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
    points: |points, most| format!("{points}点({most}点満点)"),
    part: |name, points, most| format!("{name}: {points}点({most}点満点)"),
    unanswered: |count, numbers| {
        format!(
            "まだ答えていない設問が{count}問あります(No.{numbers})。全部に答えると、点数の意味が分かります。"
        )
    },
    ask: "分からなかったこと: だれに、何を聞くか",
    open: "満点でない設問(上から順に)",
    nothing_open: "すべて満点です。日付を入れて結果を残し、1年後にもう一度確かめてください。",
    question: |number, area| format!("No.{number} {area}"),
    first: |title| format!("まず: {title}"),
    note: "設問はIPAの「5分でできる!情報セキュリティ自社診断」をSonaeの言葉に直したものです。実施の例と聞く相手は、Sonaeの助言です。配点は公式のもの(実施4点、一部実施2点、実施していない0点、わからない−1点)です。",
};
