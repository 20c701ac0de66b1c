//! 初めて動かすときの点検の言い回し。足りないものと、その直し方を。

use super::admin_setup::Setup;

pub(super) const SETUP: Setup = Setup {
    token_missing: "✗ トークン: 環境変数 DISCORD_TOKEN(または、トークンを書いたファイルの場所を DISCORD_TOKEN_FILE)がありません。",
    token_refused: "✗ トークン: Discordに受け付けられませんでした。書き写しの誤りか、作り直す前の古いトークンのようです。",
    token_help: "  トークンの取り方: https://discord.com/developers/applications を開き、アプリを選び(なければ New Application)、左の「Bot」→「Reset Token」で出る文字列を DISCORD_TOKEN に入れます。人に見せたり、ファイルに書いて共有したりしないでください。",
    unreachable: "✗ Discordにつながりませんでした。ネットワークと https://discordstatus.com を確かめて、もう一度お試しください。",
    token_good: "✓ トークン: 使えます。",
    content_missing: "✗ メッセージの内容: 設定で message_content = true ですが、Discordの側で許可されていません。\n  直し方: 開発者ポータルの「Bot」→「Privileged Gateway Intents」→「Message Content Intent」をオンにします。使わないなら config.toml で message_content = false にします。",
    content_good: "✓ メッセージの内容: メンションのない投稿も読めます(質問チャンネルとスレッドで使います)。",
    content_off: "✓ メッセージの内容: 読まない設定です(質問チャンネルは使えません。メンション、DM、コマンドは使えます)。",
    invite: |link| format!("  サーバーに招くリンク(必要な権限だけを求めます): {link}"),
    no_guilds: "✗ サーバー: まだどのサーバーにも入っていません。次のリンクをブラウザーで開いて、サーバーを選んでください。",
    guilds_good: |count| format!("✓ サーバー: 入っている {count} か所で、権限はそろっています。"),
    guild_lacks: |name, permissions| {
        format!("✗ サーバー「{name}」: 次の権限がありません: {permissions}")
    },
    guild_help: "  直し方: サーバー設定 →「ロール」→ Sonaeのロールで権限を付けるか、次のリンクでもう一度招きます。",
    all_good: "すべてそろっています。`sonae bot` で始められます。",
    not_yet: |count| {
        format!(
            "直すところが {count} 件あります。直したら、もう一度 `sonae bot --check-setup` で確かめてください。"
        )
    },
};
