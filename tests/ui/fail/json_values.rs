//! Values of `Json` without the traits of serde.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct SetThing {
    /// Neither is derived.
    pub plain: Json<Plain>,
    /// Only one of the two is.
    pub written: Option<Json<Vec<Written>>>,
    /// Right.
    pub value: Json<Value>,
}

/// A record.
#[derive(VoxRecord)]
pub struct Thing {
    /// Neither is derived.
    pub plain: Option<Json<Plain>>,
    /// There is no `Default`.
    pub read: Option<Json<Both>>,
}

/// Nothing is derived.
pub struct Plain;

/// Without `Deserialize`.
#[derive(serde::Serialize)]
pub struct Written;

/// Without `Default`.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Both;

fn main() {}
