//! Mistakes in the variants with several fields of one-of groups.

use vox_core::prelude::*;

/// A choice.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Application {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// Several mistakes.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum User {
    /// Fields without names.
    Pair(String, u64),
    /// No fields.
    Nothing {},
    /// The first field is optional.
    Optional {
        /// The name.
        user_name: Option<String>,
        /// The application.
        application: u64,
    },
    /// The attribute on the variant.
    #[param(max_len = 5)]
    OnVariant {
        /// The name.
        display_name: String,
    },
    /// The first field is a choice.
    First {
        /// The application.
        #[param(one_of)]
        first: Application,
    },
    /// A name twice, and that of another member.
    Again {
        /// The name.
        again: String,
        /// The application.
        #[param(name = "again")]
        application: u64,
        /// The user.
        user_name: String,
    },
    /// A rule across parameters.
    Across {
        /// The name.
        across: String,
        /// The application.
        #[param(needs = across)]
        other: Option<u64>,
    },
}

/// Keys that concern other parameters, on each field of a variant.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Keys {
    /// The variant is one field.
    #[param(all_of = "group", at_most = name)]
    Id(u64),
    /// The variant has named fields.
    Named {
        /// The first field.
        #[param(all_of = "group", at_most = other, any_of = "group")]
        key_name: String,
        /// Another field.
        #[param(any_of = "group", at_most = key_name, range(min = 1), group = "group")]
        other: Option<u64>,
    },
}

/// A choice whose names clash with those of its variant.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Agent {
    /// By id.
    Id(u64),
    /// By name.
    Name {
        /// The name.
        agent_name: String,
        /// The application.
        #[param(one_of)]
        application: Application,
        /// Its id.
        application_id: Option<u64>,
    },
}

/// A queue.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Queue {
    /// By id.
    Id(u64),
    /// By name.
    Name {
        /// The name.
        queue_name: String,
        /// The application.
        #[param(one_of)]
        application: Application,
    },
}

/// The response.
#[derive(Debug, VoxRecord)]
pub struct Answer {
    /// The number.
    pub count: Option<u64>,
}

/// A method whose parameter clashes with a companion.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetQueue", response = Answer, kind = read)]
pub struct GetQueue {
    /// The queue.
    #[param(one_of)]
    pub queue: Queue,
    /// The application.
    pub application_name: Option<String>,
}

fn main() {}
