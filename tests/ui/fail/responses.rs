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

/// The request itself.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = Self, kind = read)]
pub struct Itself {}

/// A trait.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = dyn Send, kind = read)]
pub struct Dynamic {}

/// Any type with a trait.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = impl Send, kind = read)]
pub struct Hidden {}

/// A sum.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = Thing + Send, kind = read)]
pub struct Sum {}

/// Never.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = !, kind = read)]
pub struct Never {}

/// To be inferred.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = _, kind = read)]
pub struct Inferred {}

/// Records.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = [Thing], kind = read)]
pub struct Slice {}

/// JSON.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = Json<Thing>, kind = read)]
pub struct JsonThing {}

/// Another request.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = Slice, kind = read)]
pub struct Request {}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// An id.
    pub thing_id: u64,
}

fn main() {}
