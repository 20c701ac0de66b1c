//! チャットでの自社診断の言い回し。

use super::check_chat::CheckChat;
use super::signed;

pub(super) const CHAT: CheckChat = CheckChat {
    title: "自社診断(5分)",
    about: |questions, days| {
        format!(
            "{questions}の質問に1つずつ答えると、点数と、弱いところ、次にすることが分かります。\n・あなただけに見えます。\n・途中でやめても、あとで続きから答えられます。\n・分からないときは「わからない」で大丈夫です。だれに何を聞けばよいかをお伝えします。\n・答えは、最後に答えてから{days}日で消えます。`/プライバシー` でいつでも消せます。"
        )
    },
    unfinished: |answered, questions, day| {
        format!("途中の診断があります。{questions}問のうち{answered}問まで答えています({day})。")
    },
    finished: |points, most, day| {
        format!(
            "前回の結果は{}点({most}点満点)でした({day})。",
            signed(points)
        )
    },
    begin: "始める",
    anew: "途中の答えを消して、最初から",
    again: "もう一度診断する",
    go_on: "続きから答える",
    result: "前回の結果を見る",
    progress: |number, questions, part| format!("{number} / {questions} ・ {part}"),
    example: "実施している例",
    not_used: "当てはまらないとき",
    so_far: "いまの答え",
    back: "◀ 前の質問",
    stop: "ここで止める",
    section: "資料で読む",
    stopped: "ここまでの答えを保存しました",
    stopped_text: |answered, questions, command| {
        format!(
            "{questions}問のうち{answered}問まで答えました。続きは、いつでも {command} か下のボタンから答えられます。"
        )
    },
    weakest: "弱いところ",
    row: |area, answer| format!("・{area}({answer})"),
    asks: |area, ask_whom| format!("・{area}: {ask_whom}"),
    more_in_papers: |count| format!("ほか{count}件は、下のボタンで受け取る書類にあります。"),
    picture: |points, most, weakest| {
        format!(
            "自社診断の結果の図。{}点({most}点満点)。弱いところから順に: {weakest}",
            signed(points)
        )
    },
    peers: |companies| format!("このサーバーの{companies}社と比べると"),
    median: |median, own| {
        format!(
            "・点数の真ん中(中央値)は{}点、あなたの会社は{}点です。",
            signed(median),
            signed(own)
        )
    },
    met_by: |area, met, companies| {
        format!("・{area}: {companies}社のうち{met}社が実施しています。")
    },
    plan: "計画を見る",
    papers: "書類で受け取る",
    papers_title: "自社診断の書類",
    papers_text: "設問ごとの答え、点数、次にすること、根拠の資料と版を、Excel、印刷用のHTML、CSV、Markdownにまとめました。中身は同じです。",
};
