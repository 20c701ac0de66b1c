//! 制度の対応表と、取引先への回答の言い回し。

use super::crosswalk::{CrosswalkColumns, CrosswalkWords, QuestionnaireWords};
use crate::profile::{CheckAnswer, Horizon, Link, State};

pub(super) const CROSSWALK: CrosswalkWords = CrosswalkWords {
    schemes: "対応を調べられる制度と資料",
    how_to: "「sonae crosswalk scs3」のように名前を付けると、項目ごとの対応を示します。済んでいること(--done)、自社診断の答え(--answers)、満たしている制度(--have)、会社の情報(--company)を付けると、できていることと足りないことを示します。",
    items: |count| format!("{count}項目"),
    title_links: |name| format!("{name}: ほかの制度のどの項目に当たるか"),
    title_standing: |name| format!("{name}: できていること、足りないこと"),
    several: |count| format!("{count}つの項目"),
    no_links: "当たる項目はありません",
    link: |link| match link {
        Link::Whole => "",
        Link::Partly => "(一部)",
    },
    state: |state| match state {
        State::Have => "できている",
        State::Partly => "一部",
        State::Missing => "まだ",
        State::Unknown => "未確認",
    },
    legend: "聞いたことだけから判断しています。一部しか当たらないものからは「できている」とはしません。「未確認」は、できていないという意味ではなく、まだ聞いていないという意味です。",
    counts: |[have, partly, missing, unknown]| {
        format!("できている{have} / 一部{partly} / まだ{missing} / 未確認{unknown}")
    },
    framing: "この項目は全体のまとめなので、ほかの項目からは「一部」までしか判断しません。",
    why_own: |answer| match answer {
        CheckAnswer::Done => "この項目そのものが「できている」とのこと",
        CheckAnswer::Partly => "この項目そのものが「一部できている」とのこと",
        CheckAnswer::NotDone => "この項目そのものが「できていない」とのこと",
        CheckAnswer::Unknown => "この項目そのものが「分からない」とのこと",
        CheckAnswer::NotUsed => "この項目の対象になるものがないとのこと",
    },
    why_done: |theme, titles| format!("{theme}: {titles}が済んでいる"),
    why_told: |theme, names| format!("{theme}: {names}"),
    answer: |answer| match answer {
        CheckAnswer::Done => "できている",
        CheckAnswer::Partly => "一部",
        CheckAnswer::NotDone => "まだ",
        CheckAnswer::Unknown => "分からない",
        CheckAnswer::NotUsed => "対象なし",
    },
    only_part: "この項目の一部に当たるだけ",
    not_enough: "関係はあるが、これだけでは判断できない",
    why_nothing: "まだ聞いていません",
    next: "次にすること",
    no_next: "手元の「次にすること」に、この会社に合うものはありません。根拠の節を読んでください。",
    column: CrosswalkColumns {
        scheme: "制度",
        number: "番号",
        item: "項目(Sonaeの要約)",
        state: "いま",
        why: "そう判断した理由",
        next: "次にすること",
    },
    questionnaire: QuestionnaireWords {
        title: |scheme| format!("{scheme} への回答(下書き)"),
        fill_in: &[
            "会社名: 〔会社名〕",
            "回答者: 〔部署・名前〕",
            "回答日: 〔日付〕",
        ],
        answer: |state| match state {
            State::Have => "できている",
            State::Partly => "一部できている",
            State::Missing => "これから",
            State::Unknown => "",
        },
        not_used: "該当するものがない",
        by_when: |horizon| match horizon {
            Horizon::Week => "1週間以内に着手",
            Horizon::Month => "1か月以内に着手",
            Horizon::Quarter => "3か月以内に着手",
            Horizon::Year => "1年以内に着手",
        },
        not_planned: "1年の計画には入っていない",
        column: ["回答", "予定", "見せられるもの"],
        notes: &[
            "空欄は、まだ確かめていない項目です。確かめてから、自社の言葉で埋めてください。",
            "「予定」は、Sonaeの1年の計画で最初に着手する時期の目安で、約束ではありません。相手に出す前に、自社の予定と合わせてください。",
            "「見せられるもの」は、何があれば示せるかの例です。実際にあるものだけを残してください。",
            "この回答は、認定や適合を示すものではありません。",
        ],
    },
};
