//! The product: one value that asks, looks up and publishes. Holds the live generation of the index.

use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::civil::DateTime;

use crate::answer::{self, Answer, Asker, Evidence, ExplainedPassage, Explanation, RankedPassage};
use crate::config::Config;
use crate::knowledge::{self, Catalog, Found, Knowledge, KnowledgeFiles, PassageId};
use crate::profile::{Company, Listener, Told};
use crate::question::{Language, Query, Reader};
use crate::search::{Built, Contents, Difference, Generations, IndexError, Stamp};
use crate::text;

/// A question with what is known about its asker.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// The words.
    pub text: String,
    /// The language to answer in; found from the words when not given.
    pub language: Option<Language>,
    /// What is known of the asker's company; the words may tell more.
    pub company: Company,
}

impl Question {
    /// Returns a question in the language of its words, of a company about which nothing is known.
    pub fn of(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

/// Answers questions from the published knowledge.
pub struct Adviser {
    config: Config,
    generations: Generations,
    /// The generation in use. Whoever answers holds their own `Arc`; publishing swaps it.
    live: RwLock<Arc<Live>>,
}

/// One generation, ready to answer.
pub struct Live {
    /// Its name.
    pub generation: String,
    /// What it was built with.
    pub stamp: Stamp,
    /// Its knowledge.
    pub knowledge: Knowledge,
    /// The ways through it.
    pub catalog: Catalog,
    reader: Reader,
    listener: Listener,
    index: crate::search::SearchIndex,
}

/// What happens while the adviser is opened, for whoever shows progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The index is built because there is none.
    BuildingFirst,
    /// The index is built again because it cannot be trusted or is of another version.
    Rebuilding,
    /// Done.
    Built,
}

/// Why a question got no answer.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// The question has no words at all.
    #[error("the question is empty")]
    Empty,
    /// The index failed.
    #[error("the index cannot be searched")]
    Search(#[from] IndexError),
}

/// How many passages an explanation shows.
const EXPLAINED_PASSAGES: usize = 5;

impl Adviser {
    /// Opens the published index, or builds it. An index folder that cannot be written is no reason not
    /// to answer: the index then lives in memory.
    ///
    /// # Errors
    /// When the knowledge cannot be read at all or indexing fails.
    pub fn open(config: Config, progress: &dyn Fn(Progress)) -> Result<Self, IndexError> {
        let generations = Generations::new(config.index.folder.clone(), config.index.keep);
        let build = |reason: Option<&IndexError>| {
            progress(match reason {
                Some(IndexError::Missing(_)) | None => Progress::BuildingFirst,
                Some(_) => Progress::Rebuilding,
            });
            let built = build(&files(&config)?);
            progress(Progress::Built);
            built
        };
        let contents = match generations.open_or_build(|reason| build(Some(reason))) {
            Err(IndexError::Io { .. }) => build(None)?.into_contents(),
            opened => opened?,
        };
        Ok(Self {
            live: RwLock::new(Arc::new(Live::new(contents))),
            generations,
            config,
        })
    }

    /// Answers one question at a moment (Japan Standard Time). This is the whole product.
    ///
    /// # Errors
    /// When the question is empty, or the index fails.
    pub fn ask(&self, question: &Question, moment: DateTime) -> Result<Answer, AskError> {
        let live = self.live();
        let told = live.told(question);
        let query = live.read(question, told.as_ref())?;
        let company = match &told {
            Some(told) => question.company.with(&told.company),
            None => question.company.clone(),
        };
        let (ranked, coverage) = live.search(&query, &self.config)?;
        let evidence = Evidence {
            knowledge: &live.knowledge,
            catalog: &live.catalog,
            ranked: &ranked,
            coverage,
            company: company.is_described().then_some(Asker {
                company: &company,
                is_told: told.is_some(),
            }),
        };
        Ok(answer::compose(
            &query,
            &evidence,
            &self.config.answer,
            moment,
        ))
    }

    /// Explains how a question was read and why passages won or lost.
    ///
    /// # Errors
    /// As for [`Adviser::ask`].
    pub fn explain(&self, question: &Question) -> Result<Explanation, AskError> {
        let live = self.live();
        let query = live.read(question, live.told(question).as_ref())?;
        live.explain(&query, &self.config)
    }

    /// Returns the generation in use; it stays as it is while it is held.
    pub fn live(&self) -> Arc<Live> {
        let live = self.live.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&live)
    }

    /// Returns whether the knowledge folder differs from the published knowledge.
    pub fn has_unpublished_changes(&self) -> bool {
        files(&self.config).is_ok_and(|files| files.fingerprint() != self.live().stamp.knowledge)
    }

    /// Builds and publishes a new generation from the knowledge folder.
    ///
    /// # Errors
    /// When another process builds, or building fails; the old generation stays.
    pub fn publish(&self, built: Built) -> Result<Difference, IndexError> {
        let contents = self.generations.publish(built)?;
        Ok(self.swap(contents))
    }

    /// Goes back to an older generation.
    ///
    /// # Errors
    /// When there is none or it is damaged.
    pub fn roll_back(&self, to: Option<&str>) -> Result<Difference, IndexError> {
        let contents = self.generations.roll_back(to)?;
        Ok(self.swap(contents))
    }

    fn swap(&self, contents: Contents) -> Difference {
        let live = Arc::new(Live::new(contents));
        let difference = Difference::between(&self.live().knowledge, &live.knowledge);
        *self.live.write().unwrap_or_else(PoisonError::into_inner) = live;
        difference
    }

    /// Returns the settings.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Returns the generations on disk.
    pub fn generations(&self) -> &Generations {
        &self.generations
    }
}

/// Reads the knowledge files: the folder when it exists, else the knowledge inside the program.
///
/// # Errors
/// When the folder exists and cannot be listed.
pub fn files(config: &Config) -> Result<KnowledgeFiles, IndexError> {
    let folder: &Path = &config.knowledge.folder;
    if !folder.is_dir() {
        return Ok(knowledge::embedded_files());
    }
    knowledge::folder_files(folder).map_err(|source| IndexError::Io {
        path: folder.to_owned(),
        source,
    })
}

/// Parses the files and builds a generation in memory from all that can be read.
///
/// # Errors
/// When indexing fails.
pub fn build(files: &KnowledgeFiles) -> Result<Built, IndexError> {
    Built::new(
        knowledge::parse(files),
        files.fingerprint(),
        jiff::Timestamp::now().to_string(),
    )
}

impl Live {
    fn new(contents: Contents) -> Self {
        Self {
            generation: contents.name,
            stamp: contents.stamp,
            catalog: Catalog::new(&contents.knowledge),
            reader: Reader::new(&contents.knowledge, contents.learned),
            listener: Listener::default(),
            knowledge: contents.knowledge,
            index: contents.index,
        }
    }

    /// Returns a passage by its id.
    pub fn found(&self, id: &PassageId) -> Option<Found<'_>> {
        let number = self.catalog.number(&id.comparable())?;
        self.catalog.found(&self.knowledge, number)
    }

    /// What the words tell of the asker's company.
    fn told(&self, question: &Question) -> Option<Told> {
        self.listener.told(&question.text, &self.knowledge.facets)
    }

    fn read(&self, question: &Question, told: Option<&Told>) -> Result<Query, AskError> {
        let text = told.map_or(question.text.as_str(), |told| told.rest.as_str());
        let language = || told.map(|_| Language::of(&text::folded(&question.text)));
        let query = self.reader.read(text, question.language.or_else(language));
        match query.normalized.trim().is_empty() {
            true => Err(AskError::Empty),
            false => Ok(query),
        }
    }

    fn search(
        &self,
        query: &Query,
        config: &Config,
    ) -> Result<(Vec<RankedPassage<'_>>, f32), AskError> {
        let hits = self
            .index
            .retrieve(query, &config.search.weights, config.search.candidates)
            .map_err(IndexError::from)?;
        let ranked = answer::rank(&self.knowledge, &self.catalog, query, &hits);
        let coverage = match ranked.first() {
            Some(best) => self
                .index
                .coverage(query, best.found.number)
                .map_err(IndexError::from)?,
            None => 0.0,
        };
        Ok((ranked, coverage))
    }

    fn explain(&self, query: &Query, config: &Config) -> Result<Explanation, AskError> {
        let weights = &config.search.weights;
        let hits = self
            .index
            .retrieve(query, weights, config.search.candidates)
            .map_err(IndexError::from)?;
        let ranked = answer::rank(&self.knowledge, &self.catalog, query, &hits);
        let mut passages = Vec::new();
        for passage in ranked.iter().take(EXPLAINED_PASSAGES) {
            let number = passage.found.number;
            let hit = hits.iter().find(|hit| hit.passage == number);
            passages.push(ExplainedPassage {
                id: passage.found.id(),
                score: passage.score,
                factors: passage.factors.clone(),
                question_score: hit.map_or(0.0, |hit| hit.question_score),
                likeness_score: hit.map_or(0.0, |hit| hit.likeness_score),
                coverage: self
                    .index
                    .coverage(query, number)
                    .map_err(IndexError::from)?,
                hit: self
                    .index
                    .explain(query, weights, number)
                    .map_err(IndexError::from)?,
            });
        }
        Ok(Explanation {
            normalized: query.normalized.clone(),
            language: query.language,
            words: query.words.iter().map(|term| term.text.clone()).collect(),
            additions: query.additions.clone(),
            references: query.references.clone(),
            documents: query.documents.clone(),
            intent: query.intent.clone(),
            floor: config.answer.floor,
            passages,
        })
    }
}
