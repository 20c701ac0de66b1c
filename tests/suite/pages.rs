//! The walk from names to a page, which every face shows, and playbooks by name.

use sonae::lookup::{self, Lookup, Page};

use crate::app::shipped;

/// Where names lead, in short.
fn walk(document: Option<&str>, section: Option<&str>) -> String {
    let live = shipped().adviser.live();
    match lookup::page(&live.knowledge, document, section) {
        Page::Documents(documents) => format!("{} documents", documents.len()),
        Page::Sections(document) => format!("sections of {}", document.id),
        Page::Section {
            document,
            passage,
            parts,
        } => {
            let parts: Vec<&str> = parts.iter().map(|part| part.id.as_str()).collect();
            format!("{}#{} {parts:?}", document.id, passage.id)
        }
        Page::Unknown { name, near } => format!("no {name}, near {}", near.len().min(1)),
    }
}

#[test]
fn names_lead_from_all_documents_to_one_section() {
    assert_eq!(walk(None, None), "42 documents");
    assert_eq!(walk(Some(" "), Some("")), "42 documents");
    assert_eq!(
        walk(Some("自社診断"), None),
        "sections of ipa-sme-self-check-25"
    );
    assert_eq!(
        walk(Some("自社診断"), Some(" 18 ")),
        "ipa-sme-self-check-25#No.18 []"
    );
}

#[test]
fn a_section_comes_with_its_parts_and_a_part_alone() {
    let section = walk(Some("scs-evaluation"), Some("5"));
    assert!(
        section.starts_with("scs-evaluation#5 [\"5-1\", \"5-2\""),
        "{section}"
    );
    assert_eq!(
        walk(Some("scs-evaluation"), Some("5-1")),
        "scs-evaluation#5-1 []"
    );
}

#[test]
fn a_whole_id_leads_to_its_section_from_anywhere() {
    let expected = "ipa-sme-self-check-25#No.18 []";
    assert_eq!(walk(Some("ipa-sme-self-check-25#No.18"), None), expected);
    assert_eq!(
        walk(Some("nowhere"), Some("ipa-sme-self-check-25#No.18")),
        expected
    );
    assert_eq!(
        walk(None, Some("ipa-sme-self-check-25#Ｎｏ．１８")),
        expected
    );
}

#[test]
fn a_name_that_leads_nowhere_is_told_with_what_is_near() {
    assert_eq!(
        walk(Some("cybersecurity2042"), Some("1-1")),
        "no cybersecurity2042, near 1"
    );
    assert_eq!(walk(Some("自社診断"), Some("廃棄物")), "no 廃棄物, near 1");
    assert_eq!(walk(Some("a#b"), None), "no a#b, near 0");
    assert_eq!(walk(None, Some("18")), "no 18, near 0");
}

#[test]
fn a_playbook_is_found_by_id_and_title() {
    let live = shipped().adviser.live();
    let check = |name: &str, expected: &str| {
        let found = lookup::playbook(&live.knowledge, name);
        assert!(
            matches!(found, Lookup::Found(found) if found.id == expected),
            "{name}: {found:?}"
        );
    };
    check("lost-device", "lost-device");
    check("ランサムウェアに感染した", "ransomware");
    check("らんさむうぇあ", "ransomware");
    check("Website altered by attackers", "defacement");
    check("改ざん", "defacement");
    let near = lookup::playbook(&live.knowledge, "ransomwear");
    assert!(
        matches!(near, Lookup::Near(near) if near.iter().any(|name| name.contains("ransomware")))
    );
}
