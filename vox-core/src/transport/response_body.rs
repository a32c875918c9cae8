//! The body of a response.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body, SizeHint};

use crate::error::TransportError;

/// The body of a response, as a [`Transport`](super::Transport) returns it: bytes, or a stream of them. `Debug` shows no bytes.
pub struct ResponseBody(Box<dyn Chunks + Send>);

impl ResponseBody {
    /// Wraps a body that arrives piece by piece.
    pub fn wrap<B>(body: B) -> Self
    where
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<TransportError>,
    {
        Self::wrap_with(Box::pin(body), Into::into)
    }

    /// Wraps a body whose errors this function converts.
    pub(super) fn wrap_with<B: Body<Data = Bytes> + Send + Unpin + 'static>(
        body: B,
        convert: fn(B::Error) -> TransportError,
    ) -> Self {
        Self(Box::new(Stream { body, convert }))
    }

    /// The exact length, if it is known.
    pub(crate) fn len(&self) -> Option<u64> {
        self.0.size_hint().exact()
    }

    /// The next piece; `None` at the end.
    pub(crate) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, TransportError>>> {
        self.0.poll_next(context)
    }

    /// The next piece; `None` at the end.
    pub(crate) fn next(&mut self) -> impl Future<Output = Option<Result<Bytes, TransportError>>> {
        poll_fn(|context| self.poll_next(context))
    }
}

impl<B: Into<Bytes>> From<B> for ResponseBody {
    fn from(bytes: B) -> Self {
        Self(Box::new(Whole(bytes.into())))
    }
}

impl fmt::Debug for ResponseBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResponseBody")
    }
}

trait Chunks {
    fn size_hint(&self) -> SizeHint;
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>>;
}

/// A body that is there.
struct Whole(Bytes);

impl Chunks for Whole {
    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(u64::try_from(self.0.len()).unwrap_or(u64::MAX))
    }

    fn poll_next(&mut self, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        let bytes = std::mem::take(&mut self.0);
        Poll::Ready((!bytes.is_empty()).then_some(Ok(bytes)))
    }
}

/// A body that arrives piece by piece.
struct Stream<B: Body> {
    body: B,
    convert: fn(B::Error) -> TransportError,
}

impl<B: Body<Data = Bytes> + Unpin> Chunks for Stream<B> {
    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }

    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        loop {
            match ready!(Pin::new(&mut self.body).poll_frame(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err((self.convert)(error)))),
                Some(Ok(frame)) => {
                    // Trailers have no bytes.
                    if let Ok(bytes) = frame.into_data() {
                        return Poll::Ready(Some(Ok(bytes)));
                    }
                }
            }
        }
    }
}
