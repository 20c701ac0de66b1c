//! The fields of the two indexes. Texts come as tokens from `text`; tantivy stores only what scoring needs.

use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// Fields of the passage index.
#[derive(Debug, Clone, Copy)]
pub(super) struct PassageFields {
    /// The passage's number.
    pub number: Field,
    /// Titles and breadcrumbs.
    pub heading: TextFields,
    /// The text.
    pub body: TextFields,
    /// All questions that the passage answers.
    pub asked: TextFields,
}

/// Fields of the question index.
#[derive(Debug, Clone, Copy)]
pub(super) struct QuestionFields {
    /// The number of the passage that answers the question.
    pub number: Field,
    /// The question.
    pub question: TextFields,
}

/// One text, analyzed in three ways.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextFields {
    /// Words of the segmenter.
    pub words: Field,
    /// Characters and pairs of characters.
    pub grams: Field,
    /// English stems.
    pub english: Field,
}

pub(super) fn passage_schema() -> (Schema, PassageFields) {
    let mut builder = Schema::builder();
    let fields = PassageFields {
        number: builder.add_u64_field("passage", FAST),
        heading: text_fields(&mut builder, "heading"),
        body: text_fields(&mut builder, "body"),
        asked: text_fields(&mut builder, "asked"),
    };
    (builder.build(), fields)
}

pub(super) fn question_schema() -> (Schema, QuestionFields) {
    let mut builder = Schema::builder();
    let fields = QuestionFields {
        number: builder.add_u64_field("passage", FAST),
        question: text_fields(&mut builder, "question"),
    };
    (builder.build(), fields)
}

fn text_fields(builder: &mut tantivy::schema::SchemaBuilder, name: &str) -> TextFields {
    let options = || {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs),
        )
    };
    TextFields {
        words: builder.add_text_field(&format!("{name}_words"), options()),
        grams: builder.add_text_field(&format!("{name}_grams"), options()),
        english: builder.add_text_field(&format!("{name}_english"), options()),
    }
}
