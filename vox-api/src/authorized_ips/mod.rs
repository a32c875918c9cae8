//! Authorized IP addresses: the addresses and networks that are allowed or denied access to the account.
//!
#![doc = include_str!("../../docs/authorized_ips.md")]
//!
//! There are two lists, of the addresses that are allowed and of those that are denied. [`AddAuthorizedAccountIp`] adds to a
//! list, and [`CheckAuthorizedAccountIp`] states what the lists decide about an address. No source states what they decide
//! about an address that is in neither, so check your own address before you rely on the lists:
//!
//! ```no_run
//! use vox_api::authorized_ips::{AddAuthorizedAccountIp, CheckAuthorizedAccountIp};
//! use vox_api::prelude::*;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! AddAuthorizedAccountIp::builder()
//!     .authorized_ip("203.0.113.0/24")
//!     .allowed(true)
//!     .description("the office")
//!     .send(client)
//!     .await?;
//!
//! let office = CheckAuthorizedAccountIp::builder().authorized_ip("203.0.113.7").send(client).await?;
//! println!("allowed: {}, by {:?}", office.result, office.authorized_ip);
//! # Ok(())
//! # }
//! ```

mod types;

vox_core::methods! {
    add_authorized_account_ip { AddAuthorizedAccountIp }
    del_authorized_account_ip { DelAuthorizedAccountIp, DelAuthorizedAccountIpResponse, AuthorizedIp }
    get_authorized_account_ips { GetAuthorizedAccountIps, GetAuthorizedAccountIpsResponse, AuthorizedAccountIp }
    check_authorized_account_ip { CheckAuthorizedAccountIp, CheckAuthorizedAccountIpResponse }
}
