//! Types that several methods of the section share.

mod role_view;
mod roles;
mod sub_user_view;

pub use role_view::RoleView;
pub use roles::Roles;
pub use sub_user_view::SubUserView;
