//! What a reader notices of the engine: order, notes, phrases, reasons; and that nothing typed can break it.

use proptest::prelude::*;
use search::{
    Engine, Groups, Lexicon,
    collection::{Kind, Page, Passage},
    outcome::{Filter, Outcome, Tier},
};

const LEXEMES: &str = "جهاز أجهزة\nهدف أهداف\nدورة دورات\nوالي ولاة\nبيان";

fn engine() -> Engine {
    let lexicon = Lexicon::parse(LEXEMES);
    let names = [vec!["دورة", "طبعة"], vec!["غشت", "أغسطس", "آب"], vec!["مكتب الأمم المتحدة لمكافحة الإرهاب", "UNOCT"]];
    let names = names.into_iter().map(|names| names.into_iter().map(str::to_owned).collect()).collect();
    let page = |path: &str, title: &str| Page { path: path.into(), title: title.into(), ..Page::default() };
    let pages = vec![
        page("/", "منصة مراكش"),
        Page { kind: Kind::Edition, edition: 2, ..page("/editions/2023-tangier/", "الدورة الثانية: طنجة 2023") },
    ];
    let passage = |page: u32, anchor: &str, text: &str| Passage {
        page,
        anchor: anchor.into(),
        text: text.into(),
        kind: Kind::Claim,
        ..Passage::default()
    };
    let passages = vec![
        Passage { page: 0, ..Passage::default() },
        Passage { page: 1, kind: Kind::Edition, edition: 2, ..Passage::default() },
        passage(0, "F001", "من أهداف المنصة تبادل المعلومات بين الأجهزة."),
        Passage {
            edition: 2,
            kind: Kind::Objective,
            ..passage(1, "F002", "ناقشت الدورة الثانية، في غشت، مكافحة الإرهاب وتبادل الآراء والمعلومات.")
        },
        Passage {
            edition: 2, ..passage(1, "F003", "قال عبد اللطيف إن مكتب الأمم المتحدة لمكافحة الإرهاب حضر.")
        },
    ];
    let words = [("الكشاف", 0), ("جدول", 1)].map(|(word, passage)| (word.to_owned(), passage));
    Engine::new(pages, passages, lexicon.clone(), Groups::new(names, &lexicon), words.to_vec())
}

fn ask(query: &str) -> (Engine, Outcome) {
    let engine = engine();
    let outcome = engine.search(query, Filter::default(), false);
    (engine, outcome)
}

/// Anchors of what was found, best first; pages by their path.
fn found(query: &str) -> Vec<String> {
    let (engine, outcome) = ask(query);
    let place = |passage: u32| {
        let passage = &engine.passages()[passage as usize];
        if passage.anchor.is_empty() { engine.pages()[passage.page as usize].path.clone() } else { passage.anchor.clone() }
    };
    outcome.hits.iter().map(|hit| place(hit.passage)).collect()
}

#[test]
fn better_matches_come_first_and_titles_before_sentences() {
    assert_eq!(found("المعلومات"), ["F001", "F002"], "the same letters before another form");
    assert_eq!(found("المنصة"), ["/", "F001"], "a title before a sentence");
    assert_eq!(found("الثانية"), ["/editions/2023-tangier/", "F002"]);
    assert_eq!(found("الأهداف"), ["F001"], "a broken plural with its article");
    assert_eq!(found("الطبعة"), ["/editions/2023-tangier/", "F002"], "a synonym");
    assert_eq!(found("UNOCT"), ["F003"]);
    assert_eq!(found("عبداللطيف"), ["F003"]);
}

#[test]
fn a_result_says_why_it_matched() {
    let reason = |query: &str| {
        let (_, outcome) = ask(query);
        outcome.hits.first().map(|hit| (hit.tier, hit.matches.iter().map(|met| (met.asked.clone(), met.found.clone())).collect::<Vec<_>>()))
    };
    let pair = |asked: &str, found: &str| (asked.to_owned(), found.to_owned());
    assert_eq!(reason("مكافحة"), Some((Tier::Exact, vec![])));
    assert_eq!(reason("ومكافحة"), Some((Tier::Inflected, vec![pair("ومكافحة", "مكافحة")])));
    assert_eq!(reason("الآراء غشت"), Some((Tier::Exact, vec![])));
    assert_eq!(reason("أغسطس"), Some((Tier::Alias, vec![pair("أغسطس", "غشت")])));
    assert_eq!(reason("مكافخة"), Some((Tier::Near, vec![pair("مكافخة", "مكافحة")])));
    assert_eq!(ask("lkwm").1.keyboard, "منصة");
}

#[test]
fn what_no_passage_holds_is_dropped_and_said() {
    let (_, outcome) = ask("المنصة كوكب");
    assert_eq!(outcome.dropped, ["كوكب"]);
    assert!(outcome.hits.iter().all(|hit| hit.tier == Tier::Partial) && !outcome.hits.is_empty());
    let (_, outcome) = ask("زحل كوكب");
    assert!(outcome.hits.is_empty() && outcome.dropped.is_empty());
}

#[test]
fn quotes_ask_for_words_side_by_side() {
    assert_eq!(found("«تبادل المعلومات»"), ["F001"]);
    assert_eq!(found("تبادل المعلومات").len(), 2);
    let (_, outcome) = ask("\"المعلومات تبادل\"");
    assert_eq!(outcome.dropped, ["المعلومات تبادل"], "the phrase is given up, and said to be");
}

#[test]
fn results_are_narrowed_by_kind_and_edition() {
    let engine = engine();
    let filter = Filter { kind: Some(Kind::Objective), edition: None };
    let outcome = engine.search("الثانية", filter, false);
    assert_eq!(outcome.hits.len(), 1);
    assert_eq!(outcome.kinds, [(Kind::Objective, 1), (Kind::Edition, 1)], "the other kind can still be chosen");
    assert_eq!(outcome.editions, [(2, 1)]);
}

#[test]
fn words_met_are_found_in_any_text() {
    let (engine, outcome) = ask("تبادل المعلومات بين");
    let text = "تبادل المَعلومات: أجهزة";
    let ranges = outcome.hits.first().map(|hit| engine.highlights(text, hit)).unwrap_or_default();
    assert_eq!(ranges.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(), ["تبادل", "المَعلومات"]);
}

#[test]
fn the_beginning_of_a_word_is_enough_while_typing() {
    let engine = engine();
    assert!(engine.search("معل", Filter::default(), false).hits.is_empty());
    assert!(!engine.search("معل", Filter::default(), true).hits.is_empty());
}

#[test]
fn nothing_typed_takes_long_or_breaks_anything() {
    let long = "مكافحة ".repeat(2_000);
    let hundred: String = (0..100).map(|number| number.to_string() + "كلمة ").collect();
    let odd = [
        "",
        " ",
        "\u{feff}\u{200f}",
        "،؛؟!«»\"",
        "🌍🌍",
        "<script>alert(1)</script>",
        "%",
        "%D8%",
        "\u{fffd}",
        "\u{0}",
        "''';;;",
        &long,
        &hundred,
    ];
    for query in odd {
        let (_, outcome) = ask(query);
        assert!(outcome.steps < 20_000, "{} steps for {:.20}", outcome.steps, query);
    }
    assert!(!ask(&hundred).1.hits.iter().any(|hit| hit.tier < Tier::Partial), "words that are not read are dropped, and said to be");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1_000)))]

    #[test]
    fn any_query_is_answered_with_bounded_work(query in prop_oneof![any::<String>(), "[\u{621}-\u{64a}a-z0-9 «»\"'،%-]{0,60}"]) {
        thread_local!(static ENGINE: Engine = engine());
        let outcome = ENGINE.with(|engine| engine.search(&query, Filter::default(), true));
        prop_assert!(outcome.steps < 20_000);
    }
}
