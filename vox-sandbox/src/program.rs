//! Starts a sandbox, prints its address and credentials, and waits for a signal to stop.

pub(crate) mod arguments;
mod files;
pub(crate) mod health;
mod startup_info;

use std::fs;
use std::future::Future;
use std::io::{self, Write as _};

use vox_sandbox::{Sandbox, SandboxBuilder};

use self::arguments::Arguments;
use self::files::Folder;
use self::startup_info::{ServiceAccount, StartupInfo};

/// Serves until a signal stops it.
///
/// # Errors
/// A message of one line.
pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    let builder = builder(arguments)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start: {error}"))?;
    runtime.block_on(serve(builder, arguments))
}

fn builder(arguments: &Arguments) -> Result<SandboxBuilder, String> {
    if arguments.control && !arguments.address.ip().is_loopback() {
        return Err(format!(
            "--control needs a loopback address such as 127.0.0.1:8420, not {}: whoever reaches the sandbox could take it over",
            arguments.address
        ));
    }
    let mut builder = Sandbox::builder().address(arguments.address).control(arguments.control);
    if arguments.strict {
        builder = builder.strict();
    }
    if let Some(seed) = arguments.seed {
        builder = builder.seed(seed);
    }
    if let Some(roles) = arguments.roles.first() {
        builder = builder.roles(roles.clone());
    }
    if arguments.tls {
        builder = arguments.tls_names.iter().fold(builder.tls(), SandboxBuilder::tls_name);
    }
    builder = arguments.hosts.iter().fold(builder, SandboxBuilder::host);
    builder = builder.samples(arguments.samples.iter().cloned());
    if let Some(path) = &arguments.fixture {
        let shown = path.display();
        let json =
            fs::read_to_string(path).map_err(|error| format!("cannot read the fixture {shown}: {error}"))?;
        builder = builder.fixture(&json).map_err(|error| format!("the fixture {shown}: {error}"))?;
    }
    Ok(builder)
}

async fn serve(builder: SandboxBuilder, arguments: &Arguments) -> Result<(), String> {
    // Before the first output: the program may get a signal as soon as its address is printed.
    let stopped = stop_signal().map_err(|error| format!("cannot wait for Ctrl-C: {error}"))?;
    let sandbox = builder.start().await.map_err(|error| error.to_string())?;
    let folder = Folder::create()?;
    let info = startup_info(&sandbox, &folder, arguments)?;
    let text = if arguments.json { info.json() } else { info.text() };
    // A closed standard output does not stop the sandbox.
    let _ = writeln!(io::stdout(), "{text}").and_then(|()| io::stdout().flush());
    stopped.await;
    sandbox.stop().await;
    if !arguments.json {
        let _ = writeln!(io::stdout(), "Stopped.");
    }
    folder.remove()
}

/// Writes the files, and returns their paths with the rest of the startup information.
fn startup_info(sandbox: &Sandbox, folder: &Folder, arguments: &Arguments) -> Result<StartupInfo, String> {
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
    Ok(StartupInfo {
        address: startup_info::address(sandbox),
        all_interfaces: startup_info::all_interfaces(sandbox),
        account_id: sandbox.account_id(),
        api_key: sandbox.api_key(),
        service_accounts,
        certificate,
    })
}

/// Ready at Ctrl-C and, on Unix, at the signals to terminate, to quit and of the end of the terminal.
#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let (mut interrupted, mut terminated) =
        (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    let mut quit = signal(SignalKind::quit())?;
    let mut hung_up = if is_hangup_ignored() { None } else { Some(signal(SignalKind::hangup())?) };
    Ok(async move {
        let hung_up = async {
            match &mut hung_up {
                Some(hung_up) => hung_up.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
            _ = quit.recv() => {}
            _ = hung_up => {}
        }
    })
}

/// Whether the program is to survive the end of its terminal, as under `nohup`. Only Linux tells.
#[cfg(unix)]
fn is_hangup_ignored() -> bool {
    const HANGUP: u64 = 1;
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|signals| u64::from_str_radix(signals.trim(), 16).ok());
    ignored.is_some_and(|signals| signals & HANGUP != 0)
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as with signals")]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
