//! Users: the people and devices that log in to applications and take part in phone calls.
//!
#![doc = include_str!("../../docs/users.md")]
//!
//! A program with an SDK of the vendor, or a SIP client, logs in to an application as one of its users. The name of a user is
//! unique in the application only, so a request with a name also has the application:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::types::Application;
//! use vox_api::users::{AddUser, SetUserInfo, UserInApplication};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let ivr = Application::Name("ivr".into());
//! let request = AddUser::builder()
//!     .user_name("ann")
//!     .user_display_name("Ann")
//!     .user_password("Str0ng!pass")
//!     .application(ivr.clone());
//! let added = request.send(client).await?;
//! println!("added {}", added.user_id);
//!
//! // Locks the user out.
//! let ann = UserInApplication::Name { user_name: "ann".into(), application: ivr };
//! SetUserInfo::builder().user(ann).user_active(false).send(client).await?;
//! # Ok(())
//! # }
//! ```

vox_core::methods! {
    add_user { AddUser, AddUserResponse }
    del_user { DelUser, UsersToDelete }
    set_user_info { SetUserInfo, UserInApplication }
    get_users { GetUsers, GetUsersResponse, AcdQueueOperatorInfo, UserInfo, UsersOrderBy }
}
