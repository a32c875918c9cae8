//! The section `AuthorizedIPs`.

vox_core::methods! {
    del_authorized_account_ip { DelAuthorizedAccountIp, DelAuthorizedAccountIpResponse, AuthorizedIp }
}
