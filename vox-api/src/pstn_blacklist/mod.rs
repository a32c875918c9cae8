//! PSTN blacklist: phone numbers whose phone calls are blocked.
//!
#![doc = include_str!("../../docs/pstn_blacklist.md")]
//!
//! An entry of the blacklist is a phone number, or a regular expression of phone numbers. [`AddPstnBlackListItem`] adds an
//! entry, [`GetPstnBlackList`] lists the entries:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::pstn_blacklist::{AddPstnBlackListItem, GetPstnBlackList};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! AddPstnBlackListItem::builder().pstn_blacklist_phone("79993330011").send(client).await?;
//!
//! let mut blocked = GetPstnBlackList::default().items(client);
//! while let Some(entry) = blocked.next().await {
//!     println!("{:?}", entry?.pstn_blacklist_phone);
//! }
//! # Ok(())
//! # }
//! ```

vox_core::methods! {
    add_pstn_black_list_item { AddPstnBlackListItem, AddPstnBlackListItemResponse }
    set_pstn_black_list_item { SetPstnBlackListItem }
    del_pstn_black_list_item { DelPstnBlackListItem }
    get_pstn_black_list { GetPstnBlackList, GetPstnBlackListResponse, PstnBlackListInfo }
}
