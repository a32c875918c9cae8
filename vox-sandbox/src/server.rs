//! The HTTP server. A task per connection, so that none waits for another.

mod body;
mod fault;
pub(crate) mod respond;
#[cfg(feature = "tls")]
pub(crate) mod tls;

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{oneshot, watch};

use crate::shared::Shared;

/// The pause after a failed accept, such as with too many open files.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);
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
    listener: TcpListener,
    security: Security,
    shared: Arc<Shared>,
    mut stop: oneshot::Receiver<()>,
) {
    let (end, stopped) = watch::channel(());
    loop {
        let accepted = tokio::select! {
            _ = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, _)) => {
                tokio::spawn(connection(stream, security.clone(), Arc::clone(&shared), stopped.clone()));
            }
            Err(_) => tokio::time::sleep(ACCEPT_PAUSE).await,
        }
    }
    drop((listener, stopped));
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
        Security::None => http(stream, shared, stopped).await,
        #[cfg(feature = "tls")]
        Security::Tls(acceptor) => {
            if let Some(stream) = tls::accept(&acceptor, stream, stopped.clone()).await {
                http(stream, shared, stopped).await;
            }
        }
    }
}

async fn http(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    shared: Arc<Shared>,
    mut stopped: watch::Receiver<()>,
) {
    let service = service_fn(|request| respond::respond(&shared, request));
    let mut connection = pin!(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        _ = connection.as_mut() => {}
        _ = stopped.changed() => {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
}
