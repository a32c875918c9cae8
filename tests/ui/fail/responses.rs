//! Responses that could never be decoded.

use vox_core::prelude::*;

/// A file or a file.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = JsonOrFile<Download>, kind = read)]
pub struct TwoFiles {}

/// A file twice.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = JsonOrFile<JsonOrFile<Thing>>, kind = read)]
pub struct FileTwice {}

/// A file as one of two records.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = Either<Download, Thing>, kind = read)]
pub struct FileAsRecord {}

/// No records.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = Either<Value, ()>, kind = read)]
pub struct NoRecords {}

/// One record twice.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = JsonOrFile<Either<Thing, Thing>>, kind = read)]
pub struct OneRecord {}

/// Nothing shows that the JSON is a success.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = JsonOrFile<()>, kind = read)]
pub struct Unproven {}

/// So it is for this write.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = JsonOrFile<()>, kind = write, ack = none)]
pub struct UnprovenWrite {}

/// Right: a file, or the acknowledgment.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = JsonOrFile<()>, kind = write)]
pub struct FileOrAcknowledgment {}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// An id.
    pub thing_id: u64,
}

fn main() {}
