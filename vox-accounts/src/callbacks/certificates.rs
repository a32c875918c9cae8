//! Payloads about certificates for push notifications.

use vox_core::{Date, VoxRecord};

/// Certificates have expired.
///
/// Source: the structure `ExpiredCertificateCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ExpiredCertificateCallback {
    /// The certificates.
    pub certificates: Vec<CertificateInfo>,
}

/// Certificates expire soon.
///
/// Source: the structure `ExpiringCertificateCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ExpiringCertificateCallback {
    /// The certificates.
    pub certificates: Vec<CertificateInfo>,
}

/// A certificate for push notifications.
///
/// Source: the structure `CertificateInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CertificateInfo {
    /// The id of the push credential that it belongs to.
    pub push_credential_id: Option<u64>,
    /// The name of its file.
    pub cert_file_name: Option<String>,
    /// The day on which it expires.
    pub expiration_date: Option<Date>,
    /// The names of the applications that use it.
    pub applications: Vec<String>,
}
