//! Attributes of other crates, without their derives. Those of clap, schemars or strum could belong to a derive next to that of vox,
//! so that only the compiler knows that they are wrong.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub struct SetThing {
    /// A name on the wire.
    #[serde(rename = "thing_id")]
    pub id: u64,
    /// A default.
    #[serde(default = "one")]
    pub count: u64,
    /// A group.
    #[serde(flatten)]
    pub user: Option<u64>,
    /// A rule of garde.
    #[garde(length(min = 1))]
    pub name: String,
    /// A rule of validator.
    #[validate(email)]
    pub email: String,
}

/// A choice.
#[derive(VoxChoice)]
#[serde(rename_all = "snake_case")]
pub enum User {
    /// By id.
    #[serde(rename = "user")]
    Id(u64),
    /// By name.
    Name {
        /// The name.
        #[garde(length(min = 1))]
        user_name: String,
        /// The application.
        #[serde(rename = "application")]
        application_id: u64,
        /// A queue.
        #[validate(range(min = 1))]
        queue_id: u64,
    },
}

/// A color.
#[derive(VoxEnum)]
#[serde(rename_all = "lowercase")]
pub enum Color {
    /// Red.
    #[serde(rename = "red")]
    Red,
    /// Another.
    Other(String),
}

/// A record.
#[derive(VoxRecord)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Thing {
    /// A name on the wire.
    #[serde(rename = "thingId")]
    pub id: u64,
    /// A default.
    #[serde(default)]
    pub count: u64,
    /// A function.
    #[serde(deserialize_with = "read")]
    pub size: u64,
    /// A rule.
    #[validate(range(min = 1))]
    pub number: u64,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
#[command(version)]
pub struct Arguments {
    /// A name.
    #[arg(long)]
    pub name: String,
}

fn main() {}
