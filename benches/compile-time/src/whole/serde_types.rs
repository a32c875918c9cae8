//! The declared types with serde's derives in place of vox's.

use quote::ToTokens;
use syn::{
    Attribute, Field, Fields, FieldsNamed, GenericArgument, Ident, Item, ItemEnum, ItemStruct, PathArguments,
    Type, Variant, parse_quote,
};

use super::attributes::{Keys, is_documentation};
use super::declarations::{Declared, Kind, Section};
use crate::Result;

/// The source of a section: all its types, in one file.
pub(crate) fn module(section: &Section, imports: &str) -> Result<String> {
    let items: Vec<_> = section.types.iter().map(declare).collect::<Result<_>>()?;
    let file: syn::File = parse_quote!(#(#items)*);
    Ok(format!("//! Generated.\n\n{imports}\n{}", prettyplease::unparse(&file)))
}

/// The type with both traits of serde.
fn declare(declared: &Declared) -> Result<Item> {
    let side = match declared.kind {
        Kind::Method | Kind::Choice => Side::Request,
        Kind::Record | Kind::Text | Kind::Json => Side::Response,
    };
    match &declared.item {
        Item::Struct(item) => record(item, side).map(Item::Struct),
        Item::Enum(item) if declared.kind == Kind::Text => texts(item).map(Item::Enum),
        Item::Enum(item) if declared.kind == Kind::Json => json(item).map(Item::Enum),
        Item::Enum(item) => choice(item).map(Item::Enum),
        other => Err(format!("neither a struct nor an enum: {}", other.to_token_stream())),
    }
}

/// Whether a type is a part of a request or of a response.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Request,
    Response,
}

/// A struct.
fn record(item: &ItemStruct, side: Side) -> Result<ItemStruct> {
    let mut item = item.clone();
    item.attrs = type_attributes(&item.attrs);
    for field in &mut item.fields {
        replace(field, side)?;
    }
    Ok(item)
}

/// An enum of texts. Its last variant keeps all other texts.
fn texts(item: &ItemEnum) -> Result<ItemEnum> {
    let mut item = item.clone();
    let case = Keys::read(&item.attrs, "vox_enum")?.text("case");
    let case = case.unwrap_or_else(|| "SCREAMING_SNAKE_CASE".to_owned());
    item.attrs = type_attributes(&item.attrs);
    item.attrs.push(parse_quote!(#[serde(rename_all = #case)]));
    for variant in &mut item.variants {
        let name = Keys::read(&variant.attrs, "value")?.text("name");
        variant.attrs = kept(&variant.attrs);
        if !variant.fields.is_empty() {
            variant.attrs.push(parse_quote!(#[serde(untagged)]));
        } else if let Some(name) = name {
            variant.attrs.push(parse_quote!(#[serde(rename = #name)]));
        }
    }
    Ok(item)
}

/// An enum that has serde's derives already.
fn json(item: &ItemEnum) -> Result<ItemEnum> {
    let mut item = item.clone();
    item.attrs = type_attributes(&item.attrs);
    for variant in &mut item.variants {
        variant.attrs = kept(&variant.attrs);
        for field in &mut variant.fields {
            replace(field, Side::Response)?;
        }
    }
    Ok(item)
}

/// Mutually exclusive parameters: the tag of a variant is the parameter's name. If a variant has several parameters,
/// the variants are untagged structs of their parameters.
fn choice(item: &ItemEnum) -> Result<ItemEnum> {
    let mut item = item.clone();
    let keys = Keys::read(&item.attrs, "vox_choice")?;
    let prefix = keys.text("prefix").or_else(|| keys.text("name"));
    let prefix = prefix.unwrap_or_else(|| snake_case(&item.ident.to_string()));
    let untagged = item.variants.iter().any(|variant| matches!(variant.fields, Fields::Named(_)));
    item.attrs = type_attributes(&item.attrs);
    if untagged {
        item.attrs.push(parse_quote!(#[serde(untagged)]));
    }
    for variant in &mut item.variants {
        alternative(variant, &prefix, untagged)?;
    }
    Ok(item)
}

/// A variant of a choice.
fn alternative(variant: &mut Variant, prefix: &str, untagged: bool) -> Result<()> {
    let name = Keys::read(&variant.attrs, "param")?.text("name");
    let name = name.unwrap_or_else(|| format!("{prefix}_{}", snake_case(&variant.ident.to_string())));
    variant.attrs = kept(&variant.attrs);
    for field in &mut variant.fields {
        replace(field, Side::Request)?;
    }
    if !untagged {
        variant.attrs.push(parse_quote!(#[serde(rename = #name)]));
    } else if let Fields::Unnamed(fields) = &variant.fields {
        let ty = &fields.unnamed.first().ok_or("a variant of a choice has no field")?.ty;
        let field = Ident::new(&name, variant.ident.span());
        let fields: FieldsNamed = parse_quote!({ #field: #ty });
        variant.fields = Fields::Named(fields);
    }
    Ok(())
}

/// Replaces the attributes and the type of a field.
fn replace(field: &mut Field, side: Side) -> Result<()> {
    let keys = Keys::read(&field.attrs, if side == Side::Request { "param" } else { "field" })?;
    field.attrs = kept(&field.attrs);
    if let Some(name) = keys.text("name") {
        field.attrs.push(parse_quote!(#[serde(rename = #name)]));
    }
    for alias in keys.texts("alias") {
        field.attrs.push(parse_quote!(#[serde(alias = #alias)]));
    }
    if keys.has("one_of") {
        field.attrs.push(parse_quote!(#[serde(flatten)]));
    }
    if side == Side::Response && may_be_missing(&field.ty) {
        field.attrs.push(parse_quote!(#[serde(default)]));
    }
    field.ty = value(&field.ty, side);
    Ok(())
}

/// Whether serde needs to be told that a response may lack the field. `Option` may be missing anyway.
fn may_be_missing(ty: &Type) -> bool {
    ["Vec", "BTreeMap", "HashMap"].iter().any(|name| last_segment(ty).is_some_and(|ident| ident == name))
}

fn last_segment(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|last| &last.ident),
        _ => None,
    }
}

/// The type of a response's body; `None` for a file.
pub(crate) fn response(ty: &Type) -> Option<Type> {
    match ty {
        Type::Tuple(_) => Some(parse_quote!(Acknowledgment)),
        _ if last_segment(ty).is_some_and(|name| name == "Download") => None,
        // A file is read without serde.
        _ if last_segment(ty).is_some_and(|name| name == "JsonOrFile") => argument(ty).and_then(response),
        _ => Some(value(ty, Side::Response)),
    }
}

/// The first parameter of a generic type.
fn argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The type without its path: names are unique. A list in a request is one text, except inside JSON.
fn value(ty: &Type, side: Side) -> Type {
    let Type::Path(path) = ty else { return ty.clone() };
    let Some(last) = path.path.segments.last() else { return ty.clone() };
    let mut last = last.clone();
    let inner = if last.ident == "Json" { Side::Response } else { side };
    if last.ident == "Vec" && side == Side::Request {
        last.ident = Ident::new("List", last.ident.span());
    }
    if let PathArguments::AngleBracketed(arguments) = &mut last.arguments {
        for argument in &mut arguments.args {
            if let GenericArgument::Type(ty) = argument {
                *ty = value(ty, inner);
            }
        }
    }
    parse_quote!(#last)
}

/// The attributes of a type: its documentation, and the derives that all types have.
fn type_attributes(attributes: &[Attribute]) -> Vec<Attribute> {
    let mut all = kept(attributes);
    all.push(parse_quote!(#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]));
    all
}

/// The attributes that are kept: documentation, and those of serde that need no function.
fn kept(attributes: &[Attribute]) -> Vec<Attribute> {
    let is_kept = |attribute: &&Attribute| {
        is_documentation(attribute)
            || attribute.path().is_ident("serde")
                && !attribute.to_token_stream().to_string().contains("_with")
    };
    attributes.iter().filter(is_kept).cloned().collect()
}

/// `ApiKey` to `api_key`.
pub(crate) fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(character.to_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::whole::declarations::Declarations;

    const DERIVES: &str = "#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]\n";

    fn generated(source: &str) -> String {
        let mut declarations = Declarations::default();
        declarations.add("x", source).unwrap();
        let text = module(&declarations.sections["x"], "").unwrap();
        text.replace(DERIVES, "")
    }

    #[test]
    fn every_declared_type_has_both_traits() {
        let repository = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
        let declarations = Declarations::read(repository.as_ref()).unwrap();
        for (name, section) in &declarations.sections {
            let text = module(section, "").unwrap();
            assert_eq!(text.matches(DERIVES).count(), section.types.len(), "{name}");
            let of_vox: Vec<_> =
                text.lines().filter(|line| !is_comment(line) && line.contains("vox_")).collect();
            assert_eq!(of_vox, [""; 0], "{name}");
        }
    }

    fn is_comment(line: &str) -> bool {
        line.trim_start().starts_with("//")
    }

    #[test]
    fn a_request_keeps_its_names() {
        let text = generated(
            "/// Sets.
            #[derive(Debug, VoxMethod)]
            #[vox_method(name = \"Set\", response = (), kind = write)]
            pub struct Set {
                /// The user.
                #[param(one_of)]
                pub user: Option<super::User>,
                #[param(name = \"ids\", max_items = 5)]
                pub id: Vec<u64>,
                pub tags: Option<vox_core::Json<Vec<String>>>,
            }",
        );
        let expected = "/// Sets.\npub struct Set {\n    /// The user.\n    #[serde(flatten)]\n    pub user: Option<User>,\n    \
            #[serde(rename = \"ids\")]\n    pub id: List<u64>,\n    pub tags: Option<Json<Vec<String>>>,\n}\n";
        assert!(text.ends_with(expected), "{text}");
    }

    #[test]
    fn a_response_may_lack_its_lists() {
        let text = generated(
            "#[derive(VoxRecord)]
            pub struct Got {
                #[field(name = \"SA\", alias = \"Speed\", alias = \"Pace\")]
                pub speed: Option<u64>,
                pub items: Vec<Item>,
            }",
        );
        let expected = "    #[serde(rename = \"SA\")]\n    #[serde(alias = \"Speed\")]\n    #[serde(alias = \"Pace\")]\n    \
            pub speed: Option<u64>,\n    #[serde(default)]\n    pub items: Vec<Item>,\n}\n";
        assert!(text.ends_with(expected), "{text}");
    }

    #[test]
    fn an_enum_of_texts_has_the_names_of_the_wire() {
        let text = generated(
            "#[derive(VoxEnum)]
            #[vox_enum(case = \"snake_case\")]
            pub enum State { InUse, #[value(name = \"gone\")] Deleted, Other(String) }",
        );
        let expected = "#[serde(rename_all = \"snake_case\")]\npub enum State {\n    InUse,\n    \
            #[serde(rename = \"gone\")]\n    Deleted,\n    #[serde(untagged)]\n    Other(String),\n}\n";
        assert!(text.ends_with(expected), "{text}");
        let screaming = generated("#[derive(VoxEnum)] pub enum State { InUse, Other(String) }");
        assert!(screaming.contains("#[serde(rename_all = \"SCREAMING_SNAKE_CASE\")]"));
    }

    #[test]
    fn the_variants_of_a_choice_have_the_names_of_their_parameters() {
        let text = generated(
            "#[derive(VoxChoice)]
            pub enum ParentAuth { ApiKey(Secret), #[param(name = \"password\")] Password(Secret) }",
        );
        let expected = "pub enum ParentAuth {\n    #[serde(rename = \"parent_auth_api_key\")]\n    ApiKey(Secret),\n    \
            #[serde(rename = \"password\")]\n    Password(Secret),\n}\n";
        assert!(text.ends_with(expected), "{text}");
        let prefixed = generated(
            "#[derive(VoxChoice)] #[vox_choice(name = \"n\", prefix = \"p\")] pub enum A { Id(u64), B(u64) }",
        );
        assert!(prefixed.contains("\"p_id\""), "{prefixed}");
    }

    #[test]
    fn a_choice_with_several_parameters_is_untagged() {
        let text = generated(
            "#[derive(VoxChoice)]
            #[vox_choice(name = \"user\")]
            pub enum Users { Id(Vec<u64>), Name { user_name: String, #[param(one_of)] application: Application } }",
        );
        let expected = "#[serde(untagged)]\npub enum Users {\n    Id { user_id: List<u64> },\n    \
            Name { user_name: String, #[serde(flatten)] application: Application },\n}\n";
        assert!(text.ends_with(expected), "{text}");
    }

    #[test]
    fn the_body_of_a_response_is_its_json() {
        let body = |ty: Type| response(&ty).map(|ty| ty.to_token_stream().to_string());
        assert_eq!(body(parse_quote!(())).as_deref(), Some("Acknowledgment"));
        assert_eq!(body(parse_quote!(Download)), None);
        assert_eq!(body(parse_quote!(JsonOrFile<Either<A, B>>)).as_deref(), Some("Either < A , B >"));
        assert_eq!(body(parse_quote!(vox_core::Value)).as_deref(), Some("Value"));
    }
}
