    pub use jiff::Timestamp;
    pub use jiff::civil::Date;
    pub use rust_decimal::Decimal;

    #[derive(Debug, Clone)]
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

    #[derive(Debug, Clone)]
    pub enum Language {
        En,
        Ru,
    }

    #[derive(Debug, Clone)]
    pub struct User {
        pub user_id: u64,
        pub user_name: Option<String>,
    }
