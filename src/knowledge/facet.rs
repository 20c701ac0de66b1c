//! What a company can say about itself, and the words by which it is recognized in a sentence.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Findings, Kind};
use super::problem::Problem;
use super::toml_file::{TomlText, names};
use crate::text;

/// One choice: an industry, an IT asset, who looks after IT.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// Stable id.
    pub id: String,
    /// Japanese name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Other ways of naming it in Japanese.
    pub said: Vec<String>,
    /// Other ways of naming it in English.
    pub said_en: Vec<String>,
    /// Ids of choices of the same kind that it always brings.
    pub implies: Vec<String>,
    /// Nobody has it without a computer.
    pub needs_computer: bool,
}

impl Facet {
    /// Returns the choice that a typed name means: its name as it is, or the beginning of one name alone
    /// (「大阪」 for 大阪府).
    pub fn named<'f>(choices: &'f [Self], typed: &str) -> Option<&'f Self> {
        let typed = text::folded(typed).trim().to_owned();
        let names = |facet: &Self| {
            let names = [&facet.name, &facet.name_en].into_iter();
            let all = names.chain(&facet.said).chain(&facet.said_en);
            all.map(|name| text::folded(name)).collect::<Vec<String>>()
        };
        let exactly = choices.iter().find(|facet| names(facet).contains(&typed));
        if exactly.is_some() || typed.chars().count() < 2 {
            return exactly;
        }
        let begins = |facet: &&Self| names(facet).iter().any(|name| name.starts_with(&typed));
        let mut begun = choices.iter().filter(begins);
        begun.next().filter(|_| begun.next().is_none())
    }
}

/// The ids of computers, the usual one first.
const COMPUTERS: [&str; 2] = ["pc", "mac"];

/// A size of firm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SizeBand {
    /// Stable id.
    pub id: String,
    /// Most people of a firm of this size.
    pub up_to: u32,
    /// Japanese name.
    pub name: String,
    /// English name.
    pub name_en: String,
}

/// All choices of a company profile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// Sizes, the smallest first.
    pub sizes: Vec<SizeBand>,
    /// Industries.
    pub industries: Vec<Facet>,
    /// IT assets and kinds of data.
    pub assets: Vec<Facet>,
    /// Who looks after IT.
    pub keepers: Vec<Facet>,
    /// Who asks for proof of security.
    pub proofs: Vec<Facet>,
    /// The 47 prefectures.
    pub prefectures: Vec<Facet>,
}

impl Facets {
    /// Returns the size of a firm with so many people; the largest size has no upper end.
    pub fn size(&self, people: u32) -> Option<&SizeBand> {
        let fits = |size: &&SizeBand| people <= size.up_to;
        self.sizes.iter().find(fits).or(self.sizes.last())
    }

    /// Returns the ids of assets together with what they always bring.
    pub fn with_implied(&self, assets: &[String]) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        let mut open: Vec<&String> = assets.iter().rev().collect();
        while let Some(id) = open.pop() {
            if all.contains(id) {
                continue;
            }
            all.push(id.clone());
            let asset = self.assets.iter().find(|asset| asset.id == *id);
            open.extend(asset.iter().flat_map(|asset| &asset.implies));
        }
        all
    }

    /// Returns the ids of assets with a computer of the usual kind, where one of them needs a computer and none is
    /// named: people name what is special about their firm.
    pub fn with_computer(&self, mut assets: Vec<String>) -> Vec<String> {
        let needs = |id: &String| {
            let asset = self.assets.iter().find(|asset| asset.id == *id);
            asset.is_some_and(|asset| asset.needs_computer)
        };
        let has_computer = assets.iter().any(|id| COMPUTERS.contains(&id.as_str()));
        if !has_computer && assets.iter().any(needs) {
            assets.extend(COMPUTERS.first().map(ToString::to_string));
        }
        assets
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    size: Vec<RawSize>,
    industry: Vec<RawFacet>,
    asset: Vec<RawFacet>,
    keeper: Vec<RawFacet>,
    proof: Vec<RawFacet>,
    prefecture: Vec<RawFacet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSize {
    id: Spanned<String>,
    up_to: u32,
    name: String,
    name_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFacet {
    id: Spanned<String>,
    name: String,
    name_en: String,
    #[serde(default)]
    said: Vec<String>,
    #[serde(default)]
    said_en: Vec<String>,
    #[serde(default)]
    implies: Vec<Spanned<String>>,
    #[serde(default)]
    needs_computer: bool,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Facets, Findings), Problem> {
    let mut findings = Findings::default();
    let raw = file.parse::<RawFile>()?;
    let mut facets = |kind, raw: Vec<RawFacet>| -> Vec<Facet> {
        let parsed = raw
            .into_iter()
            .map(|raw| raw.into_facet(file, kind, &mut findings));
        parsed.collect()
    };
    let facets = Facets {
        sizes: Vec::new(),
        industries: facets(Kind::Industry, raw.industry),
        assets: facets(Kind::Asset, raw.asset),
        keepers: facets(Kind::Keeper, raw.keeper),
        proofs: facets(Kind::Proof, raw.proof),
        prefectures: facets(Kind::Prefecture, raw.prefecture),
    };
    let sizes = sizes(file, raw.size, &mut findings);
    Ok((Facets { sizes, ..facets }, findings))
}

fn sizes(file: &TomlText<'_>, raw: Vec<RawSize>, findings: &mut Findings) -> Vec<SizeBand> {
    let mut sizes: Vec<SizeBand> = Vec::new();
    for raw in raw {
        let place = file.place(&raw.id);
        if sizes.last().is_some_and(|last| last.up_to >= raw.up_to) {
            findings
                .problems
                .push(place.problem("sizes stand from the smallest to the largest `up_to`"));
        }
        findings.define(Kind::Size, raw.id.get_ref(), place);
        sizes.push(SizeBand {
            id: raw.id.into_inner(),
            up_to: raw.up_to,
            name: raw.name,
            name_en: raw.name_en,
        });
    }
    sizes
}

impl RawFacet {
    fn into_facet(self, file: &TomlText<'_>, kind: Kind, findings: &mut Findings) -> Facet {
        findings.define(kind, self.id.get_ref(), file.place(&self.id));
        findings.refer(file, kind, &self.implies);
        Facet {
            id: self.id.into_inner(),
            name: self.name,
            name_en: self.name_en,
            said: self.said,
            said_en: self.said_en,
            implies: names(self.implies),
            needs_computer: self.needs_computer,
        }
    }
}
