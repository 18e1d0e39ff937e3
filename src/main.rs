//! Browser entry: mounts the app (development) or hydrates the prerendered page (published).

fn main() {
    #[cfg(feature = "browser")]
    marrakech_platform::start::start();
    #[cfg(not(feature = "browser"))]
    eprintln!("This program runs in the browser. To see the site: cargo xtask serve");
}
