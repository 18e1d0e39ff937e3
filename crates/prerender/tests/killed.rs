//! A build that is killed leaves a whole site: the last one or the new one.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use walkdir::WalkDir;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;
/// The content of every file, by its path.
type Tree = BTreeMap<PathBuf, Vec<u8>>;

const KILLS: u32 = 16;

#[test]
fn a_killed_build_leaves_the_last_site_or_the_new_one() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let shell = folder.path().join("shell");
    write_shell(&shell)?;
    let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
    let sound = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/site/sound");
    copy(&sound, &one)?;
    copy(&sound, &other)?;
    let settings = fs::read_to_string(other.join("site.toml"))?;
    fs::write(other.join("site.toml"), settings.replace("name = \"", "name = \"مرجع آخر: "))?;
    let (dist, next) = (folder.path().join("dist"), folder.path().join("dist.next"));
    let build = |content: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
        command.arg("--content").arg(content).arg("--shell").arg(&shell).arg("--out").arg(&dist);
        command.args(["--base-url", "https://example.org/"]).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let mut whole = Vec::new();
    for content in [&one, &other] {
        assert!(build(content).status()?.success());
        whole.push(tree(&dist)?);
    }
    assert_ne!(whole[0], whole[1]);
    let mut kept = [0, 0];
    for kill in 1..=KILLS {
        let content = if kill % 2 == 0 { &one } else { &other };
        if next.exists() {
            fs::remove_dir_all(&next)?;
        }
        let mut running = build(content).spawn()?;
        // The first files are there: from now on it writes, and later it swaps.
        while !next.exists() && running.try_wait()?.is_none() {
            std::thread::yield_now();
        }
        let late = Duration::from_millis(3) * kill;
        let begin = Instant::now();
        while begin.elapsed() < late {
            std::thread::yield_now();
        }
        running.kill()?;
        running.wait()?;
        let found = tree(&dist)?;
        let place = whole.iter().position(|site| *site == found);
        kept[place.ok_or_else(|| format!("kill {kill} after {late:?} left neither site, but {} files", found.len()))?] += 1;
    }
    // What a killed build leaves beside the site is in nobody's way.
    assert!(build(&one).status()?.success());
    assert_eq!(tree(&dist)?, whole[0]);
    println!("sites found after {KILLS} kills: {kept:?}");
    Ok(())
}

fn tree(folder: &Path) -> Outcome<Tree> {
    let mut tree = Tree::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            tree.insert(entry.path().strip_prefix(folder)?.to_owned(), fs::read(entry.path())?);
        }
    }
    Ok(tree)
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    for (path, bytes) in tree(from)? {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap_or(to))?;
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// A stand-in for what Trunk makes.
fn write_shell(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder)?;
    let styles = ["exhibits", "pictures", "matrix", "search", "opened", "print"].map(|name| format!("{name}-0123456789abcdef.css"));
    let links = styles.each_ref().map(|name| format!("<link rel=\"stylesheet\" href=\"/{name}\">")).concat();
    let index = format!(
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><head><!--page-head--><script>0</script><style>a{{color:red}}</style>{links}</head><body><!--page-body--><script data-loader>[\"search.js\", \"\", \"search_bg.wasm\", \"\", \"search.css\", \"\", \"later.css\", \"\"]</script></body></html>"
    );
    for name in &styles {
        fs::write(folder.join(name), "a{}")?;
    }
    for (name, text) in [("index.html", index.as_str()), ("search.js", "1"), ("search_bg.wasm", "1")] {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}
