//! Servers with which only a timeout ends a call.

use std::fmt;
use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::time::{sleep, timeout};

use crate::Result;

/// A fault of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    NeverAccepts,
    NeverResponds,
    HeadersOnly,
    /// A body, one byte every five milliseconds.
    Drips,
    /// Informational responses, as fast as they are read.
    Floods,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NeverAccepts => "never accepts a connection",
            Self::NeverResponds => "never responds",
            Self::HeadersOnly => "sends headers, then nothing",
            Self::Drips => "drips a body, byte by byte",
            Self::Floods => "floods with `100 Continue`",
        })
    }
}

const HEAD: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n";
const CONTINUE: &str = "HTTP/1.1 100 Continue\r\n\r\n";

/// A server on its own thread, until this is dropped.
pub(super) struct Server {
    address: String,
    _runtime: Runtime,
    /// Connections that fill the queue of a server that never accepts.
    _queue: Vec<TcpStream>,
}

impl Server {
    pub(super) fn start(fault: Fault) -> Result<Self> {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        let (listener, queue) = runtime.block_on(listen(fault)).map_err(|error| error.to_string())?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        runtime.spawn(accept(listener, fault));
        Ok(Self { address: format!("http://{address}"), _runtime: runtime, _queue: queue })
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

/// A listener; its queue is full if it must not accept.
async fn listen(fault: Fault) -> io::Result<(TcpListener, Vec<TcpStream>)> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(([127, 0, 0, 1], 0).into())?;
    let mut queue = Vec::new();
    if fault != Fault::NeverAccepts {
        return Ok((socket.listen(64)?, queue));
    }
    let listener = socket.listen(0)?;
    let address = listener.local_addr()?;
    while let Ok(stream) = timeout(Duration::from_millis(500), TcpStream::connect(address)).await {
        queue.push(stream?);
    }
    Ok((listener, queue))
}

async fn accept(listener: TcpListener, fault: Fault) {
    if fault == Fault::NeverAccepts {
        // Keeps the listener, and with it the queue.
        std::future::pending::<()>().await;
    }
    while let Ok((stream, _)) = listener.accept().await {
        // It ends when the client hangs up.
        tokio::spawn(serve(stream, fault));
    }
}

async fn serve(mut stream: TcpStream, fault: Fault) -> io::Result<()> {
    stream.set_nodelay(true)?;
    // The request is short enough to come in one piece.
    if stream.read(&mut [0; 4096]).await? == 0 {
        return Ok(());
    }
    match fault {
        Fault::NeverAccepts | Fault::NeverResponds => {}
        Fault::HeadersOnly => stream.write_all(HEAD).await?,
        Fault::Drips => {
            stream.write_all(HEAD).await?;
            loop {
                stream.write_all(b" ").await?;
                sleep(Duration::from_millis(5)).await;
            }
        }
        Fault::Floods => {
            let many = CONTINUE.repeat(1_000);
            loop {
                stream.write_all(many.as_bytes()).await?;
            }
        }
    }
    // Until the client hangs up.
    stream.read_u8().await.map(drop)
}
