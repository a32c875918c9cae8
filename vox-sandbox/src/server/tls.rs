//! TLS with a new self-signed certificate.

use std::sync::Arc;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;
use tokio_rustls::server::TlsStream;
use tokio_rustls::{TlsAcceptor, rustls};

use crate::pem::pem;
use crate::sandbox_error::SandboxError;

/// The names in every certificate.
const NAMES: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

/// An acceptor with a new certificate for `localhost`, the loopback addresses and these names, and the certificate in
/// PEM.
pub(crate) fn self_signed(
    more: impl IntoIterator<Item = String>,
) -> Result<(TlsAcceptor, String), SandboxError> {
    let mut names = NAMES.map(str::to_owned).to_vec();
    for name in more {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(names).map_err(SandboxError::certificate)?;
    let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der()).into();
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map(|builder| builder.with_no_client_auth().with_single_cert(vec![cert.der().clone()], key))
        .and_then(|config: Result<ServerConfig, rustls::Error>| config)
        .map_err(SandboxError::certificate)?;
    Ok((TlsAcceptor::from(Arc::new(config)), pem("CERTIFICATE", cert.der())))
}

/// The stream after the handshake; `None` where the handshake failed or the sandbox stopped.
pub(super) async fn accept(
    acceptor: &TlsAcceptor,
    stream: TcpStream,
    mut stopped: watch::Receiver<()>,
) -> Option<TlsStream<TcpStream>> {
    tokio::select! {
        accepted = acceptor.accept(stream) => accepted.ok(),
        _ = stopped.changed() => None,
    }
}
