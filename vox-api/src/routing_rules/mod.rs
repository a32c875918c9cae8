//! Routing rules.
//!
#![doc = include_str!("../../docs/routing_rules.md")]

vox_core::methods! {}
