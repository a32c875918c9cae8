//! Phone numbers on offer: countries, categories and regions.

use super::subscriptions::{SubscriptionTemplate, TEMPLATES};

/// How many phone numbers a region has, as long as nobody rents one.
const NUMBERS: u64 = 1000;

/// A name in the languages of the catalog.
pub(crate) struct LocalizedName {
    pub(crate) english: &'static str,
    pub(crate) russian: &'static str,
}

const fn name(english: &'static str, russian: &'static str) -> LocalizedName {
    LocalizedName { english, russian }
}

/// A country with phone numbers on offer.
pub(crate) struct Country {
    /// Two letters.
    pub(crate) code: &'static str,
    pub(crate) name: LocalizedName,
    /// The calling code.
    pub(crate) prefix: &'static str,
}

static US: Country = Country { code: "US", name: name("United States", "США"), prefix: "1" };
static GB: Country =
    Country { code: "GB", name: name("United Kingdom", "Великобритания"), prefix: "44" };
static RU: Country = Country { code: "RU", name: name("Russia", "Россия"), prefix: "7" };
static BG: Country = Country { code: "BG", name: name("Bulgaria", "Болгария"), prefix: "359" };

/// Every country. No calling code begins with another.
pub(crate) static COUNTRIES: [&Country; 4] = [&US, &GB, &RU, &BG];

/// A category of phone numbers.
pub(crate) struct Category {
    pub(crate) name: &'static str,
    pub(crate) localized: LocalizedName,
}

static GEOGRAPHIC: Category =
    Category { name: "GEOGRAPHIC", localized: name("Geographic", "Географический") };
static TOLL_FREE: Category =
    Category { name: "TOLLFREE", localized: name("Toll-free", "Бесплатный") };

/// Every category.
pub(crate) static CATEGORIES: [&Category; 2] = [&GEOGRAPHIC, &TOLL_FREE];

static PHONE_BG: &SubscriptionTemplate = &TEMPLATES[0];
static PHONE_RU_TOLL_FREE: &SubscriptionTemplate = &TEMPLATES[1];
static PHONE_RU_495: &SubscriptionTemplate = &TEMPLATES[2];
static PHONE_GB: &SubscriptionTemplate = &TEMPLATES[3];
static PHONE_US: &SubscriptionTemplate = &TEMPLATES[5];

/// A state of a country.
pub(crate) struct State {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
}

static CALIFORNIA: State = State { code: "CA", name: "California" };
static NEW_YORK: State = State { code: "NY", name: "New York" };

/// A region with phone numbers on offer.
pub(crate) struct PhoneRegion {
    pub(crate) id: u64,
    pub(crate) country: &'static Country,
    pub(crate) category: &'static Category,
    pub(crate) state: Option<&'static State>,
    pub(crate) name: LocalizedName,
    /// The area code.
    pub(crate) code: &'static str,
    /// The digits of the phone numbers on offer between the area code and the last three digits.
    exchange: &'static str,
    /// The subscription, with the prices and the required verification.
    pub(crate) template: &'static SubscriptionTemplate,
    pub(crate) is_sms_supported: bool,
}

/// Every region, sorted by id. The API's documentation uses the region 7 of the United States.
pub(crate) static REGIONS: [PhoneRegion; 8] = [
    PhoneRegion {
        id: 1,
        country: &RU,
        category: &GEOGRAPHIC,
        state: None,
        name: name("Moscow", "Москва"),
        code: "495",
        exchange: "5550",
        template: PHONE_RU_495,
        is_sms_supported: false,
    },
    PhoneRegion {
        id: 2,
        country: &RU,
        category: &TOLL_FREE,
        state: None,
        name: name("Russia", "Россия"),
        code: "800",
        exchange: "5550",
        template: PHONE_RU_TOLL_FREE,
        is_sms_supported: false,
    },
    PhoneRegion {
        id: 3,
        country: &GB,
        category: &GEOGRAPHIC,
        state: None,
        name: name("London", "Лондон"),
        code: "20",
        exchange: "79460",
        template: PHONE_GB,
        is_sms_supported: true,
    },
    PhoneRegion {
        id: 4,
        country: &GB,
        category: &GEOGRAPHIC,
        state: None,
        name: name("Manchester", "Манчестер"),
        code: "161",
        exchange: "4960",
        template: PHONE_GB,
        is_sms_supported: true,
    },
    PhoneRegion {
        id: 5,
        country: &BG,
        category: &GEOGRAPHIC,
        state: None,
        name: name("Sofia", "София"),
        code: "2",
        exchange: "5550",
        template: PHONE_BG,
        is_sms_supported: false,
    },
    PhoneRegion {
        id: 6,
        country: &US,
        category: &GEOGRAPHIC,
        state: Some(&CALIFORNIA),
        name: name("Los Angeles", "Лос-Анджелес"),
        code: "213",
        exchange: "5550",
        template: PHONE_US,
        is_sms_supported: true,
    },
    PhoneRegion {
        id: 7,
        country: &US,
        category: &GEOGRAPHIC,
        state: Some(&NEW_YORK),
        name: name("New York", "Нью-Йорк"),
        code: "212",
        exchange: "5550",
        template: PHONE_US,
        is_sms_supported: true,
    },
    PhoneRegion {
        id: 8,
        country: &US,
        category: &GEOGRAPHIC,
        state: Some(&NEW_YORK),
        name: name("Buffalo", "Буффало"),
        code: "716",
        exchange: "5550",
        template: PHONE_US,
        is_sms_supported: true,
    },
];

impl PhoneRegion {
    /// The phone numbers that the region has on offer, as long as nobody rents one, with their ids. They are sorted.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = (u64, String)> {
        let first_id = self.id * NUMBERS;
        let block = self.block();
        (0..NUMBERS).map(move |index| (first_id + index, format!("{block}{index:03}")))
    }

    /// Whether this is one of [`numbers`](Self::numbers).
    pub(crate) fn has(&self, number: &str) -> bool {
        number.strip_prefix(&self.block()).is_some_and(|last| last.len() == 3 && is_digits(last))
    }

    /// Whether a phone number is of the region, on offer or not.
    fn covers(&self, number: &str) -> bool {
        let digits = self.block().len() + 3;
        let rest = number.strip_prefix(self.country.prefix).and_then(|rest| rest.strip_prefix(self.code));
        number.len() == digits && rest.is_some_and(is_digits)
    }

    /// The phone numbers on offer without their last three digits.
    fn block(&self) -> String {
        format!("{}{}{}", self.country.prefix, self.code, self.exchange)
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The region of a phone number.
pub(crate) fn region_of(number: &str) -> Option<&'static PhoneRegion> {
    REGIONS.iter().find(|region| region.covers(number))
}

/// The country of a phone number, by its calling code.
pub(crate) fn country_of(number: &str) -> Option<&'static Country> {
    COUNTRIES.into_iter().find(|country| number.starts_with(country.prefix))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_number_is_on_offer_in_one_region_only() {
        let mut numbers = HashSet::new();
        for region in &REGIONS {
            for (id, number) in region.numbers() {
                assert!(
                    REGIONS.iter().filter(|other| other.has(&number)).map(|other| other.id).eq([region.id])
                );
                assert_eq!(region_of(&number).map(|found| found.id), Some(region.id), "{number}");
                assert_eq!(country_of(&number).map(|found| found.code), Some(region.country.code));
                assert_eq!(id / NUMBERS, region.id);
                assert!(numbers.insert(number));
            }
        }
        assert_eq!(numbers.len(), 8000);
        assert!(REGIONS.iter().map(|region| region.id).eq(1..=8));
    }

    #[test]
    fn the_subscription_is_that_of_the_country() {
        for region in &REGIONS {
            let expected = match (region.country.code, region.category.name) {
                ("RU", "TOLLFREE") => "Phone RU TollFree",
                ("RU", _) => "Phone RU 495",
                ("GB", _) => "Phone GB",
                ("BG", _) => "Phone BG",
                _ => "Phone US",
            };
            assert_eq!(region.template.name, expected);
        }
    }

    #[test]
    fn numbers_have_the_form_of_their_country() {
        let first = |id| REGIONS.iter().find(|region| region.id == id).unwrap().numbers().next().unwrap();
        assert_eq!(first(7), (7000, "12125550000".to_owned()));
        assert_eq!(first(3).1, "442079460000");
        assert_eq!(first(5).1, "35925550000");
    }

    #[test]
    fn a_number_that_is_not_on_offer_has_a_region_too() {
        let region = |number| region_of(number).map(|region| region.id);
        assert_eq!(region("74951234567"), Some(1));
        for number in ["7495123456", "749512345678", "7495123456x", "79993330011", "", "7"] {
            assert_eq!(region(number), None, "{number}");
        }
        let moscow = &REGIONS[0];
        for number in ["74951234567", "7495555000", "749555500000", "749555500x0", "12125550000"] {
            assert!(!moscow.has(number), "{number}");
        }
        assert_eq!(country_of("79993330011").map(|country| country.code), Some("RU"));
        assert!(country_of("49301234567").is_none());
    }
}
