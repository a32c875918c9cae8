//! Types that several methods of the section share.

mod sms_status_id;

pub use sms_status_id::SmsStatusId;
