//! Types that several methods of the section share.

mod secret_ref;

pub use secret_ref::SecretRef;
