//! Checks whether a sandbox is ready, for container images without `curl`.

mod any_certificate;

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// The time for the whole check.
const TIMEOUT: Duration = Duration::from_secs(5);
/// More than the response of a sandbox.
const RESPONSE_BYTES: u64 = 4096;

/// Makes one request. An address of all interfaces is checked by the loopback address.
///
/// # Errors
/// A message of one line: why the sandbox is not ready.
pub(crate) fn check(address: SocketAddr, tls: bool) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start: {error}"))?;
    let address = SocketAddr::new(reachable(address.ip()), address.port());
    let response = runtime.block_on(async { timeout(TIMEOUT, request(address, tls)).await });
    let reason = match response {
        Ok(Ok(response)) if is_ready(&response) => return Ok(()),
        Ok(Ok(response)) if response.starts_with(b"HTTP/1.1 ") => {
            format!("the response is not that of a sandbox: {}", first_line(&response))
        }
        Ok(Ok(_)) if tls => "there was no response".to_owned(),
        Ok(Ok(_)) => "there was no response; a sandbox with TLS is checked with --tls".to_owned(),
        Ok(Err(error)) => error.to_string(),
        Err(_) => format!("there was no response within {} seconds", TIMEOUT.as_secs()),
    };
    Err(format!("the sandbox at {address} is not ready: {reason}"))
}

fn reachable(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    }
}

async fn request(address: SocketAddr, tls: bool) -> io::Result<Vec<u8>> {
    let stream = TcpStream::connect(address).await?;
    if tls {
        exchange(any_certificate::connect(stream, address.ip()).await?, address).await
    } else {
        exchange(stream, address).await
    }
}

async fn exchange(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    address: SocketAddr,
) -> io::Result<Vec<u8>> {
    let request = format!("GET /_sandbox/health HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut response = Vec::new();
    stream.take(RESPONSE_BYTES).read_to_end(&mut response).await?;
    Ok(response)
}

fn is_ready(response: &[u8]) -> bool {
    response.starts_with(b"HTTP/1.1 200 ") && response.ends_with(br#"{"status":"ready"}"#)
}

fn first_line(response: &[u8]) -> String {
    String::from_utf8_lossy(response).lines().next().unwrap_or_default().escape_debug().to_string()
}
