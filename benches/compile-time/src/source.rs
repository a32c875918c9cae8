//! The source of the measured crates: the same methods for all peers, with the same rules if a peer supports them.

use std::fmt::Write as _;

use crate::peer::{Engine, Peer, Validation};

/// A parameter of each method.
struct Param {
    name: &'static str,
    doc: &'static str,
    ty: &'static str,
    optional: bool,
    /// The value in a struct literal.
    value: &'static str,
    /// The argument of the builder's method; empty if it is not called.
    argument: &'static str,
    vox: &'static str,
    garde: &'static str,
    validator: &'static str,
}

const NO_RULE: Param = Param {
    name: "",
    doc: "",
    ty: "",
    optional: true,
    value: "",
    argument: "",
    vox: "",
    garde: "skip",
    validator: "",
};

const PARAMS: [Param; 12] = [
    Param {
        name: "parent",
        doc: "The account that the item belongs to.",
        ty: "Parent",
        optional: false,
        value: "Parent::Id(1)",
        argument: "Parent::Id(1)",
        vox: "one_of",
        garde: "dive",
        ..NO_RULE
    },
    Param {
        name: "item_name",
        doc: "The new item's name: begins with a lower-case Latin letter.",
        ty: "String",
        optional: false,
        value: "String::from(\"item-one\")",
        argument: "\"item-one\"",
        vox: "min_len = 5, max_len = 20, pattern = \"[a-z][a-z0-9-]*\"",
        garde: "length(chars, min = 5, max = 20), pattern(\"^[a-z][a-z0-9-]*$\")",
        validator: "length(min = 5, max = 20), regex(path = *crate::common::NAME)",
    },
    Param {
        name: "item_password",
        doc: "The new item's password.",
        ty: "Secret",
        optional: false,
        value: "Secret::from(\"Str0ng!pass\")",
        argument: "\"Str0ng!pass\"",
        vox: "min_len = 8",
        garde: "length(chars, min = 8)",
        validator: "length(min = 8)",
    },
    Param {
        name: "application_id",
        doc: "The application's id.",
        ty: "u64",
        optional: false,
        value: "7",
        argument: "7",
        vox: "min = 1",
        garde: "range(min = 1)",
        validator: "range(min = 1)",
    },
    Param {
        name: "active",
        doc: "Whether the new item is active at once.",
        ty: "bool",
        value: "Some(true)",
        argument: "true",
        vox: "default = false",
        ..NO_RULE
    },
    Param {
        name: "language_code",
        doc: "The language of notifications.",
        ty: "Language",
        value: "Some(Language::En)",
        argument: "Language::En",
        vox: "default = \"en\"",
        ..NO_RULE
    },
    Param {
        name: "custom_data",
        doc: "Custom data of the owner.",
        ty: "String",
        value: "Some(String::from(\"some text\"))",
        argument: "\"some text\"",
        vox: "max_len = 8191",
        garde: "length(chars, max = 8191)",
        validator: "length(max = 8191)",
        ..NO_RULE
    },
    Param {
        name: "min_balance",
        doc: "The balance below which the owner is notified, in the account's currency.",
        ty: "Decimal",
        value: "Some(Decimal::ONE)",
        argument: "Decimal::ONE",
        vox: "min = 0",
        garde: "range(min = Decimal::ZERO)",
        ..NO_RULE
    },
    Param {
        name: "from_date",
        doc: "The first day.",
        ty: "Date",
        value: "Some(Date::constant(2026, 1, 31))",
        argument: "Date::constant(2026, 1, 31)",
        ..NO_RULE
    },
    Param {
        name: "user_id",
        doc: "The users to notify.",
        ty: "IdList",
        value: "Some(IdList::from(vec![1, 2]))",
        argument: "vec![1, 2]",
        vox: "max_items = 100",
        garde: "length(max = 100)",
        validator: "length(max = 100)",
        ..NO_RULE
    },
    Param {
        name: "count",
        doc: "How many are made.",
        ty: "u64",
        value: "Some(20)",
        argument: "20",
        vox: "min = 1, max = 1000, default = 1",
        garde: "range(min = 1, max = 1000)",
        validator: "range(min = 1, max = 1000)",
        ..NO_RULE
    },
    Param {
        name: "display_name",
        doc: "The name that users see.",
        ty: "String",
        value: "None",
        vox: "max_len = 49",
        garde: "length(chars, max = 49)",
        validator: "length(max = 49)",
        ..NO_RULE
    },
];

/// The fields of each response: name, type, documentation.
const FIELDS: [(&str, &str, &str); 12] = [
    ("item_id", "u64", "The new item's id."),
    ("account_id", "Option<u64>", "The account that it belongs to."),
    ("item_name", "Option<String>", "Its name."),
    ("display_name", "Option<String>", "The name that users see."),
    ("active", "Option<bool>", "Whether it is active."),
    ("language_code", "Option<Language>", "The language of notifications."),
    ("balance", "Option<Decimal>", "The balance, in the account's currency."),
    ("min_balance", "Option<Decimal>", "The balance below which the owner is notified."),
    ("created", "Option<Timestamp>", "When it was made."),
    ("modified", "Option<Timestamp>", "When it was last changed."),
    ("count", "Option<u64>", "How many were made."),
    ("users", "Vec<User>", "The users to notify."),
];

/// The members of the one-of parameter: name, type, documentation, the rule of vox, the rule of garde. validator has no
/// rules for enums.
const MEMBERS: [(&str, &str, &str, &str, &str); 2] = [
    ("Id", "u64", "By id.", "", "skip"),
    ("Name", "String", "By name.", "max_len = 20", "length(chars, max = 20)"),
];

/// The file of a crate with this many methods.
pub(crate) fn library(peer: Peer, count: usize) -> String {
    let mut text = String::from("//! Generated.\n\npub mod common {\n");
    text += match peer.engine {
        Engine::Plain => include_str!("common/plain.rs"),
        Engine::Serde => include_str!("common/serde.rs"),
        Engine::Vox => include_str!("common/vox.rs"),
    };
    text += match peer.validation {
        Some(Validation::Garde) => include_str!("common/garde.rs"),
        Some(Validation::Validator) => include_str!("common/validator.rs"),
        None => "",
    };
    text += "}\n";
    for index in 0..count {
        text += &method(peer, index);
    }
    text
}

/// The module of one method.
fn method(peer: Peer, index: usize) -> String {
    let mut text = format!(
        "\n/// The method `AddItem{index}`.\npub mod add_item{index} {{\n    use crate::common::*;\n"
    );
    text += &request(peer, index);
    text += &choice(peer);
    text += &response(peer, index);
    text += &call(peer, index);
    text += "}\n";
    text
}

fn request(peer: Peer, index: usize) -> String {
    let mut text = format!("\n    /// Adds an item to the account.\n    {}\n", derive(peer, Role::Request));
    if peer.engine == Engine::Vox {
        let _ = writeln!(
            text,
            "    #[vox_method(name = \"AddItem{index}\", roles = [Owner, Admin], response = AddItem{index}Response, kind = write)]"
        );
    }
    if calls_bon(peer) {
        text += "    #[builder(on(String, into), on(Secret, into), on(IdList, into))]\n";
    }
    let _ = writeln!(text, "    pub struct AddItem{index} {{");
    for param in &PARAMS {
        let Param { name, doc, ty, .. } = param;
        let _ = writeln!(text, "        /// {doc}");
        text += &attributes(peer, param);
        let ty = if param.optional { format!("Option<{ty}>") } else { (*ty).to_owned() };
        let _ = writeln!(text, "        pub {name}: {ty},");
    }
    text += "    }\n";
    text
}

/// The rules of a parameter, as attributes of the peer.
fn attributes(peer: Peer, param: &Param) -> String {
    let (attribute, rules) = match (peer.engine, peer.validation) {
        (Engine::Vox, _) => ("param", param.vox),
        (_, Some(Validation::Garde)) => ("garde", param.garde),
        (_, Some(Validation::Validator)) => ("validate", param.validator),
        _ => ("", ""),
    };
    let mut text = String::new();
    if !rules.is_empty() {
        let _ = writeln!(text, "        #[{attribute}({rules})]");
    }
    if peer.engine == Engine::Serde && param.ty == "Parent" {
        text += "        #[serde(flatten)]\n";
    }
    text
}

fn choice(peer: Peer) -> String {
    let mut text = format!(
        "\n    /// The account that an item belongs to.\n    {}\n    pub enum Parent {{\n",
        derive(peer, Role::Choice)
    );
    for (name, ty, doc, vox, garde) in MEMBERS {
        let _ = writeln!(text, "        /// {doc}");
        if peer.engine == Engine::Serde {
            let _ = writeln!(text, "        #[serde(rename = \"parent_{}\")]", name.to_lowercase());
        }
        if peer.engine == Engine::Vox && !vox.is_empty() {
            let _ = writeln!(text, "        #[param({vox})]");
        }
        let rule = match peer.validation {
            Some(Validation::Garde) => format!("#[garde({garde})] "),
            _ => String::new(),
        };
        let _ = writeln!(text, "        {name}({rule}{ty}),");
    }
    text += "    }\n";
    text
}

fn response(peer: Peer, index: usize) -> String {
    let mut text = format!(
        "\n    /// The new item.\n    {}\n    pub struct AddItem{index}Response {{\n",
        derive(peer, Role::Response)
    );
    for (name, ty, doc) in FIELDS {
        let _ = writeln!(text, "        /// {doc}");
        if peer.engine == Engine::Serde && ty.starts_with("Vec") {
            text += "        #[serde(default)]\n";
        }
        let _ = writeln!(text, "        pub {name}: {ty},");
    }
    text += "    }\n";
    text
}

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Request,
    Choice,
    Response,
}

fn calls_bon(peer: Peer) -> bool {
    peer.builder && peer.engine == Engine::Serde
}

/// The derives of a type.
fn derive(peer: Peer, role: Role) -> String {
    let mut derives = vec!["Debug", "Clone"];
    derives.extend(match (peer.engine, role) {
        (Engine::Serde, _) if peer.both_ways => Some("serde::Serialize, serde::Deserialize"),
        (Engine::Plain, _) => None,
        (Engine::Serde, Role::Request | Role::Choice) => Some("serde::Serialize"),
        (Engine::Serde, Role::Response) => Some("serde::Deserialize"),
        (Engine::Vox, Role::Request) => Some("vox_core::VoxMethod"),
        (Engine::Vox, Role::Choice) => Some("vox_core::VoxChoice"),
        (Engine::Vox, Role::Response) => Some("vox_core::VoxRecord"),
    });
    derives.extend(match (peer.validation, role) {
        (Some(Validation::Garde), Role::Request | Role::Choice) => Some("garde::Validate"),
        (Some(Validation::Validator), Role::Request) => Some("validator::Validate"),
        _ => None,
    });
    if calls_bon(peer) && role == Role::Request {
        derives.push("bon::Builder");
    }
    format!("#[derive({})]", derives.join(", "))
}

/// A function that uses everything that was derived.
fn call(peer: Peer, index: usize) -> String {
    let request = format!("AddItem{index}");
    let mut text = match peer.engine {
        Engine::Plain => format!("\n    pub fn call() -> ({request}, String) {{\n"),
        Engine::Serde => format!(
            "\n    pub fn call(response: &str) -> Result<({request}, AddItem{index}Response, String)> {{\n"
        ),
        Engine::Vox => format!(
            "\n    pub fn call(client: &Client, response: http::Response<&[u8]>, context: &mut Context<'_>) -> Result<(FormBody, Poll<Result<AddItem{index}Response, Error>>)> {{\n"
        ),
    };
    let _ = writeln!(text, "        let request = {request} {{");
    for Param { name, value, .. } in &PARAMS {
        let _ = writeln!(text, "            {name}: {value},");
    }
    text += "        };\n";
    text += match (peer.engine, peer.validation) {
        (Engine::Vox, None) => "        request.validate()?;\n",
        (Engine::Plain | Engine::Serde, None) => "",
        (_, Some(Validation::Garde)) => "        garde::Validate::validate(&request)?;\n",
        (_, Some(Validation::Validator)) => "        validator::Validate::validate(&request)?;\n",
    };
    text += match peer.engine {
        Engine::Plain => "        let text = format!(\"{request:?}\");\n",
        Engine::Serde => {
            "        let form = serde_urlencoded::to_string(&request)?;\n        let response = serde_json::from_str(response)?;\n"
        }
        Engine::Vox => "        let form = request.to_form();\n",
    };
    if peer.engine == Engine::Vox {
        let _ = writeln!(text, "        {request}::from_http(response)?;");
    }
    if peer.builder {
        let _ = write!(text, "        let request = {request}::builder()");
        for Param { name, argument, .. } in PARAMS.iter().filter(|param| !param.argument.is_empty()) {
            let _ = write!(text, "\n            .{name}({argument})");
        }
        text += "\n            .build();\n";
    }
    text += match peer.engine {
        Engine::Plain => "        (request.clone(), text)\n",
        Engine::Serde => "        Ok((request, response, form))\n",
        Engine::Vox => "        Ok((form, pin!(request.send(client)).poll(context)))\n",
    };
    text += "    }\n";
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_has_the_requested_number_of_methods() {
        for peer in Peer::ALL {
            assert_eq!(library(peer, 0).matches("pub mod add_item").count(), 0);
            assert_eq!(library(peer, 3).matches("pub mod add_item").count(), 3);
        }
    }

    #[test]
    fn all_peers_have_the_same_fields() {
        let fields = |peer| method(peer, 0).matches("        pub ").count();
        for peer in Peer::ALL {
            assert_eq!(fields(peer), PARAMS.len() + FIELDS.len(), "{}", peer.name());
        }
    }
}
