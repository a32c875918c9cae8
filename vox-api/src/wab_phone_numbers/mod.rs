//! WhatsApp Business phone numbers: phone numbers whose WhatsApp calls an application receives.
//!
#![doc = include_str!("../../docs/wab_phone_numbers.md")]
//!
//! A phone number is registered with WhatsApp Business first. [`AddWabPhoneNumber`] then adds it to the account and binds it to
//! an application, [`SetWabPhoneNumberInfo`] changes this, [`GetWabPhoneNumbers`] lists the phone numbers:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::types::{Application, Rule};
//! use vox_api::wab_phone_numbers::{AddWabPhoneNumber, GetWabPhoneNumbers};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! AddWabPhoneNumber::builder()
//!     .wab_phone_number("79993330011")
//!     .voice_password(std::env::var("WAB_VOICE_PASSWORD")?)
//!     .application(Application::Name("ivr".into()))
//!     .rule(Rule::Name("in".into()))
//!     .send(client)
//!     .await?;
//!
//! let mut phones = GetWabPhoneNumbers::default().items(client);
//! while let Some(phone) = phones.next().await {
//!     let phone = phone?;
//!     println!("{:?} is bound to {:?}", phone.wab_phone_number, phone.application_name);
//! }
//! # Ok(())
//! # }
//! ```

vox_core::methods! {
    add_wab_phone_number { AddWabPhoneNumber }
    delete_wab_phone_number { DeleteWabPhoneNumber }
    set_wab_phone_number_info { SetWabPhoneNumberInfo }
    get_wab_phone_numbers { GetWabPhoneNumbers, GetWabPhoneNumbersResponse, WabPhoneInfo }
}
