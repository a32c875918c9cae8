//! Every way to declare an acknowledgment.

use vox_core::prelude::*;
use vox_core::meta::{Ack, ResponseMeta};

/// By default.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Default {}

/// One.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write, ack = one)]
pub struct One {}

/// Any truthy value.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write, ack = truthy)]
pub struct Truthy {}

/// None: `result` is data.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "SetThing", response = Count, kind = write, ack = none)]
pub struct None {}

/// A read.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "GetThing", response = Count, kind = read)]
pub struct Read {}

/// A read that states that it has no acknowledgment.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "GetThing", response = Count, kind = read, ack = none)]
pub struct ReadWithNone {}

/// A read with an acknowledgment.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "PingThing", response = (), kind = read, ack = one)]
pub struct Ping {}

/// Nothing but the acknowledgment.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "DelThing", response = (), kind = write)]
pub struct Nothing {}

/// A response that no struct describes.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "SetThing", response = serde_json::Value, kind = write)]
pub struct Json {}

/// The response and the acknowledgment from a macro.
macro_rules! declare {
    ($name:ident, $response:ty, $ack:ident) => {
        /// Made by a macro.
        #[derive(Debug, VoxMethod)]
        #[vox_method(name = "SetThing", response = $response, kind = write, ack = $ack)]
        pub struct $name {}
    };
}

declare!(MadeWithNothing, (), truthy);
declare!(MadeWithData, Count, none);

/// A response.
#[derive(Debug, VoxRecord)]
pub struct Thing {
    /// The id of the thing.
    pub thing_id: u64,
    /// A name with the prefix of the acknowledgment's.
    pub results: Option<u64>,
    /// A name of the same length.
    pub resume: Option<u64>,
}

/// A response.
#[derive(Debug, VoxRecord)]
pub struct Count {
    /// How many things there are.
    pub result: u64,
}

fn main() {
    for (meta, ack) in [
        (Default::META, Some(Ack::ONE)),
        (One::META, Some(Ack::ONE)),
        (Truthy::META, Some(Ack::TRUTHY)),
        (None::META, Option::None),
        (Read::META, Option::None),
        (ReadWithNone::META, Option::None),
        (Ping::META, Some(Ack::ONE)),
        (Nothing::META, Some(Ack::ONE)),
        (Json::META, Some(Ack::ONE)),
        (MadeWithNothing::META, Some(Ack::TRUTHY)),
        (MadeWithData::META, Option::None),
    ] {
        assert_eq!(meta.ack, ack, "{}", meta.doc);
    }
    assert!(matches!(Default::META.response, ResponseMeta::Record(record) if record.name == "Thing"));
    assert!(matches!(Json::META.response, ResponseMeta::Json));
    for meta in [Ping::META, Nothing::META, MadeWithNothing::META] {
        assert!(matches!(meta.response, ResponseMeta::Nothing), "{}", meta.doc);
    }
}
