//! The section `SIPRegistration`.

vox_core::methods! {
    create_sip_registration { CreateSipRegistration, CreateSipRegistrationResponse, ShortAccountInfo }
}
