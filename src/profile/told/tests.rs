//! What is heard of a company in a sentence, and what is not.

use super::Listener;
use crate::knowledge;

/// The company in short: industry, people, what it has, what it lacks.
fn heard(question: &str) -> String {
    let knowledge = knowledge::parse(&knowledge::embedded_files());
    let Some(told) = Listener::default().told(question, &knowledge.facets) else {
        return "nothing".to_owned();
    };
    let company = told.company;
    let mut parts = Vec::new();
    parts.extend(company.industry);
    parts.extend(company.people.map(|people| people.to_string()));
    parts.extend(company.some_assets.iter().map(|asset| format!("+{asset}")));
    parts.extend(company.without.iter().map(|asset| format!("-{asset}")));
    parts.extend(company.keeper.map(|keeper| format!("by {keeper}")));
    parts.extend(company.proof.iter().map(|proof| format!("for {proof}")));
    parts.extend(company.budget_yen.map(|yen| format!("{yen} yen")));
    parts.extend(
        company
            .hours_per_month
            .map(|hours| format!("{hours} hours")),
    );
    parts.extend(
        company
            .prefecture
            .map(|prefecture| format!("in {prefecture}")),
    );
    parts.join(" ")
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    let other = |(question, expected): &(&str, &str)| {
        let heard = heard(question);
        (heard != *expected).then(|| format!("{question}: {heard} instead of {expected}"))
    };
    let wrong: Vec<String> = cases.iter().filter_map(other).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_firm_that_is_described_is_heard() {
    check(&[
        (
            "製造業30人、NASとVPNあり。何から始めればいいですか?",
            "manufacturing 30 +nas +vpn",
        ),
        (
            "製造業３０人、ＮＡＳとＶＰＮあり",
            "manufacturing 30 +nas +vpn",
        ),
        (
            "従業員12名の税理士事務所です。メールの誤送信が心配です",
            "professional 12",
        ),
        ("うちは旅館で、予約サイトの乗っ取りが怖いです", "lodging"),
        (
            "社員5人の会社ですが、サーバーはありません。バックアップはどうすれば?",
            "5 -server",
        ),
        (
            "美容室を一人でやっています。スマホだけです。最初に何を?",
            "other +phone",
        ),
        (
            "予算は年10万円、月に4時間しか使えません。VPNを使っている30人の会社です",
            "30 +vpn 100000 yen 4 hours",
        ),
        (
            "大阪の町工場、社員は8人。業者任せです。",
            "manufacturing 8 by vendor in osaka",
        ),
        (
            "We are a 12-person dental clinic with a NAS. Where do we begin?",
            "medical 12 +nas",
        ),
        ("We have a NAS but no VPN. What first?", "+nas -vpn"),
        (
            "取引先から★3を求められている20人の部品メーカーです",
            "manufacturing 20 for partner",
        ),
    ]);
}

#[test]
fn what_is_only_spoken_about_is_not_taken_for_theirs() {
    check(&[
        ("VPNとNASの違いは?", "nothing"),
        ("VPNは使っていいですか?", "nothing"),
        ("NASを使っている場合はどうしますか?", "nothing"),
        ("病院のランサムウェア被害の事例はありますか?", "nothing"),
        ("10人に1人がだまされるというのは本当ですか?", "nothing"),
        ("製造業のガイドラインはどこにありますか?", "nothing"),
        ("パスワードは何文字がいいですか?", "nothing"),
        ("担当者2人で共有してもいいですか?", "nothing"),
        ("Should we use a VPN?", "nothing"),
        ("ネットワーク業者がなくした場合は?", "nothing"),
        ("", "nothing"),
    ]);
}

#[test]
fn clauses_that_only_describe_the_firm_are_not_searched_for() {
    let knowledge = knowledge::parse(&knowledge::embedded_files());
    let rest = |question: &str| {
        let told = Listener::default().told(question, &knowledge.facets);
        told.map(|told| told.rest)
    };
    assert_eq!(
        rest("製造業30人、NASとVPNあり。メールの誤送信を防ぐには?").as_deref(),
        Some("メールの誤送信を防ぐには?")
    );
    let only = "製造業30人、NASとVPNあり";
    assert_eq!(
        rest(only).as_deref(),
        Some(only),
        "something has to be searched for"
    );
    let both = "従業員12名の税理士事務所です。ＶＰＮの更新はどうする?";
    assert_eq!(rest(both).as_deref(), Some("ＶＰＮの更新はどうする?"));
}
