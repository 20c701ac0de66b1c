//! The program under test as a child process: started against a fake, its output kept, its end awaited.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::Fake;

/// A running program; it is killed when this is dropped.
pub struct BotProcess {
    child: Child,
    output: Arc<Mutex<Vec<u8>>>,
    readers: Vec<JoinHandle<()>>,
    _folder: Option<tempfile::TempDir>,
    folder: PathBuf,
}

impl BotProcess {
    /// Starts `program bot` against a fake, in a new folder that holds this `config.toml`.
    pub fn start(program: &str, fake: &Fake, config: &str) -> BotProcess {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("config.toml"), config).expect("a file");
        let path = folder.path().to_owned();
        let mut bot = BotProcess::start_in(program, fake, &path, &["bot"], &[]);
        bot._folder = Some(folder);
        bot
    }

    /// Starts the program in a folder that the test keeps, with these arguments and further environment
    /// variables; an empty value removes one.
    pub fn start_in(
        program: &str,
        fake: &Fake,
        folder: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> BotProcess {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(folder)
            .env("DISCORD_TOKEN", fake.token())
            .env("DISCORD_API_BASE", fake.api_base())
            // Dropped gateway events are told at debug level only; see `log_contains`.
            .env("RUST_LOG", "info,sonae=debug,serenity=debug")
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        for (name, value) in environment {
            match *value {
                "" => command.env_remove(name),
                value => command.env(name, value),
            };
        }
        let mut child = command.spawn().expect("the program starts");
        let output = Arc::new(Mutex::new(Vec::new()));
        let readers = [
            keep(child.stdout.take(), &output),
            keep(child.stderr.take(), &output),
        ];
        BotProcess {
            child,
            output,
            readers: readers.into_iter().flatten().collect(),
            _folder: None,
            folder: folder.to_owned(),
        }
    }

    /// Returns the folder in which it runs.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Returns all that it printed so far, on both streams.
    pub fn output(&self) -> String {
        let output = self.output.lock().unwrap_or_else(|held| held.into_inner());
        String::from_utf8_lossy(&output).into_owned()
    }

    /// Returns whether a text was printed.
    pub fn log_contains(&self, text: &str) -> bool {
        self.output().contains(text)
    }

    /// Returns the lines that tell of gateway events which the bot could not read.
    pub fn unread_events(&self) -> Vec<String> {
        let output = self.output();
        let marks = ["nknown event", "Err deserializing"];
        let unread = output
            .lines()
            .filter(|line| marks.iter().any(|mark| line.contains(mark)));
        unread.map(str::to_owned).collect()
    }

    /// Asks it to end, as an operator does.
    pub fn terminate(&self) {
        self.signal("-TERM");
    }

    /// Sends a signal, such as `-KILL`.
    pub fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        let _ = Command::new("kill").args([signal, &id]).status();
    }

    /// Returns how it ended, if it did.
    pub fn exit_status(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Waits for its end and for all that it printed.
    pub async fn wait_exit(&mut self, timeout: Duration) -> Option<ExitStatus> {
        let deadline = Instant::now() + timeout;
        loop {
            if let Some(status) = self.exit_status() {
                for reader in self.readers.drain(..) {
                    let _ = reader.join();
                }
                return Some(status);
            }
            if Instant::now() > deadline {
                return None;
            }
            // A child's end cannot be awaited without a signal handler of its own.
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Waits until a text was printed.
    pub async fn wait_log(&self, text: &str, timeout: Duration) -> bool {
        let deadline = Instant::now() + timeout;
        while !self.log_contains(text) {
            if Instant::now() > deadline {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        true
    }

    /// Returns its resident memory in bytes, where the system tells.
    pub fn resident_bytes(&self) -> Option<u64> {
        let statm = std::fs::read_to_string(format!("/proc/{}/statm", self.child.id())).ok()?;
        let pages: u64 = statm.split_whitespace().nth(1)?.parse().ok()?;
        Some(pages * 4096)
    }
}

impl Drop for BotProcess {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn keep(
    stream: Option<impl Read + Send + 'static>,
    output: &Arc<Mutex<Vec<u8>>>,
) -> Option<JoinHandle<()>> {
    let mut stream = stream?;
    let output = Arc::clone(output);
    Some(std::thread::spawn(move || {
        let mut part = [0; 8192];
        while let Ok(count @ 1..) = stream.read(&mut part) {
            let mut output = output.lock().unwrap_or_else(|held| held.into_inner());
            output.extend_from_slice(&part[..count]);
        }
    }))
}
