//! The menus of `/profile`: which question about a company each asks, and what a choice changes.

use crate::knowledge::{Facet, Facets};
use crate::profile::Company;
use crate::wording::ProfileWords;

/// A menu about the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompanyMenu {
    /// Its industry.
    Industry,
    /// IT assets and kinds of data.
    Assets,
    /// Who looks after IT.
    Keeper,
    /// Who asks for proof.
    Proof,
}

impl CompanyMenu {
    /// All menus in the order of the view. Their places stand in ids: new ones come last.
    pub const ALL: [Self; 4] = [Self::Industry, Self::Assets, Self::Keeper, Self::Proof];

    /// The menu of a number in an id.
    pub fn read(number: u64) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }

    /// Its number in an id.
    pub fn number(self) -> u64 {
        self as u64
    }

    /// What can be chosen.
    pub fn choices(self, facets: &Facets) -> &[Facet] {
        match self {
            Self::Industry => &facets.industries,
            Self::Assets => &facets.assets,
            Self::Keeper => &facets.keepers,
            Self::Proof => &facets.proofs,
        }
    }

    /// Most choices at a time; a menu can always be left empty.
    pub fn most(self, facets: &Facets) -> usize {
        match self {
            Self::Industry | Self::Keeper => 1,
            Self::Assets | Self::Proof => self.choices(facets).len(),
        }
    }

    /// Whether the company has chosen something already.
    pub fn has_chosen(self, company: &Company, id: &str) -> bool {
        let is_it = |chosen: &String| chosen == id;
        match self {
            Self::Industry => company.industry.iter().any(is_it),
            Self::Assets => {
                let mut said = company.assets.iter().flatten().chain(&company.some_assets);
                said.any(is_it) && !company.without.iter().any(is_it)
            }
            Self::Keeper => company.keeper.iter().any(is_it),
            Self::Proof => company.proof.iter().any(is_it),
        }
    }

    /// Puts what was chosen in place of what was; nothing chosen means that the question is open again.
    pub fn choose(self, company: &mut Company, chosen: &[String]) {
        match self {
            Self::Industry => company.industry = chosen.first().cloned(),
            Self::Keeper => company.keeper = chosen.first().cloned(),
            Self::Proof => company.proof = chosen.to_vec(),
            Self::Assets => {
                company.assets = (!chosen.is_empty()).then(|| chosen.to_vec());
                company.some_assets.clear();
                company.without.clear();
            }
        }
    }

    /// What stands on it.
    pub fn placeholder(self, words: &ProfileWords) -> &'static str {
        match self {
            Self::Industry => words.choose_industry,
            Self::Assets => words.choose_assets,
            Self::Keeper => words.choose_keeper,
            Self::Proof => words.choose_proof,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CompanyMenu;
    use crate::profile::Company;

    #[test]
    fn what_is_chosen_takes_the_place_of_what_was() {
        let nas = "nas".to_owned();
        for menu in CompanyMenu::ALL {
            assert_eq!(CompanyMenu::read(menu.number()), Some(menu));
            let mut company = Company::default();
            menu.choose(&mut company, std::slice::from_ref(&nas));
            assert!(menu.has_chosen(&company, "nas"));
            menu.choose(&mut company, &[]);
            assert_eq!(company, Company::default());
        }
        assert_eq!(CompanyMenu::read(9), None);
    }

    #[test]
    fn all_assets_from_the_menu_replace_some_from_a_sentence() {
        let mut company = Company {
            some_assets: vec!["nas".to_owned(), "vpn".to_owned()],
            without: vec!["vpn".to_owned()],
            ..Company::default()
        };
        let has = |company: &Company, id| CompanyMenu::Assets.has_chosen(company, id);
        assert!(has(&company, "nas") && !has(&company, "vpn"));
        CompanyMenu::Assets.choose(&mut company, &["vpn".to_owned()]);
        assert!(!has(&company, "nas") && has(&company, "vpn"));
    }
}
