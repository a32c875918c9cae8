//! Types that several methods of the section share.

mod key_value_items;

pub use key_value_items::KeyValueItems;
