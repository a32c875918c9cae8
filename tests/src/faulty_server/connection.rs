//! One connection: requests in, steps out.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::yield_now;
use tokio::time::sleep;

use super::{Ending, Shared, Step};

/// A request as it arrived.
#[derive(Debug, Clone)]
pub struct Request {
    /// The request line and the header lines.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Request {
    /// The value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

/// Serves requests until a step ends the connection, or the client does.
pub(super) async fn serve(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), shared: &Shared) -> Ending {
    let mut buffer = Vec::new();
    while let Ok(Some(request)) = read(stream, &mut buffer).await {
        let step = shared.for_request(request);
        shared.wait_for_in_flight(step.min_in_flight).await;
        let ending = play(stream, &step).await;
        shared.finished();
        if ending != Ending::KeepAlive {
            return ending;
        }
    }
    Ending::Close
}

/// Writes the bytes of a step.
pub(super) async fn play(stream: &mut (impl AsyncWrite + Unpin), step: &Step) -> Ending {
    if !step.delay.is_zero() {
        sleep(step.delay).await;
    }
    let written = loop {
        let written = match step.pause {
            None => stream.write_all(&step.bytes).await,
            Some(pause) => drip(stream, &step.bytes, pause).await,
        };
        if written.is_err() || !step.endless {
            break written;
        }
    };
    let flushed = stream.flush().await;
    if written.and(flushed).is_ok() { step.ending } else { Ending::Close }
}

async fn drip(stream: &mut (impl AsyncWrite + Unpin), bytes: &[u8], pause: Duration) -> io::Result<()> {
    for byte in bytes {
        stream.write_all(&[*byte]).await?;
        stream.flush().await?;
        if pause.is_zero() { yield_now().await } else { sleep(pause).await }
    }
    Ok(())
}

/// Ends a connection.
pub(super) async fn end(mut stream: TcpStream, ending: Ending) {
    match ending {
        Ending::KeepAlive | Ending::Close => {
            // Closing with unread bytes would reset the connection instead.
            let _ = stream.shutdown().await;
            let _ = tokio::io::copy(&mut stream, &mut tokio::io::sink()).await;
        }
        Ending::Reset => {
            let _ = stream.set_zero_linger();
        }
        // Until the client or the test gives up.
        Ending::Hang => std::future::pending().await,
    }
}

/// The next complete request; `None` if the client closed the connection between two requests.
async fn read(stream: &mut (impl AsyncRead + Unpin), buffer: &mut Vec<u8>) -> io::Result<Option<Request>> {
    loop {
        if let Some((request, length)) = parse(buffer) {
            buffer.drain(..length);
            return Ok(Some(request));
        }
        if stream.read_buf(buffer).await? == 0 {
            return Ok(None);
        }
    }
}

/// The request at the beginning of the bytes and its length, if it is complete.
fn parse(bytes: &[u8]) -> Option<(Request, usize)> {
    let head_length = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..head_length]).into_owned();
    let mut request = Request { head, body: String::new() };
    let body_length: usize = request.header("content-length").map_or(0, |length| length.parse().unwrap_or(0));
    let length = head_length + 4 + body_length;
    let body = bytes.get(head_length + 4..length)?;
    request.body = String::from_utf8_lossy(body).into_owned();
    Some((request, length))
}
