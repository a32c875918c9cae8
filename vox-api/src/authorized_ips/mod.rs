//! Authorized IP addresses.
//!
#![doc = include_str!("../../docs/authorized_ips.md")]

vox_core::methods! {
    del_authorized_account_ip { DelAuthorizedAccountIp, DelAuthorizedAccountIpResponse, AuthorizedIp }
}
