//! How a client makes its calls: awaited, or blocking.

use std::fmt;

use super::Call;
#[cfg(feature = "blocking")]
pub use super::blocking::Blocking;

/// The mode of a [`Client`](crate::Client): `Async`, or `Blocking` under the feature `blocking`. Sealed.
pub trait Mode: sealed::Sealed + Clone + fmt::Debug + Send + Sync + 'static {
    /// What a call returns: a [`Call`] to be awaited, or the result.
    type Call<T>;

    /// Runs a prepared call.
    #[doc(hidden)]
    fn run<T>(&self, call: Call<T>) -> Self::Call<T>;
}

/// Calls are awaited, on tokio. The mode of a plain [`Client`](crate::Client).
#[derive(Debug, Clone, Copy)]
pub struct Async(pub(super) ());

impl Mode for Async {
    type Call<T> = Call<T>;

    fn run<T>(&self, call: Call<T>) -> Call<T> {
        call
    }
}

impl sealed::Sealed for Async {}

pub(super) mod sealed {
    /// Keeps other crates from adding a mode.
    #[expect(unnameable_types, reason = "that is the purpose")]
    pub trait Sealed {}
}
