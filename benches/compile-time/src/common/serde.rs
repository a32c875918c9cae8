    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use serde::de::Error as _;

    pub use jiff::Timestamp;
    pub use jiff::civil::Date;
    pub use rust_decimal::Decimal;

    pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

    #[derive(Debug, Clone, Serialize, Deserialize)]
    pub struct Secret(pub String);

    impl From<&str> for Secret {
        fn from(text: &str) -> Self {
            Self(text.to_owned())
        }
    }

    #[derive(Debug, Clone)]
    pub struct IdList(pub Vec<u64>);

    impl From<Vec<u64>> for IdList {
        fn from(ids: Vec<u64>) -> Self {
            Self(ids)
        }
    }

    impl Serialize for IdList {
        fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
            let texts: Vec<_> = self.0.iter().map(u64::to_string).collect();
            serializer.serialize_str(&texts.join(";"))
        }
    }

    impl<'de> Deserialize<'de> for IdList {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
            let text = String::deserialize(deserializer)?;
            let ids = text.split(';').map(|id| id.parse().map_err(D::Error::custom));
            ids.collect::<std::result::Result<_, _>>().map(Self)
        }
    }

    #[derive(Debug, Clone, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Language {
        En,
        Ru,
    }

    #[derive(Debug, Clone, Serialize, Deserialize)]
    pub struct User {
        pub user_id: u64,
        pub user_name: Option<String>,
    }
