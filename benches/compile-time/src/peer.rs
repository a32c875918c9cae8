//! What is compared.

/// A set of derives, and what the generated code calls of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Peer {
    pub(crate) engine: Engine,
    pub(crate) validation: Option<Validation>,
    /// Whether requests are also made by a builder.
    pub(crate) builder: bool,
}

/// What encodes requests and decodes answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Engine {
    /// Nothing: only `Debug` and `Clone`, which all peers derive.
    Plain,
    Serde,
    Vox,
}

/// What checks requests; vox does it itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Validation {
    Garde,
    Validator,
}

impl Peer {
    pub(crate) const PLAIN: Self = Self { engine: Engine::Plain, validation: None, builder: false };
    pub(crate) const SERDE: Self = Self { engine: Engine::Serde, ..Self::PLAIN };
    pub(crate) const GARDE: Self = Self { validation: Some(Validation::Garde), ..Self::SERDE };
    pub(crate) const VALIDATOR: Self = Self { validation: Some(Validation::Validator), ..Self::SERDE };
    pub(crate) const BON: Self = Self { builder: true, ..Self::SERDE };
    pub(crate) const GARDE_BON: Self = Self { builder: true, ..Self::GARDE };
    pub(crate) const VOX_LITERAL: Self = Self { engine: Engine::Vox, ..Self::PLAIN };
    pub(crate) const VOX: Self = Self { builder: true, ..Self::VOX_LITERAL };

    pub(crate) const ALL: [Self; 8] = [
        Self::PLAIN,
        Self::SERDE,
        Self::GARDE,
        Self::VALIDATOR,
        Self::BON,
        Self::GARDE_BON,
        Self::VOX_LITERAL,
        Self::VOX,
    ];

    pub(crate) fn name(self) -> &'static str {
        match (self.engine, self.validation, self.builder) {
            (Engine::Plain, ..) => "plain",
            (Engine::Vox, _, false) => "vox-literal",
            (Engine::Vox, _, true) => "vox",
            (Engine::Serde, None, false) => "serde",
            (Engine::Serde, None, true) => "serde+bon",
            (Engine::Serde, Some(Validation::Garde), false) => "serde+garde",
            (Engine::Serde, Some(Validation::Garde), true) => "serde+garde+bon",
            (Engine::Serde, Some(Validation::Validator), _) => "serde+validator",
        }
    }

    pub(crate) fn words(self) -> &'static str {
        match self.name() {
            "plain" => "`Debug`, `Clone`",
            "serde" => "serde `Serialize` + `Deserialize`",
            "serde+garde" => "serde + garde",
            "serde+validator" => "serde + validator",
            "serde+bon" => "serde + bon",
            "serde+garde+bon" => "serde + garde + bon",
            "vox-literal" => "vox, no builder called",
            _ => "vox",
        }
    }

    pub(crate) fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|peer| peer.name() == name)
    }

    /// The name of the crate with this many methods.
    pub(crate) fn crate_name(self, count: usize) -> String {
        format!("{}-{count}", self.name().replace('+', "-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_peer_has_a_name_of_its_own() {
        for peer in Peer::ALL {
            assert_eq!(Peer::by_name(peer.name()), Some(peer));
        }
    }
}
