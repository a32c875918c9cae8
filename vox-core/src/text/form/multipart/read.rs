//! Reads a multipart form, as most of the vendor's SDKs send it.
//!
//! Not by a library: `multer` 3.1 reads the name `x"` out of `filename="a;name=x"; name="q"`, takes a part that follows one
//! without headers for the headers of that one, and does not decode `%22` in names.

use bytes::Bytes;
use memchr::memmem;

use crate::text::form::{File, Form};

const NO_END: &str = "the delimiter that ends it is missing";

/// The parts as parameters. A part with a file name or a content type, except for a plain text, is a file, and so is one that
/// is not UTF-8. A text may be declared as ISO-8859-1.
///
/// # Errors
/// The reason, as part of a sentence.
pub(in crate::text::form) fn read(body: &Bytes, boundary: &str) -> Result<Form, String> {
    let delimiter = format!("\r\n--{boundary}");
    // At the beginning of the body the delimiter has no line break before it.
    let begun = body.strip_prefix(&delimiter.as_bytes()[2..]);
    let mut rest = begun.or_else(|| after(body, delimiter.as_bytes())).ok_or(NO_END)?;
    let mut form = Form::default();
    for number in 1.. {
        if rest.starts_with(b"--") {
            break;
        }
        let part = after(rest, b"\r\n").ok_or(NO_END)?;
        let (part, following) =
            split(part, delimiter.as_bytes()).ok_or_else(|| format!("part {number} has no end"))?;
        // A part without headers begins with the empty line that ends them.
        let (head, content) = match part.strip_prefix(b"\r\n") {
            Some(content) => (&[][..], content),
            None => split(part, b"\r\n\r\n").ok_or_else(|| format!("part {number} has no text"))?,
        };
        let head = String::from_utf8_lossy(head);
        let disposition = header(&head, "content-disposition").unwrap_or_default();
        let name = parameter(parameters_of(disposition), "name");
        let name = name.ok_or_else(|| format!("part {number} has no name"))?;
        let content_type = header(&head, "content-type").filter(|value| !value.is_empty());
        match text(content, disposition, content_type) {
            Some(text) => form.push(name, text),
            None => form.push_file(name, file(body.slice_ref(content), disposition, content_type)),
        }
        rest = following;
    }
    Ok(form)
}

/// The text of a part; `None` for a file.
fn text(content: &[u8], disposition: &str, content_type: Option<&str>) -> Option<String> {
    let is_plain = content_type.is_none_or(|value| {
        value.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("text/plain"))
    });
    if !is_plain || parameter(parameters_of(disposition), "filename").is_some() {
        return None;
    }
    let charset = content_type.and_then(|value| parameter(parameters_of(value), "charset"));
    if charset.is_some_and(|charset| charset.eq_ignore_ascii_case("iso-8859-1")) {
        return Some(content.iter().copied().map(char::from).collect());
    }
    String::from_utf8(content.to_vec()).ok()
}

fn file(content: Bytes, disposition: &str, content_type: Option<&str>) -> File {
    let mut file = File::new(content);
    if let Some(name) = parameter(parameters_of(disposition), "filename") {
        file = file.with_name(name);
    }
    match content_type {
        Some(content_type) => file.with_content_type(content_type.to_owned()),
        None => file,
    }
}

/// The parameters of a header's value.
fn parameters_of(value: &str) -> &str {
    value.split_once(';').map_or("", |(_, parameters)| parameters)
}

fn header<'h>(head: &'h str, searched: &str) -> Option<&'h str> {
    head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case(searched).then(|| value.trim())
    })
}

/// The value of a parameter of a header, with or without quotes.
pub(in crate::text::form) fn parameter(parameters: &str, searched: &str) -> Option<String> {
    let mut rest = parameters;
    loop {
        rest = rest.trim_start_matches([';', ' ', '\t']);
        let (name, value) = rest.split_once('=')?;
        let (value, after) = value.strip_prefix('"').map_or_else(|| plain(value), unquote);
        if name.trim().eq_ignore_ascii_case(searched) {
            return Some(value);
        }
        rest = after;
    }
}

/// The value up to the next parameter, and the rest.
fn plain(value: &str) -> (String, &str) {
    let (value, after) = value.split_once(';').unwrap_or((value, ""));
    (value.trim().to_owned(), after)
}

/// The value up to the closing quote, and the rest. Quotes in the value are `\"` or, as browsers write them, `%22`.
fn unquote(quoted: &str) -> (String, &str) {
    let mut text = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => return (unescaped(&text), &quoted[at + 1..]),
            // Other backslashes are not escaped: browsers write `C:\tasks.csv` as it is.
            '\\' if quoted[at + 1..].starts_with(['"', '\\']) => {
                text.extend(chars.next().map(|(_, escaped)| escaped));
            }
            _ => text.push(char),
        }
    }
    (text, "")
}

fn unescaped(text: &str) -> String {
    text.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

fn after<'b>(bytes: &'b [u8], delimiter: &[u8]) -> Option<&'b [u8]> {
    split(bytes, delimiter).map(|(_, after)| after)
}

fn split<'b>(bytes: &'b [u8], delimiter: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let at = memmem::find(bytes, delimiter)?;
    Some((&bytes[..at], &bytes[at + delimiter.len()..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_body_causes_a_panic(body in "(--B|\r|\n|\r\n|:|;|=|\"|name=|-|[a-zé\\\\]){0,40}") {
            let _ = read(&body.clone().into(), "B");
            let _ = parameter(&body, "name");
        }
    }

    fn pairs(body: &str) -> Result<Vec<(String, String)>, String> {
        let form = read(&body.replace('\n', "\r\n").into(), "B")?;
        Ok(form.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect())
    }

    fn pair(name: &str, text: &str) -> (String, String) {
        (name.to_owned(), text.to_owned())
    }

    #[test]
    fn parts_are_parameters() {
        let body = "--B\nContent-Disposition: form-data; name=\"cmd\"\n\nGetAccountInfo\n\
                    --B\ncontent-disposition:form-data;name=plain\nContent-Type: text/plain; charset=UTF-8\n\n\
                    a\nb--B\n\n\
                    --B\nContent-Type: text/plain\nContent-Disposition: form-data; x=\"a;name=x\"; name=\"q\\\"%22\"\n\n\n\
                    --B--\n";
        let expected = [pair("cmd", "GetAccountInfo"), pair("plain", "a\r\nb--B\r\n"), pair("q\"\"", "")];
        assert_eq!(pairs(body).unwrap(), expected);
    }

    #[test]
    fn a_preamble_and_an_epilogue_are_skipped() {
        assert_eq!(pairs("--B--").unwrap(), []);
        let body = "hello\n--B\nContent-Disposition: form-data; name=a\n\n1\n--B--\nbye";
        assert_eq!(pairs(body).unwrap(), [pair("a", "1")]);
    }

    #[test]
    fn latin_text_is_read_where_it_is_declared() {
        let body = b"--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\
                         Content-Type: text/plain; charset=ISO-8859-1\r\n\r\n\xe4\r\n--B--"
            .as_slice();
        assert_eq!(read(&Bytes::from_static(body), "B").unwrap().get("a"), Some("ä"));
    }

    #[test]
    fn parts_with_a_file_name_or_a_content_type_and_binary_parts_are_files() {
        let body = b"--B\r\nContent-Disposition: form-data; filename=\"C:\\a%22.csv\"; name=a\r\n\r\n1\r\n\
                     --B\r\nContent-Disposition: form-data; name=b\r\nContent-Type: text/csv\r\n\r\n2\r\n\
                     --B\r\nContent-Disposition: form-data; name=c\r\n\r\n\xff\r\n--B--";
        let form = read(&Bytes::from_static(body), "B").unwrap();
        assert_eq!(
            form.files().collect::<Vec<_>>(),
            [
                ("a", &File::from("1").with_name("C:\\a\".csv")),
                ("b", &File::from("2").with_content_type("text/csv")),
                ("c", &File::from(b"\xff")),
            ]
        );
        // To a parameter that is a text, the content of a file is its text.
        assert_eq!((form.get("a"), form.get("b"), form.get("c")), (Some("1"), Some("2"), None));
        assert_eq!(form.iter().count(), 0);
    }

    #[test]
    fn malformed_bodies_have_a_message() {
        let cases = [
            ("", "the delimiter that ends it is missing"),
            ("no parts at all", "the delimiter that ends it is missing"),
            ("--B", "the delimiter that ends it is missing"),
            ("--B\nContent-Disposition: form-data; name=a\n\n1", "part 1 has no end"),
            ("--B\nContent-Disposition: form-data; name=a\n--B--", "part 1 has no text"),
            ("--B\nContent-Disposition: form-data\n\n1\n--B--", "part 1 has no name"),
            ("--B\n\n1\n--B--", "part 1 has no name"),
            ("--B\nContent-Disposition: form-data; name=a\n\n1\n--B\n", "part 2 has no end"),
        ];
        for (body, expected) in cases {
            assert_eq!(pairs(body).unwrap_err(), expected, "{body}");
        }
    }

    #[test]
    fn parameters_are_found_among_others() {
        assert_eq!(parameter("charset=utf-8; Boundary=\"a b\"", "boundary").as_deref(), Some("a b"));
        assert_eq!(parameter(" boundary=ab ", "boundary").as_deref(), Some("ab"));
        assert_eq!(parameter("boundaries=ab", "boundary"), None);
        assert_eq!(parameter("", "boundary"), None);
    }
}
