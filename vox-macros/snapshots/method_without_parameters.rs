const _: () = {
    static __VOX_META: crate::core::MethodMeta = crate::core::MethodMeta {
        name: "Ping",
        doc: "",
        roles: ::core::option::Option::None,
        kind: crate::core::Kind::Read,
        credentials: crate::core::CredentialsIn::Client,
        params: { &[] },
    };
    #[automatically_derived]
    impl crate::core::Method for Ping {
        const META: &'static crate::core::MethodMeta = &__VOX_META;
        type Response = Pong;
        fn check(&self, _: &mut crate::core::Violations) {}
        fn encode(&self, _: &mut crate::core::FormEncoder) {}
    }
    #[automatically_derived]
    impl<__ClientRole> crate::core::CallableBy<__ClientRole> for Ping {}
    crate::core::__server! {
        #[automatically_derived] impl crate ::core::ServerMethod for Ping { fn
        decode(form : & crate ::core::Form) -> ::core::result::Result < Self, crate
        ::core::Violations > { let _ = form; ::core::result::Result::Ok(Self {}) } }
    }
    #[automatically_derived]
    impl ::core::default::Default for Ping {
        fn default() -> Self {
            Self {}
        }
    }
};
/**The builder of [`Ping`]: see [`Ping::builder`].

A required parameter that is not set is an error at compile time.*/
#[must_use = "a builder does nothing until `build` or `send` is called"]
#[allow(dead_code)]
struct PingBuilder {}
#[allow(dead_code)]
impl Ping {
    /**Starts a request to `Ping` with nothing set.

- Roles: any key may call it
- Kind: read; a call may be repeated safely*/
    fn builder() -> PingBuilder {
        PingBuilder {}
    }
}
#[allow(dead_code)]
impl PingBuilder {
    ///The request, with everything that is set.
    #[must_use]
    fn build(self) -> Ping {
        Ping {}
    }
}
crate::core::__client! {
    #[allow(dead_code)] impl Ping { #[doc =
    "Calls `Ping`.\n\nThe request is checked at once; nothing is sent before the call is awaited. A blocking client waits itself. What comes is the response, or an `Error` that tells whether the request was refused here, not sent, not answered, or refused by the API.\n\n- Roles: any key may call it\n- Kind: read; a call may be repeated safely"]
    fn send < __ClientRole, __ClientMode : crate ::core::mode::Mode > (& self, client : &
    crate ::core::Client < __ClientRole, __ClientMode >) -> __ClientMode::Call < Pong >
    where Self : crate ::core::CallableBy < __ClientRole >, { client.call_method(self) }
    } #[allow(dead_code)] impl < > PingBuilder < > { #[doc =
    "Calls `Ping`.\n\nThe request is checked at once; nothing is sent before the call is awaited. A blocking client waits itself. What comes is the response, or an `Error` that tells whether the request was refused here, not sent, not answered, or refused by the API.\n\n- Roles: any key may call it\n- Kind: read; a call may be repeated safely"]
    fn send < __ClientRole, __ClientMode : crate ::core::mode::Mode > (self, client : &
    crate ::core::Client < __ClientRole, __ClientMode >) -> __ClientMode::Call < Pong >
    where Ping : crate ::core::CallableBy < __ClientRole >, { client.call_method(& self
    .build()) } }
}
