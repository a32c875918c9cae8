//! Multipart forms and the requests that they encode.

use vox_core::prelude::*;
use vox_core::server::{Form, ServerMethod};

use super::MARKER;

/// Uploads a file.
#[derive(Debug, PartialEq, VoxMethod)]
#[vox_method(name = "UploadThing", response = (), kind = write)]
struct UploadThing {
    /// A text.
    text: Option<String>,
    /// A file.
    file: Option<File>,
}

/// A body, after a line with its content type, is decoded or rejected, and a request survives encoding.
pub(super) fn run(input: &[u8]) {
    let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(input.len());
    let content_type = String::from_utf8_lossy(&input[..end]);
    let body = input.get(end + 1..).unwrap_or_default().to_vec();
    let form = match Form::from_body(Some(&content_type), body) {
        Ok(form) => form,
        Err(error) => return super::assert_safe_to_print(&error),
    };
    let Ok(request) = UploadThing::decode(&form) else { return };
    if request.validate().is_err() || request.file.as_ref().is_some_and(is_ambiguous) {
        return;
    }
    let written = request.to_form();
    let content_type = written.content_type();
    let again = Form::from_body(content_type.to_str().ok(), written.into_bytes()).expect("a form is decoded");
    assert_eq!(UploadThing::decode(&again), Ok(request));
}

/// Whether a reader would take the file for another: for a text, or its name for one with escapes.
fn is_ambiguous(file: &File) -> bool {
    match file.name() {
        Some(name) => name.contains(['%', '\\']),
        None => file.content_type().to_ascii_lowercase().starts_with("text/plain"),
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let part = |head: &str, content: &str| {
        format!("--B\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n")
    };
    let text = part("name=\"text\"", MARKER);
    let latin = part("name=text\r\nContent-Type: text/plain; charset=ISO-8859-1", "a");
    let file = part(
        "name=\"file\"; filename=\"a%22.csv\"\r\nContent-Type: text/csv",
        "1;2\r\n--vox-form-boundary-0",
    );
    let plain = part("filename=a; name=file", "");
    let body = |parts: &[&str]| format!("multipart/form-data; boundary=B\n{}--B--\r\n", parts.concat());
    [
        body(&[&text, &file]),
        body(&[&latin, &plain]),
        body(&[&file, &file, &text, &text]),
        body(&[]),
        format!("application/x-www-form-urlencoded\ntext={MARKER}&file=a%3Bb"),
        format!("text/xml\n<{MARKER}/>"),
    ]
    .map(String::into_bytes)
    .into()
}
