//! The servers of the faults.

use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use reqwest::dns::{Name, Resolve, Resolving};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use vox_tests::faulty_server::{Ending, FaultyServer, Step, Traffic};

use crate::catalogue::{Fault, Server};
use crate::outcome::Persistence;

/// The next port for a host that does not exist: each run has another one.
static PORT: AtomicU16 = AtomicU16::new(1);

/// A server that is ready for a call.
pub(crate) struct Setup {
    /// The client's base URL.
    pub url: String,
    /// An HTTP client that the call needs.
    pub http: Option<reqwest::Client>,
    /// Whether a successful call precedes the fault.
    pub warm_up: bool,
    server: Mutex<Option<FaultyServer>>,
    /// The port that becomes a server when the fault is over.
    closed: Mutex<Option<Closed>>,
    persistence: Persistence,
    /// The target of a redirect: no connection may arrive there.
    elsewhere: Option<FaultyServer>,
}

impl Setup {
    pub(crate) async fn new(fault: &Fault, persistence: Persistence) -> Self {
        let steps_of = |step: &Step| match persistence {
            Persistence::Once => vec![step.clone(), Step::good()],
            Persistence::Always => vec![step.clone()],
        };
        match &fault.server {
            Server::Steps(step) => Self::of(FaultyServer::start(steps_of(step)).await.unwrap(), persistence),
            Server::ClosesIdle => {
                let server =
                    FaultyServer::start([Step::good().ending(Ending::Close), Step::good()]).await.unwrap();
                Self { warm_up: true, ..Self::of(server, persistence) }
            }
            Server::StepsOnSecondRequest(step) => {
                let steps = [vec![Step::good()], steps_of(step)].concat();
                Self { warm_up: true, ..Self::of(FaultyServer::start(steps).await.unwrap(), persistence) }
            }
            Server::StepsUnderHttps(step) => {
                let server = FaultyServer::start([step.clone()]).await.unwrap();
                let url = server.url().replace("http:", "https:");
                Self { url, ..Self::of(server, persistence) }
            }
            Server::SelfSigned => {
                Self::of(FaultyServer::start_tls([Step::good()], self_signed()).await.unwrap(), persistence)
            }
            Server::Redirects => {
                let elsewhere = FaultyServer::start([Step::good()]).await.unwrap();
                let location = format!("location: {}/platform_api/\r\n", elsewhere.url());
                let step = Step::response("307 Temporary Redirect", &location, "").unprocessed();
                let server = FaultyServer::start(steps_of(&step)).await.unwrap();
                Self { elsewhere: Some(elsewhere), ..Self::of(server, persistence) }
            }
            Server::RefusesConnections => Self::closed(Closed::not_listening(), persistence),
            Server::NeverAccepts => Self::closed(Closed::full().await, persistence),
            Server::Unresolvable => {
                let http =
                    reqwest::Client::builder().dns_resolver(Arc::new(EmptyResolver)).no_proxy().build();
                let url = format!("https://api.voximplant.invalid:{}", PORT.fetch_add(1, Ordering::Relaxed));
                Self { url, http: Some(http.unwrap()), ..Self::nowhere(persistence) }
            }
        }
    }

    fn nowhere(persistence: Persistence) -> Self {
        Self {
            url: String::new(),
            http: None,
            warm_up: false,
            server: Mutex::default(),
            closed: Mutex::default(),
            persistence,
            elsewhere: None,
        }
    }

    fn of(server: FaultyServer, persistence: Persistence) -> Self {
        Self { url: server.url(), server: Mutex::new(Some(server)), ..Self::nowhere(persistence) }
    }

    fn closed(closed: Closed, persistence: Persistence) -> Self {
        let url = format!("http://{}", closed.address());
        Self { url, closed: Mutex::new(Some(closed)), ..Self::nowhere(persistence) }
    }

    /// The port in the client's base URL.
    pub(crate) fn port(&self) -> u16 {
        self.url.rsplit_once(':').unwrap().1.parse().unwrap()
    }

    /// Prepares the server for the attempt with this number.
    pub(crate) fn before_attempt(&self, number: u32) {
        if number == 2 && self.persistence == Persistence::Once {
            self.open();
        }
    }

    /// Turns the closed port into a server, if there is one.
    fn open(&self) {
        if let Some(closed) = self.closed.lock().unwrap().take() {
            let server = FaultyServer::serve(closed.open(), [Step::good()], None).unwrap();
            *self.server.lock().unwrap() = Some(server);
        }
    }

    /// Ends the fault. Returns `false` if the server cannot recover at the same address.
    pub(crate) fn recover(&self) -> bool {
        self.open();
        match &*self.server.lock().unwrap() {
            Some(server) if self.url == server.url() && self.url.starts_with("http:") => {
                server.set_steps([Step::good()]);
                true
            }
            _ => false,
        }
    }

    /// The connections and requests that reached the server.
    pub(crate) fn traffic(&self) -> Traffic {
        if let Some(elsewhere) = &self.elsewhere {
            assert_eq!(elsewhere.traffic().connections, 0, "a redirect was followed");
        }
        self.server.lock().unwrap().as_ref().map(FaultyServer::traffic).unwrap_or_default()
    }
}

/// A port that does not accept connections until it is opened.
enum Closed {
    /// Bound, but not listening.
    NotListening(TcpSocket),
    /// Listening, with a full queue of connections.
    Full(std::net::TcpListener, Vec<TcpStream>),
}

impl Closed {
    fn not_listening() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        Self::NotListening(socket)
    }

    async fn full() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let listener = socket.listen(0).unwrap().into_std().unwrap();
        let address = listener.local_addr().unwrap();
        let mut queue = Vec::new();
        while let Ok(stream) = timeout(Duration::from_millis(500), TcpStream::connect(address)).await {
            queue.push(stream.unwrap());
        }
        Self::Full(listener, queue)
    }

    fn address(&self) -> SocketAddr {
        match self {
            Self::NotListening(socket) => socket.local_addr().unwrap(),
            Self::Full(listener, _) => listener.local_addr().unwrap(),
        }
    }

    fn open(self) -> TcpListener {
        match self {
            Self::NotListening(socket) => socket.listen(64).unwrap(),
            Self::Full(listener, queue) => {
                // The queue is empty before the next connection comes.
                drop(queue);
                while listener.accept().is_ok() {}
                TcpListener::from_std(listener).unwrap()
            }
        }
    }
}

fn self_signed() -> TlsAcceptor {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

/// A DNS resolver that does not find any host.
struct EmptyResolver;

impl Resolve for EmptyResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let error =
            io::Error::new(io::ErrorKind::NotFound, format!("`{}` is not a known host", name.as_str()));
        Box::pin(async move { Err(error.into()) })
    }
}
