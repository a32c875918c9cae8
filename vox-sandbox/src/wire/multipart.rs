//! Multipart bodies (RFC 7578), as most of the vendor's SDKs send them.
//!
//! Not by a library: `multer` 3.1 reads the name `x"` out of `filename="a;name=x"; name="q"`, takes a part that follows one
//! without headers for the headers of that one, and does not decode `%22` in names.

use memchr::memmem;
use vox_core::server::Form;

const NO_END: &str = "the delimiter that ends it is missing";

/// The parts as parameters. The content of a file is a value like others. Text is UTF-8, unless a part declares
/// ISO-8859-1.
///
/// # Errors
/// A message.
pub(super) fn read(body: &[u8], boundary: &str) -> Result<Form, String> {
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
        let (head, text) = match part.strip_prefix(b"\r\n") {
            Some(text) => (&[][..], text),
            None => split(part, b"\r\n\r\n").ok_or_else(|| format!("part {number} has no text"))?,
        };
        let (name, text) = parameter_of(head, text).map_err(|reason| format!("part {number} {reason}"))?;
        form.push(name, text);
        rest = following;
    }
    Ok(form)
}

fn parameter_of(head: &[u8], text: &[u8]) -> Result<(String, String), String> {
    let head = String::from_utf8_lossy(head);
    let disposition = header(&head, "content-disposition").unwrap_or_default();
    let name = parameter(disposition.split_once(';').map_or("", |(_, parameters)| parameters), "name");
    let name = name.ok_or("has no name")?;
    let content_type = header(&head, "content-type").unwrap_or_default();
    let charset = content_type.split_once(';').and_then(|(_, parameters)| parameter(parameters, "charset"));
    let is_latin = charset.is_some_and(|charset| charset.eq_ignore_ascii_case("iso-8859-1"));
    let text = if is_latin {
        text.iter().copied().map(char::from).collect()
    } else {
        String::from_utf8(text.to_vec()).map_err(|_| format!("`{}` is not UTF-8", name.escape_debug()))?
    };
    Ok((name, text))
}

fn header<'h>(head: &'h str, searched: &str) -> Option<&'h str> {
    head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case(searched).then(|| value.trim())
    })
}

/// The value of a parameter of a header, with or without quotes.
pub(super) fn parameter(parameters: &str, searched: &str) -> Option<String> {
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
            '"' => return (text.replace("%22", "\""), &quoted[at + 1..]),
            '\\' => text.extend(chars.next().map(|(_, escaped)| escaped)),
            _ => text.push(char),
        }
    }
    (text, "")
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
            let _ = read(body.as_bytes(), "B");
            let _ = parameter(&body, "name");
        }
    }

    fn pairs(body: &str) -> Result<Vec<(String, String)>, String> {
        let form = read(body.replace('\n', "\r\n").as_bytes(), "B")?;
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
                    --B\nContent-Type: text/plain\nContent-Disposition: form-data; filename=\"a;name=x\"; name=\"q\\\"%22\"\n\n\n\
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
        let mut body = b"--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\
                         Content-Type: text/plain; charset=ISO-8859-1\r\n\r\n\xe4\r\n--B--"
            .to_vec();
        assert_eq!(read(&body, "B").unwrap().get("a"), Some("ä"));
        let at = memmem::find(&body, b"8859").unwrap();
        body[at] = b'9';
        assert_eq!(read(&body, "B").unwrap_err(), "part 1 `a` is not UTF-8");
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
