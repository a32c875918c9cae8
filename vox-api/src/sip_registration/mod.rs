//! SIP registrations.
//!
#![doc = include_str!("../../docs/sip_registration.md")]

vox_core::methods! {
    create_sip_registration { CreateSipRegistration, CreateSipRegistrationResponse, AccountBalance }
    get_sip_registrations {
        GetSipRegistrations, GetSipRegistrationsResponse, Applications, Rules, SipRegistration,
    }
    update_sip_registration { UpdateSipRegistration }
}
