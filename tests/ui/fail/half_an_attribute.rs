//! Attributes that are still being typed.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = , kind = )]
pub struct HalfAValue {
    /// A name.
    #[param(max_len = )]
    pub name: String,
    /// Another.
    #[param(max_len 5)]
    pub other: Option<String>,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing" response = Thing, kind = write)]
pub struct NoComma {
    /// A name.
    pub name: String,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name: "SetThing", response = Thing, kind write)]
pub struct OtherSigns {
    /// A name.
    #[param(min_len = 3 max_len = 5)]
    pub name: String,
    /// Another.
    #[param(max_len = 5; min_len = 3)]
    pub other: Option<String>,
    /// Another.
    #[param(min-len = 3)]
    pub hyphen: Option<String>,
    /// Another.
    #[param(max_len: 5, min_len = "3")]
    pub colon: Option<String>,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", roles = [Owner Admin], response = Thing, kind = write)]
pub struct NoCommaInList {
    /// A name.
    pub name: String,
}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// The id of the thing.
    pub thing_id: u64,
}

// The type of the response is known all the same.
async fn used(client: &Client) -> Result<u64, Error> {
    let _ = HalfAValue::builder().name("a").send(client);
    let _ = NoComma::builder().name("a").build();
    let _ = NoComma { name: String::new() }.send(client).await?.thing_id;
    Ok(NoCommaInList { name: String::new() }.send(client).await?.thing_id)
}

fn main() {}
