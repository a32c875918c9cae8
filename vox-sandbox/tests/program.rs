//! The program, as its users run it.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::ClientBuilder;

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_vox-sandbox"))
}

/// The running program. It is killed if a test fails.
struct Running {
    child: Child,
    lines: BufReader<std::process::ChildStdout>,
}

impl Running {
    fn start(arguments: &[&str]) -> Self {
        Self::start_at("127.0.0.1:0", arguments)
    }

    fn start_at(address: &str, arguments: &[&str]) -> Self {
        Self::start_with(program().args(["--addr", address]).args(arguments))
    }

    fn start_with(command: &mut Command) -> Self {
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self { child, lines }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        line
    }

    fn facts(&mut self) -> Value {
        let line = self.line();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("{line:?}"))
    }

    /// Sends a signal and waits for the end. Returns whether the program succeeded, and the rest of its output.
    fn stop(mut self, signal: &str) -> (bool, String) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        let status = self.child.wait().unwrap();
        let mut rest = String::new();
        self.lines.read_to_string(&mut rest).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut rest).unwrap();
        (status.success(), rest)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn path(facts: &Value, name: &str) -> PathBuf {
    facts[name].as_str().unwrap_or_else(|| panic!("no {name} in {facts}")).into()
}

fn client(facts: &Value, credentials: &Path) -> ClientBuilder {
    let account = ServiceAccount::from_file(credentials).unwrap();
    Client::builder().credentials(account).base_url(facts["address"].as_str().unwrap())
}

fn error_of(arguments: &[&str]) -> String {
    let Output { status, stdout, stderr } = program().args(arguments).output().unwrap();
    assert!(!status.success() && stdout.is_empty(), "{arguments:?}");
    String::from_utf8(stderr).unwrap()
}

#[tokio::test]
async fn scripts_get_one_line_of_json_and_ctrl_c_stops_the_program() {
    let mut running = Running::start(&["--json"]);
    let facts = running.facts();
    let keys: Vec<_> = facts.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["account_id", "address", "api_key", "certificate", "credentials"]);
    assert_eq!(facts["certificate"], Value::Null);
    let credentials = path(&facts, "credentials");
    assert_eq!(credentials.file_name().unwrap(), "credentials.json");
    // Nobody else can read the private key.
    assert_eq!(fs::metadata(&credentials).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(credentials.parent().unwrap()).unwrap().permissions().mode() & 0o777, 0o700);
    let client = client(&facts, &credentials).build().unwrap();
    let account = GetAccountInfo::default().send(&client).await.unwrap().result;
    assert_eq!(account.account_id, facts["account_id"].as_u64().unwrap());

    // The client's connection is still open.
    let (good, rest) = running.stop("-INT");
    assert!(good && rest.is_empty(), "{rest}");
    assert!(!credentials.parent().unwrap().exists());
    GetAccountInfo::default().send(&client).await.unwrap_err();
}

#[test]
fn people_get_several_lines_and_a_signal_to_terminate_stops_the_program() {
    let mut running = Running::start(&["--seed", "7"]);
    let lines: Vec<_> = (0..6).map(|_| running.line()).collect();
    let text = lines.concat();
    for expected in [
        "address      http://127.0.0.1:",
        "account id   1000001",
        "API key      044c3cd7-f43c-461c-a698-4080bab12a02",
        "credentials.json (Owner, Admin, ",
        "Press Ctrl-C to stop it.",
    ] {
        assert!(text.contains(expected), "`{expected}` is not in {text}");
    }
    let (good, rest) = running.stop("-TERM");
    assert!(good && rest == "Stopped.\n", "{rest}");
}

/// Whether this process ignores SIGHUP, and so do the programs that it starts.
fn ignores_hangups() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.is_some_and(|mask| u64::from_str_radix(mask.trim(), 16).unwrap() & 1 == 1)
}

#[test]
fn every_signal_that_ends_the_program_removes_its_files() {
    for signal in ["-INT", "-TERM", "-HUP", "-QUIT"] {
        // If these tests run under `nohup`, so does the program: the next test has that case.
        if signal == "-HUP" && ignores_hangups() {
            continue;
        }
        let mut running = Running::start(&["--json"]);
        let credentials = path(&running.facts(), "credentials");
        assert!(credentials.exists());
        let (good, rest) = running.stop(signal);
        assert!(good && rest.is_empty(), "{signal}: {rest}");
        assert!(!credentials.parent().unwrap().exists(), "{signal}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn under_nohup_the_program_survives_the_end_of_its_terminal() {
    let mut nohup = Command::new("nohup");
    nohup.args([env!("CARGO_BIN_EXE_vox-sandbox"), "--addr", "127.0.0.1:0", "--json"]);
    let mut running = Running::start_with(&mut nohup);
    let facts = running.facts();
    let id = running.child.id().to_string();
    assert!(Command::new("kill").args(["-HUP", &id]).status().unwrap().success());
    // The signal would have ended it by then.
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(health(&facts).0, Some(0));
    assert!(running.stop("-TERM").0);
}

/// The address of the sandbox, as an argument.
fn address(facts: &Value) -> String {
    facts["address"].as_str().unwrap().rsplit_once("//").unwrap().1.to_owned()
}

/// The exit code, and the output with the errors.
fn health(facts: &Value) -> (Option<i32>, String) {
    health_with(&["--addr", &address(facts)], &[])
}

fn health_with(arguments: &[&str], variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let variables = variables.iter().copied();
    let output = program().arg("health").args(arguments).envs(variables).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(text).unwrap())
}

#[test]
fn health_is_0_when_the_sandbox_is_ready() {
    let success = (Some(0), String::new());
    let mut running = Running::start(&["--json"]);
    let address = address(&running.facts());
    assert_eq!(health_with(&["--addr", &address], &[]), success);
    let port = address.rsplit_once(':').unwrap().1;
    // As in a container, where one variable is for both.
    for host in ["0.0.0.0", "localhost", "127.0.0.1"] {
        assert_eq!(health_with(&[], &[("VOX_SANDBOX_ADDR", &format!("{host}:{port}"))]), success, "{host}");
    }
    running.stop("-INT");
    let (code, text) = health_with(&["--addr", &address], &[]);
    assert_eq!(code, Some(1));
    let expected = format!("vox-sandbox: the sandbox at {address} is not ready: Connection refused");
    assert!(text.starts_with(&expected), "{text}");
}

#[test]
fn health_is_checked_over_tls() {
    let mut running = Running::start(&["--json", "--tls"]);
    let address = address(&running.facts());
    assert_eq!(health_with(&["--addr", &address, "--tls"], &[]), (Some(0), String::new()));
    let variables = [("VOX_SANDBOX_TLS", "true"), ("VOX_SANDBOX_ADDR", &address)];
    assert_eq!(health_with(&[], &variables), (Some(0), String::new()));
    let (code, text) = health_with(&["--addr", &address], &[]);
    assert_eq!(code, Some(1));
    assert!(
        text.ends_with("is not ready: there was no response; a sandbox with TLS is checked with --tls\n"),
        "{text}"
    );
    running.stop("-INT");
}

#[test]
fn health_is_1_at_another_programs_port() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]).unwrap();
        stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n").unwrap();
    });
    let (code, text) = health_with(&["--addr", &address], &[]);
    assert_eq!(code, Some(1));
    assert!(text.ends_with("the response is not that of a sandbox: HTTP/1.1 404 Not Found\n"), "{text}");
}

#[test]
fn the_program_is_ready_as_soon_as_its_port_is_open() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let running = Running::start_at(&port.to_string(), &["--json"]);
    while TcpStream::connect(port).is_err() {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    assert_eq!(health_with(&["--addr", &port.to_string()], &[]), (Some(0), String::new()));
    running.stop("-INT");
}

#[tokio::test]
async fn every_argument_has_an_environment_variable() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("environment.json");
    fs::write(&file, r#"{"accounts": [{"account_name": "my-company"}]}"#).unwrap();
    let variables = [
        ("VOX_SANDBOX_ADDR", "127.0.0.1:0"),
        ("VOX_SANDBOX_ROLE", "Owner,Admin;Payer"),
        ("VOX_SANDBOX_TLS", "1"),
        ("VOX_SANDBOX_TLS_NAME", "sandbox,api.example"),
        ("VOX_SANDBOX_HOST", "proxy"),
        ("VOX_SANDBOX_SAMPLE", "GetAccountInfo,GetChildrenAccounts"),
        ("VOX_SANDBOX_SEED", "7"),
        ("VOX_SANDBOX_FIXTURE", file.to_str().unwrap()),
        ("VOX_SANDBOX_CONTROL", "true"),
        ("VOX_SANDBOX_STRICT", "false"),
        ("VOX_SANDBOX_JSON", "true"),
    ];
    let help = String::from_utf8(program().arg("--help").output().unwrap().stdout).unwrap();
    let listed = help.matches("[env: VOX_SANDBOX_").count();
    assert_eq!(listed, variables.len(), "{help}");

    let mut running = Running::start_with(program().envs(variables));
    let facts = running.facts();
    for (account, roles) in facts["service_accounts"].as_array().unwrap().iter().zip([2, 1]) {
        assert_eq!(account["roles"].as_array().unwrap().len(), roles);
    }
    let (_, port) =
        facts["address"].as_str().unwrap().strip_prefix("https://").unwrap().split_once(':').unwrap();
    let pem = fs::read(path(&facts, "certificate")).unwrap();
    let mut http = reqwest::Client::builder().no_proxy();
    http = http.tls_certs_only([reqwest::Certificate::from_pem(&pem).unwrap()]);
    for name in ["sandbox", "api.example"] {
        http = http.resolve(name, ([127, 0, 0, 1], port.parse().unwrap()).into());
    }
    let http = http.build().unwrap();
    for (url_host, host, status) in [
        ("sandbox", "sandbox", 200),
        ("api.example", "api.example", 200),
        ("localhost", "proxy", 200),
        ("localhost", "evil.example", 421),
    ] {
        let page = http.get(format!("https://{url_host}:{port}/")).header("host", host).send().await.unwrap();
        assert_eq!(page.status(), status, "{url_host} {host}");
        assert_eq!(page.text().await.unwrap().contains("my-company"), status == 200);
    }
    running.stop("-INT");

    // The key of the seed; and the command line takes precedence.
    for (seed, arguments) in [("7", &[][..]), ("8", &["--seed", "7"])] {
        let mut command = program();
        command.args(["--addr", "127.0.0.1:0", "--json"]).args(arguments).env("VOX_SANDBOX_SEED", seed);
        let mut running = Running::start_with(&mut command);
        assert_eq!(running.facts()["api_key"], "044c3cd7-f43c-461c-a698-4080bab12a02");
        running.stop("-INT");
    }
}

/// Variables, arguments, and the variable that the error names.
type EnvironmentError = (&'static [(&'static str, &'static str)], &'static [&'static str], &'static str);

#[test]
fn errors_of_the_environment_name_the_variable() {
    let cases: [EnvironmentError; 6] = [
        (&[("VOX_SANDBOX_SEED", "x"), ("VOX_SANDBOX_JSON", "1")], &[], "VOX_SANDBOX_SEED"),
        (&[("VOX_SANDBOX_ADDR", "8420")], &[], "VOX_SANDBOX_ADDR"),
        (&[("VOX_SANDBOX_ADDR", "8420")], &["health"], "VOX_SANDBOX_ADDR"),
        (&[("VOX_SANDBOX_TLS", "maybe")], &[], "VOX_SANDBOX_TLS"),
        (&[("VOX_SANDBOX_ROLE", "Owner,Boss")], &["--seed", "1"], "VOX_SANDBOX_ROLE"),
        (&[("VOX_SANDBOX_TLS_NAME", "sandbox")], &[], "VOX_SANDBOX_TLS_NAME"),
    ];
    for (variables, arguments, expected) in cases {
        let output = program().args(arguments).envs(variables.iter().copied()).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && output.stdout.is_empty(), "{variables:?}");
        let first = error.lines().next().unwrap();
        assert_eq!(first, format!("vox-sandbox: in the environment: {expected}"), "{error}");
        assert!(error.contains("error: "), "{error}");
    }
    // An error of the command line does not blame the environment.
    let output = program().args(["--seed", "x"]).env("VOX_SANDBOX_JSON", "1").output().unwrap();
    assert!(
        String::from_utf8(output.stderr).unwrap().starts_with("error: invalid value 'x' for '--seed <N>'")
    );
}

#[tokio::test]
async fn each_set_of_roles_has_its_credentials() {
    let mut running = Running::start(&["--json", "--role", "Owner,Admin", "--role", "Payer"]);
    let facts = running.facts();
    let accounts = facts["service_accounts"].as_array().unwrap();
    assert_eq!(accounts[0]["roles"], serde_json::json!(["Owner", "Admin"]));
    assert_eq!(accounts[0]["credentials"], facts["credentials"]);
    for (account, allowed) in accounts.iter().zip([true, false]) {
        let client = client(&facts, &path(account, "credentials")).build().unwrap();
        assert_eq!(GetChildrenAccounts::default().send(&client).await.is_ok(), allowed, "{account}");
    }
    running.stop("-INT");
}

#[tokio::test]
async fn https_is_served_with_the_written_certificate() {
    let mut running = Running::start(&["--json", "--tls"]);
    let facts = running.facts();
    let address = facts["address"].as_str().unwrap();
    assert!(address.starts_with("https://localhost:"), "{address}");
    let pem = fs::read(path(&facts, "certificate")).unwrap();
    let http = reqwest::Client::builder()
        .no_proxy()
        .tls_certs_only([reqwest::Certificate::from_pem(&pem).unwrap()])
        .build()
        .unwrap();
    let client = client(&facts, &path(&facts, "credentials"))
        .transport(vox_core::transport::from_reqwest(http))
        .build()
        .unwrap();
    GetAccountInfo::default().send(&client).await.unwrap();
    // A client without the certificate does not connect, and plain HTTP on that port does not stop the server.
    let stranger = self::client(&facts, &path(&facts, "credentials")).build().unwrap();
    GetAccountInfo::default().send(&stranger).await.unwrap_err();
    let mut plain = TcpStream::connect(address.trim_start_matches("https://")).unwrap();
    plain.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").unwrap();
    let mut response = Vec::new();
    let _ = plain.read_to_end(&mut response);
    assert!(!response.starts_with(b"HTTP"));
    GetAccountInfo::default().send(&client).await.unwrap();
    running.stop("-INT");
}

#[tokio::test]
async fn all_interfaces_are_reached_by_the_loopback_address_and_by_the_names_given() {
    let mut running = Running::start_at("0.0.0.0:0", &[]);
    let lines: Vec<_> = (0..7).map(|_| running.line()).collect();
    let port =
        lines[1].trim().strip_prefix("address      http://127.0.0.1:").unwrap_or_else(|| panic!("{lines:?}"));
    assert_eq!(lines[2], format!("  listens on   0.0.0.0:{port}, all interfaces\n"));
    running.stop("-INT");

    let mut running =
        Running::start_at("0.0.0.0:0", &["--json", "--tls", "--tls-name", "sandbox", "--tls-name", "b"]);
    let facts = running.facts();
    let port: u16 =
        facts["address"].as_str().unwrap().strip_prefix("https://localhost:").unwrap().parse().unwrap();
    let pem = fs::read(path(&facts, "certificate")).unwrap();
    let http = reqwest::Client::builder()
        .no_proxy()
        .tls_certs_only([reqwest::Certificate::from_pem(&pem).unwrap()])
        .resolve("sandbox", ([127, 0, 0, 1], port).into())
        .build()
        .unwrap();
    for host in ["sandbox", "127.0.0.1"] {
        let client = client(&facts, &path(&facts, "credentials")).base_url(format!("https://{host}:{port}"));
        GetAccountInfo::default()
            .send(&client.transport(vox_core::transport::from_reqwest(http.clone())).build().unwrap())
            .await
            .unwrap();
    }
    running.stop("-INT");
}

#[tokio::test]
async fn a_fixture_sets_the_initial_accounts() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixture.json");
    fs::write(&file, r#"{"accounts": [{"account_name": "my-company", "api_key": "my-key", "balance": 5}]}"#)
        .unwrap();
    let mut running = Running::start(&["--json", "--fixture", file.to_str().unwrap()]);
    let facts = running.facts();
    assert_eq!(facts["api_key"], "my-key");
    let client = client(&facts, &path(&facts, "credentials")).build().unwrap();
    let account = GetAccountInfo::default().send(&client).await.unwrap().result;
    assert_eq!((account.account_name.as_deref(), account.balance), (Some("my-company"), Some(5.into())));
    running.stop("-INT");
}

#[test]
fn errors_of_arguments_contain_the_fix() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = |name: &str, text: &str| {
        fs::write(folder.join(name), text).unwrap();
        folder.join(name).to_str().unwrap().to_owned()
    };
    let broken = file("broken.json", "{\n  \"accounts\": [\n}");
    let misspelled =
        file("misspelled.json", r#"{"accounts": [{"account_name": "my-company", "balanse": 5}]}"#);
    let unusable = file("unusable.json", r#"{"accounts": [{"account_name": "X"}]}"#);
    let missing = folder.join("missing.json").to_str().unwrap().to_owned();
    let cases: [(&[&str], &[&str]); 13] = [
        (&["--addr", &taken], &[&taken, "is in use by another program", "choose another port, or 0"]),
        (&["--addr", "8420"], &["'8420'", "--addr", "127.0.0.1:8420"]),
        (&["--addr", "192.0.2.1:1"], &["cannot listen on 192.0.2.1:1"]),
        (&["--role", "Owner,Boss"], &["unknown role `Boss`", "known roles are Owner, Admin,"]),
        (&["--role", ""], &["unknown role ``", "known roles are Owner, Admin,"]),
        (&["--seed", "-1"], &["'-1'", "--seed"]),
        (&["--tls-name", "sandbox"], &["required arguments were not provided", "--tls"]),
        (&["--sed", "1"], &["'--sed'", "'--seed'"]),
        (&["--fixture", &missing], &["missing.json", "cannot read the fixture"]),
        (&["--fixture", &broken], &["broken.json: not JSON: expected value at line 3 column 1"]),
        (
            &["--fixture", &misspelled],
            &[
                "misspelled.json: `accounts[0].balanse`: unknown field `balanse`, expected one of `account_name`,",
            ],
        ),
        (
            &["--fixture", &unusable, "--addr", "127.0.0.1:0"],
            &["the account `X` cannot be added: `account_name` must have at least 5"],
        ),
        (
            &["--sample", "GetAccountInfo,GetAcountPlans", "--addr", "127.0.0.1:0"],
            &["`GetAcountPlans` is not a method of the sandbox; similar: 'GetAccountPlans'"],
        ),
    ];
    for (arguments, expected) in cases {
        let error = error_of(arguments);
        for text in expected {
            assert!(error.contains(text), "{arguments:?}: `{text}` is not in {error}");
        }
    }
}

#[test]
fn help_lists_every_argument() {
    let help = String::from_utf8(program().arg("--help").output().unwrap().stdout).unwrap();
    for argument in [
        "--addr",
        "--role",
        "--tls",
        "--tls-name",
        "--host",
        "--sample",
        "health",
        "--seed",
        "--fixture",
        "--json",
        "--help",
        "127.0.0.1:8420",
    ] {
        assert!(help.contains(argument), "{help}");
    }
}

/// The commands of the README, with a free port in place of 8420.
#[tokio::test]
async fn the_commands_of_the_readme_work() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let blocks: Vec<_> =
        readme.split("```shell\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    let fixture = root.join("tests/sdk/fixture.json");
    let mut started = 0;
    for line in blocks.concat().lines() {
        let Some(arguments) = line.strip_prefix("cargo run -p vox-sandbox -- ") else { continue };
        let arguments = arguments.replace("tests/sdk/fixture.json", fixture.to_str().unwrap());
        let arguments: Vec<_> = arguments.split(' ').collect();
        if arguments == ["--help"] {
            continue;
        }
        let mut running = Running::start(
            &[&arguments[..], if line.contains("--json") { &[] } else { &["--json"] }].concat(),
        );
        let facts = running.facts();
        if let Some(url) = readme.lines().find_map(|line| line.strip_prefix("curl ")).filter(|_| started == 0)
        {
            let url =
                url.trim_matches('"').replace("http://127.0.0.1:8420", facts["address"].as_str().unwrap());
            let http = reqwest::Client::builder().no_proxy().build().unwrap();
            let body = http.get(url).send().await.unwrap().text().await.unwrap();
            assert!(body.contains("sandbox-parent@sandbox.example"), "{body}");
        }
        running.stop("-INT");
        started += 1;
    }
    assert_eq!((started, blocks.len()), (3, 2));
}
