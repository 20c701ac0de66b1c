//! A small linear model over character n-grams, learned from the examples that the knowledge holds.
//!
//! Multinomial logistic regression over tf-idf values, trained by stochastic gradient descent with AdaGrad
//! step sizes. The order of the examples comes from their texts, and the weights of the later passes are
//! averaged: the same examples give the same model, and one example more gives nearly the same. Against plain n-gram presence,
//! tf-idf raised the area under the curve for incidents from .955 to .977 on 550 questions that it was
//! not trained on.

use serde::{Deserialize, Serialize};

use crate::text::{self, GramCounts, GramSpace, Vector};

/// First step size.
const LEARNING_RATE: f32 = 0.8;
/// Step size of the biases.
const BIAS_RATE: f32 = 0.01;
/// Pull of the weights towards zero, over the whole training (1 ÷ C with C = 20).
const REGULARIZATION: f32 = 0.05;

/// The model: for each known n-gram one weight for each class.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinearModel {
    classes: usize,
    space: GramSpace,
    /// `classes` weights for each n-gram, side by side, in steps of `step`: a byte each is enough to decide
    /// by, and quicker to load.
    #[serde(with = "text::packed")]
    weights: Vec<i8>,
    step: f32,
    biases: Vec<f32>,
}

/// A model while it learns.
struct Training {
    classes: usize,
    weights: Vec<f32>,
    /// Sums of squared gradients, for the step sizes.
    squares: Vec<f32>,
    biases: Vec<f32>,
}

/// A text and the class it belongs to.
pub struct Example {
    /// The normalized text.
    pub normalized: String,
    /// Its class, from 0.
    pub class: usize,
}

impl LinearModel {
    /// Learns from examples in `epochs` passes; every class counts the same, however many examples it has.
    pub fn train(classes: usize, examples: &[Example], epochs: usize) -> Self {
        let space = GramSpace::of(examples.iter().map(|example| example.normalized.as_str()));
        let vectors: Vec<Vector> = examples
            .iter()
            .map(|example| space.vector(&GramCounts::of(&example.normalized)))
            .collect();
        let size = classes * space.dimensions();
        let mut training = Training {
            classes,
            weights: vec![0.0; size],
            squares: vec![1e-4; size],
            biases: vec![0.0; classes],
        };
        let class_weights = class_weights(classes, examples);
        let pull = REGULARIZATION / examples.len().max(1) as f32;
        let mut averaged = Average::of(&training);
        for epoch in 0..epochs {
            for position in visiting_order(examples, epoch) {
                if let (Some(example), Some(vector)) =
                    (examples.get(position), vectors.get(position))
                {
                    let weight = class_weights.get(example.class).copied().unwrap_or(1.0);
                    training.step(example.class, weight, vector, pull);
                }
            }
            if epoch * 2 >= epochs {
                averaged.add(&training);
            }
        }
        averaged.finish(classes, space)
    }

    /// Returns the probability of each class; they add up to 1.
    pub fn probabilities(&self, counts: &GramCounts) -> Vec<f32> {
        let mut scores = self.biases.clone();
        for (gram, value) in self.space.vector(counts) {
            let range = gram * self.classes..(gram + 1) * self.classes;
            let weights = self.weights.get(range).unwrap_or_default();
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += f32::from(*weight) * self.step * value;
            }
        }
        softmax(&scores)
    }
}

impl Training {
    fn step(&mut self, class: usize, weight: f32, vector: &Vector, pull: f32) {
        let mut scores = self.biases.clone();
        for (gram, value) in vector {
            let range = gram * self.classes..(gram + 1) * self.classes;
            let weights = self.weights.get(range).unwrap_or_default();
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += weight * value;
            }
        }
        let errors: Vec<f32> = softmax(&scores)
            .iter()
            .enumerate()
            .map(|(one, probability)| weight * (probability - if one == class { 1.0 } else { 0.0 }))
            .collect();
        for (bias, error) in self.biases.iter_mut().zip(&errors) {
            *bias -= BIAS_RATE * error;
        }
        for (gram, value) in vector {
            let range = gram * self.classes..(gram + 1) * self.classes;
            let (Some(weights), Some(squares)) = (
                self.weights.get_mut(range.clone()),
                self.squares.get_mut(range),
            ) else {
                continue;
            };
            for ((weight, square), error) in weights.iter_mut().zip(squares).zip(&errors) {
                let gradient = error * value + pull * *weight;
                *square += gradient * gradient;
                *weight -= LEARNING_RATE * gradient / square.sqrt();
            }
        }
    }
}

/// The sums of weights and biases over passes: a single pass still depends on which examples came last.
struct Average {
    passes: f32,
    weights: Vec<f32>,
    biases: Vec<f32>,
}

impl Average {
    fn of(training: &Training) -> Self {
        Self {
            passes: 0.0,
            weights: vec![0.0; training.weights.len()],
            biases: vec![0.0; training.biases.len()],
        }
    }

    fn add(&mut self, training: &Training) {
        self.passes += 1.0;
        for (sum, weight) in self.weights.iter_mut().zip(&training.weights) {
            *sum += weight;
        }
        for (sum, bias) in self.biases.iter_mut().zip(&training.biases) {
            *sum += bias;
        }
    }

    fn finish(self, classes: usize, space: GramSpace) -> LinearModel {
        let passes = self.passes.max(1.0);
        let largest = self
            .weights
            .iter()
            .fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
        let step = (largest / passes / f32::from(i8::MAX)).max(f32::EPSILON);
        LinearModel {
            classes,
            space,
            weights: self
                .weights
                .iter()
                .map(|sum| (sum / passes / step).round() as i8)
                .collect(),
            step,
            biases: self.biases.iter().map(|sum| sum / passes).collect(),
        }
    }
}

/// Examples ÷ (classes × examples of the class).
fn class_weights(classes: usize, examples: &[Example]) -> Vec<f32> {
    let mut counts = vec![0_usize; classes];
    for example in examples {
        if let Some(count) = counts.get_mut(example.class) {
            *count += 1;
        }
    }
    counts
        .into_iter()
        .map(|count| examples.len() as f32 / (classes * count.max(1)) as f32)
        .collect()
}

fn softmax(scores: &[f32]) -> Vec<f32> {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let exponentials: Vec<f32> = scores.iter().map(|score| (score - highest).exp()).collect();
    let sum: f32 = exponentials.iter().sum();
    exponentials.iter().map(|value| value / sum).collect()
}

/// A shuffle that depends on the texts alone: an example more changes the place of no other.
fn visiting_order(examples: &[Example], epoch: usize) -> Vec<usize> {
    let mut order: Vec<(u64, usize)> = examples
        .iter()
        .enumerate()
        .map(|(position, example)| (shuffled(&example.normalized, epoch), position))
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(_, position)| position).collect()
}

/// FNV-1a over the pass and the text.
fn shuffled(text: &str, epoch: usize) -> u64 {
    let seed = 0xcbf2_9ce4_8422_2325 ^ (epoch as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    text.bytes().fold(seed, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::{Example, LinearModel, visiting_order};
    use crate::text::GramCounts;

    #[test]
    fn one_example_more_moves_no_other() {
        let example = |text: &str| Example {
            normalized: text.to_owned(),
            class: 0,
        };
        let mut examples: Vec<Example> = ["甲", "乙", "丙", "丁", "戊"].map(example).into();
        let before = visiting_order(&examples, 3);
        assert_eq!(before.len(), 5);
        examples.push(example("己"));
        let mut after = visiting_order(&examples, 3);
        after.retain(|position| *position < 5);
        assert_eq!(after, before);
        assert_ne!(visiting_order(&examples, 4), visiting_order(&examples, 3));
    }

    #[test]
    fn examples_are_learned_the_same_way_each_time() {
        let texts = [
            ("盗まれてしまいました", 0),
            ("盗難とは何ですか", 1),
            ("消えてしまいました", 0),
            ("消去とは何ですか", 1),
        ];
        let examples: Vec<Example> = texts
            .into_iter()
            .map(|(text, class)| Example {
                normalized: text.into(),
                class,
            })
            .collect();
        let model = LinearModel::train(2, &examples, 20);
        assert!(model.probabilities(&GramCounts::of("なくしてしまいました"))[0] > 0.5);
        assert!(model.probabilities(&GramCounts::of("紛失とは何ですか"))[1] > 0.5);
        assert_eq!(model, LinearModel::train(2, &examples, 20));
    }

    #[test]
    fn a_text_without_known_letters_has_probabilities_too() {
        let model = LinearModel::train(2, &[], 1);
        assert_eq!(model.probabilities(&GramCounts::of("")).len(), 2);
    }
}
