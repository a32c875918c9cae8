//! The peers.

/// A set of derives that the generated code uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Peer {
    pub(crate) engine: Engine,
    pub(crate) validation: Option<Validation>,
    /// Whether requests are also built by a builder.
    pub(crate) builder: bool,
    /// Whether every type is encoded and decoded: with both traits of serde, or with the feature `server` of vox.
    pub(crate) both_ways: bool,
}

/// The derive that encodes requests and decodes responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Engine {
    /// Nothing: only `Debug` and `Clone`, which all peers derive.
    Plain,
    Serde,
    Vox,
}

/// The derive that validates requests; vox includes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Validation {
    Garde,
    Validator,
}

impl Peer {
    pub(crate) const PLAIN: Self =
        Self { engine: Engine::Plain, validation: None, builder: false, both_ways: false };
    pub(crate) const SERDE: Self = Self { engine: Engine::Serde, both_ways: true, ..Self::PLAIN };
    pub(crate) const GARDE: Self = Self { validation: Some(Validation::Garde), ..Self::SERDE };
    pub(crate) const VALIDATOR: Self = Self { validation: Some(Validation::Validator), ..Self::SERDE };
    pub(crate) const BON: Self = Self { builder: true, ..Self::SERDE };
    pub(crate) const GARDE_BON: Self = Self { builder: true, ..Self::GARDE };
    pub(crate) const ONE_WAY: Self = Self { both_ways: false, ..Self::SERDE };
    pub(crate) const ONE_WAY_GARDE_BON: Self = Self { both_ways: false, ..Self::GARDE_BON };
    pub(crate) const VOX: Self = Self { engine: Engine::Vox, builder: true, ..Self::PLAIN };
    pub(crate) const VOX_SERVER: Self = Self { both_ways: true, ..Self::VOX };

    pub(crate) const ALL: [Self; 10] = [
        Self::PLAIN,
        Self::SERDE,
        Self::GARDE,
        Self::VALIDATOR,
        Self::BON,
        Self::GARDE_BON,
        Self::ONE_WAY,
        Self::ONE_WAY_GARDE_BON,
        Self::VOX,
        Self::VOX_SERVER,
    ];

    pub(crate) fn name(self) -> &'static str {
        match (self.engine, self.validation, self.builder) {
            (Engine::Plain, ..) => "plain",
            (Engine::Vox, ..) if self.both_ways => "vox-server",
            (Engine::Vox, ..) => "vox",
            (Engine::Serde, None, false) if self.both_ways => "serde",
            (Engine::Serde, None, false) => "one-way",
            (Engine::Serde, None, true) => "serde+bon",
            (Engine::Serde, Some(Validation::Garde), false) => "serde+garde",
            (Engine::Serde, Some(Validation::Garde), true) if self.both_ways => "serde+garde+bon",
            (Engine::Serde, Some(Validation::Garde), true) => "one-way+garde+bon",
            (Engine::Serde, Some(Validation::Validator), _) => "serde+validator",
        }
    }

    pub(crate) fn description(self) -> &'static str {
        match self.name() {
            "plain" => "`Debug`, `Clone`",
            "serde" => "serde `Serialize` + `Deserialize`",
            "serde+garde" => "serde + garde",
            "serde+validator" => "serde + validator",
            "serde+bon" => "serde + bon",
            "serde+garde+bon" => "serde + garde + bon",
            "one-way" => "serde, one way",
            "one-way+garde+bon" => "serde, one way + garde + bon",
            "vox-server" => "vox, feature `server`",
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
    fn every_peer_has_a_unique_name() {
        for peer in Peer::ALL {
            assert_eq!(Peer::by_name(peer.name()), Some(peer));
        }
    }
}
