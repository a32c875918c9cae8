//! Clients of other APIs, whose methods are declared types too.

use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{ImplItemFn, ItemImpl, ReturnType, Type, Visibility};

use super::measure::{Bench, Cost, Costs, Crate};
use crate::Result;
use crate::compile::Mode;
use crate::generate::{FOLDER, write};

/// A client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Client {
    pub(crate) measured: Crate,
    pub(crate) version: &'static str,
    /// Features for all methods, and a transport.
    pub(crate) features: &'static [&'static str],
    pub(crate) counted: Counted,
    /// What counts as a method, for the page.
    pub(crate) method: &'static str,
}

/// What is counted as a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Counted {
    /// Public functions that return the client's `Response`.
    Functions,
    /// Implementations of the client's trait `Request`.
    Implementations,
}

/// The clients, at the newest versions on the day of the measurement.
pub(crate) const ALL: [Client; 2] = [
    Client {
        measured: Crate { package: "async-stripe", library: "stripe" },
        version: "0.41.0",
        features: &["runtime-tokio-hyper-rustls-webpki"],
        counted: Counted::Functions,
        method: "a public function that returns its `Response`",
    },
    Client {
        measured: Crate { package: "twitch_api", library: "twitch_api" },
        version: "0.8.0",
        features: &["helix", "client", "reqwest"],
        counted: Counted::Implementations,
        method: "an implementation of its trait `Request`",
    },
];

/// The modes that are measured.
pub(crate) const MODES: [Mode; 2] = [Mode::Check, Mode::Debug];

/// What a client costs.
pub(crate) struct Measured {
    pub(crate) client: Client,
    pub(crate) methods: u32,
    pub(crate) costs: Costs<Crate>,
}

/// Measures a client. An error usually is one of the network.
pub(crate) fn measure(client: Client, repetitions: usize) -> Result<Measured> {
    let Client { measured, version, features, .. } = client;
    let member = format!("uses-{}", measured.package);
    let folder = Path::new(FOLDER).join("target/clients").join(measured.package);
    let manifest = format!(
        "[package]\nname = {member:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{} = {{ version = \"={version}\", features = {features:?} }}\n",
        measured.package
    );
    write(&folder, "Cargo.toml", &manifest)?;
    write(&folder.join("src"), "lib.rs", "")?;
    let bench = Bench::new(folder)?;
    let mut costs = Costs::default();
    let mut methods = 0;
    for round in 1..=repetitions {
        for mode in MODES {
            let figures = bench.figures(&member, &[measured], mode)?;
            let figure = figures.first().ok_or_else(|| format!("{} gave no figure", measured.package))?;
            let cost = Cost::of(figure);
            eprintln!("{round}/{repetitions}: {mode}, {}: {:.0}", measured.package, cost.time);
            costs.add(&measured, mode, cost);
            if methods == 0 {
                methods = count(&figure.folder.join("src"), client.counted)?;
            }
        }
    }
    Ok(Measured { client, methods, costs })
}

/// The number of methods in the sources of a folder.
fn count(folder: &Path, counted: Counted) -> Result<u32> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut methods = 0;
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            methods += count(&path, counted)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).map_err(failed)?;
            methods += in_source(&source, counted).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(methods)
}

fn in_source(source: &str, counted: Counted) -> Result<u32> {
    let file = syn::parse_file(source).map_err(|error| error.to_string())?;
    let mut found = Counter { counted, methods: 0 };
    found.visit_file(&file);
    Ok(found.methods)
}

struct Counter {
    counted: Counted,
    methods: u32,
}

impl Visit<'_> for Counter {
    fn visit_item_impl(&mut self, item: &ItemImpl) {
        let of_request = item.trait_.as_ref().and_then(|(path, _)| path.segments.last());
        if self.counted == Counted::Implementations && of_request.is_some_and(|last| last.ident == "Request")
        {
            self.methods += 1;
        }
        visit::visit_item_impl(self, item);
    }

    fn visit_impl_item_fn(&mut self, function: &ImplItemFn) {
        let returned = match &function.sig.output {
            ReturnType::Type(_, ty) => match &**ty {
                Type::Path(path) => path.path.segments.last(),
                _ => None,
            },
            ReturnType::Default => None,
        };
        let is_public = matches!(function.vis, Visibility::Public(_));
        if self.counted == Counted::Functions
            && is_public
            && returned.is_some_and(|last| last.ident == "Response")
        {
            self.methods += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_that_return_a_response_are_methods() {
        let source = "impl Charge {
            pub fn list(client: &Client) -> Response<List<Charge>> { client.get() }
            fn private() -> Response<Charge> { todo() }
            pub fn id(&self) -> ChargeId { self.id }
        }";
        assert_eq!(in_source(source, Counted::Functions), Ok(1));
    }

    #[test]
    fn implementations_of_request_are_methods() {
        let source = "impl helix::Request for GetUsers { type Response = (); }
            impl RequestGet for GetUsers {}
            impl<'a> Request for GetGames<'a> {}";
        assert_eq!(in_source(source, Counted::Implementations), Ok(2));
    }
}
