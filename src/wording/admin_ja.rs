//! 管理者、使い方、プライバシー、お断りの言い回し。何ができるかを先に、短く。

use super::admin::{About, Admin, HelpCard, PermissionNames, Privacy, Refusal, Settings};
use super::{admin_kb_ja, admin_setup_ja};

pub(super) const ADMIN: Admin = Admin {
    kb: admin_kb_ja::KB,
    settings: SETTINGS,
    help: HELP,
    about: ABOUT,
    privacy: PRIVACY,
    refusal: REFUSAL,
    setup: admin_setup_ja::SETUP,
    permission: PERMISSION,
    moment: |moment| format!("日本時間 {moment}"),
    more: |count| format!("ほか {count} 件"),
    page: |page, pages| format!("{page} / {pages} ページ"),
    previous: "◀ 前へ",
    next: "次へ ▶",
    cancel: "やめる",
    cancelled: "取りやめました",
    cancelled_text: "何も変えていません。",
};

const SETTINGS: Settings = Settings {
    title: "このサーバーの設定",
    changed: "設定を変えました",
    ask_channels: "メンションなしで答えるチャンネル",
    no_ask_channels: "ありません(メンション、DM、コマンドで質問できます)",
    ask_channels_rest: "いまは休んでいます。Botを動かしている人が、設定ファイルの `message_content` を有効にすると働きます。",
    helper_role: "「人に相談」で呼ばれるロール",
    no_helper_role: "決まっていません",
    language: "言語を判断できないときの言語",
    language_of_discord: "Discordでのサーバーの言語に従います",
    japanese: "日本語",
    english: "英語",
    visibility: "コマンドで質問したときの答え",
    only_asker: "質問した人だけに見せます",
    everybody: "チャンネルのみんなに見せます",
    needs_content: "このBotでは、まだ質問チャンネルを使えません",
    needs_content_text: "メンションのない投稿を読む許可が、このBotにはありません。設定は変えていません。\n\nBotを動かしている人に、次の2つをお願いしてください。\n1. Discordの開発者ポータルで「Message Content Intent」をオンにする\n2. 設定ファイル `config.toml` の `[discord]` で `message_content = true` にして、Botを起動し直す\n\nそれまでは、メンション、DM、コマンドで質問できます。",
    too_many: "これ以上は増やせません",
    too_many_text: |most| {
        format!("質問チャンネルは{most}個までです。使っていないものを先に外してください。")
    },
};

const HELP: HelpCard = HelpCard {
    title: "Sonaeの使い方",
    how_to_ask: "会社のセキュリティの困りごとを、ふだんの言葉で書いてください。公的な資料の原文と、次にすることをお答えします。\n・チャンネルでは、Sonaeにメンションして質問します。\n・ほかの人に見られたくないときは、DMで質問します。",
    commands: "コマンド",
    admin_commands: "管理者のコマンド",
    on_message: |name| {
        format!("メッセージのメニュー →「アプリ」→ **{name}**: そのメッセージの質問に答えます")
    },
    privacy: "プライバシー",
    privacy_text: |command| {
        format!(
            "質問を、だれが書いたかと一緒に残すことはありません。あなたについて残っているものは {command} で見て、消せます。"
        )
    },
};

const ABOUT: About = About {
    title: "Sonae(備え)について",
    what: "中小企業のセキュリティの困りごとに、公的な資料の引用と次の一手で答えるBotです。引用は書き換えません。合うものがないときは、ないとお伝えします。",
    knowledge: |generation, moment| format!("知識の版: {generation}({moment} に作成)"),
    program: |version| format!("プログラムの版: {version}"),
    sources: "引用は要点をまとめた資料からのものです。大事な判断の前に、公式ページの原文を確かめてください。",
    licence: "プログラムのライセンス: MIT または Apache-2.0(自由に使えます)。各資料の権利は、それぞれの発行元にあります。",
    documents: |count| format!("もとになっている資料({count}点)"),
    checked: |day| format!("{day} に公式ページと照合"),
};

const PRIVACY: Privacy = Privacy {
    title: "あなたについて保存しているもの",
    promise: |days| {
        format!(
            "質問を、だれが書いたかと一緒に保存することはありません。答えられなかった質問は、資料を良くするために、名前を付けず、電話番号やメールアドレスなどを伏せて残します。\n質問、答えへの評価、自社診断の答え、事故対応の一覧、訓練の記録は、{days}日で消えます。会社の情報、見ている話題、知識ベースを操作した記録は、消すまで残ります。"
        )
    },
    kept: "いま残っているもの",
    nothing: "あなたについて残っているものはありません。",
    votes: |helpful, not_helpful| {
        format!("答えへの評価: 役に立った {helpful} 件、役に立たなかった {not_helpful} 件")
    },
    profiles: |count| format!("会社の情報: {count} 件"),
    companies: "会社の情報",
    self_checks: |count| format!("自社診断の答え: {count} 回分"),
    ticks: |count| format!("事故対応の一覧で、済みの印を付けた人としての記録: {count} 件"),
    events: |count| format!("知識ベースの履歴で、操作した人としての記録: {count} 件"),
    watches: |count| format!("変わったことを見ている話題: {count} 件"),
    comments: "評価に添えた言葉",
    scope_guild: "このサーバーとDMの分です。ほかのサーバーの分は、Sonaeに送ったDMでこのコマンドを使うと見られます。",
    scope_direct: "すべてのサーバーとDMの分です。",
    forget: "消す",
    forget_hint: "「消す」を押すと、ほかのサーバーの分も含めてすぐに消え、元に戻せません。事故対応の済みの印と知識ベースの履歴は、名前のない記録になります。",
    forgotten: "消しました",
    drills: |count| format!("訓練に参加した記録: {count} 件"),
    forgotten_drills: |count| format!("訓練の席 {count} 件からも、あなたの名前を外しました。"),
    forgotten_text: |votes, ticks, events| {
        format!(
            "評価 {votes} 件を消しました。済みの印 {ticks} 件と履歴 {events} 件からは、あなたの名前を外しました。"
        )
    },
    forgotten_profiles: |count| format!("会社の情報 {count} 件を消しました。"),
    forgotten_self_checks: |count| format!("自社診断 {count} 回分を消しました。"),
    forgotten_watches: |count| {
        format!("見ている話題 {count} 件を消しました。毎月のお知らせも届きません。")
    },
    forgotten_nothing: "消すものは残っていませんでした。",
};

const REFUSAL: Refusal = Refusal {
    empty: "質問が空のようです",
    empty_text: "困っていることを、ふだんの言葉で書いてください。例:「取引先を名乗る怪しいメールが届きました」",
    expired: "このボタンはもう使えません",
    expired_text: "資料が新しくなったか、古いメッセージのようです。お手数ですが、もう一度質問するか、コマンドを使ってください。",
    forbidden: "管理者だけができる操作です",
    forbidden_text: "「サーバー管理」の権限がある人に頼んでください。",
    guild_only: "サーバーの中で使ってください",
    guild_only_text: "この操作は、DMではなくサーバーのチャンネルで使えます。",
    wait: "少しお待ちください",
    wait_text: |seconds| {
        let time = match seconds {
            0..=1 => "1秒".to_owned(),
            2..=59 => format!("{seconds}秒"),
            _ => format!("{}分", seconds.div_ceil(60)),
        };
        format!(
            "短い間に質問が続いたので、休んでいます。{time}ほどたつと、また質問できます。\n\nいま事故が起きているなら、待たずに、警察や契約している専門の会社に電話で相談してください。"
        )
    },
    busy: "いま混み合っています",
    busy_text: "質問がたくさん届いています。1分ほどおいて、もう一度お試しください。",
    ours: "申し訳ありません。Sonaeの側で問題が起きました",
    ours_text: "少し待って、もう一度お試しください。続くときは、Botを動かしている人に知らせてください。",
    reference: |reference| format!("知らせるときの番号: `{reference}`"),
    other_guild: "このサーバーからは知識ベースを変えられません",
    other_guild_text: "知識ベースはいくつかのサーバーで共有しています。変えられるサーバーは、Botを動かしている人が決めています。状態を見ることはできます。",
    missing_permissions: "Sonaeの権限が足りません",
    missing_permissions_text: |channel, permissions| {
        format!(
            "{channel} では権限が足りず、質問にうまく答えられません。Sonaeに必要な権限は次のとおりです。\n**{permissions}**\n\nチャンネルの編集 →「権限」で、Sonaeのロールにすべて付いているか確かめてください。このお知らせは、チャンネルごとに1回だけです。"
        )
    },
    fallback: |channel| format!("{channel} には書き込めなかったので、こちらでお答えします。"),
    fallback_heading: "ここでお答えしている理由",
    unread_thread: "続きの質問のしかた",
    unread_thread_text: "このスレッドの投稿は、そのままでは読めません。続きの質問は、Sonaeにメンションするか、Sonaeの投稿に返信して書いてください。",
};

const PERMISSION: PermissionNames = PermissionNames {
    view_channel: "チャンネルを見る",
    send_messages: "メッセージを送信",
    embed_links: "埋め込みリンク",
    attach_files: "ファイルを添付",
    read_message_history: "メッセージ履歴を読む",
    create_public_threads: "公開スレッドの作成",
    send_messages_in_threads: "スレッドでメッセージを送信",
    separator: "、",
};
