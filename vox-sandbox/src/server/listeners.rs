//! The sockets that connections arrive on.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use tokio::net::{TcpListener, TcpStream};

/// The socket of the address to listen on. If this is `127.0.0.1`, also the same port of `[::1]`, as some programs
/// resolve `localhost` to that address first.
pub(crate) struct Listeners {
    first: TcpListener,
    second: Option<TcpListener>,
}

impl Listeners {
    /// # Errors
    /// The address cannot be bound. If only `[::1]` cannot be bound, the other address is enough.
    pub(crate) async fn bind(address: SocketAddr) -> io::Result<Self> {
        let first = TcpListener::bind(address).await?;
        let second = match address.ip() {
            IpAddr::V4(Ipv4Addr::LOCALHOST) => {
                TcpListener::bind((Ipv6Addr::LOCALHOST, first.local_addr()?.port())).await.ok()
            }
            _ => None,
        };
        Ok(Self { first, second })
    }

    /// The address to listen on, with the port.
    pub(crate) fn local_addr(&self) -> io::Result<SocketAddr> {
        self.first.local_addr()
    }

    pub(super) async fn accept(&self) -> io::Result<TcpStream> {
        let accepted = match &self.second {
            None => self.first.accept().await,
            Some(second) => tokio::select! {
                accepted = self.first.accept() => accepted,
                accepted = second.accept() => accepted,
            },
        };
        accepted.map(|(stream, _)| stream)
    }
}
