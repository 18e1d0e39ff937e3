//! CSV (RFC 4180): one row per record, for spreadsheets and statistics programs.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use serde_json::Value;

use crate::FormatError;

/// Parts the items of a list.
pub const SEPARATOR: char = '|';

/// Spreadsheets take a file for UTF-8 only when it begins with this mark.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The table of `records` with these columns.
///
/// # Errors
/// An item of a list contains the separator.
pub fn csv(columns: &[String], records: &[Value]) -> Result<Vec<u8>, FormatError> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let failed = |error: csv::Error| FormatError::Csv(error.to_string());
    writer.write_record(columns).map_err(failed)?;
    for record in records {
        let row: Result<Vec<String>, FormatError> = columns.iter().map(|column| cell(column, &record[column])).collect();
        writer.write_record(row?).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| FormatError::Csv(error.to_string()))
}

fn cell(column: &str, value: &Value) -> Result<String, FormatError> {
    let text = match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(scalar).collect();
            if let Some(item) = items.iter().find(|item| item.contains(SEPARATOR)) {
                return Err(FormatError::Separator { column: column.to_owned(), item: item.clone() });
            }
            items.join("|")
        }
        value => scalar(value),
    };
    Ok(guarded(text))
}

fn scalar(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// What begins a formula, in the widths that spreadsheets of East Asia read alike.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
fn guarded(text: String) -> String {
    let is_formula = text.starts_with(FORMULA) && text.parse::<f64>().is_err();
    if is_formula { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{FormatError, csv};

    fn table(value: &Value) -> Result<String, FormatError> {
        let bytes = csv(&["id".to_owned(), "x".to_owned()], &[json!({"id": "a", "x": value})])?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    #[test]
    fn no_cell_begins_a_formula() -> Result<(), FormatError> {
        for text in ["=1+1", "+x", "-x", "@SUM(A1)", "\tx", "\r=x", "\n=x", "＝1", "-inf+x"] {
            let table = table(&json!(text))?;
            let second = table.lines().nth(1).unwrap_or_default();
            assert!(second.starts_with("a,'") || second.starts_with("a,\"'"), "{second:?}");
        }
        assert_eq!(table(&json!(-5))?, "\u{feff}id,x\r\na,-5\r\n");
        Ok(())
    }

    #[test]
    fn lists_are_parted_and_an_item_with_the_separator_is_refused() -> Result<(), FormatError> {
        assert_eq!(table(&json!(["S001", "S002"]))?, "\u{feff}id,x\r\na,S001|S002\r\n");
        assert!(matches!(table(&json!(["S001|S002"])), Err(FormatError::Separator { .. })));
        Ok(())
    }

    #[test]
    fn quotes_commas_and_line_ends_are_quoted() -> Result<(), FormatError> {
        assert_eq!(table(&json!("a \"b\", c\nd"))?, "\u{feff}id,x\r\na,\"a \"\"b\"\", c\nd\"\r\n");
        Ok(())
    }
}
