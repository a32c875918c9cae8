//! Work that users do, as programs to copy from. Each runs against the sandbox, without configuration:
//! `cargo run --example report`.
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
    /// Rent a phone number and bind it to an application.
    phone_number
    /// Order, await and download a report.
    report
}
