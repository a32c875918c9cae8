//! The roles of service accounts.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

macro_rules! roles {
    ($($(#[doc = $doc:literal])+ $role:ident = $name:literal,)+) => {
        /// A role of a service account, which determines the methods that its key may call.
        ///
        /// A client with roles rejects calls that they do not allow, before sending. The types in [`roles`](crate::roles)
        /// check this at compile time.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Role {
            $($(#[doc = $doc])+ $role,)+
            /// A role that this version does not know, with its name in the API. [`Role::named`] creates it.
            Other(&'static str),
        }

        impl Role {
            /// All known roles.
            pub const ALL: &'static [Role] = &[$(Role::$role),+];

            /// The role's name in the API.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Role::$role => $name,)+ Role::Other(name) => name }
            }
        }

        /// The types in [`roles`](crate::roles).
        pub(crate) mod types {
            $(
                $(#[doc = $doc])+
                #[derive(Debug, Clone, Copy)]
                pub struct $role;

                impl super::KnownRole for $role {
                    const ROLE: super::Role = super::Role::$role;
                }
            )+
        }
    };
}

roles! {
    /// The account's owner.
    Owner = "Owner",
    /// An administrator.
    Admin = "Admin",
    /// Develops applications and scenarios.
    Developer = "Developer",
    /// Works with invoices and documents.
    Accountant = "Accountant",
    /// Pays.
    Payer = "Payer",
    /// Makes calls and sends SMS.
    CallsSms = "CallsSMS",
    /// Watches over operators.
    Supervisor = "Supervisor",
    /// Supports users.
    Support = "Support",
    /// Manages call lists.
    CallListManager = "CallListManager",
    /// Manages users.
    UserManager = "UserManager",
    /// Manages phone numbers.
    PhoneNumberManager = "PhoneNumberManager",
    /// Pays, without access to verification.
    PayerNoVerify = "PayerNoVerify",
    /// Acts as the main account.
    MainAccount = "MainAccount",
}

impl Role {
    /// The role with this name, even if this version does not know it.
    ///
    /// Parsing a string is strict: an unknown role is an error, as it may be misspelled.
    ///
    /// ```
    /// use vox_core::Role;
    ///
    /// assert_eq!(Role::named("Owner"), Role::Owner);
    /// assert_eq!(Role::named("sys.Admin read only"), Role::Other("sys.Admin read only"));
    /// assert!("Ownr".parse::<Role>().is_err());
    /// ```
    ///
    /// Each unknown name stays in memory, once, until the program ends.
    #[must_use]
    pub fn named(name: &str) -> Self {
        name.parse().unwrap_or_else(|_| Self::Other(kept(name)))
    }
}

/// Keeps a name until the program ends, once, so that a role can be copied.
fn kept(name: &str) -> &'static str {
    static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = names.get(name) {
        return known;
    }
    let name = Box::leak(Box::from(name));
    names.insert(name);
    name
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The text is not the name of a known [`Role`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRole(String);

impl fmt::Display for UnknownRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown role `{}`; known roles are {}", self.0, names(Role::ALL))
    }
}

impl std::error::Error for UnknownRole {}

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Role::ALL.iter().copied().find(|role| role.name() == text).ok_or_else(|| UnknownRole(text.to_owned()))
    }
}

/// The roles' names, separated by commas.
pub(crate) fn names(roles: &[Role]) -> String {
    roles.iter().map(|role| role.name()).collect::<Vec<_>>().join(", ")
}

/// A role as a type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a role",
    label = "not a role",
    note = "roles as types are in `roles`, as in `client.with_role::<roles::Payer>()`"
)]
pub trait KnownRole {
    /// The role.
    const ROLE: Role;
}
