//! Tokens, cached or signed for each call.

use std::hint::black_box;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde::Serialize;
use vox_core::{Auth, ServiceAccount};

use super::{Goal, Task, VOX, Way};

const RAW: &str = "aws-lc-rs, only the signature";

pub(super) const TASKS: &[Task] = &[
    Task {
        name: "token-kept",
        title: "Authorize with a token that is kept",
        ways: kept,
        is_counted: false,
        goals: &[Goal::Nanoseconds(50.0), Goal::Allocations(0)],
    },
    Task {
        name: "token-signed",
        title: "Sign a token",
        ways: signed,
        is_counted: false,
        goals: &[Goal::TimesTheTime(1.1, RAW)],
    },
];

fn kept() -> Vec<Way> {
    let auth = Auth::new(Key::generate().service_account());
    vec![Way::new(VOX, move || {
        black_box(black_box(&auth).authorization().expect("the key signs"));
    })]
}

fn signed() -> Vec<Way> {
    let key = Key::generate();
    let account = key.service_account();
    let pair = KeyPair::from_pkcs8(&key.der).expect("the key is valid");
    let pem = key.pem.clone();
    let kept = EncodingKey::from_rsa_pem(pem.as_bytes()).expect("the key is valid");
    vec![
        // A new account each time, so that its token is not cached.
        Way::new(VOX, move || {
            let fresh = Auth::new(black_box(&account).acting_for(2));
            black_box(fresh.authorization().expect("the key signs"));
        }),
        Way::new(RAW, move || {
            let mut signature = vec![0; pair.public_modulus_len()];
            let random = SystemRandom::new();
            pair.sign(&RSA_PKCS1_SHA256, &random, black_box(MESSAGE), &mut signature).expect("the key signs");
            black_box(signature);
        }),
        Way::new("jsonwebtoken, the key kept", move || {
            black_box(token(black_box(&kept)));
        }),
        Way::new("jsonwebtoken, the key read each time", move || {
            black_box(token(
                &EncodingKey::from_rsa_pem(black_box(&pem).as_bytes()).expect("the key is valid"),
            ));
        }),
    ]
}

/// A message of the length of a token's signed part.
const MESSAGE: &[u8] = &[b'a'; 160];

#[derive(Serialize)]
struct Claims {
    iss: u64,
    iat: u64,
    exp: u64,
}

fn token(key: &EncodingKey) -> String {
    let claims = Claims { iss: 2, iat: 1_700_000_000, exp: 1_700_003_600 };
    jsonwebtoken::encode(&Header::new(Algorithm::RS256), &claims, key).expect("the key signs")
}

/// A key in the format of the API.
struct Key {
    der: Vec<u8>,
    pem: String,
}

impl Key {
    fn generate() -> Self {
        let pair = KeyPair::generate(KeySize::Rsa2048).expect("a key can be generated");
        let der = AsDer::<Pkcs8V1Der<'_>>::as_der(&pair).expect("the key can be written").as_ref().to_vec();
        let text = STANDARD.encode(&der);
        let lines: Vec<_> =
            text.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
        let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", lines.join("\n"));
        Self { der, pem }
    }

    fn service_account(&self) -> ServiceAccount {
        let file = serde_json::json!({ "account_id": 1, "key_id": "a-key", "private_key": self.pem });
        ServiceAccount::from_json(&file.to_string()).expect("the file is valid")
    }
}
