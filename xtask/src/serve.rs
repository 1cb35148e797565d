//! A static server for `dist/`, under the strict policy that the widget promises to run under.
//!
//! In: GET and HEAD on 127.0.0.1. Out: files, with right media types and nothing cached.

use crate::bundle;
use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

const PORT: u16 = 8000;

const HEADERS: &str = "\
Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
require-trusted-types-for 'script'; trusted-types 'none'\r
X-Content-Type-Options: nosniff\r
Referrer-Policy: no-referrer\r
Cache-Control: no-store\r
Connection: close\r
";

/// Builds, then serves until it is stopped.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let wanted = port(arguments)?;
    bundle::build(project)?;
    let listener = listen(wanted)?;
    let address = listener.local_addr().named("127.0.0.1")?;
    println!("\nMitra Kota: http://{address}/   (Ctrl+C stops)");
    let dist = Arc::new(project.path(&project.manifest.widget.dist));
    for stream in listener.incoming().flatten() {
        let dist = Arc::clone(&dist);
        // A visitor that goes away in the middle is no failure of the server.
        std::thread::spawn(move || answer(stream, &dist).ok());
    }
    Ok(())
}

fn port(arguments: &[String]) -> Result<Option<u16>> {
    let usage = "cargo xtask serve [--port N]";
    match arguments {
        [] => Ok(None),
        [flag, number] if flag == "--port" => number
            .parse()
            .map(Some)
            .map_err(|_| Failure::new(format!("`{number}` is no port (0 to 65535)"), usage)),
        _ => Err(Failure::new(format!("`{}` is not understood", arguments.join(" ")), usage)),
    }
}

/// The port that was asked for, or the usual one, or any.
fn listen(wanted: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind(("127.0.0.1", port));
    match wanted {
        Some(port) => bind(port).map_err(|error| {
            Failure::new(format!("port {port}: {error}"), "cargo xtask serve --port 0 takes any")
        }),
        None => bind(PORT).or_else(|_| bind(0)).named("127.0.0.1"),
    }
}

fn answer(mut stream: TcpStream, dist: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let (head, body) = response(&request, dist);
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

/// Head and body for a request line.
fn response(request: &str, dist: &Path) -> (String, Vec<u8>) {
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or("/"));
    if method != "GET" && method != "HEAD" {
        return message("405 Method Not Allowed", method);
    }
    let Some(file) = locate(dist, target) else {
        return message("404 Not Found", method);
    };
    let Ok(body) = std::fs::read(&file) else {
        return message("404 Not Found", method);
    };
    answer_with("200 OK", media_type(&file), body, method)
}

fn message(status: &str, method: &str) -> (String, Vec<u8>) {
    answer_with(status, "text/plain; charset=utf-8", status.as_bytes().to_vec(), method)
}

fn answer_with(status: &str, kind: &str, body: Vec<u8>, method: &str) -> (String, Vec<u8>) {
    let length = body.len();
    let lines = format!("Content-Type: {kind}\r\nContent-Length: {length}\r\n");
    let head = format!("HTTP/1.1 {status}\r\n{lines}{HEADERS}\r\n");
    (head, if method == "HEAD" { Vec::new() } else { body })
}

/// The file behind a request target; nothing outside `dist`.
fn locate(dist: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let mut file = dist.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        if part.starts_with('.') || !part.bytes().all(plain) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|kind| kind.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{port, response};
    use std::path::{Path, PathBuf};

    fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../tools/src")
    }

    #[test]
    fn a_file_comes_with_the_policy_and_its_length() {
        let (head, body) = response("GET /bin/wasm-bindgen.rs?x=1 HTTP/1.1\r\n", &folder());
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        assert!(head.contains("\r\nContent-Security-Policy: default-src 'none';"), "{head}");
        assert!(head.contains(&format!("Content-Length: {}\r\n", body.len())), "{head}");
        assert!(head.ends_with("\r\n\r\n") && !head.contains("\n\n"), "{head}");
        let (_, nothing) = response("HEAD /bin/wasm-bindgen.rs HTTP/1.1\r\n", &folder());
        assert!(nothing.is_empty() && !body.is_empty());
    }

    #[test]
    fn nothing_outside_the_folder_is_given() {
        for target in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/bin/../../Cargo.toml", "/bin", "/"]
        {
            let (head, _) = response(&format!("GET {target} HTTP/1.1\r\n"), &folder());
            assert!(head.starts_with("HTTP/1.1 404"), "{target}: {head}");
        }
    }

    #[test]
    fn other_methods_are_refused() {
        let (head, _) = response("POST / HTTP/1.1\r\n", &folder());
        assert!(head.starts_with("HTTP/1.1 405"), "{head}");
    }

    #[test]
    fn a_port_is_a_number() {
        let arguments = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(port(&arguments(&["--port", "80"])).unwrap(), Some(80));
        assert_eq!(port(&[]).unwrap(), None);
        assert!(port(&arguments(&["--port", "99999"])).is_err());
        assert!(port(&arguments(&["80"])).is_err());
    }
}
