//! みんなでする訓練の言い回し。

use super::drill_room::{DrillButtons, DrillRefusals, DrillRoomWords};

pub(super) const DRILL_ROOM: DrillRoomWords = DrillRoomWords {
    invitation: |minutes, injects, most| {
        format!(
            "約{minutes}分の訓練です。{injects}回の場面で、何をするかを1つ選びます。最後に報告が出ます。\n参加する人(最大{most}人)は「参加する」を押し、そろったら「始める」を押してください。"
        )
    },
    members: |count, most| format!("参加する人({count}/{most})"),
    nobody_yet: "まだいません。",
    somebody: "参加者",
    begun: "始まりました。下のスレッドで続けてください。",
    may_not_thread: "スレッドを作れませんでした。Sonaeに権限(公開スレッドの作成、スレッドでメッセージを送信)があるチャンネルで、もう一度始めてください。スレッドの中では始められません。",
    how: "場面は時間どおりに、ここに届きます。相談して、1人ずつボタンで選んでください。次の場面までは選び直せます。全員が選んだら「次へ」で先に進めます。",
    real: |command| {
        format!("これは訓練です。本当に事故が起きたときは、/{command} を使ってください。")
    },
    last: "前の場面の結果",
    last_of_all: "最後の場面の結果",
    now: "いま起きたこと",
    decided: |decided, all| format!("選んだ人: {decided}/{all}"),
    going_on: "この場面は終わりです。次の場面に進みます。",
    stopping: "訓練を終わりにしました。報告を出します。",
    already_in: (
        "もう参加しています",
        "そろったら「始める」を押してください。",
    ),
    undecided: "まだ選んでいない人がいます",
    undecided_text: |missing| {
        format!("あと{missing}人が選ぶと、先に進めます。時間になれば、そのまま次の場面に進みます。")
    },
    refusal: DrillRefusals {
        full: (
            "席がいっぱいです",
            "参加できるのは5人までです。スレッドで見学するか、別の訓練を始めてください。",
        ),
        begun: (
            "もう始まっています",
            "スレッドで見学できます。参加するには、次の訓練を待つか、新しく始めてください。",
        ),
        nobody: (
            "まだだれも参加していません",
            "始める前に、「参加する」を押してください。",
        ),
        no_seat: (
            "参加している人だけが選べます",
            "この訓練には参加していません。そのまま見学できます。",
        ),
        closed: (
            "この場面は終わりました",
            "いちばん新しい場面のボタンで選んでください。",
        ),
        over: (
            "この訓練は終わりました",
            "もう一度するには、新しく始めてください。",
        ),
    },
    button: DrillButtons {
        join: "参加する",
        begin: "始める",
        next: "次へ",
        stop: "訓練をやめる",
    },
    file: "訓練の報告(印刷できます)",
};
