//! WhatsApp Business phone numbers.
//!
#![doc = include_str!("../../docs/wab_phone_numbers.md")]

vox_core::methods! {}
