//! One call with twitch_api.

use twitch_api::HelixClient;
use twitch_api::twitch_oauth2::{AccessToken, UserToken};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let client: HelixClient<'_, reqwest::Client> = HelixClient::default();
    let token = AccessToken::new(std::env::args().nth(1).unwrap_or_default());
    let token = UserToken::from_token(&client, token).await?;
    if let Some(user) = client.get_user_from_login("somebody", &token).await? {
        println!("{} {}", user.id, user.login);
    }
    Ok(())
}
