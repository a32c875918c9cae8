//! The error of starting or changing a sandbox.

use std::error::Error;
use std::fmt;
use std::io;
use std::net::SocketAddr;

/// Why a sandbox did not start, or was not changed. The message contains the fix.
#[derive(Debug)]
pub struct SandboxError(Cause);

#[derive(Debug)]
enum Cause {
    Bind(SocketAddr, io::Error),
    Thread(io::Error),
    Account {
        name: String,
        reason: String,
    },
    Setting(String),
    #[cfg(feature = "tls")]
    Certificate(Box<dyn Error + Send + Sync>),
}

impl SandboxError {
    pub(crate) fn bind(address: SocketAddr, error: io::Error) -> Self {
        Self(Cause::Bind(address, error))
    }

    pub(crate) fn thread(error: io::Error) -> Self {
        Self(Cause::Thread(error))
    }

    pub(crate) fn account(name: &str, reason: &str) -> Self {
        Self(Cause::Account { name: name.to_owned(), reason: reason.to_owned() })
    }

    /// An invalid price or fixture.
    pub(crate) fn setting(message: String) -> Self {
        Self(Cause::Setting(message))
    }

    #[cfg(feature = "tls")]
    pub(crate) fn certificate(error: impl Error + Send + Sync + 'static) -> Self {
        Self(Cause::Certificate(error.into()))
    }

    /// Whether the address is in use by another program.
    #[must_use]
    pub fn is_address_in_use(&self) -> bool {
        matches!(&self.0, Cause::Bind(_, error) if error.kind() == io::ErrorKind::AddrInUse)
    }
}

impl fmt::Display for SandboxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Cause::Bind(address, error) if error.kind() == io::ErrorKind::AddrInUse => {
                write!(f, "{address} is in use by another program; choose another port, or 0 for a free one")
            }
            Cause::Bind(address, error) => write!(f, "cannot listen on {address}: {error}"),
            Cause::Thread(error) => write!(f, "cannot start the sandbox's thread: {error}"),
            Cause::Account { name, reason } => {
                write!(f, "the account `{}` cannot be added: {reason}", name.escape_debug())
            }
            Cause::Setting(message) => f.write_str(message),
            #[cfg(feature = "tls")]
            Cause::Certificate(error) => write!(f, "no certificate can be made: {error}"),
        }
    }
}

impl Error for SandboxError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.0 {
            Cause::Bind(_, error) | Cause::Thread(error) => Some(error),
            #[cfg(feature = "tls")]
            Cause::Certificate(error) => Some(error.as_ref()),
            Cause::Account { .. } | Cause::Setting(_) => None,
        }
    }
}

/// For programs whose functions return I/O errors.
impl From<SandboxError> for io::Error {
    fn from(error: SandboxError) -> Self {
        let kind = match &error.0 {
            Cause::Bind(_, error) | Cause::Thread(error) => error.kind(),
            _ => io::ErrorKind::InvalidInput,
        };
        Self::new(kind, error)
    }
}
