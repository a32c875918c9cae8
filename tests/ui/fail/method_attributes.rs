//! Mistakes in `#[vox_method(..)]`.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(response = GetThingResponse, kind = read)]
pub struct NameIsMissing {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing")]
pub struct ResponseAndKindAreMissing {}

/// A method.
#[derive(VoxMethod)]
#[vox_method()]
pub struct AllIsMissing {}

/// A method.
#[derive(VoxMethod)]
#[vox_method]
pub struct NoParentheses {}

/// A method.
#[derive(VoxMethod)]
#[vox_method = "GetThing"]
pub struct NoList {}

/// A method.
#[derive(VoxMethod)]
#[vox_method["GetThing"]]
pub struct Brackets {}

/// A method.
#[derive(VoxMethod)]
#[vox_method("GetThing", response = GetThingResponse, kind = read)]
pub struct NameWithoutKey {}

/// A method.
#[derive(VoxMethod)]
pub struct NoAttribute {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(nmae = "GetThing", response = GetThingResponse, kind = read)]
pub struct Misspelled {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = GetThingResponse, kind = read, timeout = 5)]
pub struct UnknownKey {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(method = "GET", path = "/thing", name = "GetThing", response = GetThingResponse, read)]
pub struct KeysOfOtherCrates {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = GetThing, response = GetThingResponse, kind = read)]
pub struct NameWithoutQuotes {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = 5, response = GetThingResponse, kind = raed)]
pub struct TwoWrongValues {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name("GetThing"), response = "GetThingResponse", kind = "read", credentials = request)]
pub struct WrongShapes {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "", response = 5, kind, credentials = true)]
pub struct EmptyAndWrongTypes {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", name = "GetOther", response = GetThingResponse, kind = read)]
pub struct NameTwice {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = GetThingResponse, kind = read)]
#[vox_method(kind = write)]
pub struct KindTwiceInTwoAttributes {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "get_thing", response = GetThingResponse, kind = read)]
pub struct NameInSnakeCase {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "/platform_api/GetThing", response = GetThingResponse, kind = read)]
pub struct NameIsAPath {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = GetThingResponse, kind = read, crate = vox_core)]
pub struct RelativeCrate {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = GetThingResponse, kind = read, crate = "::vox_core")]
pub struct QuotedCrate {}

/// A method.
#[derive(VoxMethod)]
#[param(name = "x")]
#[vox_method(name = "GetThing", response = GetThingResponse, kind = read)]
pub struct MisplacedAttributes {
    /// A parameter.
    #[vox_method(kind = read)]
    pub thing: u64,
}

/// A response.
#[derive(VoxRecord)]
#[vox_record(name = "GetThingResponse")]
pub struct GetThingResponse {
    /// 1.
    pub result: u64,
}

// One mistake, one error: using a request whose derive failed adds none.
async fn used(client: &Client) -> Result<(), Error> {
    let response = NameIsMissing {}.send(client).await?;
    let _ = response.result;
    let _ = AllIsMissing {}.to_form();
    let _ = MisplacedAttributes::builder().thing(5).send(client);
    let _ = UnknownKey::default();
    let _ = NoAttribute::META.name;
    Ok(())
}

fn main() {}
