//! Mistakes in what is said of the evidence: names, groups of sources, corrections, who stated an objective.

use super::{editors_mistakes::check, support::problems_after};

#[test]
fn an_entry_without_a_name() {
    check(
        "terms.toml",
        "id = \"someone\"",
        "id = \"somebody\"",
        "
content/people.toml:4:1
  المشكلة: لا اسم لـ«someone» في ملف المصطلحات
  المنتظر: مصطلح بالمعرّف نفسه في الملف terms.toml يحمل اسمه بلغاته
  مثال: [[term]] id = \"someone\"",
    );
}

#[test]
fn a_reprint_of_one_source() {
    check(
        "reprints.toml",
        "sources = [\"S001\", \"S002\"]",
        "sources = [\"S001\"]",
        "
content/reprints.toml:1:1
  المشكلة: مجموعة من مصدر واحد
  المنتظر: مصدران على الأقل يحملان النص نفسه
  مثال: sources = [\"S021\", \"S022\"]",
    );
}

#[test]
fn a_source_in_two_reprints() {
    let twin = "[[reprint]]\nid = \"R02\"\nname = \"آخر\"\nsources = [\"S002\", \"S001\"]\nreason = \"سبب.\"\n";
    let problems = problems_after("reprints.toml", |text| format!("{text}\n{twin}"));
    let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|problem| problem.contains("معرّف مكرر: «S00")), "{found:?}");
}

#[test]
fn a_correction_of_an_unknown_claim() {
    check(
        "corrections.toml",
        "claims = [\"F001\"]",
        "claims = [\"F999\"]",
        "
content/corrections.toml:12:11
  المشكلة: معرّف لا وجود له: «F999»
  المنتظر: معرّف موجود في ملفات المحتوى",
    );
}

#[test]
fn an_objective_without_speaker() {
    check(
        "editions/2024-city.toml",
        "speaker = \"الصحيفة\"\ndate",
        "date",
        "
content/editions/2024-city.toml:26:1
  المشكلة: ينقص المفتاح «speaker» في الجدول الذي يبدأ هنا
  المنتظر: المفتاح «speaker» بقيمته
  مثال: speaker = \"…\"",
    );
}

#[test]
fn a_word_of_the_lexicon_that_is_none() {
    check(
        "search/lexicon.txt",
        "جهاز أجهزة",
        "جهاز، أجهزة",
        "
content/search/lexicon.txt:2:1
  المشكلة: في المعجم ما ليس كلمة عربية: «جهاز،»
  المنتظر: كلمات بحروف عربية بلا تشكيل ولا تطويل، بينها مسافات، وما بعد # تعليق
  مثال: جهاز أجهزة",
    );
}

#[test]
fn a_group_of_one_name() {
    check(
        "search/groups.toml",
        "names = [\"غشت\", \"أغسطس\"]",
        "names = [\"غشت\"]",
        "
content/search/groups.toml:1:1
  المشكلة: مجموعة ليس فيها اسمان
  المنتظر: اسمان أو أكثر للشيء نفسه في names",
    );
}
