//! The section `SIPRegistration`.

vox_core::methods! {
    create_sip_registration { CreateSipRegistration, CreateSipRegistrationResponse, ShortAccountInfo }
    get_sip_registrations {
        GetSipRegistrations, GetSipRegistrationsResponse, Applications, Rules, RegisteredUsers, SipRegistration,
    }
    update_sip_registration { UpdateSipRegistration }
}
