//! The three browsers and their drivers.
//!
//! In: the machine. Out: where each program lies; what is missing is installed where that can be
//! done, and named where not.

use crate::failure::{Failure, Result};
use crate::project::Project;
use std::path::{Path, PathBuf};

/// A thing the browser tests need.
struct Need {
    /// The Debian package that has it.
    package: &'static str,
    /// Names on PATH, or absolute paths; the first that exists is taken.
    places: &'static [&'static str],
    /// The variable under which the tests look for it.
    variable: Option<&'static str>,
}

const NEEDS: [Need; 8] = [
    Need {
        package: "chromium",
        places: &["chromium", "google-chrome", "chromium-browser"],
        variable: Some("CHROME"),
    },
    Need { package: "chromium-driver", places: &["chromedriver"], variable: None },
    Need { package: "firefox-esr", places: &["firefox-esr", "firefox"], variable: Some("FIREFOX") },
    Need { package: "webkit2gtk-driver", places: &["WebKitWebDriver"], variable: None },
    Need {
        package: "webkit2gtk-driver",
        places: &[
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        ],
        variable: Some("MINIBROWSER"),
    },
    Need { package: "xvfb", places: &["Xvfb"], variable: None },
    Need {
        package: "fonts-liberation",
        places: &["/usr/share/fonts/truetype/liberation"],
        variable: None,
    },
    Need {
        package: "fonts-noto-cjk",
        places: &["/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"],
        variable: None,
    },
];

/// Variables that tell the tests where the browsers are.
pub(crate) fn variables() -> Vec<(&'static str, PathBuf)> {
    let known = |need: &Need| Some((need.variable?, find(need)?));
    NEEDS.iter().filter_map(known).collect()
}

/// Sees to it that all is there; fails with the line that would bring it.
pub(crate) fn ensure(project: &Project) -> Result<()> {
    if missing().is_empty() {
        return Ok(());
    }
    if Path::new("/etc/debian_version").exists() && is_root(project) {
        apt(project)?;
    }
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    Err(Failure::new(
        format!("missing for the browser tests: {list}"),
        format!(
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends {list}\n  \
             (elsewhere: Chromium and chromedriver, Firefox, and WebKitGTK's WebKitWebDriver)"
        ),
    ))
}

fn missing() -> Vec<&'static str> {
    let mut list: Vec<_> =
        NEEDS.iter().filter(|need| find(need).is_none()).map(|need| need.package).collect();
    list.dedup();
    list
}

fn find(need: &Need) -> Option<PathBuf> {
    let own = need.variable.and_then(std::env::var_os).map(PathBuf::from);
    own.filter(|path| path.exists()).or_else(|| need.places.iter().find_map(|place| on_path(place)))
}

fn on_path(place: &str) -> Option<PathBuf> {
    if place.starts_with('/') {
        return Some(PathBuf::from(place)).filter(|path| path.exists());
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(place)).find(|file| file.is_file())
}

fn is_root(project: &Project) -> bool {
    project.read("id", &["-u"]).is_ok_and(|id| id.trim() == "0")
}

fn apt(project: &Project) -> Result<()> {
    project.run("apt-get", &["update", "-qq"])?;
    let mut command = project.command("apt-get")?;
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command.args(["install", "-y", "-qq", "--no-install-recommends"]).args(missing());
    project.finish(command).map(drop)
}
