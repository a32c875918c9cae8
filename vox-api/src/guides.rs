//! Programs for common tasks, to copy from. Each runs against the sandbox, without configuration: `cargo run --example report`.
//!
//! The programs are in the folder `examples` of the repository.

/// Declares a page for each program.
macro_rules! guides {
    ($($(#[doc = $title:literal])* $program:ident)*) => {
        $(
            $(#[doc = $title])*
            ///
            #[doc = concat!("```no_run\n", include_str!(concat!("../../examples/", stringify!($program), ".rs")), "```")]
            pub mod $program {}
        )*
    };
}

guides! {
    /// Call the people in a CSV file.
    call_list
    /// Create a key with few roles, change its roles and delete it.
    keys
    /// Rent a phone number and bind it to an application.
    phone_number
    /// Order, await and download a report.
    report
    /// Start a scenario and follow its session in the history.
    scenario
    /// Set up a queue with agents, who have skills of different levels.
    smart_queue
    /// Send text messages and follow their delivery.
    sms
    /// Store items that expire, and secrets, for the scenarios of an application.
    storage
    /// Manage applications and their users.
    users
}
