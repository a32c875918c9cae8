//! Types of several methods of the section.

use vox_core::prelude::*;

/// A push provider.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum PushProvider {
    /// `APPLE`.
    Apple,
    /// `APPLE_VOIP`.
    AppleVoip,
    /// `GOOGLE`.
    Google,
    /// `HUAWEI`.
    Huawei,
    /// A value that this version does not know.
    Other(String),
}

/// The id of a push provider.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum PushProviderId {
    /// Apple.
    #[value(name = "1")]
    Apple,
    /// Google.
    #[value(name = "2")]
    Google,
    /// Apple, for Voice over IP.
    #[value(name = "3")]
    AppleVoip,
    /// Huawei.
    #[value(name = "5")]
    Huawei,
    /// A value that this version does not know.
    Other(String),
}

/// A push provider.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "push_provider")]
pub enum PushProviderRef {
    /// By name.
    Name(PushProvider),
    /// By id.
    Id(PushProviderId),
}
