//! The targets of fuzzing and of the property tests. Each target takes arbitrary bytes and panics if a promise does not hold.
//!
//! `tests/tests/fuzz.rs` runs all of them on a bounded number of inputs; `tests/fuzz` runs each under libFuzzer.

mod callback;
mod credentials;
mod form;
mod http_values;
mod multipart;
mod response;
mod samples;
mod token;

/// The value of every secret of the seeds. It must not appear in any error.
pub const MARKER: &str = "S3cretZq9";

/// Code that takes bytes from outside.
pub struct Target {
    /// The name, also of the program in `tests/fuzz`.
    pub name: &'static str,
    /// Runs the code. Panics if a promise does not hold.
    pub run: fn(&[u8]),
    /// Valid inputs, for mutation.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All targets.
pub const TARGETS: &[Target] = &[
    Target { name: "form", run: form::run, seeds: form::seeds },
    Target { name: "multipart", run: multipart::run, seeds: multipart::seeds },
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

/// The decoders of all methods' responses.
pub use response::{Decoder, METHODS as RESPONSES, chosen_headers, decoder};

/// The output of an error and all its sources.
fn output(error: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(|error| format!("{error}\n{error:?}\n")).collect::<Vec<_>>().concat()
}

/// Checks that an error prints no secret and no control characters.
#[track_caller]
fn assert_safe_to_print(error: &(dyn std::error::Error + 'static)) {
    let output = output(error);
    assert!(!output.contains(MARKER), "{output}");
    assert!(!output.contains(|character: char| character.is_control() && character != '\n'), "{output:?}");
    assert!(output.len() < 10_000, "an error of {} bytes", output.len());
}
