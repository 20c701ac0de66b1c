//! What people see: thirty answers as text. Read the difference before you accept it.

use sonae::adviser::Question;
use sonae::render;
use sonae::wording::Wording;

use crate::app::{moment, shipped};

/// The answer as a terminal of 80 columns shows it, without its colors.
fn text(question: &str) -> String {
    let question = Question::of(question);
    let answer = shipped().adviser.ask(&question, moment()).unwrap();
    let wording = Wording::of(answer.language);
    let text = render::answer_text(&answer, wording, 80, "2026-11-24 10:00");
    anstream::adapter::strip_str(&text).to_string()
}

fn check(questions: &[(&str, &str)]) {
    for (name, question) in questions {
        insta::with_settings!({ description => *question, omit_expression => true }, {
            insta::assert_snapshot!(*name, text(question));
        });
    }
}

#[test]
fn incidents_look_like_this() {
    check(&[
        (
            "incident_ransomware",
            "今朝から共有フォルダのファイルが全部開けません。画面に英語の脅迫文が出ています",
        ),
        (
            "incident_wrong_transfer",
            "社長をかたるメールを信じて、さっき海外の口座に送金してしまいました",
        ),
        (
            "incident_phishing_entered",
            "銀行のふりをしたメールのリンク先に、IDと暗証番号を入れてしまった",
        ),
        (
            "incident_lost_device",
            "営業が電車に会社のノートパソコンを忘れてきて、見つかりません",
        ),
        (
            "incident_data_leak",
            "お客様名簿を添付したメールを、違う会社に送ってしまいました",
        ),
        (
            "incident_defacement",
            "うちのホームページが知らない外国語のページに書き換えられています",
        ),
        (
            "incident_account_takeover",
            "会社のメールアカウントが乗っ取られ、取引先に勝手にメールが送られています",
        ),
        (
            "incident_malware",
            "添付ファイルを開いたらパソコンの動きがおかしくなり、ウイルス対策ソフトが警告を出しました",
        ),
        (
            "incident_fake_warning",
            "画面に警告音と電話番号が出て閉じられず、電話したら遠隔操作されました",
        ),
        (
            "incident_ddos",
            "通販サイトに大量のアクセスが来て、朝からつながらなくなっています",
        ),
    ]);
}

#[test]
fn how_to_answers_look_like_this() {
    check(&[
        ("how_to_start", "お金をかけずに何から始めればいいですか"),
        (
            "how_to_passwords",
            "社員のパスワードは何文字以上に決めればいいですか",
        ),
        (
            "how_to_backup",
            "バックアップはどこにどうやって取っておけばいいですか",
        ),
        (
            "how_to_multi_factor",
            "ＭＦＡはどのサービスから入れるべき？",
        ),
        (
            "how_to_wifi",
            "事務所の無線LANを安全にする設定を教えてください",
        ),
        (
            "how_to_telework",
            "在宅勤務で自宅のパソコンを使わせるときの注意点",
        ),
        (
            "how_to_disposal",
            "古いパソコンを捨てる前に何をすればいいですか",
        ),
        (
            "how_to_leavers",
            "退職する社員のアカウントはいつ止めればいいですか",
        ),
        ("how_to_self_check", "自社診断の18番"),
        (
            "how_to_suspicious_mail",
            "怪しいメールの見分け方を従業員に教えたい",
        ),
    ]);
}

#[test]
fn legal_answers_look_like_this() {
    check(&[
        (
            "legal_report_deadline",
            "個人情報が漏えいしたとき、個人情報保護委員会への報告はいつまでにすればいいですか",
        ),
        (
            "legal_entrusted",
            "委託先が個人情報を漏らした場合、うちにも報告の義務がありますか",
        ),
        (
            "legal_trade_secret",
            "顧客名簿を営業秘密として守ってもらうための条件は何ですか",
        ),
        (
            "legal_suppliers",
            "取引先にセキュリティ対策を求めると独占禁止法や下請法で問題になりますか",
        ),
        (
            "legal_unauthorized_access",
            "不正アクセス禁止法ではどんな行為が禁じられていますか",
        ),
    ]);
}

#[test]
fn english_answers_look_like_this() {
    check(&[
        (
            "english_backup",
            "How often should a small shop back up its files?",
        ),
        (
            "english_breach",
            "When do we have to report a leak of customer data in Japan?",
        ),
        (
            "english_ransomware",
            "All our files are encrypted and there is a ransom note on the screen",
        ),
        ("english_essential_eight", "What are the Essential Eight?"),
        ("english_off_topic", "Will it rain in Tokyo tomorrow?"),
    ]);
}
