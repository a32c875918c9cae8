//! Two items of one name in one module: the first error is the compiler's own, about the name.

/// Two methods.
pub mod methods {
    use vox_core::prelude::*;

    /// Sets a thing.
    #[derive(VoxMethod)]
    #[vox_method(name = "SetThing", response = (), kind = write)]
    pub struct SetThing {
        /// An id.
        pub id: u64,
        /// A name.
        pub name: Option<String>,
    }

    /// A copy of it.
    #[derive(VoxMethod)]
    #[vox_method(name = "SetThing", response = (), kind = write)]
    pub struct SetThing {
        /// An id.
        pub id: u64,
        /// A name.
        pub name: Option<String>,
    }
}

/// Two records.
pub mod records {
    use vox_core::prelude::*;

    /// A thing.
    #[derive(VoxRecord)]
    pub struct Thing {
        /// An id.
        pub id: u64,
    }

    /// Another.
    #[derive(VoxRecord)]
    pub struct Thing {
        /// An id.
        pub id: u64,
    }
}

/// Two choices.
pub mod choices {
    use vox_core::prelude::*;

    /// A user.
    #[derive(VoxChoice)]
    pub enum User {
        /// By id.
        Id(u64),
        /// By name.
        Name(String),
    }

    /// Another.
    #[derive(VoxChoice)]
    pub enum User {
        /// By id.
        Id(u64),
        /// By name.
        Name(String),
    }
}

/// A method and a record.
pub mod both {
    use vox_core::prelude::*;

    /// Sets a thing.
    #[derive(VoxMethod)]
    #[vox_method(name = "SetThing", response = (), kind = write)]
    pub struct SetThing {
        /// An id.
        pub id: u64,
    }

    /// The response.
    #[derive(VoxRecord)]
    pub struct SetThing {
        /// An id.
        pub id: u64,
    }
}

/// Two methods, one of which has another mistake.
pub mod mistakes {
    use vox_core::prelude::*;

    /// Sets a thing.
    #[derive(VoxMethod)]
    #[vox_method(name = "SetThing", response = (), kind = writ)]
    pub struct SetThing {
        /// An id.
        pub id: u64,
    }

    /// Sets a thing.
    #[derive(VoxMethod)]
    #[vox_method(name = "SetThing", response = (), kind = write)]
    pub struct SetThing {
        /// An id.
        #[param(max_len = 5)]
        pub id: u64,
    }
}

/// One derive twice.
pub mod derives {
    use vox_core::prelude::*;

    /// Sets a thing.
    #[derive(VoxMethod, VoxMethod)]
    #[vox_method(name = "SetThing", response = (), kind = write)]
    pub struct SetThing {}
}

/// Right: two methods of one name in two modules of one file.
pub mod others {
    use vox_core::prelude::*;

    /// Sets a thing.
    #[derive(VoxMethod)]
    #[vox_method(name = "SetThing", response = (), kind = write)]
    pub struct SetThing {
        /// An id.
        pub id: u64,
    }

    /// Uses it.
    pub fn request() -> SetThing {
        SetThing::builder().id(1).build()
    }
}

fn main() {
    let _: others::SetThingBuilder = others::SetThing::builder();
    let _ = others::request();
}
