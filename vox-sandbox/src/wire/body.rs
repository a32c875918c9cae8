//! Reading a request's body up to a limit.

use std::future::poll_fn;
use std::pin::Pin;

use bytes::Bytes;
use http_body::Body;

/// A client that is still sending would miss the response if the connection were closed, so the rest of a body that
/// is too large is read and discarded, up to this number of bytes.
const DRAIN_LIMIT: usize = 64 << 20;

/// Why a body could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyError {
    TooLarge,
    /// The connection broke, or the transfer encoding is malformed.
    Incomplete,
}

/// Reads a body of at most `limit` bytes.
pub(crate) async fn read<B: Body<Data = Bytes> + Unpin>(
    mut body: B,
    limit: usize,
) -> Result<Vec<u8>, BodyError> {
    let mut bytes = Vec::new();
    let mut received: usize = 0;
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let Ok(data) = frame.map_err(|_| BodyError::Incomplete)?.into_data() else { continue };
        received = received.saturating_add(data.len());
        if received <= limit {
            bytes.extend_from_slice(&data);
        } else if received > limit.saturating_add(DRAIN_LIMIT) {
            break;
        }
    }
    if received > limit { Err(BodyError::TooLarge) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use http_body_util::{Empty, Full};

    use super::*;

    #[tokio::test]
    async fn a_body_may_be_as_large_as_the_limit() {
        assert_eq!(read(Full::from("12345"), 5).await.unwrap(), b"12345");
        assert_eq!(read(Full::from("123456"), 5).await, Err(BodyError::TooLarge));
        assert_eq!(read(Empty::new(), 0).await.unwrap(), b"");
    }
}
