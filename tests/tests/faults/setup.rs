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
use vox_tests::faulty_server::{FaultyServer, Seen, Step, Then};

use crate::catalogue::{Fault, Server};
use crate::outcome::Lasts;

/// The next port for a host that is not there: each run has its own.
static PORT: AtomicU16 = AtomicU16::new(1);

/// A server that is ready for a call.
pub(crate) struct Setup {
    /// The client's base URL.
    pub url: String,
    /// An HTTP client that the call needs.
    pub http: Option<reqwest::Client>,
    /// Whether a first call goes well.
    pub warm_up: bool,
    server: Mutex<Option<FaultyServer>>,
    /// What turns into a server when it is time.
    closed: Mutex<Option<Closed>>,
    lasts: Lasts,
    /// Where a redirect leads: nothing may come there.
    elsewhere: Option<FaultyServer>,
}

impl Setup {
    pub(crate) async fn new(fault: &Fault, lasts: Lasts) -> Self {
        let then_good = |step: &Step| match lasts {
            Lasts::Once => vec![step.clone(), Step::good()],
            Lasts::Always => vec![step.clone()],
        };
        match &fault.server {
            Server::Follows(step) => Self::of(FaultyServer::start(then_good(step)).await.unwrap(), lasts),
            Server::ClosesUsed => {
                let server =
                    FaultyServer::start([Step::good().then(Then::Close), Step::good()]).await.unwrap();
                Self { warm_up: true, ..Self::of(server, lasts) }
            }
            Server::FollowsSecond(step) => {
                let steps = [vec![Step::good()], then_good(step)].concat();
                Self { warm_up: true, ..Self::of(FaultyServer::start(steps).await.unwrap(), lasts) }
            }
            Server::FollowsHttps(step) => {
                let server = FaultyServer::start([step.clone()]).await.unwrap();
                let url = server.url().replace("http:", "https:");
                Self { url, ..Self::of(server, lasts) }
            }
            Server::SelfSigned => {
                Self::of(FaultyServer::start_tls([Step::good()], self_signed()).await.unwrap(), lasts)
            }
            Server::Redirects => {
                let elsewhere = FaultyServer::start([Step::good()]).await.unwrap();
                let location = format!("location: {}/platform_api/\r\n", elsewhere.url());
                let step = Step::answer("307 Temporary Redirect", &location, "").untouched();
                let server = FaultyServer::start(then_good(&step)).await.unwrap();
                Self { elsewhere: Some(elsewhere), ..Self::of(server, lasts) }
            }
            Server::Refuses => Self::closed(Closed::refusing(), lasts),
            Server::NeverAccepts => Self::closed(Closed::full().await, lasts),
            Server::Unresolvable => {
                let http = reqwest::Client::builder().dns_resolver(Arc::new(NoNames)).no_proxy().build();
                let url = format!("https://api.voximplant.invalid:{}", PORT.fetch_add(1, Ordering::Relaxed));
                Self { url, http: Some(http.unwrap()), ..Self::nowhere(lasts) }
            }
        }
    }

    fn nowhere(lasts: Lasts) -> Self {
        Self {
            url: String::new(),
            http: None,
            warm_up: false,
            server: Mutex::default(),
            closed: Mutex::default(),
            lasts,
            elsewhere: None,
        }
    }

    fn of(server: FaultyServer, lasts: Lasts) -> Self {
        Self { url: server.url(), server: Mutex::new(Some(server)), ..Self::nowhere(lasts) }
    }

    fn closed(closed: Closed, lasts: Lasts) -> Self {
        let url = format!("http://{}", closed.address());
        Self { url, closed: Mutex::new(Some(closed)), ..Self::nowhere(lasts) }
    }

    /// The port that the client is told.
    pub(crate) fn port(&self) -> u16 {
        self.url.rsplit_once(':').unwrap().1.parse().unwrap()
    }

    /// What to do before each attempt, by its number.
    pub(crate) fn before_attempt(&self, number: u32) {
        if number == 2 && self.lasts == Lasts::Once {
            self.open();
        }
    }

    /// Makes a server of what was closed, if there is such a thing.
    fn open(&self) {
        if let Some(closed) = self.closed.lock().unwrap().take() {
            let server = FaultyServer::serve(closed.open(), [Step::good()], None).unwrap();
            *self.server.lock().unwrap() = Some(server);
        }
    }

    /// The fault is over. Where the same address cannot be made good, `false`.
    pub(crate) fn recover(&self) -> bool {
        self.open();
        match &*self.server.lock().unwrap() {
            Some(server) if self.url == server.url() && self.url.starts_with("http:") => {
                server.follow([Step::good()]);
                true
            }
            _ => false,
        }
    }

    /// What reached the server.
    pub(crate) fn seen(&self) -> Seen {
        if let Some(elsewhere) = &self.elsewhere {
            assert_eq!(elsewhere.seen().connections, 0, "a redirect was followed");
        }
        self.server.lock().unwrap().as_ref().map(FaultyServer::seen).unwrap_or_default()
    }
}

/// A port that takes no connection, and can begin to.
enum Closed {
    /// Bound, but not listening.
    Refusing(TcpSocket),
    /// Listening, with a full queue of connections; the last one did not fit.
    Full(std::net::TcpListener, Vec<TcpStream>),
}

impl Closed {
    fn refusing() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        Self::Refusing(socket)
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
            Self::Refusing(socket) => socket.local_addr().unwrap(),
            Self::Full(listener, _) => listener.local_addr().unwrap(),
        }
    }

    fn open(self) -> TcpListener {
        match self {
            Self::Refusing(socket) => socket.listen(64).unwrap(),
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

/// Knows no name, and asks nobody.
struct NoNames;

impl Resolve for NoNames {
    fn resolve(&self, name: Name) -> Resolving {
        let error = io::Error::new(io::ErrorKind::NotFound, format!("`{}` is no known host", name.as_str()));
        Box::pin(async move { Err(error.into()) })
    }
}
