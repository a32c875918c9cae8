//! Applications: the containers of users, scenarios and routing rules.
//!
#![doc = include_str!("../../docs/applications.md")]
//!
//! An application is the first thing that an account needs: users log in to one, phone numbers are bound to one, and its
//! routing rules decide which scenarios handle a phone call. Requests have the short name, `ivr`; responses have the full name,
//! `ivr.my-account.voximplant.com`, which is also the domain of the application's users.
//!
//! ```no_run
//! use vox_api::applications::{AddApplication, GetApplications};
//! use vox_api::prelude::*;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let added = AddApplication::builder().application_name("ivr").send(client).await?;
//! println!("added {}", added.application_id);
//!
//! let mut applications = GetApplications::default().items(client);
//! while let Some(application) = applications.next().await {
//!     let application = application?;
//!     println!("{:?}: {:?}", application.application_id, application.application_name);
//! }
//! # Ok(())
//! # }
//! ```

vox_core::methods! {
    add_application { AddApplication, AddApplicationResponse }
    del_application { DelApplication }
    set_application_info { SetApplicationInfo, SetApplicationInfoResponse, ApplicationToChange }
    get_applications { GetApplications, GetApplicationsResponse }
}
