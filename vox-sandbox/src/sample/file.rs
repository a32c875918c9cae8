//! Files: recordings, invoices, logs and reports.

use std::fmt::Write as _;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Response, StatusCode, header};

use super::attachment;
use super::hash::Hash;
use super::record::Records;

/// The path of the files that the URLs of samples name.
const FOLDER: &str = "/files/";
/// A frame of silence: MPEG-1 layer III, 128 kbit/s, 44.1 kHz, a 38th of a second.
const SILENT_FRAME: [u8; 417] = {
    let mut frame = [0; 417];
    [frame[0], frame[1], frame[2], frame[3]] = [0xff, 0xfb, 0x90, 0x64];
    frame
};
/// The length of a recording, in frames.
const FRAMES: usize = 38;
/// The length of a recording, in seconds.
#[cfg(feature = "history")]
pub(crate) const RECORDING_SECONDS: u64 = 1;
/// The size of a recording, in bytes.
#[cfg(feature = "history")]
pub(crate) const RECORDING_BYTES: usize = SILENT_FRAME.len() * FRAMES;

/// The kinds of files.
#[derive(Clone, Copy)]
struct Kind {
    extension: &'static str,
    content_type: &'static str,
    content: fn(&str) -> Vec<u8>,
}

const RECORDING: Kind = Kind { extension: "mp3", content_type: "audio/mpeg", content: recording };
const LOG: Kind = Kind { extension: "txt", content_type: "text/plain; charset=utf-8", content: log };
const INVOICE: Kind = Kind { extension: "pdf", content_type: "application/pdf", content: pdf };
const REPORT: Kind = Kind { extension: "csv", content_type: "text/csv; charset=utf-8", content: report };
const KINDS: [Kind; 4] = [RECORDING, LOG, INVOICE, REPORT];

/// The words in names of methods and fields that tell the kind of a file. The first that fits counts.
const WORDS: [(&str, Kind); 7] = [
    ("invoice", INVOICE),
    ("transcription", LOG),
    ("log", LOG),
    ("report", REPORT),
    ("history", REPORT),
    ("record", RECORDING),
    ("file", LOG),
];

fn kind(name: &str) -> Option<Kind> {
    WORDS.iter().find(|(word, _)| name.contains(word)).map(|(_, kind)| *kind)
}

/// The file that a method returns.
pub(super) fn of(method_name: &str, records: &Records<'_>) -> Response<Bytes> {
    let kind = kind(&method_name.to_ascii_lowercase()).unwrap_or(LOG);
    let name = format!("sample.{}", kind.extension);
    attachment(&name, kind.content_type, (kind.content)(&records.request.hex()))
}

/// The URL of a file, or of something else, which the sandbox does not serve.
pub(super) fn url(field_name: &str, hash: Hash, base_url: &str) -> String {
    match kind(field_name) {
        Some(kind) => format!("{base_url}{FOLDER}{}.{}", hash.hex(), kind.extension),
        None => format!("https://example.com/{}", field_name.replace('_', "-")),
    }
}

/// Whether there is a file at this path.
pub(crate) fn exists(path: &str) -> bool {
    find(path).is_some()
}

/// The name and the kind of the file at this path.
fn find(path: &str) -> Option<(&str, Kind)> {
    let (name, extension) = path.strip_prefix(FOLDER)?.rsplit_once('.')?;
    Some((name, KINDS.into_iter().find(|kind| kind.extension == extension)?))
}

/// The response to a request for a file; `None` where the path is not one of a file.
pub(crate) fn respond(path: &str, headers: &HeaderMap) -> Option<Response<Bytes>> {
    let (name, kind) = find(path)?;
    let content = Bytes::from((kind.content)(name));
    let length = content.len();
    let range = headers.get(header::RANGE).and_then(|range| range.to_str().ok());
    let mut response = Response::new(content);
    if let Some(range) = range.and_then(|range| range.strip_prefix("bytes=")) {
        let Some((first, end)) = read_range(range, length) else {
            let mut response = Response::new(Bytes::new());
            *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
            insert(response.headers_mut(), header::CONTENT_RANGE, &format!("bytes */{length}"));
            return Some(response);
        };
        response = response.map(|content| content.slice(first..end));
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let range = format!("bytes {first}-{}/{length}", end - 1);
        insert(response.headers_mut(), header::CONTENT_RANGE, &range);
    }
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.content_type));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    Some(response)
}

fn insert(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let Ok(value) = value.parse() {
        headers.insert(name, value);
    }
}

/// The start and the end of a single range: `0-99`, `100-` or `-100`.
fn read_range(range: &str, length: usize) -> Option<(usize, usize)> {
    let (first, last) = range.trim().split_once('-')?;
    let (first, end) = match (first, last) {
        ("", last) => (length.saturating_sub(last.parse().ok()?), length),
        (first, "") => (first.parse().ok()?, length),
        (first, last) => (first.parse().ok()?, last.parse::<usize>().ok()?.saturating_add(1).min(length)),
    };
    (first < end).then_some((first, end))
}

/// A second of silence.
fn recording(_: &str) -> Vec<u8> {
    SILENT_FRAME.repeat(FRAMES)
}

fn log(name: &str) -> Vec<u8> {
    format!("Sample {name}\nline 1\nline 2\n").into_bytes()
}

fn report(name: &str) -> Vec<u8> {
    format!("report,row,value\n{name},1,10\n{name},2,20\n{name},3,30\n").into_bytes()
}

/// A page with a line of text.
fn pdf(name: &str) -> Vec<u8> {
    let text = format!("BT /F1 18 Tf 72 720 Td (Sample {name}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        // Writing to a `String` cannot fail.
        let _ = writeln!(table, "{:010} 00000 n ", pdf.len());
        let _ = write!(pdf, "{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let start = pdf.len();
    let size = objects.len() + 1;
    let _ = write!(pdf, "{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    pdf.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(path: &str, range: &str) -> Option<(u16, usize, Option<String>)> {
        let mut headers = HeaderMap::new();
        if !range.is_empty() {
            insert(&mut headers, header::RANGE, range);
        }
        let response = respond(path, &headers)?;
        let shown =
            response.headers().get(header::CONTENT_RANGE).map(|range| range.to_str().unwrap().to_owned());
        Some((response.status().as_u16(), response.body().len(), shown))
    }

    #[test]
    fn a_part_of_a_file_is_sent() {
        let length = SILENT_FRAME.len() * FRAMES;
        let part = |text: String| Some(text);
        assert_eq!(get("/files/a.mp3", ""), Some((200, length, None)));
        for (range, bytes, shown) in [
            ("bytes=0-99", 100, format!("bytes 0-99/{length}")),
            ("bytes=-7", 7, format!("bytes {}-{}/{length}", length - 7, length - 1)),
            ("bytes=15000-99999999999", length - 15000, format!("bytes 15000-{}/{length}", length - 1)),
        ] {
            assert_eq!(get("/files/a.mp3", range), Some((206, bytes, part(shown))), "{range}");
        }
        for range in ["bytes=99999999-", "bytes=5-4", "bytes=x-", "bytes=-0"] {
            assert_eq!(
                get("/files/a.mp3", range),
                Some((416, 0, part(format!("bytes */{length}")))),
                "{range}"
            );
        }
        assert_eq!(
            (get("/files/a.exe", ""), get("/files/a", ""), get("/file/a.mp3", "")),
            (None, None, None)
        );
    }

    #[test]
    fn the_table_of_a_pdf_has_the_places_of_its_objects() {
        let pdf = String::from_utf8(pdf("x")).unwrap();
        let table = pdf.split_once("65535 f \n").unwrap().1;
        for (index, line) in table.lines().take(5).enumerate() {
            let place: usize = line[..10].parse().unwrap();
            assert!(pdf[place..].starts_with(&format!("{} 0 obj", index + 1)), "{line}");
        }
        let start: usize = pdf.split_once("startxref\n").unwrap().1.lines().next().unwrap().parse().unwrap();
        assert!(pdf[start..].starts_with("xref"));
    }
}
