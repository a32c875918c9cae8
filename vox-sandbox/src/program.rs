//! Starts a sandbox, says where it is, and waits for the end.

pub(crate) mod arguments;
mod facts;
mod files;

use std::fs;
use std::future::Future;
use std::io::{self, Write as _};

use vox_sandbox::{Sandbox, SandboxBuilder};

use self::arguments::Arguments;
use self::facts::{Facts, ServiceAccount};
use self::files::Folder;

/// Serves until somebody stops it. An error is one complete line.
pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    let builder = builder(arguments)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start: {error}"))?;
    runtime.block_on(serve(builder, arguments))
}

fn builder(arguments: &Arguments) -> Result<SandboxBuilder, String> {
    let mut builder = Sandbox::builder().address(arguments.address);
    if let Some(seed) = arguments.seed {
        builder = builder.seed(seed);
    }
    if let Some(roles) = arguments.roles.first() {
        builder = builder.roles(roles.clone());
    }
    if arguments.tls {
        builder = builder.tls();
    }
    for name in &arguments.tls_names {
        builder = builder.tls_name(name);
    }
    if let Some(path) = &arguments.fixture {
        let shown = path.display();
        let json =
            fs::read_to_string(path).map_err(|error| format!("cannot read the fixture {shown}: {error}"))?;
        builder = builder.fixture(&json).map_err(|error| format!("the fixture {shown}: {error}"))?;
    }
    Ok(builder)
}

async fn serve(builder: SandboxBuilder, arguments: &Arguments) -> Result<(), String> {
    // Before the first word: whoever reads the address may stop the program at once.
    let stopped = stop_signal().map_err(|error| format!("cannot wait for Ctrl-C: {error}"))?;
    let sandbox = builder.start().await.map_err(|error| error.to_string())?;
    let folder = Folder::create()?;
    let facts = facts(&sandbox, &folder, arguments)?;
    let text = if arguments.json { facts.json() } else { facts.text() };
    // Where nobody reads what it says, it serves all the same.
    let _ = writeln!(io::stdout(), "{text}").and_then(|()| io::stdout().flush());
    stopped.await;
    sandbox.stop().await;
    if !arguments.json {
        let _ = writeln!(io::stdout(), "Stopped.");
    }
    folder.remove()
}

/// Writes the files; where they are, with all else that a client needs to know.
fn facts(sandbox: &Sandbox, folder: &Folder, arguments: &Arguments) -> Result<Facts, String> {
    let certificate =
        sandbox.certificate_pem().map(|pem| folder.write("certificate.pem", pem)).transpose()?;
    let mut service_accounts = Vec::new();
    for (index, roles) in arguments.roles.iter().enumerate() {
        let name = if index == 0 {
            "credentials.json".to_owned()
        } else {
            format!("credentials-{}.json", index + 1)
        };
        let json = match index {
            0 => sandbox.credentials_json(),
            _ => sandbox.add_service_account(roles.clone()),
        };
        let credentials = folder.write(&name, &json)?;
        service_accounts.push(ServiceAccount { roles: roles.clone(), credentials });
    }
    Ok(Facts {
        address: facts::address(sandbox),
        all_interfaces: facts::all_interfaces(sandbox),
        account_id: sandbox.account_id(),
        api_key: sandbox.api_key(),
        service_accounts,
        certificate,
    })
}

/// Ready when the program is to stop: by Ctrl-C, and where there is one, by the signal to terminate.
#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let (mut interrupted, mut terminated) =
        (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as with signals")]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
