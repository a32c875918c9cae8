//! The sizes of the futures of a call.

use vox_accounts::GetAccountInfo;
use vox_core::ApiKey;

use crate::Result;
use crate::tasks::decode::PlainResponse;

/// The sizes of futures, in bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    /// `request.send(&client)`
    pub(crate) send: usize,
    /// `client.execute(request)`
    pub(crate) execute: usize,
    /// `client.post(url).form(&form).send().await?.json().await`
    pub(crate) form_and_json: usize,
}

pub(crate) fn sizes() -> Result<Sizes> {
    let vox = vox_core::Client::builder().credentials(ApiKey::by_id(1, "a key")).build();
    let vox = vox.map_err(|error| error.to_string())?;
    let bare = reqwest::Client::new();
    let url = reqwest::Url::parse("http://127.0.0.1:1/").map_err(|error| error.to_string())?;
    let request = reqwest::Request::new(reqwest::Method::POST, url.clone());
    let form_and_json = async {
        let response = bare.post(url).form(&[("account_id", "1")]).send().await?;
        response.error_for_status()?.json::<PlainResponse>().await
    };
    Ok(Sizes {
        send: size_of_val(&GetAccountInfo::default().send(&vox)),
        execute: size_of_val(&bare.execute(request)),
        form_and_json: size_of_val(&form_and_json),
    })
}
