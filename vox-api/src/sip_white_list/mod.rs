//! SIP white list: networks that SIP calls are accepted from.
//!
#![doc = include_str!("../../docs/sip_white_list.md")]
//!
//! [`AddSipWhiteListItem`] adds a network, such as that of a PBX, [`GetSipWhiteList`] lists the networks:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::sip_white_list::{AddSipWhiteListItem, GetSipWhiteList};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! AddSipWhiteListItem::builder()
//!     .sip_whitelist_network("203.0.113.7/32")
//!     .description("the PBX of the office")
//!     .send(client)
//!     .await?;
//!
//! let mut networks = GetSipWhiteList::default().items(client);
//! while let Some(network) = networks.next().await {
//!     let network = network?;
//!     println!("{:?}: {:?}", network.sip_whitelist_network, network.description);
//! }
//! # Ok(())
//! # }
//! ```

mod types;

vox_core::methods! {
    add_sip_white_list_item { AddSipWhiteListItem, AddSipWhiteListItemResponse }
    del_sip_white_list_item { DelSipWhiteListItem }
    set_sip_white_list_item { SetSipWhiteListItem }
    get_sip_white_list { GetSipWhiteList, GetSipWhiteListResponse, SipWhiteListInfo }
}
