//! Outbound test numbers: the phone number of one's own that an account may call for tests.
//!
#![doc = include_str!("../../docs/outbound_test_numbers.md")]
//!
//! An account has one test number at most. [`AddOutboundTestPhoneNumber`] adds it, [`VerifyOutboundTestPhoneNumber`] calls it
//! and speaks a code, and [`ActivateOutboundTestPhoneNumber`] takes the code:
//!
//! ```no_run
//! use std::io::stdin;
//!
//! use vox_api::outbound_test_numbers::{
//!     ActivateOutboundTestPhoneNumber, AddOutboundTestPhoneNumber, VerifyOutboundTestPhoneNumber,
//! };
//! use vox_api::prelude::*;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! AddOutboundTestPhoneNumber { phone_number: "+79993330011".into() }.send(client).await?;
//!
//! // Makes a phone call.
//! let called = VerifyOutboundTestPhoneNumber {}.send(client).await?;
//! println!("Enter the code. {:?} more phone calls are possible today.", called.daily_attempts_left);
//!
//! let mut code = String::new();
//! stdin().read_line(&mut code)?;
//! ActivateOutboundTestPhoneNumber { verification_code: code.trim().into() }.send(client).await?;
//! # Ok(())
//! # }
//! ```
//!
//! To replace the test number, delete it by [`DelOutboundTestPhoneNumber`] first.

vox_core::methods! {
    add_outbound_test_phone_number { AddOutboundTestPhoneNumber }
    verify_outbound_test_phone_number { VerifyOutboundTestPhoneNumber, VerifyOutboundTestPhoneNumberResponse }
    activate_outbound_test_phone_number { ActivateOutboundTestPhoneNumber }
    del_outbound_test_phone_number { DelOutboundTestPhoneNumber }
    get_outbound_test_phone_numbers {
        GetOutboundTestPhoneNumbers, GetOutboundTestPhoneNumbersResponse, OutboundTestPhonenumberInfo,
    }
}
