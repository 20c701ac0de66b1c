//! What a request carries: JSON alone, or a form of JSON and files ("Uploading Files"). Made once, so that a
//! request that is sent again carries the same bytes.

use reqwest::header::HeaderValue;
use serde_json::Value;

use super::attachment::Files;

/// The body of a request.
#[derive(Debug, Clone)]
pub struct Body {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What they are.
    pub content_type: HeaderValue,
}

impl Body {
    /// JSON alone.
    pub fn json(json: &Value) -> Self {
        Self {
            bytes: json.to_string().into_bytes(),
            content_type: HeaderValue::from_static("application/json"),
        }
    }

    /// JSON, and the files of a message where it has any.
    pub fn with_files(json: &Value, files: &Files) -> Self {
        match files.is_empty() {
            true => Self::json(json),
            false => Self::form(json, files),
        }
    }

    fn form(json: &Value, files: &Files) -> Self {
        let json = json.to_string();
        let boundary = boundary(&json, files);
        let mut bytes = Vec::with_capacity(json.len() + files.size() + 1024);
        let head = "name=\"payload_json\"\r\nContent-Type: application/json";
        add_part(&mut bytes, &boundary, head, json.as_bytes());
        for (number, file) in files.list().iter().enumerate() {
            let head = format!("name=\"files[{number}]\"; filename=\"{}\"", file.name());
            add_part(&mut bytes, &boundary, &head, &file.bytes);
        }
        bytes.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        let content_type = format!("multipart/form-data; boundary={boundary}");
        Self {
            bytes,
            // A boundary has hexadecimal digits alone.
            content_type: HeaderValue::from_str(&content_type)
                .unwrap_or_else(|_| HeaderValue::from_static("multipart/form-data")),
        }
    }
}

/// What stands between the parts: a hash of them all, so that it does not stand in one.
fn boundary(json: &str, files: &Files) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(json.as_bytes());
    for file in files.list() {
        hasher.update(&file.bytes);
    }
    hasher.finalize().to_hex().to_string()
}

fn add_part(bytes: &mut Vec<u8>, boundary: &str, head: &str, content: &[u8]) {
    let head = format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
    bytes.extend_from_slice(head.as_bytes());
    bytes.extend_from_slice(content);
    bytes.extend_from_slice(b"\r\n");
}

#[cfg(test)]
mod tests {
    use futures_util::stream;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::Body;
    use crate::discord::attachment::{Attachment, Files};

    /// Reads a form as another program does: names of parts, names of files, contents.
    fn read(body: &Body) -> Vec<(String, Option<String>, Vec<u8>)> {
        let boundary = multer::parse_boundary(body.content_type.to_str().unwrap()).unwrap();
        let whole = stream::iter([Ok::<_, std::io::Error>(body.bytes.clone())]);
        let mut form = multer::Multipart::new(whole, boundary);
        let mut parts = Vec::new();
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        runtime.unwrap().block_on(async {
            while let Some(part) = form.next_field().await.unwrap() {
                let name = part.name().unwrap().to_owned();
                let file = part.file_name().map(str::to_owned);
                parts.push((name, file, part.bytes().await.unwrap().to_vec()));
            }
        });
        parts
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(50))]

        #[test]
        fn a_form_is_read_back_byte_for_byte(
            text in ".{0,60}",
            contents in proptest::collection::vec(
                proptest::collection::vec(any::<u8>(), 1..200), 1..10),
        ) {
            let json = json!({"content": text});
            let files = contents.iter().enumerate();
            let files = files.map(|(at, bytes)| Attachment::new(&format!("{at}.csv"), bytes.clone(), ""));
            let files = Files::new(files.collect()).unwrap();
            let body = Body::with_files(&json, &files);
            let parts = read(&body);
            prop_assert_eq!(parts.len(), contents.len() + 1);
            prop_assert_eq!(&parts[0].0, "payload_json");
            prop_assert_eq!(serde_json::from_slice::<Value>(&parts[0].2).unwrap(), json);
            for (at, (part, content)) in parts[1..].iter().zip(&contents).enumerate() {
                prop_assert_eq!(&part.0, &format!("files[{at}]"));
                prop_assert_eq!(part.1.clone(), Some(format!("{at}.csv")));
                prop_assert_eq!(&part.2, content);
            }
        }
    }

    #[test]
    fn without_files_it_is_json() {
        let body = Body::with_files(&json!({"a": 1}), &Files::default());
        assert_eq!(body.content_type, "application/json");
        assert_eq!(body.bytes, br#"{"a":1}"#);
    }
}
