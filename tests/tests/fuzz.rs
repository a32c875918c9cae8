//! The fuzz targets on a bounded number of inputs: arbitrary bytes, and mutated valid inputs.

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use vox_accounts::METHODS;
use vox_tests::targets::{MARKER, RESPONSES, TARGETS, Target, target};

/// Byte sequences that are hard to parse, inserted anywhere.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"null",
    b"-1",
    b"1e999",
    b"1e-999",
    b"0.1e400",
    b"18446744073709551616",
    b"99999999999999999999999999999.9",
    b"%",
    b"%00",
    b"&",
    b"=",
    b"=all",
    b"true",
    b"2024-02-30",
    b"9999-12-31 23:59:60",
    b".",
    b"@",
    b"\r\n",
    b"S3cretZq9",
    b"\"error\":{\"code\":1},",
    b"\r\n--B",
    b"\r\n--B\r\nContent-Disposition: form-data; name=text\r\n\r\n",
    b"filename=\"",
];

/// A mutation of an input.
#[derive(Debug, Clone)]
enum Change {
    Cut(Index),
    Drop(Index, usize),
    Flip(Index, u8),
    Insert(Index, &'static [u8]),
    Repeat(Index, usize),
    /// Replaces the rest with that of another seed.
    Splice(Index, Index, Index),
}

fn any_change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Change::Cut),
        (at(), 1..8_usize).prop_map(|(at, length)| Change::Drop(at, length)),
        (at(), 0..8_u8).prop_map(|(at, bit)| Change::Flip(at, 1 << bit)),
        (at(), proptest::sample::select(PIECES)).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (at(), 1..40_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        (at(), at(), at()).prop_map(|(at, seed, from)| Change::Splice(at, seed, from)),
    ]
}

fn changed(mut input: Vec<u8>, changes: &[Change], seeds: &[Vec<u8>]) -> Vec<u8> {
    for change in changes {
        let place = |at: &Index| at.index(input.len() + 1);
        match change {
            Change::Cut(at) => input.truncate(place(at)),
            Change::Drop(at, length) => {
                let start = place(at);
                input.drain(start..(start + length).min(input.len()));
            }
            Change::Flip(at, bit) => {
                let place = place(at);
                if let Some(byte) = input.get_mut(place) {
                    *byte ^= bit;
                }
            }
            Change::Insert(at, piece) => {
                let place = place(at);
                input.splice(place..place, piece.iter().copied());
            }
            Change::Repeat(at, length) => {
                let start = place(at);
                let piece = input[start..(start + length).min(input.len())].to_vec();
                input.splice(start..start, piece);
            }
            Change::Splice(at, seed, from) => {
                let other = seed.get(seeds);
                input.truncate(place(at));
                input.extend_from_slice(&other[from.index(other.len() + 1)..]);
            }
        }
    }
    input
}

/// Runs a target on its seeds, on mutated seeds and on arbitrary bytes.
fn run(target: &Target, cases: u32) {
    let seeds = (target.seeds)();
    for seed in &seeds {
        (target.run)(seed);
    }
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) };
    let changes = proptest::collection::vec(any_change(), 1..5);
    let inputs = prop_oneof![
        4 => (any::<Index>(), changes).prop_map(|(seed, changes)| changed(seed.get(&seeds).clone(), &changes, &seeds)),
        1 => proptest::collection::vec(any::<u8>(), 0..64),
    ];
    let outcome = TestRunner::new(config).run(&inputs, |input| {
        (target.run)(&input);
        Ok(())
    });
    // A string is more readable than a list of numbers.
    outcome.unwrap_or_else(|error| panic!("{}: {error}", target.name));
}

#[test]
fn form() {
    run(target("form"), 2000);
}

#[test]
fn multipart() {
    run(target("multipart"), 4000);
}

#[test]
fn response() {
    run(target("response"), 4000);
}

#[test]
fn error_envelope() {
    run(target("error_envelope"), 2000);
}

#[test]
fn credentials_file() {
    run(target("credentials_file"), 1000);
}

#[test]
fn callback() {
    run(target("callback"), 4000);
}

#[test]
fn token() {
    run(target("token"), 300);
}

#[test]
fn claims() {
    run(target("claims"), 300);
}

#[test]
fn base_url() {
    run(target("base_url"), 2000);
}

#[test]
fn retry_after() {
    run(target("retry_after"), 1000);
}

#[test]
fn every_method_is_decoded() {
    assert!(RESPONSES.iter().map(|response| response.name).eq(METHODS.iter().map(|method| method.name)));
}

/// Each target has a program under `tests/fuzz`, and each program a target.
#[test]
fn every_target_is_a_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/fuzz_targets");
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut programs: Vec<_> = std::fs::read_dir(folder).unwrap().map(name).collect();
    programs.sort();
    let mut expected: Vec<_> = TARGETS.iter().map(|target| format!("{}.rs", target.name)).collect();
    expected.sort();
    assert_eq!(programs, expected);
    for program in programs {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/fuzz_targets").join(&program);
        let text = std::fs::read_to_string(path).unwrap();
        assert!(text.contains(&format!("\"{}\"", program.trim_end_matches(".rs"))), "{program}: {text}");
    }
}

/// With `WRITE_SEEDS=1`, also writes the seeds to the corpus of `cargo fuzz`.
#[test]
fn seeds_hold_secrets() {
    if std::env::var_os("WRITE_SEEDS").is_some() {
        write_seeds();
    }
    for name in ["form", "multipart", "response", "credentials_file"] {
        let seeds = (target(name).seeds)().concat();
        assert!(String::from_utf8_lossy(&seeds).contains(MARKER), "{name}");
    }
}

fn write_seeds() {
    for target in TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target.name);
        std::fs::create_dir_all(&folder).unwrap();
        for (index, seed) in (target.seeds)().iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{index}")), seed).unwrap();
        }
    }
}

/// Inputs that take long or overflow the stack in code of quadratic time or unbounded recursion.
fn large() -> Vec<Vec<u8>> {
    const LENGTH: usize = 250_000;
    let repeated = |piece: &str| piece.repeat(LENGTH / piece.len()).into_bytes();
    let around = |before: &str, piece: &str, after: &str| {
        [before.as_bytes(), &repeated(piece), after.as_bytes()].concat()
    };
    let nested = |before: &str, inner: &str, after: &str| {
        let depth = LENGTH / (before.len() + after.len());
        [before.repeat(depth), inner.to_owned(), after.repeat(depth)].concat().into_bytes()
    };
    vec![
        nested("[", "", "]"),
        nested(r#"{"result":"#, "1", "}"),
        nested(r#"{"error":"#, "1", "}"),
        nested(r#"{"errors":["#, "1", "]}"),
        nested(r#"{"result":1,"errors":[[],"#, "[]", "]}"),
        nested(r#"{"result":[{"phones":["#, "1", "]}]}"),
        repeated("["),
        repeated(r#"{"a":"#),
        repeated(r#"{"result":"#),
        repeated(r#"{"error":"#),
        repeated("\n"),
        repeated("\\"),
        around(r#"{"result":["#, "[],", "1]}"),
        around(r#"{"result":["#, "{\"account_id\":1},", "\"x\"]}"),
        around(r#"{"result":{"account_id":"#, "9", "}}"),
        around(r#"{"result":{"charged_amount":0."#, "1", "}}"),
        around(r#"{"result":{"charged_amount":1e"#, "9", "}}"),
        around(r#"{"result":{"charged_amount":""#, "\\u0041", "\"}}"),
        around(r#"{"result":"#, "\n", "7}"),
        around(r#"{"result":{"created":""#, "0", "\"}}"),
        around(r#"{"error":{"code":100},"errors":["#, "{\"code\":1},", "{}]}"),
        around(r#"{"callbacks":["#, "{},", "{}]}"),
        around("{", r#""callbacks":[],"#, r#""callbacks":[]}"#),
        around(
            "multipart/form-data; boundary=B\n",
            "--B\r\nContent-Disposition: form-data; name=text\r\n\r\n1\r\n",
            "--B--",
        ),
        around("multipart/form-data; boundary=B\n--B\r\n", "a: b\r\n", "\r\n--B--"),
        around(
            "multipart/form-data; boundary=B\n--B\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\n",
            "vox-form-boundary-00000000",
            "\r\n--B--",
        ),
        around("multipart/form-data; boundary=B\n--B\r\nContent-Disposition: ", "a=b;", "\r\n\r\n\r\n--B--"),
        repeated("a=b&"),
        repeated("%41"),
        repeated("currency=RUR;"),
        around("https://", "a.", "b"),
        repeated("9"),
    ]
}

/// Code of quadratic time would take minutes.
#[test]
fn large_inputs_are_read_in_time() {
    let (sender, finished) = mpsc::channel();
    let worker = thread::spawn(move || {
        for input in large() {
            for name in [
                "form",
                "multipart",
                "error_envelope",
                "credentials_file",
                "callback",
                "base_url",
                "retry_after",
            ] {
                sender.send(format!("{name}: {}", String::from_utf8_lossy(&input[..40]))).unwrap();
                (target(name).run)(&input);
            }
            for response in RESPONSES.iter().filter(|response| LISTS.contains(&response.name)) {
                sender.send(format!("{}: {}", response.name, String::from_utf8_lossy(&input[..40]))).unwrap();
                (response.read)(StatusCode::OK, &HeaderMap::new(), &input);
            }
        }
    });
    let mut last = String::new();
    loop {
        match finished.recv_timeout(Duration::from_secs(60)) {
            Ok(begun) => last = begun,
            Err(mpsc::RecvTimeoutError::Timeout) => panic!("no end of it: {last}"),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
    }
    assert!(worker.join().is_ok(), "a panic in: {last}");
}

/// A method that returns a record, and one that returns a list of records.
const LISTS: [&str; 2] = ["GetAccountInfo", "GetChildrenAccounts"];
