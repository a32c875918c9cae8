//! Types that several methods of the section share.

mod sip_network;

pub(super) use sip_network::SIP_NETWORK;
