const _: () = {
    use ::vox_core::macro_support as __vox;
    use __vox::NoDefault;
    use __vox::check_default;
    use __vox::check_no_default;
    const _: () = check_default(<Language as __vox::Param>::TEXTS, "en");
    const _: () = check_no_default(
        __vox::Probe::<AddAccount>::HAS_DEFAULT,
        "AddAccount",
    );
    #[automatically_derived]
    impl __vox::Method for AddAccount {
        const META: &'static __vox::MethodMeta = &__vox::MethodMeta {
            name: "AddAccount",
            doc: "Adds a child account.\n\nNeeds a parent.",
            roles: __vox::Some {
                0: &[__vox::Role::Owner, __vox::Role::Admin],
            },
            kind: __vox::Kind::Write,
            money: false,
            credentials: __vox::CredentialsIn::Request,
            response: __vox::response::<Self>(),
            ack: __vox::ACK_ONE,
            params: &[
                __vox::ParamEntry::OneOf {
                    0: __vox::OneOfMeta {
                        field: "parent",
                        doc: "The parent account.",
                        required: <ParentAccount as __vox::OneOf>::REQUIRED,
                        any_of: __vox::NO_GROUP,
                        choice: <ParentAccount as __vox::OneOf>::META,
                    },
                },
                __vox::ParamEntry::Param {
                    0: __vox::ParamMeta {
                        name: "account_name",
                        doc: "The name of the new account.",
                        value: <String as __vox::Param>::value_meta,
                        required: true,
                        declared_secret: false,
                        default: __vox::NO_DEFAULT,
                        any_of: __vox::NO_GROUP,
                        rules: &[
                            __vox::Rule::MinLen(5usize),
                            __vox::Rule::MaxLen(20usize),
                            __vox::Rule::Pattern {
                                0: &__vox::Pattern {
                                    source: "[a-z][a-z0-9-]*",
                                    elements: &[
                                        __vox::PatternElement::new(
                                            &[('a', 'z')],
                                            false,
                                            b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\0\0\0\0\0",
                                            1usize,
                                            1usize,
                                        ),
                                        __vox::PatternElement::new(
                                            &[('a', 'z'), ('0', '9'), ('-', '-')],
                                            false,
                                            b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\0\0\0\0\0",
                                            0usize,
                                            __vox::UNLIMITED,
                                        ),
                                    ],
                                },
                            },
                        ],
                    },
                },
                __vox::ParamEntry::Param {
                    0: __vox::ParamMeta {
                        name: "active",
                        doc: "Whether the new account is active.",
                        value: <bool as __vox::Param>::value_meta,
                        required: false,
                        declared_secret: false,
                        default: __vox::Some(__vox::DefaultValue::Bool(false)),
                        any_of: __vox::NO_GROUP,
                        rules: __vox::NO_RULES,
                    },
                },
                __vox::ParamEntry::Param {
                    0: __vox::ParamMeta {
                        name: "language",
                        doc: "The language.",
                        value: <Language as __vox::Param>::value_meta,
                        required: false,
                        declared_secret: false,
                        default: __vox::Some(__vox::DefaultValue::Text("en")),
                        any_of: __vox::NO_GROUP,
                        rules: __vox::NO_RULES,
                    },
                },
            ],
            rules: __vox::NO_REQUEST_RULES,
        };
        type Response = AddAccountResponse;
        fn check(&self, violations: &mut __vox::Violations) {
            let params = <Self as __vox::Method>::META.params;
            <ParentAccount as __vox::OneOf>::check_own(&self.parent, violations);
            __vox::text(&self.account_name, __vox::param_at(params, 1usize), violations);
            <Language as __vox::Param>::check_own(
                &self.language,
                __vox::param_at(params, 3usize),
                violations,
            );
            __vox::members(self, violations);
        }
        fn encode(&self, form: &mut __vox::FormEncoder) {
            <ParentAccount as __vox::OneOf>::write_to(&self.parent, form);
            __vox::ParamValue::encode(&self.account_name, "account_name", form);
            __vox::ParamValue::encode(&self.active, "active", form);
            <Language as __vox::Param>::write_to(&self.language, "language", form);
        }
    }
    use __vox::check_names;
    const _: () = check_names(
        ("parent", <ParentAccount as __vox::OneOf>::META),
        &["account_name", "active", "language"],
        &[],
        &[],
        &[],
        __vox::CredentialsIn::Request,
        <ParentAccount as __vox::OneOf>::REQUIRED,
    );
    use __vox::check_ack;
    const _: () = check_ack(__vox::response::<AddAccount>(), __vox::ACK_ONE);
    #[automatically_derived]
    impl __vox::CallableBy<__vox::roles::Owner> for AddAccount {}
    #[automatically_derived]
    impl __vox::CallableBy<__vox::roles::Admin> for AddAccount {}
    #[automatically_derived]
    impl __vox::CallableBy<__vox::roles::AnyRole> for AddAccount {}
    __vox::__server! {
        #[automatically_derived] impl __vox::ServerMethod for AddAccount { fn decode(form
        : & __vox::Form) -> __vox::Result < Self, __vox::Violations > { let params = <
        Self as __vox::Method > ::META.params; let mut reader =
        __vox::FormReader::new(form); let field0 = < ParentAccount as __vox::OneOf >
        ::read_from(& mut reader); let field1 = < String as __vox::Param > ::read_from(&
        mut reader, __vox::param_at(params, 1usize)); let field2 = < bool as __vox::Param
        > ::read_from(& mut reader, __vox::param_at(params, 2usize)); let field3 = <
        Language as __vox::Param > ::read_from(& mut reader, __vox::param_at(params,
        3usize)); let (__vox::Some(field0), __vox::Some(field1), __vox::Some(field2),
        __vox::Some(field3),) = (field0, field1, field2, field3,) else { return
        __vox::Err(reader.finish()); }; __vox::Ok(Self { parent : field0, account_name :
        field1, active : field2, language : field3 }) } }
    }
};
#[allow(dead_code, non_camel_case_types, non_snake_case, unreachable_pub)]
mod __builder_AddAccount {
    pub(super) use ::vox_core::macro_support as __vox_AddAccount;
    pub(super) mod __params_AddAccount {
        use super::__vox_AddAccount as __vox;
        #[diagnostic::on_unimplemented(
            message = "the required parameter `parent` of `AddAccount` is not set",
            label = "add `.parent(..)` to the builder before this call"
        )]
        pub trait parent<Value>: __vox::Is<Value> {}
        #[diagnostic::do_not_recommend]
        impl<Value> parent<Value> for __vox::Set<Value> {}
        #[diagnostic::do_not_recommend]
        impl<Value> parent<__vox::Option<Value>> for __vox::Unset {}
        #[diagnostic::on_unimplemented(
            message = "the required parameter `account_name` of `AddAccount` is not set",
            label = "add `.account_name(..)` to the builder before this call"
        )]
        pub trait account_name<Value>: __vox::Is<Value> {}
        #[diagnostic::do_not_recommend]
        impl<Value> account_name<Value> for __vox::Set<Value> {}
    }
    pub(super) struct __optional_AddAccount;
    /**The builder of [`AddAccount`](super::AddAccount): see [`AddAccount::builder`](super::AddAccount::builder).

A required parameter that is not set is an error at compile time.*/
    #[must_use = "a builder does nothing until `build` or `send` is called"]
    pub struct AddAccountBuilder<
        ParentState = __vox_AddAccount::Unset,
        AccountNameState = __vox_AddAccount::Unset,
    > {
        pub(super) required: (ParentState, AccountNameState),
        pub(super) optional: <__optional_AddAccount as __vox_AddAccount::OptionalValues>::Values,
    }
}
#[allow(unused_imports, hidden_glob_reexports)]
pub use __builder_AddAccount::*;
impl __vox_AddAccount::OptionalValues for __builder_AddAccount::__optional_AddAccount {
    type Values = (__vox_AddAccount::Option<bool>, __vox_AddAccount::Option<Language>);
}
#[allow(dead_code)]
impl AddAccount {
    /**Starts a request to `AddAccount` with nothing set.

Kind: write, retried only if it is certain that it had no effect. Credentials: parameters of the request. Roles: Owner, Admin.

Response: [`AddAccountResponse`].

| parameter | type | rules |
|---|---|---|
| `parent` | [`ParentAccount`] | Required. A choice: exactly one of its parameters is sent. |
| `account_name` | `String` | Required. 5 to 20 characters; must match `[a-z][a-z0-9-]*`. |
| `active` | `bool` | Default: `false`. |
| `language` | [`Language`] | Default: `en`. |*/
    pub fn builder() -> __builder_AddAccount::AddAccountBuilder {
        __builder_AddAccount::AddAccountBuilder {
            required: (__vox_AddAccount::Unset, __vox_AddAccount::Unset),
            optional: (__vox_AddAccount::None, __vox_AddAccount::None),
        }
    }
    __vox_AddAccount::__client! {
        #[doc =
        "Calls `AddAccount`.\n\nThe request is validated at once, and sent when the call is awaited; a blocking client waits for the response. Returns the response, or an [`Error`](::vox_core::Error) that describes the failure and whether the operation may have taken effect.\n\nKind: write, retried only if it is certain that it had no effect. Credentials: parameters of the request. Roles: Owner, Admin."]
        pub fn send < AnyClient : __vox_AddAccount::Caller + ? __vox_AddAccount::Sized >
        (& self, client : & AnyClient,) -> AnyClient::Call < AddAccountResponse > where
        Self : __vox_AddAccount::CallableBy < AnyClient::Role >, {
        __vox_AddAccount::MethodExt::send(self, client) }
    }
}
#[allow(dead_code)]
impl<
    ParentState,
    AccountNameState,
> __builder_AddAccount::AddAccountBuilder<ParentState, AccountNameState> {
    /**The parent account.

Required. One member of [`ParentAccount`] is sent.*/
    pub fn parent(
        self,
        parent: impl __vox_AddAccount::Into<ParentAccount>,
    ) -> __builder_AddAccount::AddAccountBuilder<
        __vox_AddAccount::Set<ParentAccount>,
        AccountNameState,
    >
    where
        ParentState: __vox_AddAccount::Open,
    {
        __builder_AddAccount::AddAccountBuilder {
            required: (
                __vox_AddAccount::Set(__vox_AddAccount::Into::into(parent)),
                self.required.1,
            ),
            optional: self.optional,
        }
    }
    /**The name of the new account.

Required. 5 to 20 characters; must match `[a-z][a-z0-9-]*`.*/
    pub fn account_name(
        self,
        account_name: impl __vox_AddAccount::Into<String>,
    ) -> __builder_AddAccount::AddAccountBuilder<
        ParentState,
        __vox_AddAccount::Set<String>,
    >
    where
        AccountNameState: __vox_AddAccount::Open,
    {
        __builder_AddAccount::AddAccountBuilder {
            required: (
                self.required.0,
                __vox_AddAccount::Set(__vox_AddAccount::Into::into(account_name)),
            ),
            optional: self.optional,
        }
    }
    /**Whether the new account is active.

Default: `false`.*/
    pub fn active(mut self, active: bool) -> Self {
        self.optional.0 = __vox_AddAccount::Some(active);
        self
    }
    /**The language.

Default: `en`.*/
    pub fn language<Argument>(mut self, language: Argument) -> Self
    where
        Language: __vox_AddAccount::Accepts<Argument>,
    {
        self.optional.1 = __vox_AddAccount::Some(
            __vox_AddAccount::Accepts::accept(language),
        );
        self
    }
    ///The request, with everything that is set.
    #[must_use]
    pub fn build(self) -> AddAccount
    where
        ParentState: __builder_AddAccount::__params_AddAccount::parent<ParentAccount>,
        AccountNameState: __builder_AddAccount::__params_AddAccount::account_name<
            String,
        >,
    {
        AddAccount {
            parent: __vox_AddAccount::Is::into_value(self.required.0),
            account_name: __vox_AddAccount::Is::into_value(self.required.1),
            active: self.optional.0,
            language: self.optional.1,
        }
    }
    __vox_AddAccount::__client! {
        #[doc =
        "Calls `AddAccount`.\n\nThe request is validated at once, and sent when the call is awaited; a blocking client waits for the response. Returns the response, or an [`Error`](::vox_core::Error) that describes the failure and whether the operation may have taken effect.\n\nKind: write, retried only if it is certain that it had no effect. Credentials: parameters of the request. Roles: Owner, Admin."]
        pub fn send < AnyClient : __vox_AddAccount::Caller + ? __vox_AddAccount::Sized >
        (self, client : & AnyClient,) -> AnyClient::Call < AddAccountResponse > where
        AddAccount : __vox_AddAccount::CallableBy < AnyClient::Role >, ParentState :
        __builder_AddAccount::__params_AddAccount::parent < ParentAccount >,
        AccountNameState : __builder_AddAccount::__params_AddAccount::account_name <
        String >, { __vox_AddAccount::MethodExt::send(& self.build(), client) }
    }
}
