//! Types that several methods of the section share.

mod google_push_key;
mod push_provider;

pub use google_push_key::GooglePushKey;
pub use push_provider::{PushProvider, PushProviderId, PushProviderName};
