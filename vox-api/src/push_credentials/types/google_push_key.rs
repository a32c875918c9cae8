//! Keys of Google.

use vox_core::prelude::*;

/// The key by which the platform sends push notifications through Google.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "google_key")]
pub enum GooglePushKey {
    /// The server key, a text.
    #[param(name = "server_key")]
    Server(Secret),
    /// The key file of a service account, JSON.
    #[param(name = "service_account_file", secret = true)]
    ServiceAccount(File),
}
