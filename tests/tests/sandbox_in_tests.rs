//! The sandbox starts, serves and stops in every kind of test.

use std::future::Future;
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::pin::pin;
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll, Wake};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use vox_accounts::prelude::*;
use vox_sandbox::{Fault, NewAccount, Sandbox};

/// More than the grace period of a second, less than any timeout.
const STOPPED: Duration = Duration::from_secs(5);

fn call(sandbox: &Sandbox) {
    let client = sandbox.client_builder().build_blocking().unwrap();
    let account = GetAccountInfo::default().send(&client).unwrap().result;
    assert_eq!(account.account_id, sandbox.account_id());
}

#[test]
fn a_plain_test_with_a_blocking_client() {
    let sandbox = Sandbox::start_blocking().unwrap();
    // The port is already open.
    TcpStream::connect(sandbox.local_addr()).unwrap();
    call(&sandbox);
    let sandbox = Sandbox::builder().child(NewAccount::new("child-one")).start_blocking().unwrap();
    let client = sandbox.client_builder().build_blocking().unwrap();
    assert_eq!(GetChildrenAccounts::default().send(&client).unwrap().result.len(), 1);
}

#[tokio::test]
async fn a_test_on_one_thread_that_starts_it_with_and_without_async() {
    for sandbox in [Sandbox::start().await.unwrap(), Sandbox::start_blocking().unwrap()] {
        GetAccountInfo::default().send(&sandbox.client().unwrap()).await.unwrap();
        tokio::task::spawn_blocking(move || call(&sandbox)).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_on_many_threads() {
    for sandbox in [Sandbox::start().await.unwrap(), Sandbox::start_blocking().unwrap()] {
        GetAccountInfo::default().send(&sandbox.client().unwrap()).await.unwrap();
        tokio::task::spawn_blocking(move || call(&sandbox)).await.unwrap();
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// An executor that is not tokio.
fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let waker = Arc::new(Unpark(thread::current())).into();
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

#[test]
fn it_starts_and_stops_without_tokio() {
    let sandbox = block_on(Sandbox::start()).unwrap();
    call(&sandbox);
    block_on(sandbox.stop());
}

#[test]
fn it_outlives_the_runtime_that_started_it() {
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let sandbox = runtime().block_on(Sandbox::start()).unwrap();
    call(&sandbox);
    runtime().block_on(async {
        GetAccountInfo::default().send(&sandbox.client().unwrap()).await.unwrap();
        sandbox.stop().await;
    });
}

#[test]
fn threads_share_a_sandbox() {
    static SANDBOX: LazyLock<Sandbox> = LazyLock::new(|| Sandbox::start_blocking().unwrap());
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| call(&SANDBOX));
        }
    });
    assert_eq!(SANDBOX.requests_received(), 4);
}

#[test]
fn sandbox_errors_are_the_same_without_async() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let builder = Sandbox::builder().address(taken.local_addr().unwrap());
    let error = builder.clone().start_blocking().unwrap_err();
    assert!(error.is_address_in_use() && error.to_string().contains("choose another port"), "{error}");
    assert_eq!(block_on(builder.start()).unwrap_err().to_string(), error.to_string());
    let invalid = Sandbox::builder().child(NewAccount::new("X"));
    let error = invalid.start_blocking().unwrap_err().to_string();
    assert!(error.starts_with("the account `X` cannot be added: "), "{error}");
}

/// Stops a sandbox in both ways.
fn stopped(start: impl Fn() -> (Sandbox, Vec<TcpStream>)) {
    for blocking in [false, true] {
        let (sandbox, streams) = start();
        let (address, begun) = (sandbox.local_addr(), Instant::now());
        if blocking {
            sandbox.stop_blocking();
        } else {
            block_on(sandbox.stop());
        }
        assert!(begun.elapsed() < STOPPED, "{:?}", begun.elapsed());
        assert_closed(address, streams);
    }
}

/// Checks that the port and its connections are closed.
fn assert_closed(address: SocketAddr, streams: Vec<TcpStream>) {
    assert_eq!(TcpStream::connect(address).unwrap_err().kind(), ErrorKind::ConnectionRefused);
    for mut stream in streams {
        stream.set_read_timeout(Some(STOPPED)).unwrap();
        match stream.read_to_end(&mut Vec::new()) {
            Ok(_) => {}
            Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset),
        }
    }
}

fn connect(sandbox: &Sandbox, begun: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(sandbox.local_addr()).unwrap();
    stream.write_all(begun).unwrap();
    stream
}

const REQUEST: &str =
    "POST /platform_api/GetAccountInfo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\naccount_i";

#[test]
fn it_stops_with_open_keep_alive_connections() {
    stopped(|| {
        let sandbox = Sandbox::start_blocking().unwrap();
        let streams = (0..3).map(|_| {
            let mut stream = connect(&sandbox, REQUEST.as_bytes());
            stream.read_exact(&mut [0; 12]).unwrap();
            stream
        });
        let streams = streams.collect();
        (sandbox, streams)
    });
}

#[test]
fn it_stops_with_clients_that_never_finish_their_request() {
    stopped(|| {
        let sandbox = Sandbox::start_blocking().unwrap();
        // Nothing, one byte, a part of the headers, headers without their end, a part of the body.
        let head = REQUEST.find("\r\n\r\n").unwrap();
        let streams =
            [0, 1, head / 2, head, head + 6].map(|sent| connect(&sandbox, &REQUEST.as_bytes()[..sent]));
        // A complete request, so that the others have arrived.
        call(&sandbox);
        (sandbox, streams.into())
    });
}

#[test]
fn it_stops_with_half_a_tls_handshake() {
    stopped(|| {
        let sandbox = Sandbox::builder().tls().start_blocking().unwrap();
        let streams = [&b""[..], b"\x16\x03\x01\x02\x00\x01"].map(|sent| connect(&sandbox, sent));
        (sandbox, streams.into())
    });
}

#[test]
fn it_stops_with_a_delayed_response() {
    stopped(|| {
        let sandbox = Sandbox::start_blocking().unwrap();
        sandbox.faults().inject::<GetAccountInfo>(1, Fault::Delay(Duration::from_secs(3600)));
        let stream = connect(&sandbox, REQUEST.as_bytes());
        while sandbox.requests().is_empty() {
            thread::sleep(Duration::from_millis(5));
        }
        (sandbox, vec![stream])
    });
}

#[test]
fn dropping_it_stops_it_without_waiting() {
    let sandbox = Sandbox::start_blocking().unwrap();
    let stream = connect(&sandbox, b"POST /platform_api");
    call(&sandbox);
    let (address, begun) = (sandbox.local_addr(), Instant::now());
    drop(sandbox);
    assert!(begun.elapsed() < STOPPED, "{:?}", begun.elapsed());
    while TcpStream::connect(address).is_ok() {
        assert!(begun.elapsed() < STOPPED);
        thread::sleep(Duration::from_millis(5));
    }
    assert_closed(address, vec![stream]);
}

#[test]
fn all_interfaces_are_reached_by_the_loopback_address() {
    let mut addresses = vec![(SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0)), "127.0.0.1")];
    if TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_ok() {
        addresses.push((SocketAddr::from((Ipv6Addr::UNSPECIFIED, 0)), "[::1]"));
        addresses.push((SocketAddr::from((Ipv6Addr::LOCALHOST, 0)), "[::1]"));
    }
    for (address, host) in addresses {
        let sandbox = Sandbox::builder().address(address).start_blocking().unwrap();
        let port = sandbox.local_addr().port();
        assert_eq!(sandbox.local_addr().ip(), address.ip());
        assert_eq!(sandbox.base_url(), format!("http://{host}:{port}"));
        let client = sandbox.client_builder().build_blocking().unwrap();
        let response = GetAccountInfo::default().send(&client).unwrap();
        assert_eq!(response.api_address, Some(format!("{host}:{port}")));
        let request = GetAccountInfo::default().to_http(&sandbox.auth()).unwrap();
        assert!(request.uri().to_string().starts_with(&sandbox.base_url()));
    }
}

#[test]
fn a_program_that_resolves_localhost_to_the_ipv6_address_reaches_it() {
    if TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_err() {
        println!("skipped: there is no IPv6 here");
        return;
    }
    let sandbox = Sandbox::start_blocking().unwrap();
    let port = sandbox.local_addr().port();
    for host in ["localhost", "127.0.0.1", "[::1]"] {
        let client =
            sandbox.client_builder().base_url(format!("http://{host}:{port}")).build_blocking().unwrap();
        GetAccountInfo::default().send(&client).unwrap();
    }
    let second = SocketAddr::from((Ipv6Addr::LOCALHOST, port));
    sandbox.stop_blocking();
    assert_closed(second, Vec::new());

    // Where another program has that port, the first address is enough.
    let others: Vec<_> = (0..100).map(|_| TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).unwrap()).collect();
    let started = others.iter().find_map(|other| {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, other.local_addr().unwrap().port()));
        Sandbox::builder().address(address).start_blocking().ok()
    });
    call(&started.unwrap());
}

/// Makes an HTTPS request by a host name that resolves to the loopback address.
async fn trusts(sandbox: &Sandbox, host: &str) -> bool {
    let certificate = sandbox.certificate_pem().unwrap();
    let certificate = reqwest::Certificate::from_pem(certificate.as_bytes()).unwrap();
    let address = sandbox.base_url()["https://".len()..].parse().unwrap();
    let http = reqwest::Client::builder().no_proxy().tls_certs_only([certificate]).resolve(host, address);
    let url = format!("https://{host}:{}/", sandbox.local_addr().port());
    http.build().unwrap().get(url).send().await.is_ok()
}

#[tokio::test]
async fn the_certificate_covers_the_names_that_clients_use() {
    let any = SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0));
    let sandbox = Sandbox::builder().address(any).tls_name("sandbox").tls().tls_name("api.example").start();
    let sandbox = sandbox.await.unwrap();
    assert!(sandbox.base_url().starts_with("https://127.0.0.1:"));
    for (host, trusted) in
        [("127.0.0.1", true), ("localhost", true), ("sandbox", true), ("api.example", true), ("other", false)]
    {
        assert_eq!(trusts(&sandbox, host).await, trusted, "{host}");
    }
    let error = Sandbox::builder().tls_name("b\u{e4}d").start().await.unwrap_err().to_string();
    assert!(error.starts_with("no certificate can be made: "), "{error}");
}
