//! The sandbox continues to serve other clients when one misbehaves.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use vox_accounts::prelude::*;
use vox_sandbox::{Fault, Sandbox};

async fn connect(sandbox: &Sandbox) -> TcpStream {
    TcpStream::connect(&sandbox.base_url()["http://".len()..]).await.unwrap()
}

async fn assert_serves(sandbox: &Sandbox) {
    GetAccountInfo::default().send(&sandbox.client().unwrap()).await.unwrap();
}

/// Sends bytes, shuts down writing, and reads the response.
async fn exchange(sandbox: &Sandbox, request: &[u8]) -> Vec<u8> {
    let mut stream = connect(sandbox).await;
    // The sandbox may close the connection before all bytes are sent.
    let _ = stream.write_all(request).await;
    let _ = stream.shutdown().await;
    let mut response = Vec::new();
    let _ = stream.read_to_end(&mut response).await;
    response
}

#[tokio::test]
async fn it_survives_malformed_requests_of_every_kind() {
    let sandbox = Sandbox::builder().body_limit(1000).start().await.unwrap();
    let post = |head: &str, body: &str| {
        format!("POST /platform_api/GetAccountInfo HTTP/1.1\r\nHost: localhost\r\n{head}\r\n{body}")
            .into_bytes()
    };
    let long = "x".repeat(1_000_000);
    let requests: Vec<Vec<u8>> = vec![
        b"".to_vec(),
        b"\r\n\r\n".to_vec(),
        b"\0\0\0\0\0\0".to_vec(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        b"GET\r\n\r\n".to_vec(),
        b"GET /platform_api".to_vec(),
        b"GET /platform_api HTTP/9.9\r\n\r\n".to_vec(),
        b"GET /platform_api/GetAccountInfo HTTP/1.0\r\n\r\n".to_vec(),
        b"G\xffT / HTTP/1.1\r\n\r\n".to_vec(),
        b"GET /platform_api/\xff HTTP/1.1\r\nHost: localhost\r\n\r\n".to_vec(),
        b"GET http://[::1 HTTP/1.1\r\nHost: localhost\r\n\r\n".to_vec(),
        b"CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\n\r\n".to_vec(),
        b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\nHost: localhost\n\n".to_vec(),
        format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n").into_bytes(),
        format!("GET / HTTP/1.1\r\nx: {long}\r\n\r\n").into_bytes(),
        format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(5000)).into_bytes(),
        post("Content-Length: -1\r\n", ""),
        post("Content-Length: 5\r\nContent-Length: 6\r\n", "a=b&c"),
        post("Content-Length: 99999999999999999999999\r\n", "a"),
        post("Content-Length: 500\r\n", "shorter"),
        post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\n", "zz\r\n"),
        post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n"),
        post("Transfer-Encoding: chunked\r\n", "5\r\nab"),
        post("Transfer-Encoding: banana\r\n", "a"),
        post("Content-Length: 2000\r\n", &"x".repeat(2000)),
        post("Content-Type: \u{1}\r\nContent-Length: 1\r\n", "a"),
        post("Content-Type: multipart/form-data; boundary=\r\nContent-Length: 1\r\n", "a"),
        post("Content-Type: multipart/form-data; boundary=\"\r\nContent-Length: 3\r\n", "--\""),
        post("Authorization: Bearer\r\nContent-Length: 0\r\n", ""),
        post("Authorization: \u{e9}\u{e9} x.y.z\r\nContent-Length: 0\r\n", ""),
        post("Expect: 100-continue\r\nContent-Length: 3\r\n", "a=b"),
        post("Upgrade: websocket\r\nConnection: upgrade\r\nContent-Length: 0\r\n", ""),
    ];
    for request in &requests {
        let response = exchange(&sandbox, request).await;
        let shown = String::from_utf8_lossy(&request[..request.len().min(80)]);
        assert!(response.is_empty() || response.starts_with(b"HTTP/1."), "{shown}: {response:?}");
        assert!(!response.starts_with(b"HTTP/1.1 500"), "{shown}");
    }
    assert_serves(&sandbox).await;
}

#[tokio::test]
async fn it_survives_clients_that_are_killed_midway() {
    let sandbox = Sandbox::start().await.unwrap();
    let request =
        b"POST /platform_api/GetAccountInfo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\naccount_id=1";
    for sent in (0..request.len()).step_by(7) {
        let mut stream = connect(&sandbox).await;
        stream.write_all(&request[..sent]).await.unwrap();
        // Resets the connection when the stream is dropped.
        #[expect(deprecated, reason = "nothing is left to be sent, so dropping does not block")]
        stream.set_linger(Some(Duration::ZERO)).unwrap();
        drop(stream);
    }
    // Some clients leave during the response.
    sandbox.faults().inject_any(50, Fault::Delay(Duration::from_millis(20)));
    for _ in 0..50 {
        let mut stream = connect(&sandbox).await;
        stream
            .write_all(b"GET /platform_api/GetAccountInfo HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .await
            .unwrap();
        drop(stream);
    }
    sandbox.faults().clear();
    assert_serves(&sandbox).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_serves_a_thousand_open_connections() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut open = Vec::new();
    for number in 0..1000_usize {
        let mut stream = connect(&sandbox).await;
        // Some send nothing, some stop in the middle of a request.
        let begun = b"GET /platform_api/GetAccountInfo HTTP/1.1\r\nHost: localhost\r\n\r\n";
        stream.write_all(&begun[..number % begun.len()]).await.unwrap();
        open.push(stream);
    }
    assert_serves(&sandbox).await;
    // Those that continue are served.
    for (number, stream) in open.iter_mut().enumerate() {
        let begun = b"GET /platform_api/GetAccountInfo HTTP/1.1\r\nHost: localhost\r\n\r\n";
        stream.write_all(&begun[number % begun.len()..]).await.unwrap();
    }
    for stream in &mut open {
        let mut response = [0; 12];
        stream.read_exact(&mut response).await.unwrap();
        assert_eq!(&response, b"HTTP/1.1 200");
    }
    assert_eq!(sandbox.requests_received(), 1001);
}

#[tokio::test]
async fn stopping_waits_for_calls_that_have_begun() {
    let sandbox = Sandbox::start().await.unwrap();
    let idle = connect(&sandbox).await;
    let client = sandbox.client().unwrap();
    sandbox.faults().inject::<GetAccountInfo>(1, Fault::Delay(Duration::from_millis(300)));
    let call = tokio::spawn(GetAccountInfo::default().send(&client));
    while sandbox.requests_received() == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    sandbox.stop().await;
    assert!(call.await.unwrap().is_ok());
    assert!(GetAccountInfo::default().send(&client).await.is_err());
    drop(idle);
}
