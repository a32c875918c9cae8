const _: () = {
    use crate::core::macro_support as __vox;
    #[automatically_derived]
    impl __vox::Method for Ping {
        const META: &'static __vox::MethodMeta = &__vox::MethodMeta {
            name: "Ping",
            doc: "",
            roles: __vox::None,
            kind: __vox::Kind::Read,
            money: false,
            credentials: __vox::CredentialsIn::Client,
            response: __vox::response::<Self>(),
            ack: __vox::NO_ACK,
            params: &[],
            rules: __vox::NO_REQUEST_RULES,
        };
        type Response = Pong;
        fn check(&self, _: &mut __vox::Violations) {}
        fn encode(&self, _: &mut __vox::FormEncoder) {}
    }
    #[automatically_derived]
    impl<__ClientRole> __vox::CallableBy<__ClientRole> for Ping {}
    __vox::__server! {
        #[automatically_derived] impl __vox::ServerMethod for Ping { fn decode(form : &
        __vox::Form) -> __vox::Result < Self, __vox::Violations > { let _ = form;
        __vox::Ok(Self {}) } }
    }
    #[automatically_derived]
    impl __vox::Default for Ping {
        fn default() -> Self {
            Self {}
        }
    }
};
#[allow(dead_code, non_camel_case_types, non_snake_case, unreachable_pub)]
mod __builder_Ping {
    pub(super) use crate::core::macro_support as __vox_Ping;
    /**The builder of [`Ping`](super::Ping): see [`Ping::builder`](super::Ping::builder).

A required parameter that is not set is an error at compile time.*/
    #[must_use = "a builder does nothing until `build` or `send` is called"]
    pub struct PingBuilder {}
}
#[allow(unused_imports, hidden_glob_reexports)]
use __builder_Ping::*;
#[allow(dead_code)]
impl Ping {
    /**Starts a request to `Ping` with nothing set.

Kind: read, safe to retry. Roles: any.

Response: [`Pong`].

The method has no parameters.*/
    fn builder() -> __builder_Ping::PingBuilder {
        __builder_Ping::PingBuilder {}
    }
    __vox_Ping::__client! {
        #[doc =
        "Calls `Ping`.\n\nThe request is validated at once, and sent when the call is awaited; a blocking client waits for the response. Returns the response, or an [`Error`](crate::core::Error) that describes the failure and whether the operation may have taken effect.\n\nKind: read, safe to retry. Roles: any."]
        fn send < AnyClient : __vox_Ping::Caller + ? __vox_Ping::Sized > (& self, client
        : & AnyClient,) -> AnyClient::Call < Pong > where Self : __vox_Ping::CallableBy <
        AnyClient::Role >, { __vox_Ping::MethodExt::send(self, client) }
    }
}
#[allow(dead_code)]
impl __builder_Ping::PingBuilder {
    ///The request, with everything that is set.
    #[must_use]
    fn build(self) -> Ping {
        Ping {}
    }
    __vox_Ping::__client! {
        #[doc =
        "Calls `Ping`.\n\nThe request is validated at once, and sent when the call is awaited; a blocking client waits for the response. Returns the response, or an [`Error`](crate::core::Error) that describes the failure and whether the operation may have taken effect.\n\nKind: read, safe to retry. Roles: any."]
        fn send < AnyClient : __vox_Ping::Caller + ? __vox_Ping::Sized > (self, client :
        & AnyClient,) -> AnyClient::Call < Pong > where Ping : __vox_Ping::CallableBy <
        AnyClient::Role >, { __vox_Ping::MethodExt::send(& self.build(), client) }
    }
}
