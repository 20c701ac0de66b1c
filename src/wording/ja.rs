//! 日本語の言い回し。です・ます調で、短く、落ち着いて、具体的に。

use super::{Help, Labels, Wording, admin_ja, command_ja, grouped, hour_spans};
use crate::answer::{Level, Reason};
use crate::knowledge::{Doer, OpenState, RefusalKind, Status, Sureness, Urgency};

pub(super) const JA: Wording = Wording {
    admin: admin_ja::ADMIN,
    commands: command_ja::COMMANDS,
    label: LABELS,
    help: HELP,
    member: super::member_ja::MEMBER,
    check: super::check_ja::CHECK,
    drill: super::drill_ja::DRILL,
    drill_room: super::drill_room_ja::DRILL_ROOM,
    plan: super::plan_ja::PLAN,
    crosswalk: super::crosswalk_ja::CROSSWALK,
    crosswalk_chat: super::crosswalk_chat_ja::CROSSWALK_CHAT,
    policy: super::policy_ja::POLICY,
    plan_chat: super::plan_chat_ja::PLAN_CHAT,
    profile: super::profile_ja::PROFILE,
    incident: super::incident_ja::INCIDENT,
    watch: super::watch_ja::WATCH,
    suit: super::suit_ja::SUIT,
    doer: |doer| match doer {
        Doer::Owner => "経営者",
        Doer::It => "担当者",
        Doer::Staff => "従業員",
        Doer::Outside => "外部の専門家",
    },
    urgency: |urgency| match urgency {
        Urgency::Now => "いますぐ",
        Urgency::Week => "今週中",
        Urgency::Month => "今月中",
        Urgency::Quarter => "3か月以内",
        Urgency::Year => "1年以内",
    },
    effort: |minutes| super::plan_ja::time(minutes.into()),
    cost: |(low, high), is_estimate| {
        let band = match (low, high) {
            (_, 0) => "費用なし".to_owned(),
            (0, high) => format!("0〜{}円", grouped(high)),
            (low, high) if low == high => format!("{}円", grouped(low)),
            (low, high) => format!("{}〜{}円", grouped(low), grouped(high)),
        };
        match is_estimate && high > 0 {
            true => format!("{band}(Sonaeの見積もり)"),
            false => band,
        }
    },
    open_state: |state| match state {
        OpenState::Always => "24時間",
        OpenState::Open => "受付中",
        OpenState::Closed => "時間外",
        OpenState::Unknown => "時間は要確認",
    },
    sureness: |sure| match sure {
        Sureness::Primary => "公式の資料で確認",
        Sureness::Secondary => "公式以外の資料などで確認",
    },
    status: |status| match status {
        Status::Current => "ご注意",
        Status::Superseded => "旧版",
        Status::Upcoming => "開始前",
    },
    confidence: |level, reason| {
        let level = match level {
            Level::High => "高い",
            Level::Medium => "ふつう",
            Level::Low => "低い",
            Level::None => "なし",
        };
        let reason = match reason {
            Reason::Named => "質問で節の番号が示されています",
            Reason::Covered => "質問の言葉がほとんど見つかりました",
            Reason::MostlyCovered => "質問の言葉の多くが見つかりました",
            Reason::PartlyCovered => {
                "質問の言葉の一部しか見つかりませんでした。違っていたら言い換えてみてください"
            }
            Reason::NotCovered => "質問に合う節が見つかりませんでした",
            Reason::Outside => "お答えできる範囲の外の質問です",
            Reason::Empty => "検索できる言葉がありませんでした",
            Reason::Incident => "事故が起きているときの手順をお見せしています",
        };
        format!("確かさ: {level}({reason})")
    },
    abstain: |kind| match kind {
        Some(RefusalKind::OffTopic) => {
            "申し訳ありません。会社の情報セキュリティ以外のご質問にはお答えできません。"
        }
        Some(RefusalKind::NotCovered) => {
            "申し訳ありません。このご質問の答えは、手元の公的な資料にはありません。"
        }
        Some(RefusalKind::Harmful) => {
            "申し訳ありません。他人のアカウントや機器に入ることなど、人に害が及ぶことはお手伝いできません。"
        }
        None => "申し訳ありません。手元の公的な資料からは、合う答えが見つかりませんでした。",
    },
    windows_at: |moment| format!("相談窓口({moment} 日本時間 現在)"),
    hours: |hours| {
        let spans: Vec<String> = hour_spans(hours)
            .into_iter()
            .map(|(is_weekdays, span)| match is_weekdays {
                true => format!("平日 {span}"),
                false => format!("毎日 {span}"),
            })
            .collect();
        spans.join("、")
    },
    not_found: |what, near| match near.is_empty() {
        true => format!("「{what}」は見つかりませんでした。"),
        false => format!(
            "「{what}」は見つかりませんでした。もしかして:\n  {}",
            near.join("\n  ")
        ),
    },
    counts: |counts| {
        format!(
            "文書 {}、節 {}(部分を含む引用単位 {})、次の一手 {}、事故の手順 {}、相談窓口 {}、用語 {}",
            counts.documents,
            counts.sections,
            counts.passages,
            counts.actions,
            counts.playbooks,
            counts.windows,
            counts.terms
        )
    },
    problems: |count| format!("問題 {count} 件"),
    published: |generation, added, changed, removed| {
        format!("{generation} を公開しました。追加 {added}、変更 {changed}、削除 {removed}")
    },
    shortened: |limit| {
        format!(
            "質問が長いため、はじめの{limit}文字だけを読みました。短く分けて聞くと、よりよく答えられます。"
        )
    },
};

const LABELS: Labels = Labels {
    emergency: "緊急",
    first_actions: "まずすること",
    dont: "してはいけないこと",
    evidence: "証拠として残すもの",
    deadlines: "法律上の期限",
    next_steps: "次の一手",
    sources: "根拠",
    related: "あわせて読む",
    edition: "版",
    locator: "場所",
    checked: "確認日",
    summary: "要約",
    backed_by: "根拠",
    done_when: "できたと言える目安",
    own: "Sonaeの整理",
    phone: "電話",
    mail: "メール",
    form: "フォーム",
    page: "公式ページ",
    hours: "受付",
    hours_unsure: "受付時間は公式ページで確かめてください",
    own_contact: "番号は、お手元の契約書や公式ページで確かめてください",
    closest_topics: "近い話題",
    person_to_ask: "相談できるところ",
    disclaimer: "引用は要点をまとめた資料からのものです。大事な判断の前に、公式ページの原文を確かめてください。",
    empty_question: "質問が空です。困っていることを、ふだんの言葉で書いてください。例: sonae ask \"お金をかけずに何から始めればいい?\"",
    building: "索引を作っています(初回だけです)",
    rebuilding: "索引が壊れているか、別の版のものです。作り直しています",
    unpublished: "お知らせ: 知識のフォルダーに、まだ公開していない変更があります(`sonae check` のあと `sonae index build` で公開できます)",
    fault: "申し訳ありません。Sonaeの側で問題が起きました",
    chat_greeting: "Sonae(備え)です。セキュリティの困りごとを、ふだんの言葉で書いてください。/help で使い方、/quit で終わります。",
    chat_prompt: "質問> ",
    chat_help: "質問を書くと答えます。\n番号        その番号の節を全部読む\n/lookup [文書 [節]]  文書や節を読む\n/term 言葉  用語を引く\n/windows    相談窓口\n/quit       終わる",
    chat_no_such_number: "その番号の節はありません。",
    chat_bye: "どうぞお気をつけて。",
    no_generations: "索引はまだありません。`sonae index build` で作れます。",
    sound: "問題なし",
    current: "公開中",
};

const HELP: Help = Help {
    about: "Sonae(備え): 中小企業のセキュリティの困りごとに、公的な資料の引用と次の一手で答えます",
    config: "設定ファイル(なければ config.toml、それもなければ既定の値)",
    lang: "答えの言語(指定がなければ質問の言語)",
    json: "JSONで出力する",
    at: "この日時の時点で答える(例 2026-11-23T03:00+09:00)",
    ask: "質問に答える",
    question: "質問(ふだんの言葉で)",
    explain: "なぜその節が選ばれたか、選ばれなかったかを示す",
    batch: "質問をファイルからまとめて読む(1行に1つのJSON、id と text)",
    jsonl: "1行に1つのJSONで出力する(--batch の出力の形)",
    lookup: "文書や節を読む",
    document: "文書の名前か id",
    section: "節の番号か名前",
    term: "用語を引く",
    word: "言葉",
    windows: "相談窓口の一覧と、いま開いているか",
    index: "索引を作る・調べる・前に戻す",
    index_build: "知識から新しい索引を作って公開する",
    index_status: "公開中の索引を示す",
    index_list: "残っている索引の一覧",
    index_rollback: "前の索引に戻す",
    generation: "索引の名前(なければ1つ前)",
    index_verify: "すべての索引を1バイトずつ確かめる",
    check: "知識の問題をすべて示す",
    chat: "対話で質問する",
    eval: "質問集や文書集で、検索と答えの良さを測る",
    questions: "質問集(1行に1つのJSON)",
    docs: "文書集(1行に1つのJSON、id・title・body)",
    queries: "検索文(タブ区切り)",
    qrels: "正解(TREC形式)",
    run: "TREC形式の検索結果を書くファイル",
    floors: "下回ると失敗になる下限のファイル(TOML)",
    bot: "Discordのボットとして動きます(トークンは環境変数DISCORD_TOKENで渡します)",
    check_setup: "動かさずに、Discordの側で足りない設定を調べて説明します",
    profile: "会社の情報を文や引数から読み取って示し、ファイルにする",
    about_company: "会社の説明(例 製造業30人、NASとVPNあり)",
    write: "読み取った会社の情報を書くファイル(TOML)",
    plan: "会社に合う1年の計画を、予算と時間の中で立てる",
    company: "会社の情報のファイル(TOML。ほかの引数で上書きできる)",
    people: "人数(経営者を含む)",
    industry: "業種(例 manufacturing)",
    assets: "使っている機器やデータ(例 nas,vpn,cloud-mail)",
    prefecture: "都道府県(例 osaka)",
    keeper: "ITを見ている人(owner, one-person, team, vendor, nobody)",
    proof: "対策の証明を求めている相手(partner, subsidy, insurer)",
    budget: "1年に使える金額(円)",
    hours: "1か月に使える時間",
    done: "もう済んでいること(計画のJSONにある id)",
    xlsx: "Excelのファイルに書く",
    csv: "CSVのファイルに書く",
    html: "印刷用のHTMLのファイルに書く",
    md: "Markdownのファイルに書く",
    plan_explain: "入れた理由と、入れなかった理由を全部示す",
    selfcheck: "自社診断25問の答えから、点数と、どこから始めるかを示す",
    answers: "答えのファイル(TOML。[answers] の下に 1 = \"done\" のように書く: done, partly, not-done, unknown, not-used)",
    crosswalk: "取引先などに求められた制度について、できていることと足りないことを示す",
    wanted: "制度の名前と項目の番号、または対策の呼び名(なければ制度の一覧)",
    have: "満たしている制度(コンマ区切り。例: five,star2)",
    paper: "人に渡す書類を作る(ファイルの指定がなければ、Markdownで画面に出す)",
    paper_policy: "二つ星で求められる基本方針と、社内の決まりのひな形",
    paper_questionnaire: "取引先などに求められた制度への回答の下書き",
    before: "前回の答えのファイル。点数の変化と、良くなったところ、下がったところを示す",
    png: "結果の図をPNGでこのファイルに書く",
    plan_answers: "自社診断の答えのファイル。「実施している」と答えた対策は、済んだものとする",
    drill: "事故の訓練を1人でする(時計なし、番号で答える)",
    drill_name: "訓練の名前(--list で一覧)",
    drill_list: "訓練の一覧を示す",
    deadlines: "漏えいの報告などの期限を、気付いた日から数える",
    known: "会社の誰かが最初に気付いた日(例: 2026-11-20)",
    improper: "不正の目的のおそれがある時の期限だけを出す",
    completions: "シェルの補完スクリプトを出力する",
    shell: "シェルの種類",
    man: "manページを出力する",
};
