//! The key pair of a service account.

use std::fmt;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};

use crate::pem::pem;

/// A key pair, which is never printed.
pub(crate) struct ServiceKey(KeyPair);

impl fmt::Debug for ServiceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServiceKey")
    }
}

impl ServiceKey {
    /// A new 2048-bit key. This takes up to a second.
    pub(crate) fn generate() -> Self {
        Self(KeyPair::generate(KeySize::Rsa2048).expect("the system gives random numbers"))
    }

    /// Whether this key made the signature (RS256) of the message.
    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let public = self.0.public_key().as_ref();
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public).verify(message, signature).is_ok()
    }

    /// The private key as PKCS#8 in PEM, as the API hands it out.
    pub(crate) fn private_pem(&self) -> String {
        let der = AsDer::<Pkcs8V1Der<'_>>::as_der(&self.0).expect("an RSA key has a PKCS#8 form");
        pem("PRIVATE KEY", der.as_ref())
    }

    #[cfg(test)]
    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        let mut signature = vec![0; self.0.public_modulus_len()];
        let random = aws_lc_rs::rand::SystemRandom::new();
        self.0
            .sign(&aws_lc_rs::signature::RSA_PKCS1_SHA256, &random, message, &mut signature)
            .expect("the buffer has the key's size");
        signature
    }
}
