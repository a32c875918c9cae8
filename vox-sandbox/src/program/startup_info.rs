//! The output of the program at its start.

use std::net::SocketAddr;
use std::path::PathBuf;

use serde_json::{Value, json};
use vox_core::{Role, Secret};
use vox_sandbox::Sandbox;

/// The information that a client needs.
pub(crate) struct StartupInfo {
    pub(crate) address: String,
    /// The bound address, where it is that of all interfaces.
    pub(crate) all_interfaces: Option<SocketAddr>,
    pub(crate) account_id: u64,
    pub(crate) api_key: Secret,
    /// At least one.
    pub(crate) service_accounts: Vec<ServiceAccount>,
    pub(crate) certificate: Option<PathBuf>,
}

/// A service account and the file with its key.
pub(crate) struct ServiceAccount {
    pub(crate) roles: Vec<Role>,
    pub(crate) credentials: PathBuf,
}

/// The address for clients: with TLS by the name `localhost`.
pub(crate) fn address(sandbox: &Sandbox) -> String {
    let url = sandbox.base_url();
    match url.strip_prefix("https://127.0.0.1:") {
        Some(port) => format!("https://localhost:{port}"),
        None => url,
    }
}

/// The bound address, where it is that of all interfaces.
pub(crate) fn all_interfaces(sandbox: &Sandbox) -> Option<SocketAddr> {
    Some(sandbox.local_addr()).filter(|address| address.ip().is_unspecified())
}

impl StartupInfo {
    /// Several lines, for people.
    pub(crate) fn text(&self) -> String {
        let mut lines = vec![
            "The sandbox of the Voximplant Management API is running.".to_owned(),
            line("address", &self.address),
        ];
        if let Some(address) = self.all_interfaces {
            lines.push(line("listens on", &format!("{address}, all interfaces")));
        }
        lines.push(line("account id", &self.account_id.to_string()));
        lines.push(line("API key", self.api_key.expose()));
        for account in &self.service_accounts {
            let path = account.credentials.display();
            lines.push(line("credentials", &format!("{path} ({})", names(&account.roles).join(", "))));
        }
        if let Some(path) = &self.certificate {
            lines.push(line("certificate", &path.display().to_string()));
        }
        lines.push("Press Ctrl-C to stop it.".to_owned());
        lines.join("\n")
    }

    /// One line, for scripts.
    pub(crate) fn json(&self) -> String {
        let credentials = self.service_accounts.first().map(|account| &account.credentials);
        let mut info = json!({
            "address": self.address,
            "account_id": self.account_id,
            "api_key": self.api_key.expose(),
            "credentials": credentials,
            "certificate": self.certificate,
        });
        if self.service_accounts.len() > 1 {
            info["service_accounts"] = self.service_accounts.iter().map(ServiceAccount::json).collect();
        }
        info.to_string()
    }
}

impl ServiceAccount {
    fn json(&self) -> Value {
        json!({ "roles": names(&self.roles), "credentials": self.credentials })
    }
}

fn line(name: &str, value: &str) -> String {
    format!("  {name:<13}{value}")
}

fn names(roles: &[Role]) -> Vec<&'static str> {
    roles.iter().map(|role| role.name()).collect()
}
