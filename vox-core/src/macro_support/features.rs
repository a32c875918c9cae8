//! Macros that keep their content only when this crate has a feature.
//!
//! A derive cannot see the features of `vox-core` (only those of the crate it runs for), so generated code that
//! depends on one is wrapped in these.

/// Keeps its content: the feature `client` is on.
#[cfg(feature = "client")]
#[doc(hidden)]
#[macro_export]
macro_rules! __client {
    ($($content:tt)*) => { $($content)* };
}

/// Drops its content: the feature `client` is off.
#[cfg(not(feature = "client"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __client {
    ($($content:tt)*) => {};
}

/// Keeps its content: the feature `masked` is on.
#[cfg(feature = "masked")]
#[doc(hidden)]
#[macro_export]
macro_rules! __masked {
    ($($content:tt)*) => { $($content)* };
}

/// Drops its content: the feature `masked` is off.
#[cfg(not(feature = "masked"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __masked {
    ($($content:tt)*) => {};
}

/// Keeps its content: the feature `server` is on.
#[cfg(feature = "server")]
#[doc(hidden)]
#[macro_export]
macro_rules! __server {
    ($($content:tt)*) => { $($content)* };
}

/// Drops its content: the feature `server` is off.
#[cfg(not(feature = "server"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __server {
    ($($content:tt)*) => {};
}
