//! A small linear model over character n-grams, learned from the examples that the knowledge holds.
//!
//! Multinomial logistic regression, trained by stochastic gradient descent with AdaGrad step sizes in a
//! fixed order: the same examples give the same model. Hiragana stays in: しまった and とは decide here.

use serde::{Deserialize, Serialize};

/// Number of weights for each class; n-grams are hashed into them.
const BUCKETS: usize = 1 << 14;
/// Longest n-gram, in characters.
const LONGEST_GRAM: usize = 4;
/// Passes over the examples.
const EPOCHS: usize = 12;
/// First step size.
const LEARNING_RATE: f32 = 0.5;
/// Pull of the weights towards zero at each step.
const REGULARIZATION: f32 = 1e-5;

/// The model: one row of weights for each class.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinearModel {
    classes: usize,
    weights: Vec<f32>,
    biases: Vec<f32>,
}

/// A text and the class it belongs to.
pub struct Example {
    /// The normalized text.
    pub normalized: String,
    /// Its class, from 0.
    pub class: usize,
    /// How much it counts.
    pub weight: f32,
}

impl LinearModel {
    /// Learns from examples.
    pub fn train(classes: usize, examples: &[Example]) -> Self {
        let mut model = Self {
            classes,
            weights: vec![0.0; classes * BUCKETS],
            biases: vec![0.0; classes],
        };
        let mut squares = vec![1e-3_f32; classes * BUCKETS];
        let features: Vec<Vec<(usize, f32)>> = examples
            .iter()
            .map(|example| features(&example.normalized))
            .collect();
        for epoch in 0..EPOCHS {
            for position in visiting_order(examples.len(), epoch) {
                let (Some(example), Some(features)) =
                    (examples.get(position), features.get(position))
                else {
                    continue;
                };
                model.step(example, features, &mut squares);
            }
        }
        model
    }

    fn step(&mut self, example: &Example, features: &[(usize, f32)], squares: &mut [f32]) {
        let probabilities = self.probabilities_of(features);
        for (class, probability) in probabilities.iter().enumerate() {
            let target = if class == example.class { 1.0 } else { 0.0 };
            let error = (probability - target) * example.weight;
            if let Some(bias) = self.biases.get_mut(class) {
                *bias -= 0.02 * error;
            }
            for (bucket, value) in features {
                let index = class * BUCKETS + bucket;
                if let (Some(weight), Some(square)) =
                    (self.weights.get_mut(index), squares.get_mut(index))
                {
                    let gradient = error * value + REGULARIZATION * *weight;
                    *square += gradient * gradient;
                    *weight -= LEARNING_RATE * gradient / square.sqrt();
                }
            }
        }
    }

    /// Returns the probability of each class; they add up to 1.
    pub fn probabilities(&self, normalized: &str) -> Vec<f32> {
        self.probabilities_of(&features(normalized))
    }

    fn probabilities_of(&self, features: &[(usize, f32)]) -> Vec<f32> {
        let scores: Vec<f32> = (0..self.classes)
            .map(|class| {
                let bias = self.biases.get(class).copied().unwrap_or(0.0);
                let sum: f32 = features
                    .iter()
                    .filter_map(|(bucket, value)| {
                        Some(self.weights.get(class * BUCKETS + bucket)? * value)
                    })
                    .sum();
                bias + sum
            })
            .collect();
        softmax(&scores)
    }
}

fn softmax(scores: &[f32]) -> Vec<f32> {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let exponentials: Vec<f32> = scores.iter().map(|score| (score - highest).exp()).collect();
    let sum: f32 = exponentials.iter().sum();
    exponentials.iter().map(|value| value / sum).collect()
}

/// Hashed n-grams of 1 to 4 characters with equal values of unit length. Digits count as one digit,
/// white space and punctuation as one space.
fn features(normalized: &str) -> Vec<(usize, f32)> {
    let mut characters = vec![' '];
    for character in normalized.chars() {
        let kept = match character {
            '?' | '!' => character,
            digit if digit.is_ascii_digit() => '0',
            other if other.is_alphanumeric() || other == 'ー' => other,
            _ => ' ',
        };
        let repeats_space = kept == ' ' && characters.last() == Some(&' ');
        let repeats_digit = kept == '0' && characters.last() == Some(&'0');
        if !repeats_space && !repeats_digit {
            characters.push(kept);
        }
    }
    characters.push(' ');
    let mut buckets: Vec<usize> = Vec::with_capacity(characters.len() * LONGEST_GRAM);
    for length in 1..=LONGEST_GRAM {
        buckets.extend(characters.windows(length).map(bucket));
    }
    buckets.sort_unstable();
    buckets.dedup();
    let value = 1.0 / (buckets.len() as f32).sqrt();
    buckets.into_iter().map(|bucket| (bucket, value)).collect()
}

/// FNV-1a, 64 bits: stable across versions and platforms.
fn bucket(gram: &[char]) -> usize {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for character in gram {
        hash ^= u64::from(u32::from(*character));
        hash = hash.wrapping_mul(0x0000_0100_0000_01b3);
    }
    (hash ^ (hash >> 32)) as usize % BUCKETS
}

/// A fixed shuffle: steps through the examples by a number that shares no divisor with their count.
fn visiting_order(count: usize, epoch: usize) -> impl Iterator<Item = usize> {
    let divisor = |mut a: usize, mut b: usize| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let mut stride = count * 2 / 3 + 1 + epoch * 7;
    while count > 1 && divisor(stride, count) != 1 {
        stride += 1;
    }
    (0..count).map(move |step| (step * stride + epoch) % count)
}

#[cfg(test)]
mod tests {
    use super::{Example, LinearModel, visiting_order};

    #[test]
    fn every_example_is_visited_once() {
        for count in [1, 2, 9, 100] {
            let mut order: Vec<usize> = visiting_order(count, 3).collect();
            order.sort_unstable();
            assert_eq!(order, (0..count).collect::<Vec<_>>());
        }
    }

    #[test]
    fn examples_are_learned_the_same_way_each_time() {
        let examples: Vec<Example> = [
            ("盗まれました", 0),
            ("盗難とは何ですか", 1),
            ("消えてしまった", 0),
            ("消えるとは", 1),
        ]
        .into_iter()
        .map(|(text, class)| Example {
            normalized: text.into(),
            class,
            weight: 1.0,
        })
        .collect();
        let model = LinearModel::train(2, &examples);
        assert!(model.probabilities("なくしてしまいました")[0] > 0.5);
        assert!(model.probabilities("紛失とは")[1] > 0.5);
        assert_eq!(model, LinearModel::train(2, &examples));
    }
}
