//! Routing rules.

use jiff::Timestamp;

/// A routing rule of an application.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    /// The application's id.
    pub(crate) application: u64,
    /// The name, which is unique in the application.
    pub(crate) name: String,
    /// A regular expression.
    pub(crate) pattern: String,
    /// A regular expression.
    pub(crate) pattern_exclude: Option<String>,
    pub(crate) video_conference: bool,
    /// The id of the service account that the scenarios call the API with.
    pub(crate) key_id: Option<String>,
    /// The ids of the scenarios, in the order in which they run.
    pub(crate) scenarios: Vec<u64>,
    /// Where the rule is among the rules of its application: those with a lower position are checked first.
    pub(crate) position: u64,
    pub(crate) modified: Timestamp,
}

impl Rule {
    /// A rule that runs no scenario yet.
    pub(crate) fn new(
        application: u64,
        name: String,
        pattern: String,
        position: u64,
        now: Timestamp,
    ) -> Self {
        Self {
            application,
            name,
            pattern,
            pattern_exclude: None,
            video_conference: false,
            key_id: None,
            scenarios: Vec::new(),
            position,
            modified: now,
        }
    }

    /// Lets the rule run a scenario after its others, unless it runs it already.
    pub(crate) fn bind(&mut self, scenario: u64, now: Timestamp) {
        if !self.scenarios.contains(&scenario) {
            self.scenarios.push(scenario);
            self.modified = now;
        }
    }

    pub(crate) fn unbind(&mut self, scenario: u64, now: Timestamp) {
        if self.scenarios.contains(&scenario) {
            self.scenarios.retain(|bound| *bound != scenario);
            self.modified = now;
        }
    }
}
