const _: () = {
    static __VOX_PATTERN_0: ::vox_core::rules::Pattern = ::vox_core::rules::Pattern {
        source: "[a-z][a-z0-9-]*",
        classes: b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        next: b"\x01\x01\x02\x01\x01\x01\x01\x02\x02",
        accepting: &[false, false, true],
        class_count: 3usize,
    };
    static __VOX_PARAMS: [::vox_core::ParamMeta; 3usize] = [
        ::vox_core::ParamMeta {
            name: "account_name",
            doc: "The name of the new account.",
            value: <String as ::vox_core::ParamValue>::META,
            required: true,
            secret: <String as ::vox_core::ParamValue>::META.secret,
            rules: &[
                ::vox_core::rules::Rule::MinLen(5usize),
                ::vox_core::rules::Rule::MaxLen(20usize),
                ::vox_core::rules::Rule::Pattern(&__VOX_PATTERN_0),
            ],
            ..::vox_core::ParamMeta::EMPTY
        },
        ::vox_core::ParamMeta {
            name: "active",
            doc: "Whether the new account is active.",
            value: <bool as ::vox_core::ParamValue>::META,
            required: false,
            default: ::core::option::Option::Some(::vox_core::DefaultValue::Bool(false)),
            ..::vox_core::ParamMeta::EMPTY
        },
        ::vox_core::ParamMeta {
            name: "language",
            doc: "The language.",
            value: <Language as ::vox_core::ParamValue>::META,
            required: false,
            secret: <Language as ::vox_core::ParamValue>::META.secret,
            default: ::core::option::Option::Some(::vox_core::DefaultValue::Text("en")),
            ..::vox_core::ParamMeta::EMPTY
        },
    ];
    static __VOX_ONE_OFS: [::vox_core::OneOfMeta; 1usize] = [
        ::vox_core::OneOfMeta {
            field: "parent",
            doc: "The parent account.",
            required: true,
            choice: <ParentAccount as ::vox_core::Choice>::META,
        },
    ];
    use ::vox_core::__private::refuse_clashes;
    const _: () = refuse_clashes(&__VOX_META, 0usize);
    static __VOX_META: ::vox_core::MethodMeta = ::vox_core::MethodMeta {
        name: "AddAccount",
        doc: "Adds a child account.\n\nNeeds a parent.",
        roles: ::core::option::Option::Some(
            &[::vox_core::Role::Owner, ::vox_core::Role::Admin],
        ),
        kind: ::vox_core::Kind::Write,
        credentials: ::vox_core::CredentialsIn::Request,
        params: {
            let params = &__VOX_PARAMS;
            &[
                ::vox_core::ParamEntry::OneOf(&__VOX_ONE_OFS[0usize]),
                ::vox_core::ParamEntry::Param(&params[0usize]),
                ::vox_core::ParamEntry::Param(&params[1usize]),
                ::vox_core::ParamEntry::Param(&params[2usize]),
            ]
        },
    };
    #[automatically_derived]
    impl ::vox_core::Method for AddAccount {
        const META: &'static ::vox_core::MethodMeta = &__VOX_META;
        type Response = AddAccountResponse;
        fn check(&self, violations: &mut ::vox_core::Violations) {
            let params = &__VOX_PARAMS;
            <ParentAccount as ::vox_core::Choice>::check(&self.parent, violations);
            ::vox_core::__private::min_len(
                &self.account_name,
                5usize,
                &params[0usize],
                violations,
            );
            ::vox_core::__private::max_len(
                &self.account_name,
                20usize,
                &params[0usize],
                violations,
            );
            ::vox_core::__private::pattern(
                &self.account_name,
                &__VOX_PATTERN_0,
                &params[0usize],
                violations,
            );
            if let ::core::option::Option::Some(value) = &self.language {
                <Language as ::vox_core::ParamValue>::check(
                    value,
                    &params[2usize],
                    violations,
                );
            }
        }
        fn encode(&self, form: &mut ::vox_core::FormEncoder) {
            <ParentAccount as ::vox_core::Choice>::encode(&self.parent, form);
            form.param("account_name", &self.account_name);
            form.optional("active", &self.active);
            <Language as ::vox_core::ParamValue>::encode_optional(
                &self.language,
                "language",
                form,
            );
        }
    }
    #[automatically_derived]
    impl ::vox_core::CallableBy<::vox_core::roles::Owner> for AddAccount {}
    #[automatically_derived]
    impl ::vox_core::CallableBy<::vox_core::roles::Admin> for AddAccount {}
    #[automatically_derived]
    impl ::vox_core::CallableBy<::vox_core::roles::AnyRole> for AddAccount {}
    ::vox_core::__server! {
        #[automatically_derived] impl ::vox_core::ServerMethod for AddAccount { fn
        decode(form : & ::vox_core::Form) -> ::core::result::Result < Self,
        ::vox_core::Violations > { let params = & __VOX_PARAMS; let mut reader = form
        .reader(); let field0 = { let _ = < ParentAccount as ::vox_core::Choice >
        ::decode; reader.one_of:: < ParentAccount > () }; let field1 = reader.required::
        < String > (& params[0usize]); let field2 = reader.optional:: < bool > (&
        params[1usize]); let field3 = < Language as ::vox_core::ParamValue > ::optional(&
        mut reader, & params[2usize]); let (::core::option::Option::Some(field0),
        ::core::option::Option::Some(field1), ::core::option::Option::Some(field2),
        ::core::option::Option::Some(field3),) = (field0, field1, field2, field3,) else {
        return ::core::result::Result::Err(reader.finish()); };
        ::core::result::Result::Ok(Self { parent : field0, account_name : field1, active
        : field2, language : field3 }) } }
    }
};
#[doc(hidden)]
#[allow(non_camel_case_types, unreachable_pub)]
mod __add_account {
    #[diagnostic::on_unimplemented(
        message = "the required parameter `parent` of `AddAccount` is not set",
        label = "add `.parent(..)` to the builder before this call"
    )]
    pub trait parent<Value>: ::vox_core::builder::Is<Value> {}
    #[diagnostic::do_not_recommend]
    impl<Value> parent<Value> for ::vox_core::builder::Set<Value> {}
    #[diagnostic::on_unimplemented(
        message = "the required parameter `account_name` of `AddAccount` is not set",
        label = "add `.account_name(..)` to the builder before this call"
    )]
    pub trait account_name<Value>: ::vox_core::builder::Is<Value> {}
    #[diagnostic::do_not_recommend]
    impl<Value> account_name<Value> for ::vox_core::builder::Set<Value> {}
}
/**The builder of [`AddAccount`]: see [`AddAccount::builder`].

A required parameter that is not set is an error at compile time.*/
#[must_use = "a builder does nothing until `build` or `send` is called"]
#[allow(dead_code)]
pub struct AddAccountBuilder<
    __0 = ::vox_core::builder::Unset,
    __1 = ::vox_core::builder::Unset,
> {
    required: (__0, __1),
    optional: __AddAccountOptional,
}
#[doc(hidden)]
struct __AddAccountOptional {
    active: ::core::option::Option<bool>,
    language: ::core::option::Option<Language>,
}
#[allow(dead_code)]
impl AddAccount {
    /**Starts a request to `AddAccount` with nothing set.

- Roles: Owner, Admin
- Kind: write; a call is sent again only where it surely had no effect
- Credentials: parameters of the request
- Required parameters: `parent`, `account_name`*/
    pub fn builder() -> AddAccountBuilder {
        AddAccountBuilder {
            required: (::vox_core::builder::Unset, ::vox_core::builder::Unset),
            optional: __AddAccountOptional {
                active: ::core::option::Option::None,
                language: ::core::option::Option::None,
            },
        }
    }
}
#[allow(dead_code)]
impl<__0, __1> AddAccountBuilder<__0, __1> {
    /**The parent account.

Required. One member of `ParentAccount` is sent.*/
    pub fn parent(
        self,
        parent: impl ::core::convert::Into<ParentAccount>,
    ) -> AddAccountBuilder<::vox_core::builder::Set<ParentAccount>, __1>
    where
        __0: ::vox_core::builder::Open,
    {
        let (_, __value1) = self.required;
        AddAccountBuilder {
            required: (
                ::vox_core::builder::Set(::core::convert::Into::into(parent)),
                __value1,
            ),
            optional: self.optional,
        }
    }
    /**The name of the new account.

Required. 5 to 20 characters; must match `[a-z][a-z0-9-]*`.*/
    pub fn account_name(
        self,
        account_name: impl ::core::convert::Into<String>,
    ) -> AddAccountBuilder<__0, ::vox_core::builder::Set<String>>
    where
        __1: ::vox_core::builder::Open,
    {
        let (__value0, _) = self.required;
        AddAccountBuilder {
            required: (
                __value0,
                ::vox_core::builder::Set(::core::convert::Into::into(account_name)),
            ),
            optional: self.optional,
        }
    }
    /**Whether the new account is active.

Default: `false`.*/
    pub fn active(mut self, active: bool) -> Self {
        self.optional.active = ::core::option::Option::Some(active);
        self
    }
    /**The language.

Default: `en`.*/
    pub fn language(mut self, language: impl ::core::convert::Into<Language>) -> Self {
        self.optional.language = ::core::option::Option::Some(
            ::core::convert::Into::into(language),
        );
        self
    }
    ///The request, with everything that is set.
    #[must_use]
    pub fn build(self) -> AddAccount
    where
        __0: __add_account::parent<ParentAccount>,
        __1: __add_account::account_name<String>,
    {
        AddAccount {
            parent: ::vox_core::builder::Is::<
                ParentAccount,
            >::into_value(self.required.0),
            account_name: ::vox_core::builder::Is::<String>::into_value(self.required.1),
            active: self.optional.active,
            language: self.optional.language,
        }
    }
}
::vox_core::__client! {
    #[allow(dead_code)] impl AddAccount { #[doc =
    "Calls `AddAccount`.\n\nThe request is checked at once; nothing is sent before the call is awaited. A blocking client waits itself. What comes is the response, or an `Error` that tells whether the request was refused here, not sent, not answered, or refused by the API.\n\n- Roles: Owner, Admin\n- Kind: write; a call is sent again only where it surely had no effect\n- Credentials: parameters of the request\n- Required parameters: `parent`, `account_name`"]
    pub fn send < __ClientRole, __ClientMode : ::vox_core::mode::Mode > (& self, client :
    & ::vox_core::Client < __ClientRole, __ClientMode >) -> __ClientMode::Call <
    AddAccountResponse > where Self : ::vox_core::CallableBy < __ClientRole >, { client
    .call_method(self) } } #[allow(dead_code)] impl < __0, __1 > AddAccountBuilder < __0,
    __1 > { #[doc =
    "Calls `AddAccount`.\n\nThe request is checked at once; nothing is sent before the call is awaited. A blocking client waits itself. What comes is the response, or an `Error` that tells whether the request was refused here, not sent, not answered, or refused by the API.\n\n- Roles: Owner, Admin\n- Kind: write; a call is sent again only where it surely had no effect\n- Credentials: parameters of the request\n- Required parameters: `parent`, `account_name`"]
    pub fn send < __ClientRole, __ClientMode : ::vox_core::mode::Mode > (self, client : &
    ::vox_core::Client < __ClientRole, __ClientMode >) -> __ClientMode::Call <
    AddAccountResponse > where AddAccount : ::vox_core::CallableBy < __ClientRole >, __0
    : __add_account::parent < ParentAccount >, __1 : __add_account::account_name < String
    >, { client.call_method(& self.build()) } }
}
