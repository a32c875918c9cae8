//! `DelOutboundTestPhoneNumber`: deletes the test number.
//!
//! Roles: any. Source: the method `DelOutboundTestPhoneNumber` of the API's section OutboundTestNumbers.

use vox_core::prelude::*;

/// Deletes the test number.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelOutboundTestPhoneNumber", response = (), kind = write)]
pub struct DelOutboundTestPhoneNumber {}
