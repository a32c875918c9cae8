//! One call with octocrab.

#[tokio::main]
async fn main() -> octocrab::Result<()> {
    let token = std::env::args().nth(1).unwrap_or_default();
    let client = octocrab::Octocrab::builder().personal_token(token).build()?;
    let user = client.current().user().await?;
    println!("{} {}", user.id, user.login);
    Ok(())
}
