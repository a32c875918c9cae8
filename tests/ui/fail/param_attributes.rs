//! Mistakes in `#[param(..)]`.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Keys {
    /// Misspelled.
    #[param(min_length = 5)]
    pub misspelled: String,
    /// Unknown.
    #[param(color = "red")]
    pub unknown: String,
    /// Twice.
    #[param(max_len = 5, max_len = 6)]
    pub twice: String,
    /// In two attributes.
    #[param(max_len = 5)]
    #[param(max_len = 5)]
    pub repeated: String,
    /// Empty.
    #[param()]
    pub empty: String,
    /// Bare.
    #[param]
    pub bare: String,
    /// A value instead of keys.
    #[param = 5]
    pub value: String,
    /// A string instead of a key.
    #[param("wire_name")]
    pub text: String,
    /// Braces.
    #[param{max_len = 5}]
    pub braces: String,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Values {
    /// A string for a number.
    #[param(min_len = "five")]
    pub quoted: String,
    /// A negative length.
    #[param(min_len = -1)]
    pub negative: String,
    /// A fraction of a character.
    #[param(max_len = 2.5)]
    pub fraction: String,
    /// A suffix.
    #[param(max_len = 5u8)]
    pub suffix: String,
    /// No value.
    #[param(max_len)]
    pub missing: String,
    /// Parentheses.
    #[param(max_len(5))]
    pub parentheses: String,
    /// A string for a bound.
    #[param(min = "1")]
    pub bound: u64,
    /// An exponent.
    #[param(max = 1e3)]
    pub exponent: u64,
    /// A name without quotes.
    #[param(name = wire)]
    pub name: String,
    /// A pattern without quotes.
    #[param(pattern = [a-z]+)]
    pub pattern: String,
    /// An empty pattern.
    #[param(pattern = "")]
    pub nothing: String,
    /// A check that is called.
    #[param(check = rules::EMAIL())]
    pub check: String,
    /// A check in quotes.
    #[param(check = "rules::EMAIL")]
    pub quoted_check: String,
    /// A check that is a closure.
    #[param(check = |text| text.len() > 3)]
    pub closure: String,
    /// A flag with a value.
    #[param(one_of = true)]
    pub flag: String,
    /// A switch that is not a boolean.
    #[param(secret = "no")]
    pub switch: String,
    /// A default that is a path.
    #[param(default = Color::Red)]
    pub default: Option<String>,
    /// A sentence without quotes.
    #[param(default_text = now)]
    pub sentence: Option<String>,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct OtherCrates {
    /// As serde has it.
    #[param(rename = "wireName")]
    pub serde: String,
    /// As clap has it.
    #[param(required)]
    pub clap: String,
    /// As garde has it.
    #[param(length(min = 5, max = 20))]
    pub garde: String,
    /// As validator has it.
    #[param(email, regex = "[a-z]+")]
    pub validator: String,
    /// As serde has it.
    #[param(flatten)]
    pub flattened: u64,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Groups {
    /// Alone in its group.
    #[param(any_of = "lonely")]
    pub alone: Option<u64>,
    /// Always given.
    #[param(any_of = "pair")]
    pub required: u64,
    /// The other.
    #[param(any_of = "pair")]
    pub optional: Option<u64>,
}

/// A response.
#[derive(VoxRecord)]
pub struct SetThingResponse {
    /// 1.
    #[field(rename = "result")]
    pub result: u64,
    /// Unknown.
    #[field(color)]
    pub unknown: u64,
    /// Empty.
    #[field()]
    pub empty: u64,
    /// A switch that is not a boolean.
    #[field(secret)]
    pub switch: String,
}

// Using them adds no error.
fn used(client: &Client) {
    let request = Keys::builder().misspelled("a").unknown("b").build();
    let _ = request.send(client);
    let _ = Values::builder().quoted("a").send(client);
    let _ = Groups::builder().required(5).build();
}

fn main() {}
