//! The page in a real browser. Without a browser the test prints that it is skipped.

use std::path::{Path, PathBuf};
use std::process::Command;

use vox_accounts::prelude::*;
use vox_sandbox::{NewAccount, Sandbox};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// The browser that the variable `CHROMIUM` names, or one on the path.
fn browser() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Some(path.into());
    }
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|path| path.is_file())
}

/// The document as the browser parses it.
fn document(browser: &Path, url: &str) -> String {
    let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{}", std::process::id()));
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(["--dump-dom", url])
        .output()
        .unwrap();
    let _ = std::fs::remove_dir_all(profile);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_shows_accounts_requests_and_methods() {
    let Some(browser) = browser() else {
        println!("skipped: there is no browser here (Chromium on the path, or its path in CHROMIUM)");
        return;
    };
    let sandbox =
        Sandbox::builder().balance(50).child(NewAccount::new("child-one").balance(7)).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let evil =
        "</td></table><script>document.title = 'run'</script><img src=x onerror=\"document.title='run'\">";
    let request = SetAccountInfo {
        account_first_name: Some(evil.chars().take(49).collect()),
        account_custom_data: Some(evil.to_owned()),
        new_account_password: Some("Str0ng!pass".into()),
        ..Default::default()
    };
    request.send(&client).await.unwrap();
    GetAccountInfo::default().send(&client).await.unwrap();

    let url = sandbox.base_url();
    let document = tokio::task::spawn_blocking(move || document(&browser, &url)).await.unwrap();
    // Untrusted text adds no element and runs no script.
    assert!(document.contains("<title>Voximplant sandbox</title>"), "{document}");
    assert!(!document.contains("<script") && !document.contains("<img"), "{document}");
    assert!(document.contains("&lt;script&gt;document.title = 'run'&lt;/script&gt;"), "{document}");
    // Accounts with balances, requests without secrets, methods.
    for text in
        ["sandbox-parent", "child-one", "50 USD", "7 USD", "79993330011", "SetAccountInfo", "GetAccountInfo"]
    {
        assert!(document.contains(text), "`{text}` is not in {document}");
    }
    assert!(document.contains("new_account_password</code> = ***"), "{document}");
    assert!(!document.contains("Str0ng!pass") && !document.contains(sandbox.api_key().expose()));
    assert_eq!(document.matches("class=\"method\"").count(), 15);
    assert_eq!(document.matches("<section").count(), 3);
    println!("checked with a browser");
}
