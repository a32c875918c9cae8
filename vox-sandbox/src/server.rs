//! The HTTP server. A task per connection, so that none waits for another.

mod body;
mod fault;
mod listeners;
pub(crate) mod respond;
#[cfg(feature = "tls")]
pub(crate) mod tls;

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::{oneshot, watch};

pub(crate) use self::listeners::Listeners;
use crate::shared::Shared;

/// The pause after a failed accept, such as with too many open files.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);
/// The time that a client has for a TLS handshake and for the head of a request; a connection without a request is closed
/// after it, too. Clients usually close theirs earlier.
const HEAD_TIMEOUT: Duration = Duration::from_secs(60);
/// The maximum size of the head of a request, in bytes. The URL in it may have 64 KiB.
const HEAD_BYTES: usize = 128 << 10;
/// The time that requests in progress have after the sandbox is stopped.
const GRACE: Duration = Duration::from_secs(1);

/// How connections are secured.
#[derive(Clone)]
pub(crate) enum Security {
    None,
    #[cfg(feature = "tls")]
    Tls(tokio_rustls::TlsAcceptor),
}

/// Serves until the sender of `stop` is dropped, then waits for requests in progress, up to the grace period.
/// Connections that remain end with the runtime.
pub(crate) async fn serve(
    listeners: Listeners,
    security: Security,
    shared: Arc<Shared>,
    mut stop: oneshot::Receiver<()>,
) {
    let (end, stopped) = watch::channel(());
    loop {
        let accepted = tokio::select! {
            _ = &mut stop => break,
            accepted = listeners.accept() => accepted,
        };
        match accepted {
            Ok(stream) => {
                tokio::spawn(connection(stream, security.clone(), Arc::clone(&shared), stopped.clone()));
            }
            Err(_) => tokio::time::sleep(ACCEPT_PAUSE).await,
        }
    }
    drop((listeners, stopped));
    let _ = end.send(());
    let _ = tokio::time::timeout(GRACE, end.closed()).await;
}

/// Serves one connection. Errors of the connection are ignored, as the client sees them.
async fn connection(
    stream: TcpStream,
    security: Security,
    shared: Arc<Shared>,
    stopped: watch::Receiver<()>,
) {
    // Responses are small: waiting to fill packets would only delay them.
    let _ = stream.set_nodelay(true);
    match security {
        Security::None => http(stream, HEAD_TIMEOUT, shared, stopped).await,
        #[cfg(feature = "tls")]
        Security::Tls(acceptor) => {
            let accepted = tls::accept(&acceptor, stream, stopped.clone());
            if let Ok(Some(stream)) = tokio::time::timeout(HEAD_TIMEOUT, accepted).await {
                http(stream, HEAD_TIMEOUT, shared, stopped).await;
            }
        }
    }
}

async fn http(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    head_timeout: Duration,
    shared: Arc<Shared>,
    mut stopped: watch::Receiver<()>,
) {
    let service = service_fn(|request| respond::respond(&shared, request));
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(head_timeout).max_header_size(HEAD_BYTES);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        _ = connection.as_mut() => {}
        _ = stopped.changed() => {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};

    use super::*;
    use crate::state::accounts::Accounts;

    /// What the server sends to a client that sends this and then waits.
    async fn exchange(sent: &[u8]) -> String {
        let (mut client, server) = duplex(1 << 20);
        let shared = Arc::new(Shared::new("http", "127.0.0.1:1".into(), Accounts::default()));
        let (_end, stopped) = watch::channel(());
        let serving = tokio::spawn(http(server, Duration::from_millis(50), shared, stopped));
        client.write_all(sent).await.unwrap();
        let mut received = Vec::new();
        // Until the server closes the connection.
        tokio::time::timeout(Duration::from_secs(10), client.read_to_end(&mut received))
            .await
            .unwrap()
            .unwrap();
        serving.await.unwrap();
        String::from_utf8(received).unwrap()
    }

    #[tokio::test]
    async fn a_connection_without_a_complete_head_is_closed_in_time() {
        let request = "GET /_sandbox/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for sent in ["", "G", &request[..20], &request[..request.len() - 2]] {
            assert_eq!(exchange(sent.as_bytes()).await, "", "{sent:?}");
        }
        // Also after a request.
        for sent in [request.to_owned(), format!("{request}GET /")] {
            let received = exchange(sent.as_bytes()).await;
            assert!(
                received.starts_with("HTTP/1.1 200 OK\r\n") && received.ends_with(r#"{"status":"ready"}"#)
            );
        }
    }

    #[tokio::test]
    async fn a_head_may_have_its_maximum_size() {
        for (length, status) in [(HEAD_BYTES - 200, "200"), (HEAD_BYTES + 1, "431")] {
            let request = format!("GET /_sandbox/health HTTP/1.1\r\nx: {}", "x".repeat(length));
            let received = exchange(format!("{request}\r\n\r\n").as_bytes()).await;
            assert!(received.starts_with(&format!("HTTP/1.1 {status} ")), "{length}: {received}");
        }
        // An endless one is rejected before it ends.
        let endless = exchange("x".repeat(HEAD_BYTES * 2).as_bytes()).await;
        assert!(endless.starts_with("HTTP/1.1 4"), "{endless}");
    }
}
