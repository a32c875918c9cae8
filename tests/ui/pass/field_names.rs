//! Fields may have any name.

use vox_core::prelude::*;

/// A method.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Names {
    /// A keyword.
    pub r#type: String,
    /// Names that generated code could use.
    pub self_: Option<String>,
    /// A client.
    pub client: Option<String>,
    /// A form.
    pub form: Option<String>,
    /// New.
    pub new: Option<String>,
    /// Violations.
    pub violations: Option<String>,
    /// A value.
    pub value: u64,
    /// A builder.
    pub required: bool,
    /// Optional.
    pub optional: Option<bool>,
    /// A setter that would hide the builder's method.
    pub send: Option<String>,
    /// Another.
    pub build: Option<String>,
    /// A constructor.
    pub builder: Option<String>,
    /// Names of other generated functions.
    pub check: Option<String>,
    /// Another.
    pub encode: Option<String>,
    /// Another.
    pub reader: Option<String>,
    /// Only in some builds.
    #[cfg(any())]
    pub absent: Missing,
}

/// A response.
#[derive(Debug, VoxRecord)]
pub struct SetThingResponse {
    /// A keyword.
    pub r#type: Option<String>,
    /// Names that generated code could use.
    pub map: Option<u64>,
    /// An index.
    pub index: Option<u64>,
}

fn main() {
    let request = Names::builder().r#type("a").client("b").value(1).required(true).build();
    assert_eq!(request.to_form().as_bytes(), b"type=a&client=b&value=1&required=true");
    let request = Names::builder().field_send("x").field_build("y").builder("z").r#type("a").value(1).required(true);
    assert_eq!(request.build().to_form().as_bytes(), b"type=a&value=1&required=true&send=x&build=y&builder=z");
    let names: Vec<_> = Names::META.flat_params().map(|param| param.meta.name).collect();
    assert_eq!(names[..3], ["type", "self_", "client"]);
    let response = Names::from_http(http::Response::new(r#"{"type": "x", "map": 1, "index": "2"}"#)).unwrap();
    assert_eq!((response.r#type.as_deref(), response.map, response.index), (Some("x"), Some(1), Some(2)));
}
