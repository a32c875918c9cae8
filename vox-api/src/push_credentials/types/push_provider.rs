//! Push providers.

use vox_core::prelude::*;

/// A push provider.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum PushProvider {
    /// By name.
    Name(PushProviderName),
    /// By id.
    Id(PushProviderId),
}

impl PushProvider {
    /// Whether the push provider is one of these, or one that the lists do not have.
    pub(crate) fn may_be(&self, names: &[PushProviderName], ids: &[PushProviderId]) -> bool {
        match self {
            Self::Name(PushProviderName::Other(_)) | Self::Id(PushProviderId::Other(_)) => true,
            Self::Name(name) => names.contains(name),
            Self::Id(id) => ids.contains(id),
        }
    }
}

/// The name of a push provider.
///
/// Source: `push_provider_name` of `AddPushCredential` and `GetPushCredential`, and of the structure `PushCredentialInfo`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum PushProviderName {
    /// Apple.
    Apple,
    /// Apple, for calls: push notifications for voice over IP.
    AppleVoip,
    /// Google.
    Google,
    /// Huawei.
    Huawei,
    /// A push provider that this list does not have.
    Other(String),
}

/// The id of a push provider.
///
/// Source: `push_provider_id` of `AddPushCredential` and `GetPushCredential`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum PushProviderId {
    /// Apple.
    #[value(name = "1")]
    Apple,
    /// Google.
    #[value(name = "2")]
    Google,
    /// Apple, for calls: push notifications for voice over IP.
    #[value(name = "3")]
    AppleVoip,
    /// Huawei.
    #[value(name = "5")]
    Huawei,
    /// A push provider that this list does not have.
    Other(String),
}
