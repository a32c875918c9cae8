//! The measured sandbox: this program once more, in another process.

use std::error::Error;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};
use std::{env, fs};

use serde_json::{Value, json};
use vox_sandbox::Sandbox;

/// The argument that makes this program the server.
pub(crate) const ARGUMENT: &str = "serve";

/// Serves until the standard input ends.
pub(crate) fn serve() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start_blocking()?;
    let key = sandbox.api_key();
    println!("{}", json!([sandbox.base_url(), sandbox.account_id(), key.expose()]));
    io::stdin().read_to_end(&mut Vec::new())?;
    sandbox.stop_blocking();
    Ok(())
}

/// A running server. It ends when this is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
    pub(crate) account_id: u64,
    pub(crate) api_key: String,
}

impl Server {
    /// Returns when the port is open.
    pub(crate) fn start() -> Result<Self, Box<dyn Error>> {
        let mut child = Command::new(env::current_exe()?)
            .arg(ARGUMENT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let facts: Value = serde_json::from_str(&line)?;
        let text = |index: usize| facts[index].as_str().unwrap_or_default().to_owned();
        let account_id = facts[1].as_u64().unwrap_or_default();
        Ok(Self { child, address: text(0), account_id, api_key: text(2) })
    }

    /// The resident memory, in KiB. Linux only.
    pub(crate) fn memory(&self) -> Result<u64, Box<dyn Error>> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        Ok(line.trim().trim_end_matches(" kB").parse()?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Closes its standard input.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
