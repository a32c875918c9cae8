//! The builder of a method, and `send`.
//!
//! Each required parameter has a type parameter of the builder, which is `Unset` until the value is set. `build` and
//! `send` require a trait named after the parameter, which exists for its error message. The optional values are in
//! one tuple, so that a required setter moves one value and not each.
//!
//! The builder is in a separate module, whose content the user's module imports by `*`: an item of the user's with the
//! builder's name hides it instead of being an error.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{Ident, Index};

use super::docs;
use crate::model::{Method, Param};
use crate::names::camel_case;

/// Setters that would hide the builder's own functions get this before their name.
const RESERVED: [&str; 2] = ["build", "send"];

/// The names of what belongs to a builder. Each ends with the struct's name as it is written, so that no two are the same.
pub(crate) struct Names {
    /// The builder.
    pub(crate) builder: Ident,
    /// The builder of a struct with mistakes, which is in no module.
    pub(crate) fallback: Ident,
    /// The module of the builder.
    module: Ident,
    /// The module of the traits, inside that of the builder.
    params: Ident,
    /// The type that has the types of the optional values, inside the module of the builder.
    optional: Ident,
    /// The private module of `vox-core`, also in the user's module: the compiler would show in which block functions are.
    private: Ident,
}

/// Names for type parameters. Compile errors and documentation show them, so they are descriptive; none may hide a type
/// that the request or its response mentions.
fn type_parameters(method: &Method, wanted: impl IntoIterator<Item = String>) -> Vec<Ident> {
    let types = method.params.iter().map(|param| &param.ty).chain([&method.response]);
    let mut taken: Vec<String> = types.flat_map(|ty| identifiers(ty.to_token_stream())).collect();
    taken.push(method.ident.unraw().to_string());
    let free = |mut name: String| {
        while taken.contains(&name) {
            name.push('_');
        }
        taken.push(name.clone());
        Ident::new(&name, Span::call_site())
    };
    wanted.into_iter().map(free).collect()
}

fn fields<'p>(params: &[&'p Param]) -> impl Iterator<Item = &'p Ident> {
    params.iter().map(|param| &param.ident)
}

fn identifiers(tokens: TokenStream) -> Vec<String> {
    let of_tree = |tree| match tree {
        TokenTree::Ident(ident) => vec![ident.unraw().to_string()],
        TokenTree::Group(group) => identifiers(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
    };
    tokens.into_iter().flat_map(of_tree).collect()
}

/// Distinguishes the structs of one name in one file: the first has nothing. The compiler rejects two in one module, by the name of
/// the struct; modules of one name would be an error before that one, about a name that the user never wrote. Only such errors
/// depend on the structs before.
fn repetition(ident: &Ident) -> Option<usize> {
    static COUNTS: Mutex<BTreeMap<(String, String), usize>> = Mutex::new(BTreeMap::new());

    if !proc_macro::is_available() {
        return None;
    }
    let mut counts = COUNTS.lock().unwrap_or_else(PoisonError::into_inner);
    let count = counts.entry((ident.span().unwrap().file(), ident.to_string())).or_default();
    *count += 1;
    (*count > 1).then_some(*count)
}

impl Names {
    /// The names for the struct with this name.
    pub(crate) fn of(ident: &Ident) -> Self {
        let name = ident.unraw();
        let number = repetition(ident).map_or_else(String::new, |number| number.to_string());
        Self {
            builder: format_ident!("{name}Builder", span = Span::call_site()),
            fallback: format_ident!("{name}Builder{number}", span = Span::call_site()),
            module: format_ident!("__builder{number}_{name}", span = Span::call_site()),
            params: format_ident!("__params_{name}", span = Span::call_site()),
            optional: format_ident!("__optional_{name}", span = Span::call_site()),
            private: format_ident!("__vox_{name}", span = Span::call_site()),
        }
    }
}

/// The setter's name, which is that of no other field.
pub(crate) fn setter_name<'i>(field: &Ident, fields: impl Iterator<Item = &'i Ident>) -> Ident {
    let mut name = field.unraw().to_string();
    if !RESERVED.contains(&name.as_str()) {
        return field.clone();
    }
    let others: Vec<String> = fields.map(|field| field.unraw().to_string()).collect();
    while RESERVED.contains(&name.as_str()) || others.contains(&name) {
        name = format!("field_{name}");
    }
    Ident::new(&name, field.span())
}

/// The argument of a setter.
struct Argument {
    /// The type parameter of the setter.
    parameter: Option<TokenStream>,
    /// The argument's type.
    ty: TokenStream,
    /// What the type of the parameter must be able to do.
    bound: Option<TokenStream>,
    /// The value that the setter stores.
    value: TokenStream,
}

/// The parts that several generated items share.
struct Parts<'m> {
    method: &'m Method,
    names: Names,
    required: Vec<&'m Param>,
    optional: Vec<&'m Param>,
    /// A type parameter for each required parameter.
    states: Vec<Ident>,
}

/// The builder and `send`.
pub(super) fn emit(method: &Method) -> TokenStream {
    let required: Vec<_> = docs::required(method).collect();
    let parts = Parts {
        method,
        names: Names::of(&method.ident),
        states: type_parameters(method, required.iter().map(|param| state(&param.ident))),
        required,
        optional: docs::optional(method).collect(),
    };
    let module = parts.module();
    let (of_request, of_builder) = (parts.of_request(), parts.of_builder());
    quote! {
        #module
        #of_request
        #of_builder
    }
}

/// The name of the type parameter for a required field.
fn state(field: &Ident) -> String {
    format!("{}State", camel_case(&field.unraw().to_string()))
}

impl Parts<'_> {
    /// The module of the builder.
    fn module(&self) -> TokenStream {
        let Self { method, names, states, .. } = self;
        let Method { vis, krate, .. } = method;
        let Names { builder, module, optional: key, private: vox, .. } = names;
        let (import, doc, markers) = (super::import(krate, vox), docs::builder_type(method), self.markers());

        let required = (!states.is_empty()).then(|| quote!(pub(super) required: (#(#states,)*),));
        let optional = (!self.optional.is_empty())
            .then(|| quote!(pub(super) optional: <#key as #vox::OptionalValues>::Values));
        let key_type = optional.is_some().then(|| quote!(pub(super) struct #key;));
        let types = self.optional.iter().map(|param| &param.ty);
        let values = optional.is_some().then(|| {
            quote! {
                impl #vox::OptionalValues for #module::#key {
                    type Values = (#(#vox::Option<#types>,)*);
                }
            }
        });
        let content = quote! {
            pub(super) #import
            #markers
            #key_type
            #doc
            #[must_use = "a builder does nothing until `build` or `send` is called"]
            pub struct #builder<#(#states = #vox::Unset),*> { #required #optional }
        };
        quote! {
            #[allow(dead_code, non_camel_case_types, non_snake_case, unreachable_pub)]
            mod #module { #content }
            #[allow(unused_imports, hidden_glob_reexports)]
            #vis use #module::*;
            #values
        }
    }

    /// The one `impl` of the request: `builder` and `send`.
    fn of_request(&self) -> TokenStream {
        let Method { ident, vis, .. } = self.method;
        let Names { builder, module, private: vox, .. } = &self.names;
        let doc = docs::builder(self.method);
        let unset = self.required.iter().map(|_| quote!(#vox::Unset));
        let none = self.optional.iter().map(|_| quote!(#vox::None));
        let required = (!self.required.is_empty()).then(|| quote!(required: (#(#unset,)*),));
        let optional = (!self.optional.is_empty()).then(|| quote!(optional: (#(#none,)*),));
        let send = self.send(&quote!(&self), &quote!(Self), &[], &quote!(self));
        quote! {
            #[allow(dead_code)]
            impl #ident {
                #doc
                #vis fn builder() -> #module::#builder {
                    #module::#builder { #required #optional }
                }
                #send
            }
        }
    }

    /// A trait for each required parameter, for its error message. They are in a module, as a parameter may be named
    /// like a type.
    fn markers(&self) -> Option<TokenStream> {
        let traits = self.required.iter().map(|param| {
            let name = &param.ident;
            let message =
                format!("the required parameter `{}` of `{}` is not set", name.unraw(), self.method.ident);
            let setter = self.setter_name(name);
            let label = format!("add `.{}(..)` to the builder before this call", setter.unraw());
            // An alias of an `Option` may be left out.
            let alias = param.class.may_be_alias().then(|| {
                quote! {
                    #[diagnostic::do_not_recommend]
                    impl<Value> #name<__vox::Option<Value>> for __vox::Unset {}
                }
            });
            quote! {
                #[diagnostic::on_unimplemented(message = #message, label = #label)]
                pub trait #name<Value>: __vox::Is<Value> {}
                #[diagnostic::do_not_recommend]
                impl<Value> #name<Value> for __vox::Set<Value> {}
                #alias
            }
        });
        let Names { params, private: vox, .. } = &self.names;
        (!self.required.is_empty())
            .then(|| quote!(pub(super) mod #params { use super::#vox as __vox; #(#traits)* }))
    }

    fn setter_name(&self, field: &Ident) -> Ident {
        setter_name(field, self.method.params.iter().map(|param| &param.ident))
    }

    /// The argument of a setter: of a type that the derive does not know, the trait decides what it takes.
    fn argument(&self, param: &Param) -> Argument {
        let Param { ident, ty, class, plain, .. } = param;
        let vox = &self.names.private;
        if plain.is_some() && class.is_primitive() {
            return Argument { parameter: None, ty: quote!(#ty), bound: None, value: quote!(#ident) };
        }
        if plain.is_none() || !class.may_be_alias() {
            let (ty, value) = (quote!(impl #vox::Into<#ty>), quote!(#vox::Into::into(#ident)));
            return Argument { parameter: None, ty, bound: None, value };
        }
        let argument = &type_parameters(self.method, ["Argument".to_owned()])[0];
        Argument {
            parameter: Some(quote!(<#argument>)),
            ty: quote!(#argument),
            bound: Some(quote!(#ty: #vox::Accepts<#argument>)),
            value: quote!(#vox::Accepts::accept(#ident)),
        }
    }

    /// The one `impl` of the builder: all setters, `build` and `send`.
    fn of_builder(&self) -> TokenStream {
        let states = &self.states;
        let Names { builder, module, .. } = &self.names;
        let required = (0..self.required.len()).map(|index| self.required_setter(index));
        let optional = (0..self.optional.len()).map(|index| self.optional_setter(index));
        let build = self.build();
        let ident = &self.method.ident;
        let send = self.send(&quote!(self), &quote!(#ident), &self.bounds(), &quote!(&self.build()));
        quote! {
            #[allow(dead_code)]
            impl<#(#states),*> #module::#builder<#(#states),*> {
                #(#required)*
                #(#optional)*
                #build
                #send
            }
        }
    }

    fn required_setter(&self, index: usize) -> TokenStream {
        let Param { ident, ty, vis, attributes, .. } = self.required[index];
        let Names { builder, module, private: vox, .. } = &self.names;
        let doc = docs::setter(self.method, self.required[index]);
        let setter = self.setter_name(ident);
        let Argument { parameter, ty: argument, bound, value } = self.argument(self.required[index]);
        let state = &self.states[index];
        let replaced = |new: TokenStream, old: &dyn Fn(usize) -> TokenStream| -> Vec<TokenStream> {
            (0..self.states.len())
                .map(|other| if other == index { new.clone() } else { old(other) })
                .collect()
        };
        let types = replaced(quote!(#vox::Set<#ty>), &|other| self.states[other].to_token_stream());
        let values = replaced(quote!(#vox::Set(#value)), &|other| {
            let other = Index::from(other);
            quote!(self.required.#other)
        });
        let optional = (!self.optional.is_empty()).then(|| quote!(optional: self.optional,));
        let bound = bound.map(|bound| quote!(#bound,));
        quote! {
            #doc
            #(#attributes)*
            #vis fn #setter #parameter(self, #ident: #argument) -> #module::#builder<#(#types),*>
            where
                #bound
                #state: #vox::Open,
            {
                #module::#builder { required: (#(#values,)*), #optional }
            }
        }
    }

    fn optional_setter(&self, index: usize) -> TokenStream {
        let vox = &self.names.private;
        let param = self.optional[index];
        let Param { ident, vis, attributes, .. } = param;
        let doc = docs::setter(self.method, param);
        let setter = self.setter_name(ident);
        let Argument { parameter, ty: argument, bound, value } = self.argument(param);
        let bound = bound.map(|bound| quote!(where #bound,));
        let index = Index::from(index);
        quote! {
            #doc
            #(#attributes)*
            #vis fn #setter #parameter(mut self, #ident: #argument) -> Self #bound {
                self.optional.#index = #vox::Some(#value);
                self
            }
        }
    }

    fn build(&self) -> TokenStream {
        let Method { ident, vis, .. } = self.method;
        let vox = &self.names.private;
        let bounds = self.bounds();
        let doc = docs::line("The request, with everything that is set.");
        let (required, optional) = (fields(&self.required), fields(&self.optional));
        let required_values = (0..self.required.len()).map(Index::from);
        let optional_values = (0..self.optional.len()).map(Index::from);
        quote! {
            #doc
            #[must_use]
            #vis fn build(self) -> #ident where #(#bounds,)* {
                #ident {
                    #(#required: #vox::Is::into_value(self.required.#required_values),)*
                    #(#optional: self.optional.#optional_values,)*
                }
            }
        }
    }

    /// What `build` and `send` require of the states.
    fn bounds(&self) -> Vec<TokenStream> {
        let Names { module, params, .. } = &self.names;
        let bound = |(state, param): (&Ident, &&Param)| {
            let Param { ident, ty, .. } = param;
            quote!(#state: #module::#params::#ident<#ty>)
        };
        self.states.iter().zip(&self.required).map(bound).collect()
    }

    /// `send`, which exists under a feature of `vox-core` only.
    fn send(
        &self,
        receiver: &TokenStream,
        method: &TokenStream,
        bounds: &[TokenStream],
        request: &TokenStream,
    ) -> Option<TokenStream> {
        let Method { vis, response, .. } = self.method;
        let vox = &self.names.private;
        let doc = docs::send(self.method);
        let client = &type_parameters(self.method, ["AnyClient".to_owned()])[0];
        super::WITH_CLIENT.then(|| {
            quote! {
                #vox::__client! {
                    #doc
                    #vis fn send<#client: #vox::Caller + ?#vox::Sized>(
                        #receiver,
                        client: &#client,
                    ) -> #client::Call<#response>
                    where
                        #method: #vox::CallableBy<#client::Role>,
                        #(#bounds,)*
                    {
                        #vox::MethodExt::send(#request, client)
                    }
                }
            }
        })
    }
}
