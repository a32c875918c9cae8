const _: () = {
    use ::vox_core::macro_support as __vox;
    #[automatically_derived]
    impl __vox::Method for Reset {
        const META: &'static __vox::MethodMeta = &__vox::MethodMeta {
            name: "Reset",
            doc: "",
            roles: __vox::None,
            kind: __vox::Kind::Write,
            money: false,
            credentials: __vox::CredentialsIn::Client,
            response: __vox::response::<Self>(),
            ack: __vox::ACK_TRUTHY,
            params: &[],
            rules: __vox::NO_REQUEST_RULES,
        };
        type Response = ();
        fn check(&self, _: &mut __vox::Violations) {}
        fn encode(&self, _: &mut __vox::FormEncoder) {}
    }
    #[automatically_derived]
    impl<__ClientRole> __vox::CallableBy<__ClientRole> for Reset {}
    __vox::__server! {
        #[automatically_derived] impl __vox::ServerMethod for Reset { fn decode(form : &
        __vox::Form) -> __vox::Result < Self, __vox::Violations > { let _ = form;
        __vox::Ok(Self {}) } }
    }
    #[automatically_derived]
    impl __vox::Default for Reset {
        fn default() -> Self {
            Self {}
        }
    }
};
#[allow(dead_code, non_camel_case_types, non_snake_case, unreachable_pub)]
mod __builder_Reset {
    pub(super) use ::vox_core::macro_support as __vox_Reset;
    /**The builder of [`Reset`](super::Reset): see [`Reset::builder`](super::Reset::builder).

A required parameter that is not set is an error at compile time.*/
    #[must_use = "a builder does nothing until `build` or `send` is called"]
    pub struct ResetBuilder {}
}
#[allow(unused_imports, hidden_glob_reexports)]
use __builder_Reset::*;
#[allow(dead_code)]
impl Reset {
    /**Starts a request to `Reset` with nothing set.

Kind: write, retried only if it is certain that it had no effect. Roles: any.

Response: only the acknowledgment.

The method has no parameters.*/
    fn builder() -> __builder_Reset::ResetBuilder {
        __builder_Reset::ResetBuilder {}
    }
    __vox_Reset::__client! {
        #[doc =
        "Calls `Reset`.\n\nThe request is validated at once, and sent when the call is awaited; a blocking client waits for the response. Returns the response, or an [`Error`](::vox_core::Error) that describes the failure and whether the operation may have taken effect.\n\nKind: write, retried only if it is certain that it had no effect. Roles: any."]
        fn send < AnyClient : __vox_Reset::Caller + ? __vox_Reset::Sized > (& self,
        client : & AnyClient,) -> AnyClient::Call < () > where Self :
        __vox_Reset::CallableBy < AnyClient::Role >, { __vox_Reset::MethodExt::send(self,
        client) }
    }
}
#[allow(dead_code)]
impl __builder_Reset::ResetBuilder {
    ///The request, with everything that is set.
    #[must_use]
    fn build(self) -> Reset {
        Reset {}
    }
    __vox_Reset::__client! {
        #[doc =
        "Calls `Reset`.\n\nThe request is validated at once, and sent when the call is awaited; a blocking client waits for the response. Returns the response, or an [`Error`](::vox_core::Error) that describes the failure and whether the operation may have taken effect.\n\nKind: write, retried only if it is certain that it had no effect. Roles: any."]
        fn send < AnyClient : __vox_Reset::Caller + ? __vox_Reset::Sized > (self, client
        : & AnyClient,) -> AnyClient::Call < () > where Reset : __vox_Reset::CallableBy <
        AnyClient::Role >, { __vox_Reset::MethodExt::send(& self.build(), client) }
    }
}
