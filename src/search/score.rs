//! BM25 of one field, added up over terms. Written out here, over tantivy's postings: a question has
//! hundreds of term-field pairs over a few hundred passages, where a boxed scorer for each pair costs
//! more than the scoring, and the explanation needs the scores of the fields apart.

use std::sync::Arc;

use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, InvertedIndexReader, Searcher, Term};

use super::schema::TextFields;
use crate::question::{Language, Query, QueryTerm};

/// Saturation of the term frequency (Robertson and Zaragoza, The Probabilistic Relevance Framework).
const K1: f32 = 1.2;
/// Normalization by length (same source).
const B: f32 = 0.75;
/// tantivy stores lengths in this many classes.
const LENGTH_CLASSES: usize = 256;

/// One text field in its three analyses, ready for scoring.
pub(super) struct TextScorer {
    words: FieldScorer,
    grams: FieldScorer,
    english: FieldScorer,
}

/// One field: its postings and lengths, segment by segment.
struct FieldScorer {
    field: Field,
    segments: Vec<SegmentField>,
    documents: f32,
    /// K1 × (1 − B + B × length ÷ average length), for each class of length.
    saturation: Vec<f32>,
}

struct SegmentField {
    postings: Arc<InvertedIndexReader>,
    /// The class of length of each document.
    lengths: Vec<u8>,
    /// Number of the first document of the segment.
    first: usize,
}

impl TextScorer {
    pub fn new(searcher: &Searcher, fields: TextFields) -> tantivy::Result<Self> {
        Ok(Self {
            words: FieldScorer::new(searcher, fields.words)?,
            grams: FieldScorer::new(searcher, fields.grams)?,
            english: FieldScorer::new(searcher, fields.english)?,
        })
    }

    /// Adds the scores of a query, times `weight`, to `scores` (one for each document).
    pub fn add(
        &self,
        query: &Query,
        weight: f32,
        grams: f32,
        other_language: f32,
        scores: &mut [f32],
    ) -> tantivy::Result<()> {
        let (japanese, english) = query.written_in.pick(
            (weight, weight * other_language),
            (weight * other_language, weight),
        );
        self.words.add_terms(&query.words, japanese, scores)?;
        self.grams
            .add_terms(&query.grams, japanese * grams, scores)?;
        self.english.add_terms(&query.english, english, scores)
    }

    /// The field that holds the informative terms of a language.
    pub fn has_term(
        &self,
        language: Language,
        term: &str,
        document: usize,
    ) -> tantivy::Result<bool> {
        self.informative(language).has(term, document)
    }

    /// In how many documents a term occurs.
    pub fn frequency(&self, language: Language, term: &str) -> tantivy::Result<u32> {
        self.informative(language).frequency(term)
    }

    fn informative(&self, language: Language) -> &FieldScorer {
        language.pick(&self.words, &self.english)
    }
}

impl FieldScorer {
    fn new(searcher: &Searcher, field: Field) -> tantivy::Result<Self> {
        let mut segments = Vec::new();
        let mut first = 0;
        let mut tokens = 0;
        for segment in searcher.segment_readers() {
            let postings = segment.inverted_index(field)?;
            tokens += postings.total_num_tokens();
            let norms = segment.get_fieldnorms_reader(field)?;
            segments.push(SegmentField {
                lengths: (0..segment.max_doc())
                    .map(|document| norms.fieldnorm_id(document))
                    .collect(),
                postings,
                first,
            });
            first += segment.max_doc() as usize;
        }
        let average = (tokens as f32 / first.max(1) as f32).max(f32::EPSILON);
        let saturation = (0..LENGTH_CLASSES)
            .map(|class| {
                let length = tantivy::fieldnorm::FieldNormReader::id_to_fieldnorm(class as u8);
                K1 * (1.0 - B + B * length as f32 / average)
            })
            .collect();
        Ok(Self {
            field,
            segments,
            documents: first as f32,
            saturation,
        })
    }

    fn add_terms(
        &self,
        terms: &[QueryTerm],
        factor: f32,
        scores: &mut [f32],
    ) -> tantivy::Result<()> {
        if factor == 0.0 {
            return Ok(());
        }
        for query_term in terms {
            let term = Term::from_field_text(self.field, &query_term.text);
            let found = self.lookup(&term)?;
            let frequency = found.iter().flatten().map(|one| one.doc_freq).sum::<u32>() as f32;
            if frequency == 0.0 {
                continue;
            }
            let rarity = (1.0 + (self.documents - frequency + 0.5) / (frequency + 0.5)).ln();
            let weight = factor * query_term.weight * rarity * (K1 + 1.0);
            for (segment, info) in self.segments.iter().zip(found) {
                if let Some(info) = info {
                    segment.add(&info, weight, &self.saturation, scores)?;
                }
            }
        }
        Ok(())
    }

    /// Where a term's postings are, segment by segment.
    fn lookup(&self, term: &Term) -> tantivy::Result<Vec<Option<TermInfo>>> {
        let segments = self.segments.iter();
        segments
            .map(|segment| Ok(segment.postings.get_term_info(term)?))
            .collect()
    }

    fn frequency(&self, term: &str) -> tantivy::Result<u32> {
        let found = self.lookup(&Term::from_field_text(self.field, term))?;
        Ok(found.iter().flatten().map(|one| one.doc_freq).sum())
    }

    fn has(&self, term: &str, document: usize) -> tantivy::Result<bool> {
        let term = Term::from_field_text(self.field, term);
        for segment in &self.segments {
            let Some(local) = document.checked_sub(segment.first) else {
                continue;
            };
            let postings = segment
                .postings
                .read_postings(&term, IndexRecordOption::Basic)?;
            if let Some(mut postings) = postings
                && local < segment.lengths.len()
            {
                let wanted = local as u32;
                let at = if postings.doc() < wanted {
                    postings.seek(wanted)
                } else {
                    postings.doc()
                };
                return Ok(at == wanted);
            }
        }
        Ok(false)
    }
}

impl SegmentField {
    /// Adds a term's scores, a block of documents at a time.
    fn add(
        &self,
        term: &TermInfo,
        weight: f32,
        saturation: &[f32],
        scores: &mut [f32],
    ) -> std::io::Result<()> {
        let mut blocks = self
            .postings
            .read_block_postings_from_terminfo(term, IndexRecordOption::WithFreqs)?;
        while !blocks.docs().is_empty() {
            for (document, frequency) in blocks.docs().iter().zip(blocks.freqs()) {
                let local = *document as usize;
                let frequency = *frequency as f32;
                let class = self.lengths.get(local).copied().unwrap_or(0);
                let saturation = saturation.get(usize::from(class)).copied().unwrap_or(K1);
                if let Some(score) = scores.get_mut(self.first + local) {
                    *score += weight * frequency / (frequency + saturation);
                }
            }
            blocks.advance();
        }
        Ok(())
    }
}
