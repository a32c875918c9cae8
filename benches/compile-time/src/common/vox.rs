    pub use std::future::Future;
    pub use std::pin::pin;
    pub use std::task::{Context, Poll};

    pub use vox_core::{Client, Date, Decimal, Error, FormBody, IdList, MethodExt, Secret, Timestamp};

    pub type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

    #[derive(vox_core::VoxEnum)]
    #[vox_enum(case = "lowercase")]
    pub enum Language {
        /// English.
        En,
        /// Russian.
        Ru,
        /// Another.
        Other(String),
    }

    /// A user.
    #[derive(Debug, Clone, vox_core::VoxRecord)]
    pub struct User {
        /// Its id.
        pub user_id: u64,
        /// Its name.
        pub user_name: Option<String>,
    }
