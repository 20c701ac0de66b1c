//! Bodies of requests: JSON, or a form of JSON and files, taken apart as Discord does.

use std::sync::Arc;

use axum::body::Bytes;
use axum::http::HeaderMap;
use serde_json::Value;

/// The most bytes of a request ("Uploading Files").
pub const MOST_TOGETHER: usize = 25 * 1024 * 1024;

/// What a request carries.
#[derive(Debug, Default)]
pub struct Upload {
    /// The JSON; null when there is no body.
    pub json: Value,
    /// The files in order.
    pub files: Vec<File>,
}

/// A file of a form.
#[derive(Clone, Debug)]
pub struct File {
    /// The number in `files[n]`.
    pub number: u64,
    /// The name that the form gives it.
    pub name: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

/// Takes a body apart.
pub async fn parse(headers: &HeaderMap, bytes: Bytes) -> Result<Upload, String> {
    if bytes.is_empty() {
        return Ok(Upload::default());
    }
    let kinds: Vec<&str> = headers
        .get_all("content-type")
        .iter()
        .filter_map(|kind| kind.to_str().ok())
        .collect();
    match kinds.as_slice() {
        [kind] if kind.starts_with("application/json") => Ok(Upload {
            json: json(&bytes)?,
            files: Vec::new(),
        }),
        [kind] if kind.starts_with("multipart/form-data") => form(kind, bytes).await,
        kinds => Err(format!("the content types {kinds:?} are not modeled")),
    }
}

async fn form(kind: &str, bytes: Bytes) -> Result<Upload, String> {
    let broken = |error: multer::Error| format!("the form is broken: {error}");
    let boundary = multer::parse_boundary(kind).map_err(broken)?;
    let whole = futures_util::stream::iter([Ok::<Bytes, std::io::Error>(bytes)]);
    let mut parts = multer::Multipart::new(whole, boundary);
    let mut upload = None;
    let mut files: Vec<File> = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let part_name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let content = part.bytes().await.map_err(broken)?;
        if part_name == "payload_json" {
            if upload.replace(json(&content)?).is_some() {
                return Err("payload_json twice".to_owned());
            }
            continue;
        }
        let number = part_name.strip_prefix("files[");
        let number = number.and_then(|rest| rest.strip_suffix(']')?.parse().ok());
        let (Some(number), Some(name)) = (number, file_name) else {
            return Err(format!("a part {part_name:?} that is no file"));
        };
        if files.iter().any(|file| file.number == number) {
            return Err(format!("{part_name} twice"));
        }
        let bytes = Arc::from(&content[..]);
        files.push(File {
            number,
            name,
            bytes,
        });
    }
    let json = upload.ok_or("a form without payload_json")?;
    Ok(Upload { json, files })
}

fn json(bytes: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(bytes).map_err(|error| format!("the body is no JSON: {error}"))
}
