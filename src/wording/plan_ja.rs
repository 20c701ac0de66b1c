//! 会社の情報と計画の言い回し。

use super::grouped;
use super::plan::{PlanColumns, PlanReasons, PlanWords};
use crate::profile::{
    Assumed, CompanyChoice, CompanyError, Horizon, MOST_HOURS, MOST_PEOPLE, OpenQuestion,
};

pub(super) const PLAN: PlanWords = PlanWords {
    title: "1年間のセキュリティの計画",
    unknown_company: "会社の情報なし",
    impossible: |error| match error {
        CompanyError::Unknown { what, id, choices } => {
            let what = match what {
                CompanyChoice::Industry => "業種",
                CompanyChoice::Prefecture => "都道府県",
                CompanyChoice::Asset => "機器・データ",
                CompanyChoice::Keeper => "ITの担当",
                CompanyChoice::Proof => "証明を求める相手",
                CompanyChoice::Action => "済んだ対策",
            };
            format!("{what}に「{id}」はありません。次の中から選んでください: {choices}")
        }
        CompanyError::People => format!("人数は1〜{MOST_PEOPLE}人で書いてください。"),
        CompanyError::Hours => format!("1か月の時間は{MOST_HOURS}時間までで書いてください。"),
    },
    people: |people| format!("{people}人"),
    budget: |yen| match yen {
        0 => "予算なし(費用のかからないものだけ)".to_owned(),
        _ => format!("予算は1年で{}円", grouped(yen)),
    },
    hours: |hours| format!("使える時間は月{hours}時間"),
    without: |things| format!("{things}なし"),
    asked_by: |who| format!("{who}から証明を求められている"),
    done: |count| format!("済んだこと{count}件"),
    open_questions: |open| {
        let names: Vec<&str> = open
            .iter()
            .map(|question| match question {
                OpenQuestion::People => "人数",
                OpenQuestion::Industry => "業種",
                OpenQuestion::Assets => "使っている機器やデータの全部",
                OpenQuestion::Keeper => "ITを見ている人",
                OpenQuestion::Budget => "1年の予算",
                OpenQuestion::Hours => "1か月に使える時間",
                OpenQuestion::Prefecture => "都道府県",
            })
            .collect();
        match names.is_empty() {
            true => String::new(),
            false => format!(
                "まだ分からないこと: {}(分からないままでも使えます)\n",
                names.join("、")
            ),
        }
    },
    horizon: |horizon| match horizon {
        Horizon::Week => "今週",
        Horizon::Month => "今月",
        Horizon::Quarter => "3か月以内",
        Horizon::Year => "1年以内",
    },
    comes_to: |lines, minutes, (low, high)| {
        let yen = match (low, high) {
            (_, 0) => "費用なし".to_owned(),
            (0, high) => format!("費用は0〜{}円", grouped(high)),
            (low, high) => format!("費用は{}〜{}円", grouped(low), grouped(high)),
        };
        format!("{lines}件、{}、{yen}", time(minutes))
    },
    empty: "計画に入れるものが見つかりませんでした。時間や予算を増やすか、会社の情報を見直してください。",
    because_proof: |who| format!("{who}から求められているため"),
    because_assets: |assets| format!("{assets}を使っているため"),
    because_industry: |industry| format!("{industry}向け"),
    because_everybody: "どの会社にも必要なため",
    assumed: |assumed| match assumed {
        Assumed::People => "人数は10人として計算しました。",
        Assumed::NoBudget => "予算は0円として、費用のかからないものだけを選びました。",
        Assumed::Hours => "使える時間は月4時間として計算しました。",
        Assumed::Assets => {
            "使っている機器やデータの情報がないので、パソコンとメールだけがあるものとしました。"
        }
        Assumed::Computer => "パソコンもあるものとしました。",
    },
    stake: "費用を決める人に見せる数字",
    stake_day: |people, yen_each, yen| {
        format!(
            "1日仕事が止まると、{people}人分の人件費などで約{}円が出ていきます(1人1日{}円としたSonaeの見積もり。売上の減りは含みません)。",
            grouped(yen),
            grouped(yen_each)
        )
    },
    schemes: "使える公的な制度",
    schemes_note: "制度は変わります。申し込む前に、公式のページでいまの受付を確かめてください。",
    own_time: |effort| format!("自社の時間は{effort}"),
    how_counted: "費用は最初の1年の目安です。予算が足りないものは、費用をかけない方法(幅の下の額)で入れています。有料になりそうなときは、見積もりを取ってから決めてください。",
    set_aside: |planned, budget| {
        format!(
            "この計画で使うお金は{}円です(予算{}円)。",
            grouped(planned),
            grouped(budget)
        )
    },
    frugal: "費用をかけない方法で",
    after: |first| format!("「{first}」のあとで"),
    explain: PlanReasons {
        inside: "入れた理由",
        outside: "入れなかった理由",
        proof: |value, bound| match value == bound {
            true => format!(
                "選んだものの値打ちの合計は{value}で、同じ予算と時間でこれより高い組み合わせはありません。"
            ),
            false => format!(
                "選んだものの値打ちの合計は{value}です。同じ予算と時間での上限は{bound}です。"
            ),
        },
        worth: |value| format!("値打ち{value}"),
        done: |done| format!("済んでいる(「{done}」)"),
        other_size: "別の規模の会社向け",
        other_industry: "別の業種向け",
        unknown_industry: "特定の業種向け(業種の情報なし)",
        lacks: |assets| format!("{assets}がない"),
        unknown_asset: |assets| format!("{assets}があるか分からない"),
        incident: "事故が起きたときにすること",
        not_asked: "取引先などから求められていない",
        above_budget: |yen| format!("これだけで予算を超える(少なくとも{}円)", grouped(yen)),
        above_hours: "これだけで1年の時間を超える",
        needs_first: |first| format!("先に必要な「{first}」ができない"),
        same_as: |same| format!("ほぼ同じ「{same}」を入れた"),
        less_worth: "同じ予算と時間なら、ほかのほうが効き目が大きい",
    },
    column: PlanColumns {
        number: "番号",
        when: "いつまで",
        what: "すること",
        who: "だれが",
        minutes: "時間(分)",
        yen_low: "費用 下(円)",
        yen_high: "費用 上(円)",
        yen_planned: "計画の額(円)",
        estimate: "金額の出どころ",
        ours: "Sonaeの見積もり",
        sourced: "根拠の資料",
        why: "この会社に入れた理由",
        done_when: "できたと言える目安",
        source: "根拠",
        edition: "版",
        checked: "確認日",
        url: "公式のページ",
    },
};

/// Effort in minutes.
pub(super) fn time(minutes: u64) -> String {
    match minutes {
        0..60 => format!("約{minutes}分"),
        _ => format!("約{}時間", (minutes as f64 / 6.0).round() / 10.0),
    }
}
