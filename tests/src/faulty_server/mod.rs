//! A server that misbehaves on purpose, over real sockets.
//!
//! It follows a list of [`Step`]s, one for each request (or, for steps that do not wait until a request was
//! [`When::Received`], for each connection), then repeats the last one. It counts what reaches it, and what it carries out.

mod connection;
mod step;

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

pub use connection::Request;
pub use step::{Effect, GOOD_BODY, Step, Then, When};

/// The server; it stops when it is dropped.
pub struct FaultyServer {
    address: SocketAddr,
    scheme: &'static str,
    shared: Arc<Shared>,
    accepting: JoinHandle<()>,
}

/// What reached the server so far.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// Connections that were accepted.
    pub connections: usize,
    /// Requests that arrived whole, in order, each with what the server did to its state.
    pub requests: Vec<(Request, Effect)>,
    /// The most requests that were in work at a time.
    pub peak: usize,
}

impl Seen {
    /// Requests that arrived whole.
    #[must_use]
    pub fn received(&self) -> usize {
        self.requests.len()
    }

    /// Requests that the server carried out.
    #[must_use]
    pub fn processed(&self) -> usize {
        self.requests.iter().filter(|(_, effect)| *effect == Effect::Processed).count()
    }
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    /// The most requests that were in work at a time.
    peak: watch::Sender<usize>,
}

#[derive(Default)]
struct State {
    steps: VecDeque<Step>,
    seen: Seen,
    in_work: usize,
}

impl FaultyServer {
    /// Serves HTTP on a free port of the loopback address.
    ///
    /// # Errors
    /// When no port can be had.
    ///
    /// # Panics
    /// When there are no steps.
    pub async fn start(steps: impl IntoIterator<Item = Step>) -> io::Result<Self> {
        Self::serve(TcpListener::bind("127.0.0.1:0").await?, steps, None)
    }

    /// Serves HTTPS on a free port of the loopback address.
    ///
    /// # Errors
    /// When no port can be had.
    ///
    /// # Panics
    /// When there are no steps.
    pub async fn start_tls(steps: impl IntoIterator<Item = Step>, tls: TlsAcceptor) -> io::Result<Self> {
        Self::serve(TcpListener::bind("127.0.0.1:0").await?, steps, Some(tls))
    }

    /// Serves connections of a listener of the caller's.
    ///
    /// # Errors
    /// When the listener has no address.
    ///
    /// # Panics
    /// When there are no steps.
    pub fn serve(
        listener: TcpListener,
        steps: impl IntoIterator<Item = Step>,
        tls: Option<TlsAcceptor>,
    ) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let scheme = if tls.is_some() { "https" } else { "http" };
        let shared = Arc::new(Shared::default());
        shared.state().steps = steps.into_iter().collect();
        assert!(!shared.state().steps.is_empty(), "a server without steps does nothing");
        let accepting = tokio::spawn(accept(listener, Arc::clone(&shared), tls));
        Ok(Self { address, scheme, shared, accepting })
    }

    /// The address, for a client's base URL.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}://{}", self.scheme, self.address)
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What reached the server so far.
    #[must_use]
    pub fn seen(&self) -> Seen {
        self.shared.state().seen.clone()
    }

    /// Goes on with other steps than before.
    ///
    /// # Panics
    /// When there are no steps.
    pub fn follow(&self, steps: impl IntoIterator<Item = Step>) {
        let steps: VecDeque<_> = steps.into_iter().collect();
        assert!(!steps.is_empty(), "a server without steps does nothing");
        self.shared.state().steps = steps;
    }
}

impl Drop for FaultyServer {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The step for a new connection, where it begins before a request.
    fn for_connection(&self) -> Option<Step> {
        let mut state = self.state();
        state.seen.connections += 1;
        state.next(|step| step.when != When::Received)
    }

    /// The step for a request.
    fn for_request(&self, request: Request) -> Step {
        let mut state = self.state();
        // A step for a new connection ends one that is already open alike.
        let step = state.next(|_| true).expect("the last step stays").meeting(&request);
        state.seen.requests.push((request, step.effect));
        state.in_work += 1;
        state.seen.peak = state.seen.peak.max(state.in_work);
        self.peak.send_replace(state.seen.peak);
        step
    }

    /// Waits until so many requests were in work at a time.
    async fn together(&self, requests: usize) {
        // The sender is this server's own, so it is there.
        let _ = self.peak.subscribe().wait_for(|peak| *peak >= requests).await;
    }

    fn finished(&self) {
        self.state().in_work -= 1;
    }
}

impl State {
    /// Takes the next step if it is of this sort; the last one stays.
    fn next(&mut self, sort: impl FnOnce(&Step) -> bool) -> Option<Step> {
        let step = self.steps.front().filter(|step| sort(step))?.clone();
        if self.steps.len() > 1 {
            self.steps.pop_front();
        }
        Some(step)
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>, tls: Option<TlsAcceptor>) {
    while let Ok((stream, _)) = listener.accept().await {
        // A server that waits to fill its packets would hide how slow its pieces are.
        let _ = stream.set_nodelay(true);
        tokio::spawn(handle(stream, Arc::clone(&shared), tls.clone()));
    }
}

/// Serves one connection. What goes wrong with it is the client's affair.
async fn handle(mut stream: TcpStream, shared: Arc<Shared>, tls: Option<TlsAcceptor>) {
    let first = shared.for_connection();
    match (first, tls) {
        (Some(step), _) => {
            if step.when == When::Begun {
                // Looked at, not taken: it stays unread.
                let _ = stream.peek(&mut [0]).await;
            }
            let then = connection::play(&mut stream, &step).await;
            connection::end(stream, then).await;
        }
        (None, None) => {
            let then = connection::serve(&mut stream, &shared).await;
            connection::end(stream, then).await;
        }
        (None, Some(tls)) => {
            if let Ok(mut stream) = tls.accept(stream).await {
                connection::serve(&mut stream, &shared).await;
            }
        }
    }
}
