//! A server that misbehaves on purpose, over real sockets.
//!
//! It plays a list of [`Step`]s, one for each request (or, for steps that do not wait until a request was
//! [`Trigger::Received`], for each connection), then repeats the last one. It counts the requests that reach it, and those
//! that it processes.

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
pub use step::{Ending, GOOD_BODY, Processing, Step, Trigger};

/// A server that misbehaves on purpose. Dropping it stops it.
pub struct FaultyServer {
    address: SocketAddr,
    scheme: &'static str,
    shared: Arc<Shared>,
    accepting: JoinHandle<()>,
}

/// The connections and requests that have reached the server.
#[derive(Debug, Clone, Default)]
pub struct Traffic {
    /// Accepted connections.
    pub connections: usize,
    /// The requests that arrived completely, in order.
    pub requests: Vec<(Request, Processing)>,
    /// The highest number of requests in flight at a time.
    pub peak: usize,
}

impl Traffic {
    /// The number of requests that arrived completely.
    #[must_use]
    pub fn received(&self) -> usize {
        self.requests.len()
    }

    /// The number of requests that the server processed.
    #[must_use]
    pub fn processed(&self) -> usize {
        self.requests.iter().filter(|(_, processing)| *processing == Processing::Done).count()
    }
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    /// The highest number of requests in flight at a time.
    peak: watch::Sender<usize>,
}

#[derive(Default)]
struct State {
    steps: VecDeque<Step>,
    traffic: Traffic,
    in_flight: usize,
}

impl FaultyServer {
    /// Serves HTTP on a free port of the loopback address.
    ///
    /// # Errors
    /// When no port is free.
    ///
    /// # Panics
    /// When there are no steps.
    pub async fn start(steps: impl IntoIterator<Item = Step>) -> io::Result<Self> {
        Self::serve(TcpListener::bind("127.0.0.1:0").await?, steps, None)
    }

    /// Serves HTTPS on a free port of the loopback address.
    ///
    /// # Errors
    /// When no port is free.
    ///
    /// # Panics
    /// When there are no steps.
    pub async fn start_tls(steps: impl IntoIterator<Item = Step>, tls: TlsAcceptor) -> io::Result<Self> {
        Self::serve(TcpListener::bind("127.0.0.1:0").await?, steps, Some(tls))
    }

    /// Serves the connections of a given listener.
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

    /// The connections and requests that have reached the server.
    #[must_use]
    pub fn traffic(&self) -> Traffic {
        self.shared.state().traffic.clone()
    }

    /// Replaces the steps that are left.
    ///
    /// # Panics
    /// When there are no steps.
    pub fn set_steps(&self, steps: impl IntoIterator<Item = Step>) {
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

    /// The step for a new connection, if the next step begins before a request.
    fn for_connection(&self) -> Option<Step> {
        let mut state = self.state();
        state.traffic.connections += 1;
        state.next(|step| step.trigger != Trigger::Received)
    }

    /// The step for a request.
    fn for_request(&self, request: Request) -> Step {
        let mut state = self.state();
        // An open connection plays a step for new connections, too.
        let step = state.next(|_| true).expect("the last step stays").for_request(&request);
        state.traffic.requests.push((request, step.processing));
        state.in_flight += 1;
        state.traffic.peak = state.traffic.peak.max(state.in_flight);
        self.peak.send_replace(state.traffic.peak);
        step
    }

    /// Waits until this many requests have been in flight at a time.
    async fn wait_for_in_flight(&self, requests: usize) {
        // Never an error: `self` holds the sender.
        let _ = self.peak.subscribe().wait_for(|peak| *peak >= requests).await;
    }

    fn finished(&self) {
        self.state().in_flight -= 1;
    }
}

impl State {
    /// Takes the next step if it matches; the last one stays.
    fn next(&mut self, matches: impl FnOnce(&Step) -> bool) -> Option<Step> {
        let step = self.steps.front().filter(|step| matches(step))?.clone();
        if self.steps.len() > 1 {
            self.steps.pop_front();
        }
        Some(step)
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>, tls: Option<TlsAcceptor>) {
    while let Ok((stream, _)) = listener.accept().await {
        // Without it, the kernel would merge bytes that are to arrive one by one.
        let _ = stream.set_nodelay(true);
        tokio::spawn(handle(stream, Arc::clone(&shared), tls.clone()));
    }
}

/// Serves one connection, ignoring its errors.
async fn handle(mut stream: TcpStream, shared: Arc<Shared>, tls: Option<TlsAcceptor>) {
    let first = shared.for_connection();
    match (first, tls) {
        (Some(step), _) => {
            if step.trigger == Trigger::FirstByte {
                // The byte stays unread.
                let _ = stream.peek(&mut [0]).await;
            }
            let ending = connection::play(&mut stream, &step).await;
            connection::end(stream, ending).await;
        }
        (None, None) => {
            let ending = connection::serve(&mut stream, &shared).await;
            connection::end(stream, ending).await;
        }
        (None, Some(tls)) => {
            if let Ok(mut stream) = tls.accept(stream).await {
                connection::serve(&mut stream, &shared).await;
            }
        }
    }
}
