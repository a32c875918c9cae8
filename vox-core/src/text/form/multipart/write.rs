//! Writes a multipart form.

use std::collections::HashSet;

use memchr::memmem;

use crate::text::form::file::File;
use crate::text::form::write::{Entry, EntryContent};

/// The boundary without its number.
const BOUNDARY: &str = "vox-form-boundary-";

/// The digits of a boundary's number.
const DIGITS: usize = 8;

/// The length of a part's header without the name of the parameter and the properties of the file.
const TYPICAL_HEADER_LEN: usize = 128;

/// A part: its header without line breaks, and its content.
struct Part<'e> {
    header: String,
    content: Content<'e>,
}

enum Content<'e> {
    Text(String),
    File(&'e [u8]),
}

impl Part<'_> {
    fn content(&self) -> &[u8] {
        match &self.content {
            Content::Text(text) => text.as_bytes(),
            Content::File(bytes) => bytes,
        }
    }
}

/// Writes the entries as parts. Returns the form and its boundary, which occurs in no part and depends on nothing else.
pub(in crate::text::form) fn write<'e>(entries: impl Iterator<Item = Entry<'e>>) -> (Vec<u8>, Box<str>) {
    let parts: Vec<Part<'_>> = entries.map(part).collect();
    let boundary = free_boundary(&parts);
    let capacity: usize = parts.iter().map(|part| part.content().len() + TYPICAL_HEADER_LEN).sum();
    let mut form = Vec::with_capacity(capacity + TYPICAL_HEADER_LEN);
    for part in &parts {
        for piece in ["--", &boundary, "\r\nContent-Disposition: form-data; ", &part.header, "\r\n\r\n"] {
            form.extend_from_slice(piece.as_bytes());
        }
        form.extend_from_slice(part.content());
        form.extend_from_slice(b"\r\n");
    }
    form.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    (form, boundary.into())
}

/// A text that was written with an invalid escape, by an implementation of `ParamValue`, is empty.
fn part(entry: Entry<'_>) -> Part<'_> {
    let name = quoted("name", &entry.name.unwrap_or_default());
    match entry.content {
        EntryContent::Text(text) => Part { header: name, content: Content::Text(text.unwrap_or_default()) },
        EntryContent::File(file) => {
            Part { header: format!("{name}{}", file_header(file)), content: Content::File(file.bytes()) }
        }
    }
}

fn file_header(file: &File) -> String {
    let name = file.name().map(|name| format!("; {}", quoted("filename", name))).unwrap_or_default();
    // `validate` rejects an invalid content type. Here it could add headers.
    let content_type = if file.has_valid_content_type() { file.content_type() } else { "" };
    format!("{name}\r\nContent-Type: {content_type}")
}

/// A parameter of a header, with the escapes that browsers write.
fn quoted(name: &str, value: &str) -> String {
    let value = value.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    format!("{name}=\"{value}\"")
}

/// The first boundary that occurs in no part. Headers cannot contain one, as their line breaks are escaped.
fn free_boundary(parts: &[Part<'_>]) -> String {
    let finder = memmem::Finder::new(BOUNDARY);
    let mut taken = HashSet::new();
    for content in parts.iter().map(Part::content) {
        for at in finder.find_iter(content) {
            let digits = content.get(at + BOUNDARY.len()..).and_then(|rest| rest.get(..DIGITS));
            taken.extend(digits.map(<[u8]>::to_vec));
        }
    }
    let mut numbers = (0_u64..).map(|number| format!("{number:0DIGITS$}"));
    let free = numbers.find(|number| !taken.contains(number.as_bytes()));
    format!("{BOUNDARY}{}", free.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::text::form::FormEncoder;
    use crate::text::form::file::File;

    fn written(files: &[(&'static str, File)]) -> (String, String) {
        let mut form = FormEncoder::default();
        form.pair("before", "1 & 2");
        for (name, file) in files {
            form.value(name).file(file);
        }
        form.pair("after", "");
        let form = form.finish();
        let content_type = form.content_type().to_str().unwrap().to_owned();
        (content_type, String::from_utf8(form.into()).unwrap())
    }

    #[test]
    fn parts_follow_the_order_of_the_parameters() {
        let file = File::from("a;b\r\n").with_name("tasks.csv").with_content_type("text/csv");
        let (content_type, form) = written(&[("file_content", file)]);
        assert_eq!(content_type, "multipart/form-data; boundary=vox-form-boundary-00000000");
        assert_eq!(
            form,
            "--vox-form-boundary-00000000\r\nContent-Disposition: form-data; name=\"before\"\r\n\r\n1 & 2\r\n\
             --vox-form-boundary-00000000\r\nContent-Disposition: form-data; name=\"file_content\"; \
             filename=\"tasks.csv\"\r\nContent-Type: text/csv\r\n\r\na;b\r\n\r\n\
             --vox-form-boundary-00000000\r\nContent-Disposition: form-data; name=\"after\"\r\n\r\n\r\n\
             --vox-form-boundary-00000000--\r\n"
        );
    }

    #[test]
    fn names_cannot_end_the_header() {
        let file = File::from("x").with_name("a\"; x=\"\r\nSet: 1").with_content_type("a\r\nSet: 1");
        let (_, form) = written(&[("a", file)]);
        let header = "name=\"a\"; filename=\"a%22; x=%22%0D%0ASet: 1\"\r\nContent-Type: \r\n\r\nx\r\n";
        assert!(form.contains(header), "{form}");
    }

    #[test]
    fn the_boundary_occurs_in_no_part() {
        for (content, number) in [
            ("vox-form-boundary-", "00000000"),
            ("vox-form-boundary-00000000", "00000001"),
            ("vox-form-boundary-000000000\r\n--vox-form-boundary-00000001", "00000002"),
            ("vox-form-boundary-00000001", "00000000"),
        ] {
            let (content_type, form) = written(&[("a", content.into()), ("b", content.into())]);
            assert!(content_type.ends_with(number), "{content}: {content_type}");
            let boundary = format!("vox-form-boundary-{number}");
            // Four parts and the end.
            assert_eq!(form.matches(&boundary).count(), 5, "{content}");
        }
        let mut form = FormEncoder::default();
        form.pair("text", "vox-form-boundary-00000000");
        form.multipart();
        assert!(form.finish().content_type().to_str().unwrap().ends_with("00000001"));
    }
}
