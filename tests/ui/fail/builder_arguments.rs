//! Arguments of setters, and setters that cannot be called.

#![deny(deprecated)]

use vox_core::prelude::*;

type RuleId = u64;
type MaybeRule = Option<RuleId>;

mod methods {
    use super::*;

    /// A color.
    #[derive(VoxEnum)]
    pub enum Color {
        /// Red.
        Red,
        /// Another.
        Other(String),
    }

    /// A method.
    #[derive(VoxMethod)]
    #[vox_method(name = "SetThing", response = (), kind = write)]
    pub struct SetThing {
        /// An alias of a number.
        pub rule_id: RuleId,
        /// An alias of an `Option`.
        pub other_id: MaybeRule,
        /// An enum.
        pub color: Color,
        /// A private field.
        internal: Option<u64>,
        /// A field of this crate.
        #[deprecated(note = "use `color`")]
        pub paint: Option<String>,
    }

    /// A method without parameters that are required.
    #[derive(VoxMethod)]
    #[vox_method(name = "SetThing", response = (), kind = write)]
    pub struct WithoutColor {
        /// An enum.
        pub color: Option<Color>,
        /// Decimals.
        pub amount: Option<Decimal>,
    }
}

use methods::{Color, SetThing, WithoutColor};

fn wrong_arguments() {
    let _ = SetThing::builder().rule_id("7");
    let _ = SetThing::builder().rule_id(7_u32);
    let _ = SetThing::builder().other_id("7");
    let _ = SetThing::builder().color(5);
    let _ = WithoutColor::builder().color(true);
    let _ = WithoutColor::builder().amount(1.5);
}

fn missing_color() {
    let _ = SetThing::builder().rule_id(7).build();
}

fn twice() {
    let _ = SetThing::builder().other_id(7).other_id(8);
}

fn private() {
    let _ = SetThing::builder().internal(7);
}

fn deprecated() {
    let _ = SetThing::builder().rule_id(7).color(Color::Red).paint("red");
}

fn no_default() {
    let _ = SetThing { rule_id: 7, ..Default::default() };
}

fn main() {}
