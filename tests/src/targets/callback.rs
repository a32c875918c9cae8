//! The body of an account callback.

use vox_accounts::callbacks::AccountCallbacks;
use vox_accounts::vox_core::Secret;

use super::{MARKER, samples};

/// A body is decoded or an error. Decoded callbacks can be verified, and nothing prints the salt or the key.
pub(super) fn run(body: &[u8]) {
    let callbacks = match AccountCallbacks::from_json(body) {
        Ok(callbacks) => callbacks,
        Err(error) => return super::assert_safe_to_print(&error),
    };
    let again = AccountCallbacks::from_json(body).expect("the body was accepted before");
    assert_eq!(format!("{callbacks:?}"), format!("{again:?}"));
    let secret = Secret::from(MARKER);
    for callback in &callbacks.callbacks {
        if let Err(error) = callback.verify(&secret, &secret) {
            super::assert_safe_to_print(&error);
        }
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    samples::callbacks().iter().map(|body| body.to_string().into()).collect()
}
