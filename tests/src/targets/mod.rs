//! What fuzzing and the property tests run: each target takes any bytes and panics where a promise is broken.
//!
//! `tests/tests/fuzz.rs` runs all of them on a bounded number of inputs; `tests/fuzz` runs each under libFuzzer.

mod callback;
mod credentials;
mod form;
mod http_values;
mod response;
mod samples;
mod token;

/// Stands for every secret of the seeds: it must appear in no error.
pub const MARKER: &str = "S3cretZq9";

/// Something that takes bytes from outside.
pub struct Target {
    /// The name; also that of the program in `tests/fuzz`.
    pub name: &'static str,
    /// Reads the bytes. Panics where a promise is broken.
    pub run: fn(&[u8]),
    /// Good inputs, to be changed.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All targets.
pub const TARGETS: &[Target] = &[
    Target { name: "form", run: form::run, seeds: form::seeds },
    Target { name: "response", run: response::run, seeds: response::seeds },
    Target { name: "error_envelope", run: response::run_envelope, seeds: response::envelope_seeds },
    Target { name: "credentials_file", run: credentials::run, seeds: credentials::seeds },
    Target { name: "callback", run: callback::run, seeds: callback::seeds },
    Target { name: "token", run: token::run, seeds: token::seeds },
    Target { name: "claims", run: token::run_claims, seeds: token::claims_seeds },
    Target { name: "base_url", run: http_values::run_base_url, seeds: http_values::base_url_seeds },
    Target { name: "retry_after", run: http_values::run_retry_after, seeds: http_values::retry_after_seeds },
];

/// The target with this name.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn target(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).unwrap_or_else(|| panic!("no target {name}"))
}

/// The decoders of all methods' responses, for tests that need each once.
pub use response::{Decoder, METHODS as RESPONSES, chosen_headers, decoder};

/// Everything that an error prints, on the way to its root.
fn texts(error: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(|error| format!("{error}\n{error:?}\n")).collect::<Vec<_>>().concat()
}

/// An error that prints nothing of a secret, and nothing that breaks a log.
#[track_caller]
fn hides(error: &(dyn std::error::Error + 'static)) {
    let texts = texts(error);
    assert!(!texts.contains(MARKER), "{texts}");
    assert!(!texts.contains(|character: char| character.is_control() && character != '\n'), "{texts:?}");
    assert!(texts.len() < 10_000, "an error of {} bytes", texts.len());
}
