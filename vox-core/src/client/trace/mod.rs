//! Spans and events for `tracing`; nothing without that feature.
//!
//! A span `vox.call` for each call, a span `vox.attempt` for each of its requests. The fields are those of OpenTelemetry for
//! HTTP clients, and a few more. None holds a parameter, a header or a body.

#[cfg(not(feature = "tracing"))]
mod nothing;
#[cfg(feature = "tracing")]
mod spans;

#[cfg(not(feature = "tracing"))]
pub(super) use nothing::*;
#[cfg(feature = "tracing")]
pub(super) use spans::*;
