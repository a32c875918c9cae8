//! Outbound test numbers.
//!
#![doc = include_str!("../../docs/outbound_test_numbers.md")]

vox_core::methods! {}
