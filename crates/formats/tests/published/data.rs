//! Open data: JSON keeps its schema, CSV says the same as JSON, the package describes what is there.

use std::{collections::BTreeSet, error::Error};

use formats::{File, data};
use jsonschema::Validator;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::{BASE, Checked, files, site, text};

fn json(files: &[File], path: &str) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_str(&text(files, path)?)?)
}

fn validator(files: &[File], path: &str) -> Result<Validator, Box<dyn Error>> {
    let schema = json(files, path)?;
    jsonschema::meta::validate(&schema).map_err(|error| format!("{path}: {error}"))?;
    Ok(jsonschema::options().should_validate_formats(true).build(&schema).map_err(|error| format!("{path}: {error}"))?)
}

#[test]
fn every_published_json_keeps_its_schema() -> Checked {
    let site = site()?;
    let files = files(&site)?;
    for description in data::data_files(&site, BASE)? {
        let validator = validator(&files, &description.schema)?;
        let published = json(&files, &description.json)?;
        let faults: Vec<String> =
            validator.iter_errors(&published).map(|error| format!("{}: {error} at {}", description.json, error.instance_path())).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        assert_eq!(json(&files, &description.schema)?["$id"], format!("{BASE}{}", description.schema));
    }
    Ok(())
}

#[test]
fn a_broken_record_does_not_keep_its_schema() -> Checked {
    let files = files(&site()?)?;
    let broken = |kind: &str, field: &str, value: Value| -> Result<bool, Box<dyn Error>> {
        let validator = validator(&files, &format!("data/v1/schema/{kind}.json"))?;
        let mut records = json(&files, &format!("data/v1/{kind}.json"))?;
        assert!(validator.is_valid(&records));
        records[0][field] = value;
        Ok(!validator.is_valid(&records))
    };
    assert!(broken("claims", "id", json!("X1"))?, "an id of another form");
    assert!(broken("claims", "text", json!(""))?, "an empty statement");
    assert!(broken("claims", "sources", json!([]))?, "a claim without source");
    assert!(broken("claims", "grade", json!("true"))?, "an unknown grade");
    assert!(broken("claims", "surplus", json!(1))?, "a field nobody knows");
    assert!(broken("editions", "start", json!("2022-06-31"))?, "a day the calendar does not have");
    assert!(broken("sources", "original_url", json!("https://example.org/"))?, "an address and a reason why there is none");
    assert!(broken("figures", "count", json!(-1))?, "a negative count");
    assert!(broken("reprints", "sources", json!(["S001"]))?, "one source is no group");
    assert!(broken("terms", "kind", json!("thing"))?, "an unknown kind of term");
    assert!(broken("corrections", "date", json!("2026-11"))?, "a correction without a day");
    assert!(broken("claims", "independent_sources", json!(0))?, "no witness");
    assert!(broken("people", "url", json!("not an address"))?, "no address");
    Ok(())
}

#[test]
fn csv_says_what_json_says() -> Checked {
    let site = site()?;
    let files = files(&site)?;
    for description in data::data_files(&site, BASE)? {
        let Some(path) = description.csv else { continue };
        let table = text(&files, &path)?;
        let table = table.strip_prefix('\u{feff}').ok_or("no byte order mark")?;
        assert!(!table.replace("\r\n", "").contains('\r') && table.ends_with("\r\n"), "{path}: CRLF");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let columns: Vec<String> = reader.headers()?.iter().map(str::to_owned).collect();
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>()?;
        let records = json(&files, &description.json)?;
        let records = records.as_array().ok_or("no list")?;
        assert_eq!((rows.len(), records.len()), (description.records, description.records), "{path}");
        for (row, record) in rows.iter().zip(records) {
            let fields: Vec<&String> = record.as_object().ok_or("no record")?.keys().collect();
            assert_eq!(columns.iter().collect::<Vec<_>>(), fields, "{path}");
            for (column, cell) in columns.iter().zip(row) {
                let said = match &record[column] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("|"),
                    other => other.to_string(),
                };
                assert!(cell == said || cell == format!("'{said}"), "{path}: {column}: {cell:?}, JSON says {said:?}");
                assert!(!cell.starts_with(['=', '+', '-', '@']) || cell.parse::<f64>().is_ok(), "{path}: {cell:?} is a formula");
            }
        }
    }
    Ok(())
}

#[test]
fn all_json_holds_every_kind_and_every_reference_leads_somewhere() -> Checked {
    let site = site()?;
    let files = files(&site)?;
    let all = json(&files, "data/v1/all.json")?;
    let ids = |kind: &str| -> BTreeSet<String> {
        let records = all[kind].as_array().into_iter().flatten();
        records.filter_map(|record| record["id"].as_str()).map(str::to_owned).collect()
    };
    for description in data::data_files(&site, BASE)?.iter().filter(|description| description.kind != "all") {
        assert_eq!(all[description.kind], json(&files, &description.json)?, "{}", description.kind);
        assert_eq!(ids(description.kind).len(), description.records, "{}: ids are unique", description.kind);
        assert!(!description.name.is_empty() && !description.explanation.is_empty(), "{}: no Arabic name", description.kind);
    }
    let targets = [
        ("claims", "sources", "sources"),
        ("claims", "people", "people"),
        ("claims", "institutions", "institutions"),
        ("claims", "conflicts", "conflicts"),
        ("claims", "corrections", "corrections"),
        ("corrections", "claims", "claims"),
        ("outcomes", "claims", "claims"),
        ("reprints", "sources", "sources"),
        ("speakers", "claims", "claims"),
        ("terms", "claims", "claims"),
        ("topics", "claims", "claims"),
        ("conflicts", "claims", "claims"),
        ("conflict_statements", "sources", "sources"),
        ("editions", "claims", "claims"),
        ("milestones", "claims", "claims"),
        ("objective_statements", "claims", "claims"),
        ("people", "claims", "claims"),
    ];
    for (kind, field, target) in targets {
        let known = ids(target);
        let named = all[kind].as_array().into_iter().flatten().flat_map(|record| record[field].as_array().into_iter().flatten());
        let unknown: Vec<&Value> = named.filter(|id| !id.as_str().is_some_and(|id| known.contains(id))).collect();
        assert!(unknown.is_empty(), "{kind}.{field}: {unknown:?}");
    }
    Ok(())
}

#[test]
fn records_say_what_the_content_says() -> Checked {
    let files = files(&site()?)?;
    let all = json(&files, "data/v1/all.json")?;
    let find = |kind: &str, id: &str| all[kind].as_array().and_then(|records| records.iter().find(|record| record["id"] == id)).cloned();
    let claim = find("claims", "F021").ok_or("no F021")?;
    assert_eq!(claim["text"], "انعقد الاجتماع الأول لمنصة مراكش في مدينة مراكش يومي 23 و24 يونيو 2022، وافتُتح يوم الخميس.");
    assert_eq!(claim["sources"], json!(["S005", "S021", "S010", "S014", "S016"]));
    assert_eq!(claim["url"], format!("{BASE}editions/2022-marrakech/#F021"));
    assert_eq!(claim["page"], "/editions/2022-marrakech/");
    let agadir = find("editions", "2025-agadir").ok_or("no edition")?;
    assert_eq!((&agadir["start"], &agadir["end"], &agadir["planned_days"]), (&json!("2025-06-17"), &Value::Null, &json!(2)));
    let seed = find("sources", "SEED").ok_or("no SEED")?;
    assert_eq!(seed["original_url"], Value::Null);
    assert_eq!(seed["unlinked_reason"], "نص متداول بلا توقيع ولا عنوان ثابت يُحال إليه");
    let figure = find("figures", "F024.country").ok_or("no figure")?;
    assert_eq!((&figure["count"], &figure["unit"], &figure["unit_label"]), (&json!(23), &json!("country"), &json!("بلد")));
    assert_eq!(figure["edition"], "2022-marrakech");
    assert!(!all.to_string().contains("[F") && !all.to_string().contains("{en:"), "the editors' marks are not published");
    assert!(!all.to_string().contains(" .") && !all.to_string().contains(" ،"), "a citation leaves no space before punctuation");
    Ok(())
}

#[test]
fn the_package_describes_every_file_as_it_is() -> Checked {
    let site = site()?;
    let files = files(&site)?;
    let package = json(&files, &data::package_path())?;
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
    let resources = package["resources"].as_array().ok_or("no resources")?;
    let mut described = BTreeSet::new();
    for resource in resources {
        let path = format!("{}{}", data::FOLDER, resource["path"].as_str().unwrap_or_default());
        let file = files.iter().find(|file| file.path == path).ok_or_else(|| format!("no file {path}"))?;
        assert_eq!(resource["bytes"], file.bytes.len(), "{path}");
        assert_eq!(resource["hash"], format!("sha256:{:x}", Sha256::digest(&file.bytes)), "{path}");
        for key in ["format", "mediatype", "encoding", "title", "description"] {
            assert!(resource[key].as_str().is_some_and(|text| !text.is_empty()), "{path}: {key}");
        }
        if resource["format"] == "csv" {
            let table = text(&files, &path)?;
            let head = table.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
            let fields: Vec<&str> =
                resource["schema"]["fields"].as_array().into_iter().flatten().filter_map(|field| field["name"].as_str()).collect();
            assert_eq!(head, fields.join(","), "{path}");
        }
        described.insert(path);
    }
    for description in data::data_files(&site, BASE)? {
        assert!(described.contains(&description.json), "{}", description.json);
        assert!(description.csv.is_none_or(|path| described.contains(&path)));
    }
    Ok(())
}

#[test]
fn the_same_content_gives_the_same_bytes() -> Checked {
    assert_eq!(files(&site()?)?, files(&site()?)?);
    Ok(())
}

#[test]
fn evidence_and_names_say_what_the_content_says() -> Checked {
    let site = site()?;
    let files = files(&site)?;
    let all = json(&files, "data/v1/all.json")?;
    let records = |kind: &str| all[kind].as_array().cloned().unwrap_or_default();
    let find = |kind: &str, id: &str| records(kind).into_iter().find(|record| record["id"] == id).ok_or(format!("no {id}"));
    let reprint = find("reprints", "R19")?;
    assert_eq!(reprint["sources"], json!(["S097", "S098"]));
    assert_eq!(reprint["url"], format!("{BASE}sources/#R19"));
    for claim in records("claims") {
        let sources = claim["sources"].as_array().map_or(0, Vec::len) as u64;
        assert!(claim["independent_sources"].as_u64().is_some_and(|count| (1..=sources).contains(&count)), "{claim}");
    }
    assert!(
        records("claims")
            .iter()
            .any(|claim| claim["independent_sources"].as_u64() < claim["sources"].as_array().map(|all| all.len() as u64))
    );
    assert_eq!(find("claims", "F128")?["corrections"], json!(["C01"]));
    let correction = find("corrections", "C01")?;
    assert_eq!((&correction["date"], &correction["url"]), (&json!("2026-11-23"), &json!(format!("{BASE}about/corrections/#C01"))));
    let term = find("terms", "voronkov")?;
    assert_eq!((&term["kind"], &term["en"], &term["fr"]), (&json!("person"), &json!("Vladimir Voronkov"), &Value::Null));
    assert_eq!(term["url"], format!("{BASE}glossary/#voronkov"));
    let person = find("people", "voronkov")?;
    assert_eq!((&person["en"], &person["aliases"]), (&term["en"], &term["aliases"]));
    let speaker = find("speakers", "2023-tangier.bourita")?;
    assert_eq!(speaker["text"], "ناصر بوريطة، وزير الشؤون الخارجية المغربي يومئذ");
    assert_eq!((&speaker["person"], &speaker["claims"]), (&json!("bourita"), &json!(["F054", "F107"])));
    assert_eq!(find("topics", "2023-tangier.coordination")?["topic"], "coordination");
    assert_eq!(find("outcomes", "2023-tangier.1")?["text"], "مباحثات بين بوريطة وفورونكوف على هامش الدورة");
    let counted = |kind: &str| records(kind).len();
    let lines = |count: fn(&content::model::Edition) -> usize| site.editions.iter().map(count).sum::<usize>();
    assert_eq!(counted("topics"), lines(|edition| edition.topics.len()));
    assert_eq!(counted("outcomes"), lines(|edition| edition.results.len()));
    let stated = find("objective_statements", "2023-tangier.coordination")?;
    assert!(stated["speaker"].as_str().is_some_and(|name| !name.is_empty()) && stated["date"] == "2023-06", "{stated}");
    assert!(find("editions", "2023-tangier")?["changes"].as_str().is_some_and(|text| text.starts_with("صار الاسم «في إفريقيا»")));
    Ok(())
}

#[test]
fn the_page_of_the_data_lists_every_kind_in_the_order_of_the_file() -> Checked {
    let published: Vec<&str> = data::data_files(&site()?, BASE)?.into_iter().map(|description| description.kind).collect();
    let listed: Vec<&str> = content::phrases::data::KINDS.into_iter().map(|(code, ..)| code).collect();
    assert_eq!(listed, published);
    Ok(())
}

#[test]
fn every_foreign_key_of_the_package_leads_to_a_record() -> Checked {
    let files = files(&site()?)?;
    let (package, all) = (json(&files, &data::package_path())?, json(&files, "data/v1/all.json")?);
    let mut followed = BTreeSet::new();
    for resource in package["resources"].as_array().into_iter().flatten() {
        let kind = resource["name"].as_str().unwrap_or_default();
        for key in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let field = key["fields"][0].as_str().ok_or("no field")?;
            let target = key["reference"]["resource"].as_str().ok_or("no resource")?;
            let known: BTreeSet<&str> = all[target].as_array().into_iter().flatten().filter_map(|record| record["id"].as_str()).collect();
            for record in all[kind].as_array().into_iter().flatten() {
                assert!(record[field].as_str().is_none_or(|id| known.contains(id)), "{kind}.{field}: {record}");
            }
            followed.insert((kind, field));
        }
    }
    for wanted in [("speakers", "person"), ("speakers", "edition"), ("topics", "edition"), ("outcomes", "edition")] {
        assert!(followed.contains(&wanted), "{wanted:?}");
    }
    Ok(())
}
