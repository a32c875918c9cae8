const _: () = {
    use ::vox_core::macro_support as __vox;
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
                        required: true,
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
        <ParentAccount as __vox::OneOf>::META,
        &["account_name", "active", "language"],
        &[],
        __vox::CredentialsIn::Request,
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
use ::vox_core::macro_support as __add_account_vox;
#[doc(hidden)]
#[allow(non_camel_case_types, unreachable_pub)]
mod __add_account {
    use ::vox_core::macro_support as __vox;
    #[diagnostic::on_unimplemented(
        message = "the required parameter `parent` of `AddAccount` is not set",
        label = "add `.parent(..)` to the builder before this call"
    )]
    pub trait parent<Value>: __vox::Is<Value> {}
    #[diagnostic::do_not_recommend]
    impl<Value> parent<Value> for __vox::Set<Value> {}
    #[diagnostic::on_unimplemented(
        message = "the required parameter `account_name` of `AddAccount` is not set",
        label = "add `.account_name(..)` to the builder before this call"
    )]
    pub trait account_name<Value>: __vox::Is<Value> {}
    #[diagnostic::do_not_recommend]
    impl<Value> account_name<Value> for __vox::Set<Value> {}
}
/**The builder of [`AddAccount`]: see [`AddAccount::builder`].

A required parameter that is not set is an error at compile time.*/
#[must_use = "a builder does nothing until `build` or `send` is called"]
#[allow(dead_code)]
pub struct AddAccountBuilder<
    ParentState = __add_account_vox::Unset,
    AccountNameState = __add_account_vox::Unset,
> {
    required: (ParentState, AccountNameState),
    optional: (__add_account_vox::Option<bool>, __add_account_vox::Option<Language>),
}
#[allow(dead_code)]
impl AddAccount {
    /**Starts a request to `AddAccount` with nothing set.

- Roles: Owner, Admin
- Kind: write; retried only if it certainly had no effect
- Credentials: parameters of the request
- Required parameters: `parent`, `account_name`*/
    pub fn builder() -> AddAccountBuilder {
        AddAccountBuilder {
            required: (__add_account_vox::Unset, __add_account_vox::Unset),
            optional: (__add_account_vox::None, __add_account_vox::None),
        }
    }
    __add_account_vox::__client! {
        #[doc =
        "Calls `AddAccount`.\n\nThe request is validated at once, and sent when the call is awaited; a blocking client waits for the response. Returns the response, or an [`Error`](::vox_core::Error) that describes the failure and whether the operation may have taken effect.\n\n- Roles: Owner, Admin\n- Kind: write; retried only if it certainly had no effect\n- Credentials: parameters of the request\n- Required parameters: `parent`, `account_name`"]
        pub fn send < AnyClient : __add_account_vox::Caller + ? __add_account_vox::Sized
        > (& self, client : & AnyClient,) -> AnyClient::Call < AddAccountResponse > where
        Self : __add_account_vox::CallableBy < AnyClient::Role >, {
        __add_account_vox::MethodExt::send(self, client) }
    }
}
#[allow(dead_code)]
impl<ParentState, AccountNameState> AddAccountBuilder<ParentState, AccountNameState> {
    /**The parent account.

Required. One member of [`ParentAccount`] is sent.*/
    pub fn parent(
        self,
        parent: impl __add_account_vox::Into<ParentAccount>,
    ) -> AddAccountBuilder<__add_account_vox::Set<ParentAccount>, AccountNameState>
    where
        ParentState: __add_account_vox::Open,
    {
        AddAccountBuilder {
            required: (
                __add_account_vox::Set(__add_account_vox::Into::into(parent)),
                self.required.1,
            ),
            optional: self.optional,
        }
    }
    /**The name of the new account.

Required. 5 to 20 characters; must match `[a-z][a-z0-9-]*`.*/
    pub fn account_name(
        self,
        account_name: impl __add_account_vox::Into<String>,
    ) -> AddAccountBuilder<ParentState, __add_account_vox::Set<String>>
    where
        AccountNameState: __add_account_vox::Open,
    {
        AddAccountBuilder {
            required: (
                self.required.0,
                __add_account_vox::Set(__add_account_vox::Into::into(account_name)),
            ),
            optional: self.optional,
        }
    }
    /**Whether the new account is active.

Default: `false`.*/
    pub fn active(mut self, active: bool) -> Self {
        self.optional.0 = __add_account_vox::Some(active);
        self
    }
    /**The language.

Default: `en`.*/
    pub fn language(mut self, language: impl __add_account_vox::Into<Language>) -> Self {
        self.optional.1 = __add_account_vox::Some(
            __add_account_vox::Into::into(language),
        );
        self
    }
    ///The request, with everything that is set.
    #[must_use]
    pub fn build(self) -> AddAccount
    where
        ParentState: __add_account::parent<ParentAccount>,
        AccountNameState: __add_account::account_name<String>,
    {
        AddAccount {
            parent: __add_account_vox::Is::into_value(self.required.0),
            account_name: __add_account_vox::Is::into_value(self.required.1),
            active: self.optional.0,
            language: self.optional.1,
        }
    }
    __add_account_vox::__client! {
        #[doc =
        "Calls `AddAccount`.\n\nThe request is validated at once, and sent when the call is awaited; a blocking client waits for the response. Returns the response, or an [`Error`](::vox_core::Error) that describes the failure and whether the operation may have taken effect.\n\n- Roles: Owner, Admin\n- Kind: write; retried only if it certainly had no effect\n- Credentials: parameters of the request\n- Required parameters: `parent`, `account_name`"]
        pub fn send < AnyClient : __add_account_vox::Caller + ? __add_account_vox::Sized
        > (self, client : & AnyClient,) -> AnyClient::Call < AddAccountResponse > where
        AddAccount : __add_account_vox::CallableBy < AnyClient::Role >, ParentState :
        __add_account::parent < ParentAccount >, AccountNameState :
        __add_account::account_name < String >, { __add_account_vox::MethodExt::send(&
        self.build(), client) }
    }
}
