//! The body of an account callback.

use vox_accounts::callbacks::AccountCallbacks;
use vox_accounts::vox_core::Secret;

use super::{MARKER, samples};

/// A body is read or refused; what is read can be checked, and nothing shows the salt or the key.
pub(super) fn run(body: &[u8]) {
    let callbacks = match AccountCallbacks::from_json(body) {
        Ok(callbacks) => callbacks,
        Err(error) => return super::hides(&error),
    };
    let again = AccountCallbacks::from_json(body).expect("what was accepted once");
    assert_eq!(format!("{callbacks:?}"), format!("{again:?}"));
    let secret = Secret::from(MARKER);
    for callback in &callbacks.callbacks {
        if let Err(error) = callback.verify(&secret, &secret) {
            super::hides(&error);
        }
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    samples::callbacks().iter().map(|body| body.to_string().into()).collect()
}
