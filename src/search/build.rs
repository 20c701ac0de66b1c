//! Texts → an index in memory. The same texts give the same scores.

use std::path::PathBuf;

use tantivy::directory::RamDirectory;
use tantivy::indexer::NoMergePolicy;
use tantivy::schema::{Field, Schema};
use tantivy::tokenizer::{PreTokenizedString, Token as TantivyToken};
use tantivy::{
    Directory, Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Searcher,
    TantivyDocument,
};

use super::likeness::Likeness;
use super::retrieve::Weights;
use super::schema::{PassageFields, QuestionFields, TextFields, passage_schema, question_schema};
use super::score::TextScorer;
use crate::knowledge::{Document, Knowledge, Passage};
use crate::text::{self, Token};

/// Memory that the writer may fill before it starts another segment, in bytes.
const WRITER_MEMORY_BYTES: usize = 256 << 20;

/// The texts of one passage, as they are searched.
#[derive(Debug, Clone, Default)]
pub struct Indexable {
    /// Titles and breadcrumbs.
    pub heading: String,
    /// The text.
    pub body: String,
    /// Questions it answers, Japanese and English.
    pub asked: Vec<String>,
}

impl Indexable {
    /// The texts of a passage: what a reader of either language may ask with.
    pub fn of(document: &Document, passage: &Passage) -> Self {
        let above = document
            .passages
            .iter()
            .find(|above| passage.is_part() && above.id == passage.section)
            .map_or("", |above| above.title.as_str());
        let heading = [
            document.short.as_str(),
            above,
            passage.id.as_str(),
            passage.title.as_str(),
            passage.title_ja.as_deref().unwrap_or_default(),
            passage.title_en.as_str(),
        ];
        let body = [
            passage.body.as_str(),
            passage.summary_en.as_str(),
            passage.summary_ja.as_deref().unwrap_or_default(),
        ];
        Self {
            heading: heading.join("\n"),
            body: body.join("\n"),
            asked: passage
                .asked
                .iter()
                .chain(&passage.asked_en)
                .cloned()
                .collect(),
        }
    }
}

/// An index in memory, ready to be searched.
pub struct SearchIndex {
    pub(super) passages: OpenIndex<PassageScorers>,
    pub(super) questions: OpenIndex<TextScorer>,
    pub(super) likeness: Likeness,
}

/// One tantivy index with everything that scoring reads.
pub(super) struct OpenIndex<S> {
    /// The scorers of its text fields.
    pub scorers: S,
    /// The passage number of each document, in the order of the segments.
    pub numbers: Vec<usize>,
    directory: RamDirectory,
    index: Index,
}

/// The scorers of the passage index.
pub(super) struct PassageScorers {
    /// Of titles and breadcrumbs.
    pub heading: TextScorer,
    /// Of the text.
    pub body: TextScorer,
    /// Of all questions together.
    pub asked: TextScorer,
}

impl PassageScorers {
    fn new(searcher: &Searcher, fields: PassageFields) -> tantivy::Result<Self> {
        Ok(Self {
            heading: TextScorer::new(searcher, fields.heading)?,
            body: TextScorer::new(searcher, fields.body)?,
            asked: TextScorer::new(searcher, fields.asked)?,
        })
    }

    /// Each field's name, scorer and weight: what retrieval adds up and the explanation shows.
    pub fn weighted(&self, weights: &Weights) -> [(&'static str, &TextScorer, f32); 3] {
        [
            ("heading", &self.heading, weights.heading),
            ("body", &self.body, weights.body),
            ("asked", &self.asked, weights.asked),
        ]
    }
}

fn question_scorer(searcher: &Searcher, fields: QuestionFields) -> tantivy::Result<TextScorer> {
    TextScorer::new(searcher, fields.question)
}

/// The files of one tantivy index: name and bytes.
pub(super) type IndexFiles = Vec<(String, Vec<u8>)>;

impl SearchIndex {
    /// Indexes all passages of the knowledge, numbered in reading order.
    ///
    /// # Errors
    /// When tantivy fails, which in memory means that memory ran out.
    pub fn of_knowledge(knowledge: &Knowledge) -> tantivy::Result<Self> {
        let texts = knowledge
            .passages()
            .map(|(document, passage)| Indexable::of(document, passage));
        Ok(Self {
            likeness: Likeness::of(knowledge),
            ..Self::of_texts(texts)?
        })
    }

    /// Indexes texts, numbered in the order in which they come.
    ///
    /// # Errors
    /// As for [`SearchIndex::of_knowledge`].
    pub fn of_texts(texts: impl Iterator<Item = Indexable>) -> tantivy::Result<Self> {
        let (passage_schema, passage_fields) = passage_schema();
        let (question_schema, question_fields) = question_schema();
        let passages = Writer::new(passage_schema)?;
        let questions = Writer::new(question_schema)?;
        for (number, texts) in texts.enumerate() {
            let mut document = TantivyDocument::default();
            document.add_u64(passage_fields.number, number as u64);
            passage_fields.heading.add(&mut document, &texts.heading);
            passage_fields.body.add(&mut document, &texts.body);
            passage_fields
                .asked
                .add(&mut document, &texts.asked.join("\n"));
            passages.writer.add_document(document)?;
            for asked in &texts.asked {
                let mut document = TantivyDocument::default();
                document.add_u64(question_fields.number, number as u64);
                question_fields.question.add(&mut document, asked);
                questions.writer.add_document(document)?;
            }
        }
        Ok(Self {
            passages: passages.finish(passage_fields, PassageScorers::new)?,
            questions: questions.finish(question_fields, question_scorer)?,
            likeness: Likeness::default(),
        })
    }

    /// Opens an index from its files.
    pub(super) fn of_files(
        passages: IndexFiles,
        questions: IndexFiles,
        likeness: Likeness,
    ) -> tantivy::Result<Self> {
        Ok(Self {
            passages: OpenIndex::of_files(passages, passage_schema(), PassageScorers::new)?,
            questions: OpenIndex::of_files(questions, question_schema(), question_scorer)?,
            likeness,
        })
    }

    /// The files of the passage index and of the question index.
    pub(super) fn files(&self) -> tantivy::Result<(IndexFiles, IndexFiles)> {
        Ok((self.passages.files()?, self.questions.files()?))
    }
}

impl TextFields {
    fn add(&self, document: &mut TantivyDocument, text: &str) {
        let normalized = text::folded(text);
        add_tokens(document, self.words, text::word_tokens(&normalized));
        add_tokens(document, self.grams, text::gram_tokens(&normalized));
        add_tokens(document, self.english, text::english_tokens(&normalized));
    }
}

fn add_tokens(document: &mut TantivyDocument, field: Field, tokens: Vec<Token>) {
    let tokens = tokens
        .into_iter()
        .enumerate()
        .map(|(position, token)| TantivyToken {
            offset_from: token.start,
            offset_to: token.end,
            position,
            text: token.text,
            position_length: 1,
        })
        .collect();
    let text = PreTokenizedString {
        text: String::new(),
        tokens,
    };
    document.add_pre_tokenized_text(field, text);
}

struct Writer {
    directory: RamDirectory,
    index: Index,
    writer: IndexWriter,
}

impl Writer {
    fn new(schema: Schema) -> tantivy::Result<Self> {
        let directory = RamDirectory::create();
        let index = Index::create(directory.clone(), schema, IndexSettings::default())?;
        // One thread and no merging keep the documents in the order in which they came.
        let writer = index.writer_with_num_threads(1, WRITER_MEMORY_BYTES)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        Ok(Self {
            directory,
            index,
            writer,
        })
    }

    fn finish<F, S>(
        mut self,
        fields: F,
        scorers: MakeScorers<F, S>,
    ) -> tantivy::Result<OpenIndex<S>> {
        self.writer.commit()?;
        self.writer.wait_merging_threads()?;
        OpenIndex::new(self.directory, self.index, fields, scorers)
    }
}

type MakeScorers<F, S> = fn(&Searcher, F) -> tantivy::Result<S>;

impl<S> OpenIndex<S> {
    fn new<F>(
        directory: RamDirectory,
        index: Index,
        fields: F,
        scorers: MakeScorers<F, S>,
    ) -> tantivy::Result<Self> {
        let reader: IndexReader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let searcher = reader.searcher();
        let mut numbers = Vec::new();
        for segment in searcher.segment_readers() {
            let column = segment.fast_fields().u64("passage")?;
            numbers.extend(
                (0..segment.max_doc()).map(|doc| column.first(doc).unwrap_or_default() as usize),
            );
        }
        Ok(Self {
            scorers: scorers(&searcher, fields)?,
            numbers,
            directory,
            index,
        })
    }

    fn of_files<F>(
        files: IndexFiles,
        (schema, fields): (Schema, F),
        scorers: MakeScorers<F, S>,
    ) -> tantivy::Result<Self> {
        let directory = RamDirectory::create();
        for (name, bytes) in files {
            directory.atomic_write(&PathBuf::from(name), &bytes)?;
        }
        let index = Index::open(directory.clone())?;
        if index.schema() != schema {
            return Err(tantivy::TantivyError::SchemaError(
                "the index was built with another schema".to_owned(),
            ));
        }
        Self::new(directory, index, fields, scorers)
    }

    fn files(&self) -> tantivy::Result<IndexFiles> {
        let mut paths: Vec<PathBuf> = self
            .index
            .directory()
            .list_managed_files()
            .into_iter()
            .collect();
        paths.sort();
        let mut files = Vec::new();
        for path in paths {
            // The list may name files that tantivy has already removed.
            if self.directory.exists(&path)? {
                let bytes = self.directory.open_read(&path)?.read_bytes()?;
                files.push((path.to_string_lossy().into_owned(), bytes.to_vec()));
            }
        }
        Ok(files)
    }
}
