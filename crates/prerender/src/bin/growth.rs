//! Prints what a folder of content costs to check, to render and to read. Nothing is written.

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;
use prerender::growth::{self, Growth};

/// Measures a site of any size.
#[derive(Parser)]
struct Arguments {
    /// The editors' files.
    content: PathBuf,
    /// The repository, for its styles.
    #[arg(long, default_value = ".")]
    root: PathBuf,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match growth::measure(&arguments.content, &arguments.root) {
        Ok(growth) => {
            print(&growth);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn print(growth: &Growth) {
    let seconds = growth.render.as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "pages are far fewer than 2^52")]
    let rate = growth.pages as f64 / seconds;
    println!("{} editions, {} claims, {} sources, {} pages", growth.editions, growth.claims, growth.sources, growth.pages);
    println!("  check   {:>9.2} s", growth.check.as_secs_f64());
    println!("  render  {seconds:>9.2} s  {rate:.0} pages a second on all cores");
    println!("  memory  {:>12}", growth.memory.as_deref().unwrap_or("unknown"));
    println!("  home    {:>9} bytes (Brotli 11)", growth.home);
    println!("  edition {:>9} bytes, the one in the middle", growth.edition);
    for (path, bytes) in &growth.heaviest {
        println!("  heaviest{bytes:>9} bytes  {path}");
    }
}
