//! SIP registrations: accounts at SIP servers outside the platform, whose phone calls an application receives and makes.
//!
#![doc = include_str!("../../docs/sip_registration.md")]
//!
//! With a SIP registration the platform logs in to a SIP server, such as an office telephone system, as any SIP phone does.
//! [`CreateSipRegistration`] buys one; an application then receives the phone calls to it. [`GetSipRegistrations`] shows
//! whether the SIP server accepts it:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::sip_registration::{CreateSipRegistration, GetSipRegistrations};
//! use vox_api::types::{Application, RuleInApplication};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! // Spends money.
//! let created = CreateSipRegistration::builder()
//!     .sip_username("1001")
//!     .proxy("sip.example.com")
//!     .password(std::env::var("SIP_PASSWORD")?)
//!     .application(Application::Name("ivr".into()))
//!     .rule(RuleInApplication::Name("in".into()))
//!     .send(client)
//!     .await?;
//!
//! let id = created.sip_registration_id;
//! let request = GetSipRegistrations { sip_registration_id: Some(id), ..Default::default() };
//! for registration in request.send(client).await?.result {
//!     println!("{:?} {:?}", registration.status_code, registration.error_message);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The API reports failures and recoveries by the callbacks `sip_registration_fail` and `sip_registration_recovered`.

vox_core::methods! {
    create_sip_registration { CreateSipRegistration, CreateSipRegistrationResponse, AccountBalance }
    update_sip_registration { UpdateSipRegistration }
    bind_sip_registration { BindSipRegistration }
    delete_sip_registration { DeleteSipRegistration }
    get_sip_registrations {
        GetSipRegistrations, GetSipRegistrationsResponse, SipApplicationFilter, SipRegistration, SipRuleFilter,
    }
}
