//! Users of applications.

use vox_core::prelude::*;

use super::Application;

/// A user of an application.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum User {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// Users.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "user")]
pub enum Users {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// Users, or all.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "user")]
pub enum UsersOrAll {
    /// By ids, or all.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}

/// Users of an application.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "user")]
pub enum UsersInApplication {
    /// By ids, or all.
    Id(IdList),
    /// By names, which are unique in an application.
    Name {
        /// The names.
        user_name: Vec<String>,
        /// The application.
        #[param(one_of)]
        application: Application,
    },
}
