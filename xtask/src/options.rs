//! Reading `--name value` options: the few there are do not need a library.

use anyhow::{Context, Result, bail};

/// Takes the values of the known options; anything else is an error that names what is known.
///
/// # Errors
/// An unknown argument, or an option without its value.
pub fn values<const N: usize>(arguments: &[String], known: [&str; N]) -> Result<[Option<String>; N]> {
    let mut found = [const { None }; N];
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let Some((_, slot)) = known.iter().zip(&mut found).find(|(name, _)| *name == argument) else {
            let list = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            bail!("unknown argument {argument:?}; this task's options: {list}");
        };
        *slot = Some(rest.next().with_context(|| format!("{argument} needs a value"))?.clone());
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::values;

    fn given(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn options_come_in_any_order() -> anyhow::Result<()> {
        let [url, port] = values(&given("--port 80 --base-url /x/"), ["--base-url", "--port"])?;
        assert_eq!((url.as_deref(), port.as_deref()), (Some("/x/"), Some("80")));
        Ok(())
    }

    #[test]
    fn mistakes_are_named() {
        let error = |line| values(&given(line), ["--port"]).map_err(|error| error.to_string());
        assert!(error("--prot 80").is_err_and(|text| text.contains("--prot") && text.contains("--port")));
        assert!(error("--port").is_err_and(|text| text.contains("needs a value")));
    }
}
