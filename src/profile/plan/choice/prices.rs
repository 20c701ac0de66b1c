//! What a yen, a minute and a line are worth. At any prices, what the items are worth above what they use, plus what
//! the limits are worth, is a bound on every set; the best prices give the least bound (Lagrange's).
//!
//! Found by the ellipsoid method: exact enough in a hundred steps of a few microseconds, and without a solver.

use std::array;

use super::parts::Part;
use super::{Item, RESOURCES, Uses};

/// Prices of the resources.
type Prices = [f64; RESOURCES];
/// How many prices are used at once: the best for the limits, and for each limit if it were tighter or wider. The
/// others cut off sets that have spent too much of one thing and hold too much of another.
const PRICES: usize = 1 + 2 * RESOURCES;
/// What something is worth at each of the prices, after what it uses.
pub(super) type Worths = [f64; PRICES];

const TIGHTER: f64 = 0.7;
const WIDER: f64 = 1.3;
/// Steps after which the prices are good enough, and what they may be short of the best, in value.
const MOST_STEPS: usize = 200;
const SHORT: f64 = 0.5;

/// Returns the best prices, and those for tighter and wider limits.
pub(super) fn prices(items: &[Item], part: &Part, limits: &Uses) -> [Prices; PRICES] {
    array::from_fn(|number| {
        let mut limits = limits.map(|limit| limit as f64);
        if let Some(varied) = number.checked_sub(1) {
            let factor = if varied % 2 == 0 { TIGHTER } else { WIDER };
            limits[varied / 2] *= factor;
        }
        best_prices(items, part, &limits)
    })
}

fn best_prices(items: &[Item], part: &Part, limits: &[f64; RESOURCES]) -> Prices {
    let mut ellipsoid = Ellipsoid::around(items);
    let (mut best, mut least) = ([0.0; RESOURCES], f64::INFINITY);
    for _ in 0..MOST_STEPS {
        let prices = ellipsoid.center;
        let negative = prices.iter().position(|price| *price < 0.0);
        let slope = match negative {
            Some(resource) => {
                let mut slope = [0.0; RESOURCES];
                slope[resource] = -1.0;
                slope
            }
            None => {
                let worths: Vec<f64> = items.iter().map(|item| worth(item, &prices)).collect();
                let (most, uses) = part.richest(items, &worths);
                let bound = most + product(&prices, limits);
                if bound < least {
                    (best, least) = (prices, bound);
                }
                array::from_fn(|resource| limits[resource] - uses[resource])
            }
        };
        let gain = ellipsoid.cut(&slope);
        if negative.is_none() && gain < SHORT {
            break;
        }
    }
    best
}

/// Where the best prices are.
struct Ellipsoid {
    center: Prices,
    shape: [[f64; RESOURCES]; RESOURCES],
}

impl Ellipsoid {
    /// Around all prices from nothing to that at which no item is worth it.
    fn around(items: &[Item]) -> Self {
        let mut center = [0.0_f64; RESOURCES];
        for item in items {
            for (half, used) in center.iter_mut().zip(item.uses()) {
                *half = half.max(f64::from(item.value) / used.max(1) as f64 / 2.0);
            }
        }
        let mut shape = [[0.0; RESOURCES]; RESOURCES];
        for (resource, half) in center.iter().enumerate() {
            shape[resource][resource] = RESOURCES as f64 * half * half;
        }
        Self { center, shape }
    }

    /// Makes it smaller, as the best prices are where it goes down from the center. Returns how far down at most.
    fn cut(&mut self, slope: &[f64; RESOURCES]) -> f64 {
        let along = self.shape.map(|row| product(&row, slope));
        let square = product(slope, &along);
        if square <= 0.0 {
            return 0.0;
        }
        let gain = square.sqrt();
        let size = RESOURCES as f64;
        for (row, step) in along.iter().enumerate() {
            self.center[row] -= step / gain / (size + 1.0);
            for (column, other) in along.iter().enumerate() {
                let less = 2.0 / (size + 1.0) * step * other / square;
                let shrunk = self.shape[row][column] - less;
                self.shape[row][column] = shrunk * size * size / (size * size - 1.0);
            }
        }
        gain
    }
}

/// The most that something can be worth at each of the prices, and the most that it can take of each resource.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Most {
    pub worths: Worths,
    pub uses: Uses,
}

impl Most {
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            worths: array::from_fn(|number| self.worths[number] + other.worths[number]),
            uses: array::from_fn(|resource| self.uses[resource] + other.uses[resource]),
        }
    }

    pub fn minus(&self, other: &Self) -> Self {
        Self {
            worths: array::from_fn(|number| self.worths[number] - other.worths[number]),
            uses: array::from_fn(|resource| self.uses[resource] - other.uses[resource]),
        }
    }

    /// The most of one of these, of which there is at least one.
    pub fn of_any(all: impl Iterator<Item = Self>) -> Self {
        let larger = |one: Self, other: Self| Self {
            worths: array::from_fn(|number| one.worths[number].max(other.worths[number])),
            uses: array::from_fn(|resource| one.uses[resource].max(other.uses[resource])),
        };
        all.reduce(larger).unwrap_or_default()
    }
}

/// Says what sets can still become worth.
pub(super) struct Bounds {
    prices: [Prices; PRICES],
    limits: Uses,
    items: Vec<Most>,
}

impl Bounds {
    pub fn new(items: &[Item], prices: [Prices; PRICES], limits: &Uses) -> Self {
        let most = |item: &Item| Most {
            worths: prices.map(|prices| worth(item, &prices)),
            uses: item.uses(),
        };
        Self {
            items: items.iter().map(most).collect(),
            limits: *limits,
            prices,
        }
    }

    pub fn limits(&self) -> &Uses {
        &self.limits
    }

    pub fn item(&self, place: usize) -> Most {
        self.items[place]
    }

    /// Returns the most that a set can become worth if this is still open. The set must be within the limits.
    pub fn of(&self, value: u64, uses: &Uses, open: &Most) -> f64 {
        let left: [f64; RESOURCES] =
            array::from_fn(|resource| (self.limits[resource] - uses[resource]) as f64);
        let bounds = self.prices.iter().zip(open.worths);
        let least = bounds
            .map(|(prices, open)| product(prices, &left) + open)
            .fold(f64::INFINITY, f64::min);
        value as f64 + least
    }
}

fn worth(item: &Item, prices: &Prices) -> f64 {
    let uses = item.uses().map(|used| used as f64);
    f64::from(item.value) - product(prices, &uses)
}

fn product(one: &[f64; RESOURCES], other: &[f64; RESOURCES]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}
