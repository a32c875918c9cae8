//! The command line.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};
use vox_core::Role;

const ABOUT: &str = "The Voximplant Management API in memory, over real HTTP: for tests and for learning.";

const AFTER: &str = "\
Prints its address, an account's id and API key, and the path of the credentials.json of a service account (and with
--tls of the certificate to trust). These files are removed when it stops. A browser shows the accounts, the last
requests and the methods at the address.

Example: vox-sandbox --tls --role Owner,Admin --role Payer --seed 7";

#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) address: SocketAddr,
    /// The roles of each service account; at least one.
    pub(crate) roles: Vec<Vec<Role>>,
    pub(crate) tls: bool,
    /// More names in the certificate.
    pub(crate) tls_names: Vec<String>,
    pub(crate) seed: Option<u64>,
    pub(crate) fixture: Option<PathBuf>,
    pub(crate) json: bool,
}

/// Reads the command line. Ends the program after help and after an error.
pub(crate) fn parse() -> Arguments {
    let mut matches = command().get_matches();
    Arguments {
        address: matches.remove_one("addr").expect("the argument has a default"),
        roles: matches.remove_many("role").map_or_else(|| vec![Role::ALL.to_vec()], Iterator::collect),
        tls: matches.get_flag("tls"),
        tls_names: matches.remove_many("tls-name").map_or_else(Vec::new, Iterator::collect),
        seed: matches.remove_one("seed"),
        fixture: matches.remove_one("fixture"),
        json: matches.get_flag("json"),
    }
}

fn command() -> Command {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let option = |name: &'static str, value: &'static str| Arg::new(name).long(name).value_name(value);
    Command::new("vox-sandbox")
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT)
        .after_help(AFTER)
        .arg(
            option("addr", "ADDRESS")
                .default_value("127.0.0.1:8420")
                .value_parser(address)
                .help("The address to listen on; port 0 selects a free port"),
        )
        .arg(
            option("role", "ROLES")
                .action(ArgAction::Append)
                .value_parser(roles)
                .help("The roles of a service account, separated by commas; repeat for several service accounts [default: all known roles]"),
        )
        .arg(flag("tls").help("Serves https with a new self-signed certificate for localhost"))
        .arg(
            option("tls-name", "NAME")
                .action(ArgAction::Append)
                .requires("tls")
                .help("An additional host name or IP address in the certificate; may be repeated"),
        )
        .arg(
            option("seed", "N")
                .allow_negative_numbers(true)
                .value_parser(value_parser!(u64))
                .help("Makes API keys and passwords the same each time"),
        )
        .arg(
            option("fixture", "FILE")
                .value_parser(value_parser!(PathBuf))
                .help("A JSON file with the initial accounts, prices, time and faults"),
        )
        .arg(flag("json").help("Prints one line of JSON, for scripts"))
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
