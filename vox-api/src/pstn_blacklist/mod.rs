//! PSTN blacklist.
//!
#![doc = include_str!("../../docs/pstn_blacklist.md")]

vox_core::methods! {}
