//! Discord's own OpenAPI document as a validator of request bodies, where the document is at hand.
//!
//! Its object schemas are closed first, so that a misspelled field is found. Known differences between the
//! document and what Discord takes (and serenity sends) are removed from a body before it is checked.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Value, json};

/// The document, ready to be referred to, and the validators made so far.
struct Document {
    registry: Registry<'static>,
    validators: Mutex<HashMap<String, Option<Arc<Validator>>>>,
}

static DOCUMENT: OnceLock<Option<Document>> = OnceLock::new();

/// Returns whether Discord's document is at hand, so that bodies are held against it.
pub fn document_is_present() -> bool {
    document().is_some()
}

/// Prepares the validators of answers, which takes a while each: for those who measure time.
pub fn prepare_document() {
    for (method, template) in [
        (
            "POST",
            "/interactions/{interaction_id}/{interaction_token}/callback",
        ),
        (
            "PATCH",
            "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
        ),
        ("POST", "/channels/{channel_id}/messages"),
    ] {
        complaints(method, template, &json!({}));
    }
}

/// Returns what the document says against a body, or nothing when there is no document or no such body.
pub fn complaints(method: &str, template: &str, body: &Value) -> Option<Vec<String>> {
    let validator = document()?.validator(method, template)?;
    let body = without_known_differences(template, body);
    let errors = validator.iter_errors(&body);
    let told = errors.map(|error| {
        let message: String = error.to_string().chars().take(300).collect();
        format!("{} at {}", message, error.instance_path())
    });
    Some(told.take(5).collect())
}

fn document() -> Option<&'static Document> {
    DOCUMENT.get_or_init(load).as_ref()
}

fn load() -> Option<Document> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/discord/openapi.json");
    let text = std::fs::read_to_string(path).ok()?;
    let mut value: Value = serde_json::from_str(&text).expect("the document is JSON");
    close(&mut value);
    let registry = Registry::new()
        .draft(Draft::Draft202012)
        .add("urn:discord", value)
        .expect("the document has a name")
        .prepare()
        .expect("the document is whole");
    Some(Document {
        registry,
        validators: Mutex::new(HashMap::new()),
    })
}

impl Document {
    fn validator(&'static self, method: &str, template: &str) -> Option<Arc<Validator>> {
        let key = format!("{method} {template}");
        let mut validators = self.validators.lock().expect("no validator panics");
        let made = validators.entry(key).or_insert_with(|| {
            let pointer = template
                .replace('/', "~1")
                .replace('{', "%7B")
                .replace('}', "%7D");
            let method = method.to_lowercase();
            let reference = format!(
                "urn:discord#/paths/{pointer}/{method}/requestBody/content/application~1json/schema"
            );
            let options = jsonschema::options().with_draft(Draft::Draft202012);
            let options = options.with_registry(&self.registry);
            options
                .build(&json!({ "$ref": reference }))
                .ok()
                .map(Arc::new)
        });
        made.clone()
    }
}

/// Closes every object schema that names its properties and is not put together from others.
fn close(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let is_object = fields.get("type").is_some_and(|kind| {
                kind == "object"
                    || kind
                        .as_array()
                        .is_some_and(|kinds| kinds.contains(&json!("object")))
            });
            let is_open =
                !fields.contains_key("allOf") && !fields.contains_key("additionalProperties");
            if is_object && is_open && fields.get("properties").is_some_and(Value::is_object) {
                fields.insert("additionalProperties".to_owned(), json!(false));
            }
            for (_, part) in fields.iter_mut() {
                close(part);
            }
        }
        Value::Array(parts) => parts.iter_mut().for_each(close),
        _ => {}
    }
}

/// Discord takes permissions as decimal strings, and from commands what serenity adds to them.
fn without_known_differences(template: &str, body: &Value) -> Value {
    let mut body = body.clone();
    if template.ends_with("/commands") {
        for command in body.as_array_mut().into_iter().flatten() {
            let bits = command["default_member_permissions"].as_str();
            if let Some(bits) = bits.and_then(|bits| bits.parse::<u64>().ok()) {
                command["default_member_permissions"] = json!(bits);
            }
            if let Value::Object(fields) = command {
                fields.remove("nsfw");
            }
            without_empty_options(command);
        }
    }
    body
}

/// serenity writes every field of an option, whatever its type: null, an empty list or `false`.
fn without_empty_options(value: &mut Value) {
    let Value::Object(fields) = value else {
        return;
    };
    let is_left_out = |name: &str, value: &Value| match name {
        "options" | "choices" | "channel_types" => value == &json!([]),
        "autocomplete" | "required" => value == &json!(false),
        "min_value" | "max_value" | "min_length" | "max_length" => value.is_null(),
        _ => false,
    };
    fields.retain(|name, value| !is_left_out(name, value));
    if let Some(Value::Array(options)) = fields.get_mut("options") {
        options.iter_mut().for_each(without_empty_options);
    }
}
