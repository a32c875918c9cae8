const _: () = {
    use ::vox_core::macro_support as __vox;
    use __vox::NoDefault;
    use __vox::check_no_default;
    const _: () = check_no_default(__vox::Probe::<SendFax>::HAS_DEFAULT, "SendFax");
    #[automatically_derived]
    impl __vox::Method for SendFax {
        const META: &'static __vox::MethodMeta = &__vox::MethodMeta {
            name: "SendFax",
            doc: "",
            roles: __vox::Some {
                0: &[__vox::Role::Owner, __vox::Role::Other("sys.Fax")],
            },
            kind: __vox::Kind::Write,
            money: true,
            credentials: __vox::CredentialsIn::Client,
            response: __vox::response::<Self>(),
            ack: __vox::ACK_ONE,
            params: &[
                __vox::ParamEntry::Param {
                    0: __vox::ParamMeta {
                        name: "pages",
                        doc: "The pages.",
                        value: <File as __vox::Param>::value_meta,
                        required: false,
                        declared_secret: false,
                        default: __vox::NO_DEFAULT,
                        any_of: __vox::NO_GROUP,
                        rules: __vox::NO_RULES,
                    },
                },
                __vox::ParamEntry::Param {
                    0: __vox::ParamMeta {
                        name: "numbers",
                        doc: "The numbers.",
                        value: <Vec<String> as __vox::Param>::value_meta,
                        required: true,
                        declared_secret: false,
                        default: __vox::NO_DEFAULT,
                        any_of: __vox::NO_GROUP,
                        rules: &[
                            __vox::Rule::MaxItems(5usize),
                            __vox::Rule::Each {
                                0: &[__vox::Rule::MaxLen(20usize)],
                            },
                        ],
                    },
                },
                __vox::ParamEntry::Param {
                    0: __vox::ParamMeta {
                        name: "send_at",
                        doc: "When it is sent.",
                        value: <Timestamp as __vox::Param>::value_meta,
                        required: false,
                        declared_secret: false,
                        default: __vox::NO_DEFAULT,
                        any_of: __vox::NO_GROUP,
                        rules: __vox::NO_RULES,
                    },
                },
            ],
            rules: __vox::NO_REQUEST_RULES,
        };
        type Response = ();
        fn check(&self, violations: &mut __vox::Violations) {
            let params = <Self as __vox::Method>::META.params;
            <File as __vox::Param>::check_own(
                &self.pages,
                __vox::param_at(params, 0usize),
                violations,
            );
            <Vec<
                String,
            > as __vox::Param>::check_own(
                &self.numbers,
                __vox::param_at(params, 1usize),
                violations,
            );
            __vox::items(&self.numbers, __vox::param_at(params, 1usize), violations);
            __vox::each_text(&self.numbers, __vox::param_at(params, 1usize), violations);
            <Timestamp as __vox::Param>::check_own(
                &self.send_at,
                __vox::param_at(params, 2usize),
                violations,
            );
        }
        fn encode(&self, form: &mut __vox::FormEncoder) {
            <File as __vox::Param>::write_to(&self.pages, "pages", form);
            <Vec<String> as __vox::Param>::write_to(&self.numbers, "numbers", form);
            <Timestamp as __vox::Param>::write_to(&self.send_at, "send_at", form);
        }
    }
    #[automatically_derived]
    impl __vox::CallableBy<__vox::roles::Owner> for SendFax {}
    #[automatically_derived]
    impl __vox::CallableBy<__vox::roles::AnyRole> for SendFax {}
    __vox::__server! {
        #[automatically_derived] impl __vox::ServerMethod for SendFax { fn decode(form :
        & __vox::Form) -> __vox::Result < Self, __vox::Violations > { let params = < Self
        as __vox::Method > ::META.params; let mut reader = __vox::FormReader::new(form);
        let field0 = < File as __vox::Param > ::read_from(& mut reader,
        __vox::param_at(params, 0usize)); let field1 = < Vec < String > as __vox::Param >
        ::read_from(& mut reader, __vox::param_at(params, 1usize)); let field2 = <
        Timestamp as __vox::Param > ::read_from(& mut reader, __vox::param_at(params,
        2usize)); let (__vox::Some(field0), __vox::Some(field1), __vox::Some(field2),) =
        (field0, field1, field2,) else { return __vox::Err(reader.finish()); };
        __vox::Ok(Self { pages : field0, numbers : field1, send_at : field2 }) } }
    }
};
#[allow(dead_code, non_camel_case_types, non_snake_case, unreachable_pub)]
mod __builder_SendFax {
    pub(super) use ::vox_core::macro_support as __vox_SendFax;
    pub(super) mod __params_SendFax {
        use super::__vox_SendFax as __vox;
        #[diagnostic::on_unimplemented(
            message = "the required parameter `numbers` of `SendFax` is not set",
            label = "add `.numbers(..)` to the builder before this call"
        )]
        pub trait numbers<Value>: __vox::Is<Value> {}
        #[diagnostic::do_not_recommend]
        impl<Value> numbers<Value> for __vox::Set<Value> {}
    }
    pub(super) struct __optional_SendFax;
    /**The builder of [`SendFax`](super::SendFax): see [`SendFax::builder`](super::SendFax::builder).

A required parameter that is not set is an error at compile time.*/
    #[must_use = "a builder does nothing until `build` or `send` is called"]
    pub struct SendFaxBuilder<NumbersState = __vox_SendFax::Unset> {
        pub(super) required: (NumbersState,),
        pub(super) optional: <__optional_SendFax as __vox_SendFax::OptionalValues>::Values,
    }
}
#[allow(unused_imports, hidden_glob_reexports)]
use __builder_SendFax::*;
impl __vox_SendFax::OptionalValues for __builder_SendFax::__optional_SendFax {
    type Values = (__vox_SendFax::Option<File>, __vox_SendFax::Option<Timestamp>);
}
#[allow(dead_code)]
impl SendFax {
    /**Starts a request to `SendFax` with nothing set.

Kind: write, retried only if it is certain that it had no effect. Money: the method may spend or reserve some. Roles: Owner, sys.Fax.

Response: only the acknowledgment.

| parameter | type | rules |
|---|---|---|
| `pages` | [`File`] |  |
| `numbers` | <code>Vec&lt;String&gt;</code> | Required. At most 5 items; each item: at most 20 characters. |
| `send_at` | [`Timestamp`] |  |*/
    fn builder() -> __builder_SendFax::SendFaxBuilder {
        __builder_SendFax::SendFaxBuilder {
            required: (__vox_SendFax::Unset,),
            optional: (__vox_SendFax::None, __vox_SendFax::None),
        }
    }
    __vox_SendFax::__client! {
        #[doc =
        "Calls `SendFax`.\n\nThe request is validated at once, and sent when the call is awaited; a blocking client waits for the response. Returns the response, or an [`Error`](::vox_core::Error) that describes the failure and whether the operation may have taken effect.\n\nKind: write, retried only if it is certain that it had no effect. Money: the method may spend or reserve some. Roles: Owner, sys.Fax."]
        fn send < AnyClient : __vox_SendFax::Caller + ? __vox_SendFax::Sized > (& self,
        client : & AnyClient,) -> AnyClient::Call < () > where Self :
        __vox_SendFax::CallableBy < AnyClient::Role >, {
        __vox_SendFax::MethodExt::send(self, client) }
    }
}
#[allow(dead_code)]
impl<NumbersState> __builder_SendFax::SendFaxBuilder<NumbersState> {
    /**The numbers.

Required. At most 5 items; each item: at most 20 characters.*/
    fn numbers(
        self,
        numbers: impl __vox_SendFax::Into<Vec<String>>,
    ) -> __builder_SendFax::SendFaxBuilder<__vox_SendFax::Set<Vec<String>>>
    where
        NumbersState: __vox_SendFax::Open,
    {
        __builder_SendFax::SendFaxBuilder {
            required: (__vox_SendFax::Set(__vox_SendFax::Into::into(numbers)),),
            optional: self.optional,
        }
    }
    ///The pages.
    fn pages(mut self, pages: impl __vox_SendFax::Into<File>) -> Self {
        self.optional.0 = __vox_SendFax::Some(__vox_SendFax::Into::into(pages));
        self
    }
    ///When it is sent.
    fn send_at(mut self, send_at: impl __vox_SendFax::Into<Timestamp>) -> Self {
        self.optional.1 = __vox_SendFax::Some(__vox_SendFax::Into::into(send_at));
        self
    }
    ///The request, with everything that is set.
    #[must_use]
    fn build(self) -> SendFax
    where
        NumbersState: __builder_SendFax::__params_SendFax::numbers<Vec<String>>,
    {
        SendFax {
            numbers: __vox_SendFax::Is::into_value(self.required.0),
            pages: self.optional.0,
            send_at: self.optional.1,
        }
    }
    __vox_SendFax::__client! {
        #[doc =
        "Calls `SendFax`.\n\nThe request is validated at once, and sent when the call is awaited; a blocking client waits for the response. Returns the response, or an [`Error`](::vox_core::Error) that describes the failure and whether the operation may have taken effect.\n\nKind: write, retried only if it is certain that it had no effect. Money: the method may spend or reserve some. Roles: Owner, sys.Fax."]
        fn send < AnyClient : __vox_SendFax::Caller + ? __vox_SendFax::Sized > (self,
        client : & AnyClient,) -> AnyClient::Call < () > where SendFax :
        __vox_SendFax::CallableBy < AnyClient::Role >, NumbersState :
        __builder_SendFax::__params_SendFax::numbers < Vec < String > >, {
        __vox_SendFax::MethodExt::send(& self.build(), client) }
    }
}
