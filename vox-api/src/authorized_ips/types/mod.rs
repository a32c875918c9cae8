//! Types that several methods of the section share.

mod ip;

pub(super) use ip::{IPV4, NETWORK};
