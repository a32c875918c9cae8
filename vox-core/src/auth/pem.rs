//! Reads private keys in PEM: PKCS#8 and PKCS#1.

use aws_lc_rs::error::KeyRejected;
use aws_lc_rs::rsa::KeyPair;
use rustls_pki_types::pem::{Error as PemError, PemObject, SectionKind};
use secrecy::{ExposeSecret, SecretSlice, SecretString};

use crate::error::ConfigError;

/// Reads the first private key of a PEM text, which must be an RSA key. Its line breaks may be escaped.
pub(super) fn rsa_key(pem: &str) -> Result<KeyPair, ConfigError> {
    let unescaped;
    let pem = if pem.contains('\\') {
        unescaped = unescaped_breaks(pem);
        unescaped.expose_secret()
    } else {
        pem
    };
    for section in <(SectionKind, Vec<u8>)>::pem_slice_iter(pem.as_bytes()) {
        let (kind, der) = section.map_err(|error| unreadable(&error))?;
        let der = SecretSlice::from(der);
        let key = match kind {
            SectionKind::PrivateKey => KeyPair::from_pkcs8(der.expose_secret()),
            SectionKind::RsaPrivateKey => KeyPair::from_der(der.expose_secret()),
            _ => continue,
        };
        return key.map_err(rejected);
    }
    Err(no_key(pem))
}

/// Replaces escaped line breaks (`\n`, `\r`), with any number of backslashes. PEM has no backslashes.
fn unescaped_breaks(pem: &str) -> SecretString {
    // With its full capacity the text is never reallocated, so no part of the key stays in freed memory.
    let mut text = String::with_capacity(pem.len());
    let mut rest = pem;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        rest = rest[at..].trim_start_matches('\\');
        if let Some(after) = rest.strip_prefix(['n', 'r']) {
            text.push('\n');
            rest = after;
        }
    }
    text.push_str(rest);
    SecretString::from(text)
}

/// Describes what is wrong with the PEM text; the library's own message could show a part of it.
fn unreadable(error: &PemError) -> ConfigError {
    ConfigError::new(match error {
        PemError::MissingSectionEnd { .. } => {
            "the private key lacks its END line: is it cut off, or are its line breaks lost?"
        }
        PemError::IllegalSectionStart { .. } => "the private key's BEGIN line is damaged",
        PemError::Base64Decode(_) => "the private key is damaged: its content is not base64",
        _ => "the private key is not readable PEM",
    })
}

fn rejected(reason: KeyRejected) -> ConfigError {
    ConfigError::new(match reason.to_string().as_str() {
        "WrongAlgorithm" => "the private key is not an RSA key",
        "TooSmall" => "the private key is too small: an RSA key must have at least 2048 bits",
        "TooLarge" => "the private key is too large: an RSA key may have at most 8192 bits",
        _ => "the private key is damaged, or not an RSA key",
    })
}

/// The error for PEM without a private key; it names the labels found.
fn no_key(pem: &str) -> ConfigError {
    const EXPECTED: &str = "expected `PRIVATE KEY` or `RSA PRIVATE KEY`";
    let labels: Vec<_> = pem.lines().filter_map(label).map(|label| format!("`{label}`")).collect();
    ConfigError::new(if labels.is_empty() {
        format!("the private key is not PEM: {EXPECTED} between a BEGIN and an END line")
    } else if labels.iter().any(|label| label.contains("ENCRYPTED")) {
        format!("the private key is encrypted: {EXPECTED}, found {}", labels.join(", "))
    } else {
        format!("the PEM text holds no usable key: {EXPECTED}, found {}", labels.join(", "))
    })
}

/// The label of a BEGIN line, unless it looks like a piece of a key.
fn label(line: &str) -> Option<&str> {
    let label = line.trim().strip_prefix("-----BEGIN ")?.strip_suffix("-----")?;
    let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    // Labels consist of short words, keys of long lines.
    let is_word = |word: &str| word.len() <= "CERTIFICATE".len() && word.bytes().all(plain);
    (label.len() <= 40 && label.split(' ').all(is_word)).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::super::token::tests::{key, pem, pkcs1, pkcs8};
    use super::*;

    fn message(pem: &str) -> String {
        rsa_key(pem).expect_err("must be invalid").to_string()
    }

    #[test]
    fn both_forms_of_an_rsa_key() {
        let modulus = |key: &KeyPair| {
            use aws_lc_rs::signature::KeyPair as _;
            key.public_key().as_ref().to_vec()
        };
        let expected = modulus(key());
        assert_eq!(modulus(&rsa_key(&pem("PRIVATE KEY", &pkcs8())).unwrap()), expected);
        assert_eq!(modulus(&rsa_key(&pem("RSA PRIVATE KEY", &pkcs1())).unwrap()), expected);
        let after_other = format!("{}{}", pem("CERTIFICATE", b"x"), pem("PRIVATE KEY", &pkcs8()));
        assert_eq!(modulus(&rsa_key(&after_other).unwrap()), expected);
        let windows = pem("PRIVATE KEY", &pkcs8()).replace('\n', "\r\n");
        assert_eq!(modulus(&rsa_key(&windows).unwrap()), expected);
    }

    #[test]
    fn escaped_line_breaks() {
        for text in [pem("PRIVATE KEY", &pkcs8()), pem("RSA PRIVATE KEY", &pkcs1())] {
            for escape in [r"\n", r"\r\n", r"\\n", r"\\r\\n", "\\n\n", "\\r\n"] {
                rsa_key(&text.replace('\n', escape)).unwrap_or_else(|error| panic!("{escape:?}: {error}"));
            }
            // Only the first line, and cut off behind the last.
            rsa_key(&text.replacen('\n', r"\n", 1)).unwrap();
            rsa_key(text.replace('\n', r"\n").strip_suffix(r"\n").unwrap()).unwrap();
        }
        let found = message(&pem("EC PRIVATE KEY", b"x").replace('\n', r"\n"));
        assert!(found.ends_with("found `EC PRIVATE KEY`"), "{found}");
        for text in [r"hunter2\n", r"\nhunter2\", "-----BEGIN PRIVATE KEY-----\\nhunter2", r"\n"] {
            let found = message(text);
            assert!(!found.contains("hunter2"), "{found}");
        }
    }

    #[test]
    fn a_key_that_is_not_rsa() {
        use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
        let rng = aws_lc_rs::rand::SystemRandom::new();
        let other = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &rng).unwrap();
        assert_eq!(message(&pem("PRIVATE KEY", other.as_ref())), "the private key is not an RSA key");
    }

    #[test]
    fn labels_that_are_not_usable() {
        let found = message(&pem("EC PRIVATE KEY", b"x"));
        assert!(
            found.ends_with("expected `PRIVATE KEY` or `RSA PRIVATE KEY`, found `EC PRIVATE KEY`"),
            "{found}"
        );
        assert!(message(&pem("ENCRYPTED PRIVATE KEY", b"x")).contains("is encrypted"));
        assert!(message(&pem("PUBLIC KEY", b"x")).contains("found `PUBLIC KEY`"));
        // A piece of a key in place of a label.
        let found = message(&pem("PRIVATE 2EYRA111111710000000000080TE", b"x"));
        assert!(found.contains("is not PEM") && !found.contains("2EYRA"), "{found}");
    }

    #[test]
    fn damaged_texts_never_show_themselves() {
        let good = pem("PRIVATE KEY", &pkcs8());
        let body = good.lines().nth(3).unwrap().to_owned();
        let damaged = [
            (good.replace("-----END", "END"), "END line"),
            (good.replace('\n', " "), "line breaks"),
            (good.replacen("KEY-----", "KEY--", 1), "BEGIN line"),
            (good.replace(&body, "hunter2!"), "base64"),
            (pem("PRIVATE KEY", b"hunter2"), "damaged"),
            (pem("RSA PRIVATE KEY", &pkcs8()), "damaged"),
            (body.clone(), "not PEM"),
            (String::new(), "not PEM"),
        ];
        for (text, expected) in damaged {
            let found = message(&text);
            assert!(found.contains(expected), "{expected}: {found}");
            assert!(!found.contains("hunter2") && !found.contains(&body), "{found}");
        }
    }
}
