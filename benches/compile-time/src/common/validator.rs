
    pub static NAME: std::sync::LazyLock<regex::Regex> =
        std::sync::LazyLock::new(|| regex::Regex::new("^[a-z][a-z0-9-]*$").unwrap());

    impl validator::ValidateLength<u64> for Secret {
        fn length(&self) -> Option<u64> {
            Some(self.0.chars().count() as u64)
        }
    }

    impl validator::ValidateLength<u64> for IdList {
        fn length(&self) -> Option<u64> {
            Some(self.0.len() as u64)
        }
    }
