//! Calls that meet a fault.

use std::time::Duration;

use http::request::Parts;
use http::{HeaderValue, Response, StatusCode, header};
use http_body_util::Full;

use super::respond::{Dropped, Reply, carry_out};
use crate::call::Call;
use crate::calls::ReceivedCall;
use crate::errors::Failure;
use crate::faults::Fault;
use crate::shared::Shared;
use crate::wire::envelope::Answer;
use crate::wire::request::Authorization;

/// Answers a call that meets a fault. An error closes the connection.
pub(super) async fn answer(
    fault: Fault,
    shared: &Shared,
    parts: &Parts,
    call: &Call,
) -> Result<Reply, Dropped> {
    let received = call.received(shared.clock.now());
    match fault {
        Fault::Delay(time) => {
            let reply = carry_out(shared, parts, call);
            tokio::time::sleep(time).await;
            Ok(reply)
        }
        Fault::DropAnswer => {
            // It is carried out, but nobody is told how that went.
            call.answer(shared, &Authorization::read(&parts.headers));
            shared.calls.push(received);
            Err(Dropped)
        }
        Fault::DropRequest => {
            shared.calls.push(received);
            Err(Dropped)
        }
        Fault::Api(code) => {
            let answer = Answer::failure(&Failure::injected(code).into());
            shared.calls.push(answer.note(received, None));
            Ok(answer.into_response())
        }
        Fault::Status(status) => {
            let answerable = |status: &StatusCode| (200..600).contains(&status.as_u16());
            let status = StatusCode::from_u16(status).ok().filter(answerable);
            Ok(bare(shared, received, status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)))
        }
        Fault::TooManyRequests { retry_after } => {
            let mut reply = bare(shared, received, StatusCode::TOO_MANY_REQUESTS);
            if let Some(time) = retry_after {
                reply.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(whole_seconds(time)));
            }
            Ok(reply)
        }
    }
}

/// A status with a page that is not the API's, as a proxy in front of it sends.
fn bare(shared: &Shared, received: ReceivedCall, status: StatusCode) -> Reply {
    let body = format!("<html><body><h1>{status}</h1></body></html>");
    shared.calls.push(received.failed(status.as_u16(), &body));
    let mut reply = Response::new(Full::from(body));
    *reply.status_mut() = status;
    reply.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    reply
}

fn whole_seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}
