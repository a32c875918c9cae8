//! Applications.
//!
#![doc = include_str!("../../docs/applications.md")]

vox_core::methods! {}
