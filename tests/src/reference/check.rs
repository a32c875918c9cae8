//! Compares the result of vox with what the response proves.

use http::StatusCode;
use vox_accounts::vox_core::meta::{Kind, MethodMeta};
use vox_accounts::vox_core::{Effect, Error, ErrorKind};

use super::Truth;
use super::evidence::Certainty;

/// Compares the result of vox with what the response proves.
///
/// # Panics
/// When vox claims something that the response does not prove, or misses something that it proves.
pub fn check(method: &MethodMeta, status: StatusCode, body: &[u8], read: Result<(), &Error>) {
    let Some(truth) = Truth::of(method, status, body) else { return };
    let is_write = method.kind == Kind::Write;
    let result = match read {
        Ok(()) => "success".to_owned(),
        Err(error) => format!("{:?}, effect {}", error.kind(), error.effect()),
    };
    let shown = || {
        let body = String::from_utf8_lossy(body);
        let name = method.name;
        format!("{name}, HTTP {}: {body}\nvox: {result}\nthe response proves: {truth:?}", status.as_u16())
    };
    let is_success = matches!(read.map_err(Error::kind), Ok(()) | Err(ErrorKind::Decode(_)));
    match truth.is_success {
        Certainty::Yes => assert!(is_success, "a success was lost\n{}", shown()),
        Certainty::No => assert!(!is_success, "no success\n{}", shown()),
        Certainty::Maybe => {}
    }
    let Err(error) = read else { return };
    match (error.kind(), truth.rejected) {
        (ErrorKind::Rejected(rejected), Some(code)) => {
            let is_reported = rejected.code().code() == code;
            assert!(is_reported || !truth.is_code_certain, "another code\n{}", shown());
        }
        (ErrorKind::Rejected(_), None) => assert!(truth.denies_error, "no error\n{}", shown()),
        (_, None) => {}
        (_, Some(_)) => panic!("an error of the API was not seen\n{}", shown()),
    }
    match error.effect() {
        Effect::None if is_write => assert_ne!(truth.had_no_effect, Certainty::No, "no proof\n{}", shown()),
        Effect::None => {}
        Effect::Done => {
            assert!(is_write && truth.is_success != Certainty::No, "no proof\n{}", shown());
            assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{}", shown());
        }
        Effect::Unknown => {
            assert!(is_write, "a read has no effect\n{}", shown());
            assert_ne!(truth.had_no_effect, Certainty::Yes, "proven to have had no effect\n{}", shown());
            assert!(!matches!(error.kind(), ErrorKind::Decode(_)), "proven to be done\n{}", shown());
        }
    }
    assert!(!error.is_retryable() || error.effect() == Effect::None, "{}", shown());
}
