//! The preferred address of the API, with a local server in place of the vendor's hosts.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::ClientBuilder;
use vox_sandbox::Sandbox;

const HOSTS: [&str; 3] = ["api.voximplant.com", "api-node1.voximplant.com", "voximplant.com.evil.example"];

/// All hosts on one port, with a certificate for their names.
struct Hosts {
    address: SocketAddr,
    certificate: Vec<u8>,
    /// The header `Host` of the requests.
    called: Arc<Mutex<Vec<String>>>,
    /// The preferred address in every response.
    preferred: Arc<Mutex<&'static str>>,
}

impl Hosts {
    async fn start() -> Self {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(HOSTS.map(String::from)).unwrap();
        let key = PrivateKeyDer::Pkcs8(signing_key.serialize_der().into());
        let config = ServerConfig::builder().with_no_client_auth();
        let config = config.with_single_cert(vec![cert.der().clone()], key).unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hosts = Self {
            address: listener.local_addr().unwrap(),
            certificate: cert.der().to_vec(),
            called: Arc::default(),
            preferred: Arc::default(),
        };
        let (called, preferred) = (Arc::clone(&hosts.called), Arc::clone(&hosts.preferred));
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let Ok(mut stream) = acceptor.accept(stream).await else { continue };
                let mut piece = [0; 4096];
                let length = stream.read(&mut piece).await.unwrap();
                let request = String::from_utf8_lossy(&piece[..length]).into_owned();
                let host = request.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
                called.lock().unwrap().push(host.to_owned());
                let body = format!(
                    r#"{{"result": {{"account_id": 1}}, "api_address": "{}"}}"#,
                    preferred.lock().unwrap()
                );
                let length = body.len();
                let head =
                    format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n");
                stream.write_all((head + &body).as_bytes()).await.unwrap();
                stream.shutdown().await.unwrap();
            }
        });
        hosts
    }

    /// A client that resolves the listed hosts to the local server, and no others.
    fn builder(&self, listed: &[&str]) -> ClientBuilder {
        let certificate = reqwest::Certificate::from_der(&self.certificate).unwrap();
        let mut http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .tls_certs_only([certificate])
            .dns_resolver(EmptyResolver);
        for host in listed {
            http = http.resolve(host, self.address);
        }
        Client::builder()
            .credentials(Credentials::None)
            .base_url(format!("https://api.voximplant.com:{}", self.address.port()))
            .transport(vox_core::transport::from_reqwest(http.build().unwrap()))
    }

    fn prefer(&self, address: &'static str) {
        *self.preferred.lock().unwrap() = address;
    }

    /// The hosts that were called since the last call of this function, without the port.
    fn called(&self) -> Vec<String> {
        let port = format!(":{}", self.address.port());
        let called = std::mem::take(&mut *self.called.lock().unwrap());
        called.iter().map(|host| host.strip_suffix(&port).unwrap().to_owned()).collect()
    }
}

/// A DNS resolver that does not find any host.
struct EmptyResolver;

impl reqwest::dns::Resolve for EmptyResolver {
    fn resolve(&self, _: reqwest::dns::Name) -> reqwest::dns::Resolving {
        Box::pin(std::future::ready(Err("no such host is known".into())))
    }
}

async fn info(client: &Client) {
    GetAccountInfo::default().send_raw(client).await.unwrap();
}

#[tokio::test]
async fn the_preferred_address_is_adopted_if_the_option_is_set() {
    let hosts = Hosts::start().await;
    hosts.prefer(HOSTS[1]);
    let plain = hosts.builder(&HOSTS).build().unwrap();
    info(&plain).await;
    info(&plain).await;
    assert_eq!(hosts.called(), [HOSTS[0], HOSTS[0]]);

    let client = hosts.builder(&HOSTS).adopt_api_address(true).build().unwrap();
    let clone = client.clone();
    info(&client).await;
    info(&client).await;
    clone.call_read("GetThings", [("a", "b")]).await.unwrap();
    assert_eq!(hosts.called(), [HOSTS[0], HOSTS[1], HOSTS[1]]);
    // The preferred address may change again.
    hosts.prefer(HOSTS[0]);
    info(&client).await;
    info(&client).await;
    assert_eq!(hosts.called(), [HOSTS[1], HOSTS[0]]);
}

#[tokio::test]
async fn addresses_of_other_hosts_are_ignored() {
    let hosts = Hosts::start().await;
    let client = hosts.builder(&HOSTS).adopt_api_address(true).build().unwrap();
    for address in [HOSTS[2], "", "evil.example", "api-node1.voximplant.com@evil.example"] {
        hosts.prefer(address);
        info(&client).await;
    }
    info(&client).await;
    assert_eq!(hosts.called(), [HOSTS[0]; 5]);
}

#[tokio::test]
async fn the_response_of_any_method_may_name_the_preferred_address() {
    let hosts = Hosts::start().await;
    let client = hosts.builder(&HOSTS).adopt_api_address(true).build().unwrap();
    hosts.prefer(HOSTS[1]);
    client.call_read("GetThings", [("a", "b")]).await.unwrap();
    info(&client).await;
    assert_eq!(hosts.called(), [HOSTS[0], HOSTS[1]]);
}

#[tokio::test]
async fn a_file_names_no_preferred_address() {
    let hosts = Hosts::start().await;
    let client = hosts.builder(&HOSTS).adopt_api_address(true).build().unwrap();
    hosts.prefer(HOSTS[1]);
    let url = format!("https://{}:{}/file", HOSTS[0], hosts.address.port());
    client.download(&url).await.unwrap();
    info(&client).await;
    assert_eq!(hosts.called(), [HOSTS[0], HOSTS[0]]);
}

#[tokio::test]
async fn the_base_url_of_a_call_takes_precedence() {
    let hosts = Hosts::start().await;
    hosts.prefer(HOSTS[1]);
    let client = hosts.builder(&HOSTS).adopt_api_address(true).build().unwrap();
    let url = format!("https://{}:{}", HOSTS[2], hosts.address.port());
    let elsewhere = client.with(CallOptions::new().base_url(&url).unwrap());
    info(&elsewhere).await;
    info(&client).await;
    info(&elsewhere).await;
    info(&client).await;
    assert_eq!(hosts.called(), [HOSTS[2], HOSTS[0], HOSTS[2], HOSTS[1]]);
}

#[tokio::test]
async fn an_unreachable_preferred_address_is_dropped() {
    let hosts = Hosts::start().await;
    hosts.prefer("gone.voximplant.com");
    let client = hosts.builder(&HOSTS).adopt_api_address(true).build().unwrap();
    info(&client).await;
    hosts.prefer(HOSTS[0]);
    let response = client.call("SetThings", [("a", "b")]).await.unwrap();
    assert_eq!(response.attempts(), 2);
    assert_eq!(hosts.called(), [HOSTS[0], HOSTS[0]]);
}

#[tokio::test]
async fn a_loopback_address_is_never_replaced() {
    let sandbox = Sandbox::start().await.unwrap();
    let key = ApiKey::by_id(sandbox.account_id(), sandbox.api_key());
    let builder = Client::builder().credentials(key).base_url(sandbox.base_url());
    let client = builder.adopt_api_address(true).build().unwrap();
    for _ in 0..2 {
        GetAccountInfo::default().send(&client).await.unwrap();
    }
    assert_eq!(sandbox.requests_received(), 2);
}
