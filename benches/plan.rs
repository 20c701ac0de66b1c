//! How far plans are from the best there is, and how long they take: `cargo bench --bench plan`. A thousand companies
//! drawn at random; a general solver says what the best is.

#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../tests/suite/solver.rs"]
mod solver;
mod times;

use std::time::Instant;

use sonae::knowledge::{Facet, Knowledge, embedded_files, parse};
use sonae::profile::{Company, Plan};

use self::times::percentile;

const COMPANIES: usize = 1000;

fn main() {
    let knowledge = parse(&embedded_files());
    let mut random = Random(0x5eed);
    let (mut times, mut solver_times) = (Vec::new(), Vec::new());
    let (mut proven, mut gap) = (0, 0.0_f64);
    for _ in 0..COMPANIES {
        let company = company(&knowledge, &mut random);
        let start = Instant::now();
        let plan = std::hint::black_box(Plan::new(&knowledge, &company));
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        proven += usize::from(plan.value == plan.bound);

        let (items, limits) = Plan::chosen_from(&knowledge, &company);
        let start = Instant::now();
        let best = solver::best_value(&items, &limits);
        solver_times.push(start.elapsed().as_secs_f64() * 1000.0);
        gap = gap.max(best as f64 / plan.value as f64 - 1.0);
    }
    println!("| plans for {COMPANIES} random companies | figure |");
    println!("|---|---|");
    println!("| proven best | {proven} |");
    println!(
        "| largest distance to the best of a general solver | {:.3} % |",
        gap * 100.0
    );
    println!("| time, p50 / p99 / most | {} |", spread(&times));
    println!("| the general solver alone | {} |", spread(&solver_times));
}

fn spread(times: &[f64]) -> String {
    let [middle, slow, most] = [0.5, 0.99, 1.0].map(|share| percentile(times, share));
    format!("{middle:.2} / {slow:.2} / {most:.2} ms")
}

fn company(knowledge: &Knowledge, random: &mut Random) -> Company {
    let facets = &knowledge.facets;
    let assets = facets
        .assets
        .iter()
        .filter(|_| random.below(3) == 0)
        .map(|asset| asset.id.clone())
        .collect();
    let proof = facets
        .proofs
        .iter()
        .filter(|_| random.below(4) == 0)
        .map(|proof| proof.id.clone())
        .collect();
    let done = knowledge
        .actions
        .iter()
        .filter(|_| random.below(20) == 0)
        .map(|action| action.id.clone())
        .collect();
    Company {
        people: Some(1 + random.below(250) as u32),
        industry: one(&facets.industries, random),
        assets: Some(assets),
        budget_yen: Some(random.below(60) as u32 * 10_000),
        hours_per_month: Some(1 + random.below(20) as u32),
        proof,
        done,
        ..Company::default()
    }
}

fn one(of: &[Facet], random: &mut Random) -> Option<String> {
    let place = random.below(of.len() as u64) as usize;
    of.get(place).map(|one| one.id.clone())
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same companies in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }
}
