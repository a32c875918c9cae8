//! Phone numbers: what is on offer, renting phone numbers, binding them to applications, and reports.
//!
#![doc = include_str!("../../docs/phone_numbers.md")]
//!
//! The phone numbers on offer are sorted by country, category and region: [`GetPhoneNumberCategories`] lists the countries with
//! their categories, [`GetPhoneNumberRegions`] the regions with their prices, [`GetNewPhoneNumbers`] the phone numbers of a
//! region. [`AttachPhoneNumber`] rents phone numbers, [`BindPhoneNumberToApplication`] routes their phone calls to an
//! application:
//!
//! ```no_run
//! use vox_api::phone_numbers::{
//!     AttachPhoneNumber, BindPhoneNumberToApplication, GetNewPhoneNumbers, NumbersToAttach, PhonesOrAll,
//! };
//! use vox_api::prelude::*;
//! use vox_api::types::Application;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let request =
//!     GetNewPhoneNumbers::builder().country_code("US").phone_category_name("GEOGRAPHIC").phone_region_id(7).count(1);
//! let offers = request.send(client).await?;
//! let number = offers.result.first().and_then(|offer| offer.phone_number.clone()).ok_or("none is on offer")?;
//!
//! // Spends money.
//! let numbers = NumbersToAttach::Number(vec![number]);
//! let rented = AttachPhoneNumber { numbers: Some(numbers), ..Default::default() }.send(client).await?;
//!
//! let ids: Vec<_> = rented.phone_numbers.iter().filter_map(|phone| phone.phone_id).collect();
//! BindPhoneNumberToApplication::builder()
//!     .phone(PhonesOrAll::Id(ids.into()))
//!     .application(Application::Name("ivr".into()))
//!     .send(client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

mod types;

pub use types::{
    CatalogLocale, MultipleNumbersPrice, PhoneNumberCountryRegionInfo, PhoneVerificationStatus, PhonesOrAll,
    SandboxFilter,
};

vox_core::methods! {
    get_phone_number_reports {
        GetPhoneNumberReports, GetPhoneNumberReportsResponse, CommonReport, PhoneNumberReportType,
        PhoneNumberReportTypeFilter,
    }
    attach_phone_number { AttachPhoneNumber, AttachPhoneNumberResponse, NewAttachedPhoneInfo, NumbersToAttach }
    bind_phone_number_to_application { BindPhoneNumberToApplication }
    deactivate_phone_number { DeactivatePhoneNumber }
    set_phone_number_info { SetPhoneNumberInfo }
    get_phone_numbers {
        GetPhoneNumbers, GetPhoneNumbersResponse, AttachedPhoneInfo, PhoneActivationStatus, PhoneFilter,
        PhoneNumbersOrderBy,
    }
    is_account_phone_number { IsAccountPhoneNumber, IsAccountPhoneNumberResponse }
    get_phone_numbers_async { GetPhoneNumbersAsync, GetPhoneNumbersAsyncResponse }
    get_new_phone_numbers { GetNewPhoneNumbers, GetNewPhoneNumbersResponse, NewPhoneInfo }
    get_phone_number_categories {
        GetPhoneNumberCategories, GetPhoneNumberCategoriesResponse, PhoneNumberCountryCategoryInfo,
        PhoneNumberCountryInfo,
    }
    get_phone_number_country_states {
        GetPhoneNumberCountryStates, GetPhoneNumberCountryStatesResponse, PhoneNumberCountryStateInfo,
    }
    get_phone_number_regions { GetPhoneNumberRegions, GetPhoneNumberRegionsResponse }
    get_actual_phone_number_region { GetActualPhoneNumberRegion, GetActualPhoneNumberRegionResponse }
    get_account_phone_number_countries { GetAccountPhoneNumberCountries, GetAccountPhoneNumberCountriesResponse }
    download_phone_number_report { DownloadPhoneNumberReport }
}
