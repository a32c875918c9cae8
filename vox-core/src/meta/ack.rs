//! Acknowledgments of requests.

/// The member of a response that acknowledges the request: `{"result": 1}`.
///
/// A response that has the member with another value is not a success.
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
    /// Any value except `false`, 0 and empty values, for methods whose acknowledgment is not documented.
    Truthy,
}

impl Ack {
    /// `ack = one`: `result` is `1`, `"1"` or `true`.
    pub const ONE: Self = Self { name: "result", value: AckValue::One };
    /// `ack = truthy`: `result` is any value except `false`, 0 and empty values.
    pub const TRUTHY: Self = Self { name: "result", value: AckValue::Truthy };
}
