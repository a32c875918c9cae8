//! The credentials file of a service account.

use std::sync::LazyLock;

use serde_json::{Value, json};
use vox_accounts::prelude::*;
use vox_sandbox::Sandbox;

use super::MARKER;

/// Names of the file's format, which an error may repeat.
const KNOWN: [&str; 3] = ["private_key", "account_email", "account_id"];

/// A file is accepted or an error that repeats none of it. Accepted keys sign requests.
pub(super) fn run(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    match ServiceAccount::from_json(text) {
        Ok(account) => {
            // The key id is not a secret.
            let shows = format!("{account:?}").contains("PRIVATE");
            assert!(!shows || account.key_id().contains("PRIVATE"), "{account:?}");
            let request = GetAccountInfo::default().to_http(&Auth::new(account));
            if let Ok(request) = &request {
                let header = request.headers()["authorization"].to_str().expect("a token is ASCII");
                assert_eq!(header.split('.').count(), 3, "{header}");
            }
        }
        Err(error) => {
            super::assert_safe_to_print(&error);
            let shown = super::output(&error);
            let long = |word: &&str| word.chars().count() >= 12 && !KNOWN.contains(word);
            for word in
                text.split(|character: char| !character.is_alphanumeric() && character != '_').filter(long)
            {
                assert!(!shown.contains(word), "`{word}` of the file is in: {shown}");
            }
        }
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let good: Value = serde_json::from_str(&FILE).expect("the sandbox's file is JSON");
    let mut text = good.clone();
    text["account_id"] = json!(good["account_id"].to_string());
    let mut bad = good.clone();
    bad["private_key"] = json!(format!("-----BEGIN PRIVATE KEY-----\n{MARKER}\n-----END PRIVATE KEY-----\n"));
    let wrapped = json!({"result": good});
    [good, text, bad, wrapped].map(|file| file.to_string().into()).into()
}

/// A file with a valid key.
static FILE: LazyLock<String> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(Sandbox::start()).expect("a sandbox").credentials_json()
});
