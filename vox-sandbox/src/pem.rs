//! Writing PEM.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Bytes in PEM, with a label such as `PRIVATE KEY`.
pub(crate) fn pem(label: &str, der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let mut lines = String::new();
    for line in text.as_bytes().chunks(64) {
        lines.extend(line.iter().copied().map(char::from));
        lines.push('\n');
    }
    format!("-----BEGIN {label}-----\n{lines}-----END {label}-----\n")
}
