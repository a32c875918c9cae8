//! Declarations and calls that compile, and that do not, with their exact errors.
//!
//! After an intended change of an error, run `TRYBUILD=overwrite cargo test -p vox-tests --test compile`, then review the
//! difference from the perspective of a user.

#[test]
fn declarations_and_calls() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/fail/*.rs");
}
