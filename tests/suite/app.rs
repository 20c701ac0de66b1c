//! Advisers and the program itself, opened for a test: over the shipped knowledge or over the small one.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::UNIX_EPOCH;

use jiff::civil::{DateTime, date};
use sonae::adviser::{Adviser, Question};
use sonae::answer::Answer;
use sonae::config::Config;
use sonae::knowledge::PassageId;
use sonae::search::{Generations, IndexError};
use tempfile::TempDir;

use crate::small;

/// A Tuesday morning in office hours, when windows are open.
pub fn moment() -> DateTime {
    date(2026, 11, 24).at(10, 0, 0, 0)
}

/// An adviser with folders of its own.
pub struct TestApp {
    pub adviser: Adviser,
    pub folders: Folders,
}

/// A knowledge folder, an index folder and the `config.toml` that names both.
pub struct Folders {
    pub knowledge: PathBuf,
    root: PathBuf,
    _keeper: Keeper,
}

/// What keeps the root there while it is in use.
enum Keeper {
    Temporary { _folder: TempDir },
    Shared { _lock: File },
}

/// The adviser over the shipped knowledge; its index is built once for the process.
pub fn shipped() -> &'static TestApp {
    static SHIPPED: OnceLock<TestApp> = OnceLock::new();
    SHIPPED.get_or_init(|| TestApp::open(Folders::shipped()))
}

/// A new adviser over its own copy of the small knowledge.
pub fn small() -> TestApp {
    TestApp::open(Folders::small())
}

/// The folder of the repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl TestApp {
    pub fn open(folders: Folders) -> Self {
        let adviser = Adviser::open(folders.config(), &|_| ()).unwrap();
        Self { adviser, folders }
    }

    pub fn ask(&self, text: &str) -> Answer {
        ask(&self.adviser, text)
    }

    /// The first sections found, as `document#section`, whatever the decision was.
    pub fn sections(&self, text: &str) -> Vec<String> {
        let live = self.adviser.live();
        let section = |id: &PassageId| live.found(id).unwrap().section_id().to_string();
        self.ask(text).ranked.iter().map(section).collect()
    }
}

/// Asks a question that is not empty.
pub fn ask(adviser: &Adviser, text: &str) -> Answer {
    adviser.ask(&question(text), moment()).unwrap()
}

/// A question in the language of its words.
pub fn question(text: &str) -> Question {
    Question::of(text)
}

impl Folders {
    /// The small knowledge, copied.
    pub fn small() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_owned();
        let knowledge = root.join("knowledge");
        small::write(&knowledge);
        Self::new(root, knowledge, Keeper::Temporary { _folder: folder })
    }

    /// The shipped knowledge. The folder lies in the target folder and is shared by all processes of
    /// this build of the suite; those of other builds are removed when nobody uses them.
    fn shipped() -> Self {
        const PREFIX: &str = "shipped-";
        const IN_USE: &str = "in-use";
        let knowledge = repository().join("knowledge");
        let parent = Path::new(env!("CARGO_TARGET_TMPDIR"));
        fs::create_dir_all(parent).unwrap();
        let tidying = File::create(parent.join("tidying")).unwrap();
        tidying.lock().unwrap();
        let root = parent.join(format!("{PREFIX}{}", key_of_build(&knowledge)));
        for entry in fs::read_dir(parent).unwrap().flatten() {
            let is_other =
                entry.path() != root && entry.file_name().to_string_lossy().starts_with(PREFIX);
            let lock = File::open(entry.path().join(IN_USE));
            if is_other && lock.is_ok_and(|lock| lock.try_lock().is_ok()) {
                fs::remove_dir_all(entry.path()).unwrap();
            }
        }
        fs::create_dir_all(&root).unwrap();
        let lock = File::create(root.join(IN_USE)).unwrap();
        lock.lock_shared().unwrap();
        Self::new(root, knowledge, Keeper::Shared { _lock: lock })
    }

    fn new(root: PathBuf, knowledge: PathBuf, keeper: Keeper) -> Self {
        let folders = Self {
            knowledge,
            root,
            _keeper: keeper,
        };
        let settings = format!(
            "[knowledge]\nfolder = {:?}\n[index]\nfolder = {:?}\n",
            folders.knowledge,
            folders.index()
        );
        fs::write(folders.config_file(), settings).unwrap();
        folders
    }

    /// A path of its own for whatever a test writes.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    pub fn index(&self) -> PathBuf {
        self.path("index")
    }

    pub fn config_file(&self) -> PathBuf {
        self.path("config.toml")
    }

    pub fn config(&self) -> Config {
        Config::read(Some(&self.config_file())).unwrap()
    }

    pub fn generations(&self) -> Generations {
        Generations::new(self.index(), 3)
    }

    /// Builds and publishes a generation from the knowledge as it is now; returns its name.
    pub fn publish(&self) -> Result<String, IndexError> {
        let files = sonae::knowledge::folder_files(&self.knowledge).unwrap();
        let built = sonae::adviser::build(&files)?;
        Ok(self.generations().publish(built)?.name)
    }

    /// The program with these folders, in English, with nothing inherited that changes its output.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sonae"));
        for name in [
            "LC_ALL",
            "LC_MESSAGES",
            "LANG",
            "NO_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
        ] {
            command.env_remove(name);
        }
        command
            .env("SONAE_LANG", "en")
            .arg("--config")
            .arg(self.config_file())
            .args(arguments)
            .current_dir(&self.root)
            .stdin(Stdio::null());
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, arguments: &[&str]) -> Finished {
        Finished::of(self.command(arguments).output().unwrap())
    }
}

/// Another build of the suite or another knowledge has another key.
fn key_of_build(knowledge: &Path) -> String {
    let suite = fs::metadata(std::env::current_exe().unwrap()).unwrap();
    let built = suite
        .modified()
        .unwrap()
        .duration_since(UNIX_EPOCH)
        .unwrap();
    let fingerprint = sonae::knowledge::folder_files(knowledge)
        .unwrap()
        .fingerprint();
    format!("{}-{}", built.as_nanos(), fingerprint.get(..16).unwrap())
}

/// What a run of the program left.
#[derive(Debug)]
pub struct Finished {
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Finished {
    pub fn of(output: Output) -> Self {
        Self {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The standard output as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Expects an exit status and returns what was printed.
    pub fn with_status(self, expected: i32) -> Self {
        assert_eq!(self.status, Some(expected), "{self:?}");
        self
    }
}
