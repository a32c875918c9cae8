//! Acknowledgments: unknown keywords, responses without any proof of success, and fields that are also the acknowledgment.

use vox_core::prelude::*;

/// A number.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write, ack = 1)]
pub struct Number {}

/// Booleans.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write, ack = true)]
pub struct True {}

/// The other boolean.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write, ack = false)]
pub struct False {}

/// A keyword in quotes.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write, ack = "one")]
pub struct Quoted {}

/// The member's name.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write, ack = result)]
pub struct NameOfMember {}

/// A misspelled keyword.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write, ack = truthly)]
pub struct Misspelled {}

/// A path.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write, ack = AckValue::One)]
pub struct Path {}

/// Nothing.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write, ack)]
pub struct Alone {}

/// The full word as the key.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write, acknowledgment = one)]
pub struct FullWord {}

/// A misspelled key on a read that returns nothing: one error, for the key.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = (), kind = read, akc = one)]
pub struct MisspelledKey {}

/// A read that returns nothing.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = (), kind = read)]
pub struct ReadOfNothing {}

/// A read that returns nothing, with the acknowledgment left out explicitly.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = (), kind = read, ack = none)]
pub struct ReadOfNothingUnproven {}

/// A write that returns nothing.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write, ack = none)]
pub struct WriteOfNothingUnproven {}

/// A response that is a boolean.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = bool, kind = write)]
pub struct Bool {}

/// A boolean response of a read, which has no acknowledgment.
#[derive(VoxMethod)]
#[vox_method(name = "IsThing", response = bool, kind = read)]
pub struct BoolOfRead {}

/// The acknowledgment as a field.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Acknowledged, kind = write)]
pub struct AcknowledgmentAsField {}

/// The acknowledgment as the only field, under another name.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = responses::Done, kind = write, ack = truthy)]
pub struct AcknowledgmentAsOnlyField {}

/// A read with an acknowledgment that is data too.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = Acknowledged, kind = read, ack = one)]
pub struct ReadWithAcknowledgment {}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// The id of the thing.
    pub thing_id: u64,
}

/// A response.
#[derive(VoxRecord)]
pub struct Acknowledged {
    /// The id of the thing.
    pub thing_id: u64,
    /// 1.
    pub result: Option<u64>,
}

/// A module.
pub mod responses {
    /// A response.
    #[derive(vox_core::VoxRecord)]
    pub struct Done {
        /// 1.
        #[field(name = "result")]
        pub done: Option<u64>,
    }
}

// One mistake, one error: using a request whose derive failed adds none.
async fn used(client: &Client) -> Result<(), Error> {
    let _ = Number {}.send(client).await?.thing_id;
    ReadOfNothing {}.send(client).await?;
    Ok(WriteOfNothingUnproven {}.send(client).await?)
}

fn main() {}
