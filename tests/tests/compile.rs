//! What must compile, and what must not, with exactly these errors.
//!
//! After an intended change of an error: `TRYBUILD=overwrite cargo test -p vox-tests --test compile`, then read the
//! difference as its user would.

#[test]
fn declarations_and_calls() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/fail/*.rs");
}
