//! Every mistake an editor can make is told in Arabic, with its place, what was found and what is expected.

use super::support::{load, problems_after, root};

/// Changes `from` into `to` in `file` of the sound site and expects exactly one problem: this message.
pub fn check(file: &str, from: &str, to: &str, expected: &str) {
    let problems = problems_after(file, |text| text.replacen(from, to, 1));
    let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(found.join("\n---\n"), expected.trim(), "\nafter changing {from:?} into {to:?}");
}

#[test]
fn the_sound_site_has_no_problem() {
    load(&root().join("tests/site/sound"));
}

#[test]
fn unknown_key() {
    check(
        "conflicts.toml",
        "kind = \"disagreement\"",
        "kind = \"disagreement\"\ncolour = \"x\"",
        "
content/conflicts.toml:7:1
  المشكلة: مفتاح لا يُعرف هنا: «colour»
  المنتظر: واحد مما يأتي: choice، claims، id، kind، statement، title",
    );
}

#[test]
fn wrong_type() {
    check(
        "editions/2024-city.toml",
        "number = 1",
        "number = \"الأولى\"",
        "
content/editions/2024-city.toml:1:10
  المشكلة: قيمة «number» ليست من النوع الصحيح: «\"الأولى\"»
  المنتظر: عدد صحيح موجب بلا علامتي اقتباس
  مثال: number = 5",
    );
}

#[test]
fn unknown_source() {
    check(
        "editions/2024-city.toml",
        "\"S002\"]",
        "\"S999\"]",
        "
content/editions/2024-city.toml:21:20
  المشكلة: معرّف لا وجود له: «S999»
  المنتظر: معرّف موجود في ملفات المحتوى",
    );
}

#[test]
fn unknown_person() {
    check(
        "editions/2024-city.toml",
        "people = [\"someone\"]",
        "people = [\"nobody\"]",
        "
content/editions/2024-city.toml:22:11
  المشكلة: معرّف لا وجود له: «nobody»
  المنتظر: معرّف موجود في ملفات المحتوى",
    );
}

#[test]
fn unknown_claim_in_prose() {
    check(
        "editions/2024-city.toml",
        "أول السنة [F001].",
        "أول السنة [F777].",
        "
content/editions/2024-city.toml:15:67
  المشكلة: معرّف لا وجود له: «F777»
  المنتظر: معرّف موجود في ملفات المحتوى",
    );
}

#[test]
fn duplicate_claim() {
    let claim = "[[outcomes.claim]]\nid = \"F001\"\ntext = \"خبر آخر.\"\nsources = [\"S001\"]\n";
    check(
        "editions/2024-city.toml",
        "text = \"لم يُعثر على نتائج.\"\n",
        &format!("text = \"لم يُعثر على نتائج.\"\n{claim}"),
        "
content/editions/2024-city.toml:45:1
  المشكلة: معرّف مكرر: «F001»، وقد سبق في content/editions/2024-city.toml:18:1
  المنتظر: رقم لا يتكرر في المحتوى كله",
    );
}

#[test]
fn edition_without_objectives() {
    check(
        "editions/2024-city.toml",
        "[[agenda.objective]]\ntheme = \"cooperation\"\ntext = \"التعاون [F001].\"\nspeaker = \"الصحيفة\"\ndate = \"2024-01\"\n",
        "text = \"لا شيء.\"\n",
        "
content/editions/2024-city.toml:25:1
  المشكلة: دورة بلا أهداف معلنة
  المنتظر: هدف واحد على الأقل بمحوره ونصه ومعلومته
  مثال: [[agenda.objective]]",
    );
}

#[test]
fn impossible_date() {
    check(
        "sources.toml",
        "published = \"2024-01-01\"",
        "published = \"2023-02-30\"",
        "
content/sources.toml:8:13
  المشكلة: تاريخ لا وجود له: «2023-02-30»
  المنتظر: تاريخ موجود في التقويم: سنة، أو سنة وشهر، أو سنة وشهر ويوم
  مثال: published = \"2024-06-04\"",
    );
}

#[test]
fn claim_without_source() {
    check(
        "editions/2024-city.toml",
        "sources = [\"S001\", \"S002\"]\n",
        "",
        "
content/editions/2024-city.toml:18:1
  المشكلة: لا مصدر هنا
  المنتظر: مصدر واحد على الأقل من ملف المصادر
  مثال: sources = [\"S021\"]",
    );
}

#[test]
fn number_without_unit() {
    check(
        "editions/2024-city.toml",
        "unit = \"country\"\n",
        "",
        "
content/editions/2024-city.toml:33:1
  المشكلة: ينقص المفتاح «unit» في الجدول الذي يبدأ هنا
  المنتظر: المفتاح «unit» بقيمته
  مثال: unit = \"…\"",
    );
}

#[test]
fn broken_internal_link() {
    check(
        "editions/2024-city.toml",
        "(/editions/2024-city/#F001)",
        "(/editions/2024-town/)",
        "
content/editions/2024-city.toml:15:29
  المشكلة: رابط لا يصل إلى صفحة: «/editions/2024-town/» تحت «المدينة»
  المنتظر: عنوان صفحة موجودة يبدأ بشَرطة مائلة وينتهي بها، وقد تليه علامة # ومرساة في الصفحة
  مثال: [المنصة](/platform/)",
    );
}

#[test]
fn invisible_direction_mark() {
    check(
        "pages/home.toml",
        "نص الصفحة.",
        "نص\u{200f} الصفحة.",
        "
content/pages/home.toml:6:3
  المشكلة: علامة خفية (U+200F) في «نص<U+200F>»
  المنتظر: نص بلا علامات اتجاه ولا محارف خفية",
    );
}

#[test]
fn latin_punctuation() {
    check(
        "pages/home.toml",
        "نص الصفحة.",
        "نص, الصفحة.",
        "
content/pages/home.toml:6:1
  المشكلة: ترقيم لاتيني «,» في «نص,»
  المنتظر: الترقيم العربي: ،",
    );
}

#[test]
fn range_of_digits() {
    check(
        "pages/home.toml",
        "نص الصفحة.",
        "نص 2022-2025.",
        "
content/pages/home.toml:6:4
  المشكلة: شَرطة بين رقمين ينقلب ترتيبهما عند القراءة في «2022-2025.»
  المنتظر: من 2022 إلى 2025، أو 23 و24 يونيو",
    );
}

#[test]
fn bare_latin_is_told_once_a_word() {
    check(
        "pages/home.toml",
        "نص الصفحة.",
        "نص UNOCT هنا.",
        "
content/pages/home.toml:6:4
  المشكلة: حروف لاتينية من دون رمز لغتها في «UNOCT»
  المنتظر: النص الأجنبي بين حاضنتين مع رمز لغته: {en:UNOCT}",
    );
}

#[test]
fn sentence_without_citation() {
    check(
        "editions/2024-city.toml",
        "أول السنة [F001].",
        "أول السنة [F001]. جملة أخرى بلا إحالة.",
        "
content/editions/2024-city.toml:15:74
  المشكلة: جملة بلا إحالة تبدأ بـ: «جملة أخرى بلا إحالة.»
  المنتظر: إحالة واحدة على الأقل في كل جملة من النثر، قبل النقطة
  مثال: عُقد الاجتماع الأول في مراكش [F021].",
    );
}

#[test]
fn unclosed_quote() {
    let problems = problems_after("pages/home.toml", |text| text.replacen("title = \"صفحة\"", "title = \"صفحة", 1));
    let first = problems.first().map(ToString::to_string).unwrap_or_default();
    assert!(first.starts_with("content/pages/home.toml:1:"), "{first}");
    assert!(first.contains("خطأ في كتابة السطر: «title = \"صفحة»"), "{first}");
    assert!(!first.contains("expected") && !first.contains("invalid"), "a library's English reached the editor: {first}");
}

#[test]
fn missing_file() {
    let files: Vec<_> = prerender::content_folder::files(&root().join("tests/site/sound")).expect("readable fixture");
    let files: Vec<_> = files.into_iter().filter(|file| file.path != "people.toml").collect();
    let problems = content::source::load(&files).err().unwrap_or_default();
    let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(found.iter().any(|message| message.contains("ينقص الملف «people.toml»")), "{found:?}");
}

#[test]
fn all_problems_of_all_files_are_told_at_once() {
    let mut files = prerender::content_folder::files(&root().join("tests/site/sound")).expect("readable fixture");
    for file in &mut files {
        file.text = file.text.replace("title = \"صفحة\"", "titel = \"صفحة\"");
    }
    let problems = content::source::load(&files).err().unwrap_or_default();
    let places: std::collections::BTreeSet<&str> = problems.iter().map(|problem| problem.place.file.as_str()).collect();
    assert_eq!(places.len(), 8, "{places:?}");
}

#[test]
fn invisible_marks_are_seen_outside_arabic_text_too() {
    let problems = problems_after("sources.toml", |text| text.replacen("Un titre", "Un\u{202e} titre", 1));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].found.contains("U+202E"));
}

#[test]
fn duplicate_anchor() {
    let twin = "[[person]]\nid = \"someone\"\nsummary = \"متحدث [F001].\"\n";
    let problems = problems_after("people.toml", |text| format!("{text}\n{twin}"));
    let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("معرّف مكرر: «someone»"), "{found:?}");
}

#[test]
fn a_base_address_without_slash() {
    check(
        "site.toml",
        "https://example.org/ref/",
        "https://example.org/ref",
        "
content/site.toml:3:12
  المشكلة: عنوان غير صالح: «https://example.org/ref»
  المنتظر: عنوان كامل على الشبكة ينتهي بشَرطة مائلة
  مثال: base_url = \"https://example.org/\"",
    );
}

/// A source that cannot be read is one problem, not one more for each claim that names it.
#[test]
fn one_mistake_is_told_once() {
    let problems = problems_after("sources.toml", |text| text.replacen("kind = \"press\"", "kind = \"presse\"", 1));
    let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 1, "{found:?}");
}

/// A file that is not TOML does not hide the mistakes of the others.
#[test]
fn a_broken_file_hides_nothing_elsewhere() {
    let mut files = prerender::content_folder::files(&root().join("tests/site/sound")).expect("readable fixture");
    for file in &mut files {
        if file.path == "sources.toml" {
            file.text = file.text.replacen("lang = \"fr\"", "lang = \"fr", 1);
        }
        if file.path == "editions/2024-city.toml" {
            file.text = file.text.replacen("(/editions/2024-city/#F001)", "(/nowhere/)", 1);
        }
    }
    let problems = content::source::load(&files).err().unwrap_or_default();
    let places: Vec<&str> = problems.iter().map(|problem| problem.place.file.as_str()).collect();
    assert!(places.contains(&"sources.toml") && places.contains(&"editions/2024-city.toml"), "{problems:?}");
}

#[test]
fn punctuation_after_a_vowel_mark_and_latin_in_a_label_are_seen() {
    let problems = problems_after("pages/home.toml", |text| text.replacen("نص الصفحة.", "أيضاً, نص [UNOCT](/about/).", 1));
    let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn coordinates_out_of_range_or_alone() {
    let city = "city = \"مدينة\"";
    check(
        "editions/2024-city.toml",
        city,
        &format!("{city}\nlatitude = 131.63\nlongitude = -7.98"),
        "
content/editions/2024-city.toml:3:12
  المشكلة: قيمة «latitude» ليست من النوع الصحيح: «131.63»
  المنتظر: درجات بلا علامتي اقتباس، لا تزيد على 90، والجنوب والغرب بعلامة ناقص
  مثال: latitude = 31.63",
    );
    check(
        "editions/2024-city.toml",
        city,
        &format!("{city}\nlongitude = -7.98"),
        "
content/editions/2024-city.toml:1:1
  المشكلة: أحد المفتاحين «latitude» و«longitude» مكتوب دون الآخر
  المنتظر: خط العرض وخط الطول معاً، أو لا واحد منهما
  مثال: latitude = 31.63، ثم في سطر آخر: longitude = -7.98",
    );
}
