//! The vendor's SDKs, unchanged, if `tests/sdk/run` has installed them.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use vox_accounts::GetAccountInfo;
use vox_core::ServiceAccount;

use super::server::Facts;
use super::{Cost, clients};
use crate::Result;
use crate::tasks::VOX;

/// Calls of the SDKs, which are slower.
const CALLS: usize = 300;
/// Calls of vox.
const MANY_CALLS: usize = 6_000;

/// An SDK.
struct Sdk {
    way: &'static str,
    in_flight: usize,
    interpreter: PathBuf,
    script: &'static str,
    /// The paths of the SDK and of the certificate, for the interpreter.
    variables: Vec<(&'static str, PathBuf)>,
}

/// The output of a script.
#[derive(Deserialize)]
struct ScriptOutput {
    cpu: f64,
    per_second: f64,
}

pub(super) fn measure(facts: &Facts, rounds: usize) -> Result<Vec<Cost>> {
    let directory = std::env::temp_dir().join(format!("vox-speed-sdks-{}", std::process::id()));
    std::fs::create_dir_all(&directory).map_err(|error| error.to_string())?;
    let files = Files::write(&directory, facts);
    let costs = files.and_then(|files| of_all(facts, &files, rounds));
    let _ = std::fs::remove_dir_all(&directory);
    costs
}

/// The files that the SDKs read.
struct Files {
    credentials: PathBuf,
    certificate: PathBuf,
}

impl Files {
    fn write(directory: &Path, facts: &Facts) -> Result<Self> {
        let files = Self {
            credentials: directory.join("credentials.json"),
            certificate: directory.join("certificate.pem"),
        };
        std::fs::write(&files.credentials, &facts.credentials).map_err(|error| error.to_string())?;
        std::fs::write(&files.certificate, &facts.certificate).map_err(|error| error.to_string())?;
        Ok(files)
    }
}

fn of_all(facts: &Facts, files: &Files, rounds: usize) -> Result<Vec<Cost>> {
    let mut costs = Vec::new();
    for in_flight in [1, 64] {
        costs.push(best(rounds, || vox(facts, in_flight))?);
    }
    for sdk in installed(files) {
        costs.push(best(rounds, || call(&sdk, facts, files))?);
    }
    Ok(costs)
}

fn best(rounds: usize, measure: impl Fn() -> Result<Cost>) -> Result<Cost> {
    let mut best = measure()?;
    for _ in 1..rounds {
        best = best.better(&measure()?);
    }
    Ok(best)
}

fn vox(facts: &Facts, in_flight: usize) -> Result<Cost> {
    let message = |error: &dyn std::error::Error| error.to_string();
    let certificate =
        reqwest::Certificate::from_pem(facts.certificate.as_bytes()).map_err(|error| message(&error))?;
    let http =
        reqwest::Client::builder().tls_certs_only([certificate]).build().map_err(|error| message(&error))?;
    let account = ServiceAccount::from_json(&facts.credentials).map_err(|error| message(&error))?;
    let client = vox_core::Client::builder()
        .credentials(account)
        .base_url(&facts.address)
        .transport(vox_core::transport::from_reqwest(http))
        .build()
        .map_err(|error| message(&error))?;
    let driver = clients::driver(move || {
        let client = client.clone();
        async move {
            let result = GetAccountInfo::default().send(&client).await;
            result.map(|response| response.result.account_id).map_err(|error| error.to_string())
        }
    });
    super::drive(VOX, &driver, in_flight, MANY_CALLS)
}

/// The installed SDKs.
fn installed(files: &Files) -> Vec<Sdk> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/sdk");
    let python = root.join("python/bin/python");
    let modules = root.join("node/node_modules");
    let mut sdks = Vec::new();
    if python.exists() {
        let variables = vec![("REQUESTS_CA_BUNDLE", files.certificate.clone())];
        sdks.push(Sdk {
            way: "the Python SDK",
            in_flight: 1,
            interpreter: python,
            script: "calls.py",
            variables,
        });
    }
    if modules.exists() {
        for in_flight in [1, 64] {
            let variables =
                vec![("NODE_PATH", modules.clone()), ("NODE_EXTRA_CA_CERTS", files.certificate.clone())];
            let interpreter = PathBuf::from("node");
            sdks.push(Sdk { way: "the Node SDK", in_flight, interpreter, script: "calls.js", variables });
        }
    }
    sdks
}

fn call(sdk: &Sdk, facts: &Facts, files: &Files) -> Result<Cost> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("sdk").join(sdk.script);
    let output = Command::new(&sdk.interpreter)
        .arg(script)
        .arg(facts.address.trim_start_matches("https://"))
        .arg(&files.credentials)
        .args([CALLS.to_string(), sdk.in_flight.to_string()])
        .envs(sdk.variables.iter().map(|(name, value)| (name, value)))
        .env_remove("VOXIMPLANT_CREDENTIALS")
        .output()
        .map_err(|error| format!("{}: {error}", sdk.way))?;
    let said: ScriptOutput = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{}: {error}: {}", sdk.way, String::from_utf8_lossy(&output.stderr)))?;
    Ok(Cost {
        way: sdk.way,
        in_flight: sdk.in_flight,
        cpu: said.cpu,
        per_second: said.per_second,
        allocations: None,
    })
}
