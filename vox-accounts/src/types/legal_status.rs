//! Legal statuses of owners.

use vox_core::VoxEnum;

/// The legal status of the account's owner.
///
/// Source: `legal_status` of the structure `AccountVerificationsCredentials` and of the callback
/// `account_document_status_updated`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum LegalStatus {
    /// A private person.
    Individual,
    /// A person in business.
    Entrepreneur,
    /// A company or another organization.
    LegalEntity,
    /// A status that this list does not have.
    Other(String),
}
