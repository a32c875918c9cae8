//! The bodies of responses, also those with a fault.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::{Instant, Interval, interval_at};

/// The time between the pieces of a slow body, at least.
const PAUSE: Duration = Duration::from_millis(10);
/// The time that a slow body takes, at most.
const LONGEST: Duration = Duration::from_secs(365 * 86_400);

/// A fault closes the connection: without a response, or in the middle of its body.
#[derive(Debug)]
pub(crate) struct DropConnection;

impl fmt::Display for DropConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is dropped by a fault")
    }
}

impl std::error::Error for DropConnection {}

/// The body of a response.
pub(crate) struct ResponseBody {
    /// The bytes that are still to be sent.
    rest: Bytes,
    sending: Sending,
}

enum Sending {
    AtOnce,
    /// The connection is closed after the bytes, of which more are announced.
    Truncated {
        announced: u64,
        is_flushed: bool,
    },
    /// A piece of this size at each tick.
    Slow {
        piece: usize,
        ticks: Interval,
    },
}

impl ResponseBody {
    pub(super) fn complete(bytes: Bytes) -> Self {
        Self { rest: bytes, sending: Sending::AtOnce }
    }

    /// Half of the bytes, then the connection is closed.
    pub(super) fn truncated(mut bytes: Bytes) -> Self {
        let announced = bytes.len() as u64;
        bytes.truncate(bytes.len() / 2);
        Self { rest: bytes, sending: Sending::Truncated { announced, is_flushed: false } }
    }

    /// Half of the bytes as a complete body. Half of a JSON object is not JSON.
    pub(super) fn malformed(mut bytes: Bytes) -> Self {
        let is_char_boundary = |at: &usize| bytes.get(*at).is_none_or(|byte| byte & 0xC0 != 0x80);
        let half = (0..=bytes.len() / 2).rev().find(is_char_boundary).unwrap_or(0);
        bytes.truncate(half);
        Self::complete(bytes)
    }

    /// The bytes in pieces of equal size, the last of which is sent after this time.
    pub(super) fn slow(bytes: Bytes, time: Duration) -> Self {
        let time = time.min(LONGEST);
        let pauses = usize::try_from(time.as_millis() / PAUSE.as_millis()).unwrap_or(usize::MAX);
        let piece = bytes.len().div_ceil(pauses.clamp(1, bytes.len().max(1))).max(1);
        let pieces = u32::try_from(bytes.len().div_ceil(piece)).unwrap_or(u32::MAX).max(1);
        let pause = time / pieces;
        if pause.is_zero() {
            return Self::complete(bytes);
        }
        let ticks = interval_at(Instant::now() + pause, pause);
        Self { rest: bytes, sending: Sending::Slow { piece, ticks } }
    }
}

impl Body for ResponseBody {
    type Data = Bytes;
    type Error = DropConnection;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, DropConnection>>> {
        let Self { rest, sending } = self.get_mut();
        if rest.is_empty() {
            return match sending {
                Sending::AtOnce | Sending::Slow { .. } => Poll::Ready(None),
                // The HTTP server sends what it has when a body is not ready, but not after an error.
                Sending::Truncated { is_flushed: is_flushed @ false, .. } => {
                    *is_flushed = true;
                    context.waker().wake_by_ref();
                    Poll::Pending
                }
                Sending::Truncated { .. } => Poll::Ready(Some(Err(DropConnection))),
            };
        }
        let piece = match sending {
            Sending::AtOnce | Sending::Truncated { .. } => rest.len(),
            Sending::Slow { piece, ticks } => {
                ready!(ticks.poll_tick(context));
                rest.len().min(*piece)
            }
        };
        Poll::Ready(Some(Ok(Frame::data(rest.split_to(piece)))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && !matches!(self.sending, Sending::Truncated { .. })
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(match self.sending {
            Sending::Truncated { announced, .. } => announced,
            _ => self.rest.len() as u64,
        })
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;

    /// The pieces until the end or an error, and whether there was one.
    async fn pieces(mut body: ResponseBody) -> (Vec<Bytes>, bool) {
        let mut pieces = Vec::new();
        while let Some(frame) = body.frame().await {
            match frame {
                Ok(frame) => pieces.push(frame.into_data().unwrap()),
                Err(DropConnection) => return (pieces, true),
            }
        }
        (pieces, false)
    }

    #[tokio::test]
    async fn a_truncated_body_announces_all_bytes_and_sends_half() {
        for (text, half) in [("abcde", &["ab"][..]), ("a", &[]), ("", &[])] {
            let body = ResponseBody::truncated(text.into());
            assert_eq!((body.size_hint().exact(), body.is_end_stream()), (Some(text.len() as u64), false));
            assert_eq!(pieces(body).await, (half.iter().map(|half| Bytes::from(*half)).collect(), true));
        }
    }

    #[tokio::test]
    async fn a_malformed_body_announces_what_it_sends_and_ends_between_characters() {
        for (text, half) in [("{\"a\": 1}", "{\"a\""), ("{}", "{"), ("aä", "a"), ("ä", ""), ("", "")] {
            let body = ResponseBody::malformed(text.into());
            assert_eq!(body.size_hint().exact(), Some(half.len() as u64), "{text}");
            let (sent, has_failed) = pieces(body).await;
            assert_eq!((sent.concat(), has_failed), (half.into(), false), "{text}");
        }
    }

    #[tokio::test]
    async fn a_slow_body_takes_its_time() {
        for (text, millis, count) in [("abcdef", 60, 6), ("abcdef", 30, 3), ("abcdef", 9, 1), ("ab", 50, 2)] {
            let (start, time) = (Instant::now(), Duration::from_millis(millis));
            let body = ResponseBody::slow(text.into(), time);
            assert_eq!(body.size_hint().exact(), Some(text.len() as u64));
            let (sent, has_failed) = pieces(body).await;
            assert_eq!((sent.len(), sent.concat(), has_failed), (count, text.into(), false));
            // An interval may be a little early.
            assert!(
                start.elapsed() + Duration::from_millis(2) >= time,
                "{text} {millis}: {:?}",
                start.elapsed()
            );
        }
        assert_eq!(pieces(ResponseBody::slow("ab".into(), Duration::ZERO)).await.0, ["ab"]);
        assert!(ResponseBody::slow("".into(), Duration::MAX).is_end_stream());
    }
}
