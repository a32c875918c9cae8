//! The command line, and the environment variables with the same values.

use std::env;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use clap::builder::{BoolishValueParser, Resettable};
use clap::error::{ContextKind, ContextValue};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use vox_core::Role;

const ABOUT: &str = "The Voximplant Management API in memory, over real HTTP: for tests and for learning.";

const AFTER: &str = "\
Prints its address, an account's id and API key, and the path of the credentials.json of a service account (and with
--tls of the certificate to trust). These files are removed when it stops. A browser shows the accounts, the last
requests and the methods at the address.

Each argument has an environment variable, which the command line overrides. There, a flag is true or false, and several
values are separated as on the command line.

Example: vox-sandbox --tls --role Owner,Admin --role Payer --seed 7";

/// What the program is to do.
#[derive(Debug)]
pub(crate) enum Task {
    Serve(Arguments),
    /// Checks whether the sandbox at an address is ready.
    Health {
        address: SocketAddr,
        tls: bool,
    },
}

#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
pub(crate) struct Arguments {
    pub(crate) address: SocketAddr,
    /// The roles of each service account; at least one.
    pub(crate) roles: Vec<Vec<Role>>,
    pub(crate) tls: bool,
    /// More names in the certificate.
    pub(crate) tls_names: Vec<String>,
    /// More hosts that requests may be addressed to.
    pub(crate) hosts: Vec<String>,
    /// Methods that get samples although they have handlers.
    pub(crate) samples: Vec<String>,
    pub(crate) seed: Option<u64>,
    pub(crate) fixture: Option<PathBuf>,
    pub(crate) control: bool,
    pub(crate) strict: bool,
    pub(crate) json: bool,
}

/// Reads the command line and the environment. Ends the program after help and after an error.
pub(crate) fn parse() -> Task {
    let mut matches = command().try_get_matches().unwrap_or_else(|error| exit(&error));
    if let Some((_, mut health)) = matches.remove_subcommand() {
        return Task::Health { address: address_of(&mut health), tls: health.get_flag("tls") };
    }
    Task::Serve(Arguments {
        address: address_of(&mut matches),
        roles: matches.remove_many("role").map_or_else(|| vec![Role::ALL.to_vec()], Iterator::collect),
        tls: matches.get_flag("tls"),
        tls_names: matches.remove_many("tls-name").map_or_else(Vec::new, Iterator::collect),
        hosts: matches.remove_many("host").map_or_else(Vec::new, Iterator::collect),
        samples: matches.remove_many("sample").map_or_else(Vec::new, Iterator::collect),
        seed: matches.remove_one("seed"),
        fixture: matches.remove_one("fixture"),
        control: matches.get_flag("control"),
        strict: matches.get_flag("strict"),
        json: matches.get_flag("json"),
    })
}

fn address_of(matches: &mut ArgMatches) -> SocketAddr {
    matches.remove_one("addr").expect("the argument has a default")
}

/// Prints the error, and ends the program. An error of the environment names the variable, unlike those of `clap`.
fn exit(error: &clap::Error) -> ! {
    let is_of_environment = error.use_stderr() && without_environment().try_get_matches().is_ok();
    let variables = if is_of_environment { variables_of(error) } else { Vec::new() };
    if !variables.is_empty() {
        eprintln!("vox-sandbox: in the environment: {}", variables.join(", "));
    }
    error.exit()
}

/// The variable of the argument that is invalid, or all that are set.
fn variables_of(error: &clap::Error) -> Vec<String> {
    let mut command = command();
    // Before that, the arguments cannot be printed.
    command.build();
    let set = command.get_arguments().filter_map(|arg| {
        let variable = arg.get_env()?.to_str()?;
        env::var_os(variable).map(|_| (arg.to_string(), variable.to_owned()))
    });
    let set: Vec<_> = set.collect();
    let invalid = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(arg)) => set.iter().find(|(set, _)| set == arg),
        _ => None,
    };
    match invalid {
        Some((_, variable)) => vec![variable.clone()],
        None => set.into_iter().map(|(_, variable)| variable).collect(),
    }
}

fn without_environment() -> Command {
    let reset = |arg: Arg| arg.env(Resettable::Reset);
    command().mut_args(reset).mut_subcommand("health", |health| health.mut_args(reset))
}

fn command() -> Command {
    let flag = |name: &'static str, variable: &'static str| {
        Arg::new(name)
            .long(name)
            .env(variable)
            .action(ArgAction::SetTrue)
            .value_parser(BoolishValueParser::new())
    };
    let option = |name: &'static str, variable: &'static str, value: &'static str| {
        Arg::new(name).long(name).env(variable).value_name(value)
    };
    let addr =
        option("addr", "VOX_SANDBOX_ADDR", "ADDRESS").default_value("127.0.0.1:8420").value_parser(address);
    let tls = flag("tls", "VOX_SANDBOX_TLS");
    let health = Command::new("health")
        .about("Checks whether the sandbox at an address is ready: the exit code is 0, or 1 with a message")
        .arg(addr.clone().help("The address of the sandbox"))
        .arg(tls.clone().help("Uses https, and accepts any certificate"));
    Command::new("vox-sandbox")
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT)
        .after_help(AFTER)
        .disable_help_subcommand(true)
        .subcommand(health)
        .arg(addr.help("The address to listen on; port 0 selects a free port"))
        .arg(
            option("role", "VOX_SANDBOX_ROLE", "ROLES")
                .action(ArgAction::Append)
                .value_delimiter(';')
                .value_parser(roles)
                .help("The roles of a service account, separated by commas; repeat it, or separate by semicolons, for several service accounts [default: all known roles]"),
        )
        .arg(tls.help("Serves https with a new self-signed certificate for localhost"))
        .arg(
            option("tls-name", "VOX_SANDBOX_TLS_NAME", "NAME")
                .action(ArgAction::Append)
                .value_delimiter(',')
                .requires("tls")
                .help("An additional host name or IP address in the certificate; may be repeated or separated by commas"),
        )
        .arg(
            option("host", "VOX_SANDBOX_HOST", "NAME")
                .action(ArgAction::Append)
                .value_delimiter(',')
                .help("An additional host name by which clients reach the sandbox; may be repeated or separated by commas. On a loopback address, only localhost, IP addresses and the names in the certificate are allowed besides"),
        )
        .arg(
            option("sample", "VOX_SANDBOX_SAMPLE", "METHOD")
                .action(ArgAction::Append)
                .value_delimiter(',')
                .help("A method that gets samples although it has a handler; may be repeated or separated by commas"),
        )
        .arg(
            option("seed", "VOX_SANDBOX_SEED", "N")
                .allow_negative_numbers(true)
                .value_parser(value_parser!(u64))
                .help("Makes API keys, passwords and the choices of faults with a probability the same each time"),
        )
        .arg(
            option("fixture", "VOX_SANDBOX_FIXTURE", "FILE")
                .value_parser(value_parser!(PathBuf))
                .help("A JSON file with the initial accounts, prices, time and faults"),
        )
        .arg(
            flag("control", "VOX_SANDBOX_CONTROL")
                .help("Lets programs on this machine change the state while it runs, by requests under /_sandbox/; on a loopback address only"),
        )
        .arg(flag("strict", "VOX_SANDBOX_STRICT").help("Rejects methods that would get samples, and unknown parameters"))
        .arg(flag("json", "VOX_SANDBOX_JSON").help("Prints one line of JSON, for scripts"))
}

fn address(text: &str) -> Result<SocketAddr, String> {
    let port = text.strip_prefix("localhost:").and_then(|port| port.parse().ok());
    port.map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .or_else(|| text.parse().ok())
        .ok_or_else(|| "expected an IP address and a port such as 127.0.0.1:8420 or [::1]:0".to_owned())
}

fn roles(text: &str) -> Result<Vec<Role>, String> {
    let roles = text.split(',').map(|role| role.trim().parse::<Role>());
    roles.collect::<Result<_, _>>().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        command().debug_assert();
    }

    #[test]
    fn addresses_are_read() {
        for (text, expected) in
            [("127.0.0.1:0", "127.0.0.1:0"), ("localhost:80", "127.0.0.1:80"), ("[::1]:5", "[::1]:5")]
        {
            assert_eq!(address(text).unwrap().to_string(), expected);
        }
        for text in ["", "8420", "localhost", "localhost:x", "127.0.0.1:70000"] {
            assert!(address(text).is_err(), "{text}");
        }
    }
}
