//! Types of the user's with names of types of vox: the traits decide, not the names.

use vox_core::VoxMethod;

macro_rules! enums {
    ($($name:ident)*) => {$(
        /// The enum and its uses.
        pub mod $name {
            /// A value.
            #[derive(vox_core::VoxEnum)]
            pub enum $name {
                /// A value.
                Red,
                /// Another.
                Other(String),
            }

            /// A method.
            #[derive(vox_core::VoxMethod)]
            #[vox_method(name = "SetThing", response = Thing, kind = write)]
            pub struct SetThing {
                /// A default and a rule.
                #[param(default = "RED", max_len = 5)]
                pub color: Option<$name>,
                /// Required.
                pub paint: $name,
                /// A list.
                #[param(each(max_len = 5))]
                pub colors: Vec<$name>,
            }

            /// A response.
            #[derive(vox_core::VoxRecord)]
            pub struct Thing {
                /// A color.
                pub color: $name,
                /// A list.
                pub colors: Vec<$name>,
            }

            /// Uses the setters.
            pub fn request() -> SetThing {
                SetThing::builder().color($name::Red).paint("RED").colors(vec![$name::Red]).build()
            }
        }
    )*};
}

macro_rules! records {
    ($($name:ident)*) => {$(
        /// The record and its uses.
        pub mod $name {
            /// A record.
            #[derive(vox_core::VoxRecord)]
            pub struct $name {
                /// An id.
                pub id: u64,
                /// Itself.
                pub parent: Option<Box<$name>>,
                /// Several of itself.
                pub children: Vec<$name>,
            }

            /// A method.
            #[derive(vox_core::VoxMethod)]
            #[vox_method(name = "SetThing", response = $name, kind = write)]
            pub struct SetThing {}
        }
    )*};
}

macro_rules! choices {
    ($($name:ident)*) => {$(
        /// The choice and its use.
        pub mod $name {
            /// A choice.
            #[derive(vox_core::VoxChoice)]
            #[vox_choice(name = "user")]
            pub enum $name {
                /// By id.
                Id(u64),
                /// By name.
                Name(String),
            }

            /// A method.
            #[derive(vox_core::VoxMethod)]
            #[vox_method(name = "SetThing", response = (), kind = write)]
            pub struct SetThing {
                /// A choice.
                #[param(one_of)]
                pub user: Option<$name>,
            }
        }
    )*};
}

enums! {
    Date DateTime Decimal Download Either File IdList Json JsonOrFile List Period PeriodText Secret TextList Time Timestamp
    UnixTime Value
}

/// Records.
#[allow(non_snake_case)]
pub mod records {
    records! {
        Date DateTime Decimal Download Either File IdList Json JsonOrFile List Period PeriodText Secret TextList Time
        Timestamp UnixTime Value
    }
}

/// Choices.
#[allow(non_snake_case)]
pub mod choices {
    choices! {
        Date DateTime Decimal Download Either File IdList Json JsonOrFile List Period PeriodText Secret TextList Time
        Timestamp UnixTime Value
    }
}

type MaybeName = Option<String>;
type MaybeUser = Option<choices::File::File>;

/// Nothing is required, as the alias is an `Option`: it has a `Default`.
#[derive(Default, VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct Optional {
    /// A name.
    pub name: MaybeName,
    /// A choice.
    #[param(one_of)]
    pub user: MaybeUser,
    /// An id.
    pub id: Option<u64>,
}

fn main() {
    let _ = File::request();
    let _ = Optional::default();
}
