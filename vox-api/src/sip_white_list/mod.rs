//! SIP white list.
//!
#![doc = include_str!("../../docs/sip_white_list.md")]

vox_core::methods! {}
