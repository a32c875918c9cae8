//! Acknowledgments: how a response says that the request was accepted.

use super::{MethodMeta, ResponseMeta};

/// The member of a response that acknowledges the request: `{"result": 1}`.
///
/// A response in which the member is present with another value is not a success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ack {
    /// The member's name on the wire.
    pub name: &'static str,
    /// The values that acknowledge.
    pub value: AckValue,
}

/// The values of an acknowledgment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AckValue {
    /// `1`, `"1"` or `true`.
    One,
    /// Any value except `false`, 0 and empty values, for methods whose value no source states.
    Truthy,
}

impl Ack {
    /// `ack = one`: `result` is `1`, `"1"` or `true`.
    pub const ONE: Self = Self { name: "result", value: AckValue::One };
    /// `ack = truthy`: `result` is any value except `false`, 0 and empty values.
    pub const TRUTHY: Self = Self { name: "result", value: AckValue::Truthy };
}

/// Stops the compilation if the response has a field with the acknowledgment's name: it would be unclear whether the
/// value is data.
#[track_caller]
pub const fn check_ack(method: &MethodMeta) {
    let (Some(ack), ResponseMeta::Record(record)) = (method.ack, method.response) else { return };
    let mut index = 0;
    while index < record.fields.len() {
        if super::clash::same_name(record.fields[index].name, ack.name) {
            let fix = match record.fields.len() {
                1 => "write `response = ()`",
                _ => "remove the field",
            };
            super::clash::stop(&[
                "`",
                ack.name,
                "` of `",
                record.name,
                "` is the acknowledgment, which the library checks itself: ",
                fix,
                ", or add `ack = none` if its value is data",
            ]);
        }
        index += 1;
    }
}
