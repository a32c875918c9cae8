//! Caller IDs.
//!
#![doc = include_str!("../../docs/caller_ids.md")]

vox_core::methods! {}
