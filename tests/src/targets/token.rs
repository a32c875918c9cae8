//! Tokens, as a server verifies them and as a client takes them from its user.

use std::sync::{LazyLock, Mutex, PoisonError};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::HeaderValue;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use vox_accounts::prelude::*;
use vox_sandbox::Sandbox;

/// The time of the sandbox's clock at the start, in seconds.
const NOW: i64 = 1_800_000_000;
/// The codes of errors about tokens.
const REJECTIONS: [i64; 6] = [100, 433, 447, 454, 455, 456];

/// Any token: invalid for the client, or checked by the server.
pub(super) fn run(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    let request = |token: &str| {
        let auth = Auth::new(Credentials::Token(token.into()));
        assert!(!format!("{auth:?}").contains(super::MARKER));
        GetAccountInfo::default().to_http(&auth)
    };
    let header = match request(text) {
        Ok(request) => request.headers()["authorization"].clone(),
        Err(error) => {
            // The error does not depend on the token, so it shows nothing of it.
            let other = request("\n").expect_err("a line break is invalid");
            return assert_eq!(super::output(&error), super::output(&other));
        }
    };
    assert!(header.is_sensitive() && !format!("{header:?}").contains(super::MARKER));
    let _ = SERVER.lock().unwrap_or_else(PoisonError::into_inner).account(header);
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let server = SERVER.lock().unwrap_or_else(PoisonError::into_inner);
    let mut seeds: Vec<Vec<u8>> = server
        .claims()
        .iter()
        .map(|claims| server.sign(&server.header().to_string(), claims).into())
        .collect();
    seeds.push(format!("{0}.{0}.{0}", super::MARKER).into());
    seeds
}

/// Any claims and, before a zero byte, any header, signed with the right key: accepted only if all of them are valid.
pub(super) fn run_claims(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    let server = SERVER.lock().unwrap_or_else(PoisonError::into_inner);
    let head = server.header().to_string();
    let (head, claims) = text.split_once('\0').unwrap_or((&head, text));
    let token = server.sign(head, claims);
    let Ok(header) = HeaderValue::try_from(format!("Bearer {token}")) else { return };
    // Otherwise the seeds would expire during a long run.
    server.sandbox.clock().set(start());
    if server.account(header).is_some() {
        let after = server.sandbox.clock().now().as_second();
        let head: Value = serde_json::from_str(head).expect("the header of an accepted token is JSON");
        assert_eq!(head["alg"], "RS256");
        let claims: Value = serde_json::from_str(claims).expect("the claims of an accepted token are JSON");
        let time = |name: &str| claims[name].as_f64().unwrap_or_else(|| panic!("no {name} in {claims}"));
        #[expect(clippy::cast_precision_loss, reason = "times are far below the limit")]
        let (before, after) = (NOW as f64, after as f64 + 1.0);
        assert!(
            time("iat") <= after + 60.0 && time("exp") > before && time("exp") - time("iat") <= 3600.0,
            "{claims}"
        );
        let issuer = claims["iss"].as_str().map_or_else(|| claims["iss"].to_string(), str::to_owned);
        assert_eq!(issuer.trim_start_matches(['+', '0']), server.sandbox.account_id().to_string());
    }
}

pub(super) fn claims_seeds() -> Vec<Vec<u8>> {
    let server = SERVER.lock().unwrap_or_else(PoisonError::into_inner);
    let mut seeds: Vec<Vec<u8>> = server.claims().into_iter().map(Vec::from).collect();
    seeds.push(format!("{}\0{}", server.header(), server.claims()[0]).into());
    seeds.push(format!("{}\0{}", json!({"alg": "none", "kid": server.key_id}), server.claims()[0]).into());
    seeds
}

fn start() -> Timestamp {
    Timestamp::from_second(NOW).expect("a time")
}

/// A sandbox with its clock at that time, and the key of its service account.
struct Server {
    runtime: Runtime,
    sandbox: Sandbox,
    http: reqwest::Client,
    key_id: String,
    key: RsaKeyPair,
}

static SERVER: LazyLock<Mutex<Server>> = LazyLock::new(|| Mutex::new(Server::start()));

impl Server {
    fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let sandbox = runtime.block_on(Sandbox::start()).expect("a sandbox");
        sandbox.clock().set(start());
        let file: Value = serde_json::from_str(&sandbox.credentials_json()).expect("JSON");
        let pem = file["private_key"].as_str().expect("a key");
        let der: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        let key = RsaKeyPair::from_pkcs8(&STANDARD.decode(der).expect("base64")).expect("a key");
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        let key_id = file["key_id"].as_str().expect("an id").to_owned();
        Self { runtime, sandbox, http, key_id, key }
    }

    fn header(&self) -> Value {
        json!({"typ": "JWT", "alg": "RS256", "kid": self.key_id})
    }

    /// Claims of valid, expired, future and too long tokens.
    fn claims(&self) -> Vec<String> {
        let account = self.sandbox.account_id();
        [
            json!({"iss": account, "iat": NOW - 5, "exp": NOW + 60}),
            json!({"iss": account.to_string(), "iat": NOW, "nbf": NOW, "exp": NOW + 3600}),
            json!({"iss": account, "iat": NOW - 60, "exp": NOW}),
            json!({"iss": account, "iat": NOW + 61, "exp": NOW + 120}),
            json!({"iss": account, "iat": NOW, "exp": NOW + 3601}),
            json!({"iss": -1.5, "iat": 1e308, "exp": "soon"}),
        ]
        .map(|claims| claims.to_string())
        .into()
    }

    fn sign(&self, header: &str, claims: &str) -> String {
        let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
        let mut signature = vec![0; self.key.public_modulus_len()];
        self.key
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature)
            .expect("the key signs");
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    /// The account that the server accepts the token for; `None` if it rejects the token with an error of the API.
    fn account(&self, header: HeaderValue) -> Option<u64> {
        let url = format!("{}/platform_api/GetAccountInfo", self.sandbox.base_url());
        let request = self.http.post(url).header("authorization", header);
        let body = self.runtime.block_on(async { request.send().await?.bytes().await });
        let response: Value = serde_json::from_slice(&body.expect("the server responds")).expect("JSON");
        if response["error"].is_null() {
            return Some(response["result"]["account_id"].as_u64().expect("an account"));
        }
        let code = response["error"]["code"].as_i64().expect("a code");
        assert!(REJECTIONS.contains(&code), "{response}");
        None
    }
}
