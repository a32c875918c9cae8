//! Code that uses each method: without it no generic code is compiled.
//!
//! For each method, there is a function that encodes a request and one that decodes a response.

use std::fmt::Write as _;

use quote::ToTokens;

use super::declarations::{Declarations, Method, SHARED};
use super::serde_types;

/// The user of vox: it also validates each request.
pub(crate) fn of_vox(declarations: &Declarations) -> String {
    let imports = "use vox_api::prelude::*;\n    use vox_api::vox_core::FormBody;\n    use vox_api::vox_core::error::Violations;";
    users(declarations, "vox_api", imports, |Method { ident, .. }, function| {
        format!(
            "
    pub fn encode_{function}(request: &{ident}) -> Result<FormBody, Violations> {{
        request.validate()?;
        Ok(request.to_form())
    }}

    pub fn decode_{function}(response: http::Response<&[u8]>) -> Result<<{ident} as Method>::Response, Error> {{
        {ident}::from_http(response)
    }}
"
        )
    })
}

/// Decodes account callbacks. For vox, a function of vox-accounts does it, which is compiled there.
const CALLBACKS: &str = "
pub fn decode_callbacks(body: &[u8]) -> Result<Vec<serde_api::accounts::AccountCallback>, serde_json::Error> {
    serde_json::from_slice(body)
}
";

/// The user of the types with serde's derives.
pub(crate) fn of_serde(declarations: &Declarations) -> String {
    let imports = format!("use serde_common::*;\n    use serde_api::{SHARED}::*;");
    let methods = users(declarations, "serde_api", &imports, |Method { ident, response, .. }, function| {
        let mut text = format!(
            "
    pub fn encode_{function}(request: &{ident}) -> Result<String, serde_urlencoded::ser::Error> {{
        serde_urlencoded::to_string(request)
    }}
"
        );
        // A file is not decoded.
        if let Some(body) = serde_types::response(response) {
            let _ = write!(
                text,
                "
    pub fn decode_{function}(response: &[u8]) -> Result<{}, serde_json::Error> {{
        serde_json::from_slice(response)
    }}
",
                body.to_token_stream()
            );
        }
        text
    });
    methods + CALLBACKS
}

/// A crate with one module per section, with the functions of each method.
fn users(
    declarations: &Declarations,
    library: &str,
    imports: &str,
    functions: impl Fn(&Method<'_>, &str) -> String,
) -> String {
    let mut text = String::from("//! Generated.\n#![allow(unused_imports)]\n");
    for (name, section) in declarations.with_methods() {
        let _ = write!(text, "\npub mod {name} {{\n    {imports}\n    use {library}::{name}::*;\n");
        for method in section.methods() {
            text += &functions(&method, &serde_types::snake_case(&method.ident.to_string()));
        }
        text += "}\n";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared() -> Declarations {
        let mut declarations = Declarations::default();
        let source = "
            #[derive(VoxMethod)] #[vox_method(name = \"GetA\", response = GetAResponse, kind = read)] pub struct GetA {}
            #[derive(VoxMethod)] #[vox_method(name = \"LoadA\", response = Download, kind = read)] pub struct LoadA {}";
        declarations.add("a", source).unwrap();
        declarations
    }

    #[test]
    fn each_method_is_encoded_and_decoded() {
        let vox = of_vox(&declared());
        assert!(vox.contains("use vox_api::a::*;"));
        assert_eq!(vox.matches("request.to_form()").count(), 2);
        assert_eq!(vox.matches("::from_http(response)").count(), 2);
        let serde = of_serde(&declared());
        assert!(serde.contains("Result<Vec<serde_api::accounts::AccountCallback>, serde_json::Error>"));
        assert_eq!(serde.matches("serde_urlencoded::to_string(request)").count(), 2);
        assert!(
            serde.contains("pub fn decode_get_a(response: &[u8]) -> Result<GetAResponse, serde_json::Error>")
        );
    }

    #[test]
    fn serde_decodes_no_file() {
        assert!(!of_serde(&declared()).contains("decode_load_a"));
    }
}
