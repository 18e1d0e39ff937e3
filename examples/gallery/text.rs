//! Running text, facts, cards, lists: short, long, and with a Latin name longer than a line.

use content::page::{Block, Card, Fact, Inline};

use super::{LATIN_NAME, latin, plain, section};

/// Cities with a motif of their own, a city without one, and none.
const CITIES: [(&str, &str); 6] = [
    ("marrakech", "مراكش 2022"),
    ("tangier", "طنجة 2023"),
    ("fes", "فاس 2024"),
    ("agadir", "أكادير 2025"),
    ("", "بلا مدينة"),
    ("dakhla", "مدينة بلا زخرفة، واسمها أطول من سطر"),
];

pub fn blocks() -> Vec<Block> {
    vec![
        paragraph(),
        facts(),
        section("cards", "بطاقات", vec![Block::Cards(CITIES.into_iter().map(card).collect())]),
        section("list", "قائمة", vec![Block::List(vec![plain("سطر"), plain(&long()), latin(LATIN_NAME)])]),
        section("code", "برنامج", vec![code()]),
        section("letters", "حروف الكشّاف", vec![letters()]),
    ]
}

fn long() -> String {
    "والمستشفيات واستراتيجياتهما وفسيستخرجونها ".repeat(3)
}

fn paragraph() -> Block {
    let mut text = plain(&format!("مقدمة فيها كلمات طويلة: {}", long()));
    text.extend([
        Inline::Cite(0),
        Inline::Text("، ورابط إلى ".to_owned()),
        Inline::Link("#".to_owned(), plain("صفحة أخرى")),
        Inline::Conflict("#".to_owned(), "اختلاف".to_owned()),
        Inline::Text("، ومعلومة تُذكر برقمها ".to_owned()),
        Inline::Reference("#F001".to_owned(), "F001".to_owned()),
    ]);
    Block::Paragraph(text)
}

fn facts() -> Block {
    Block::Facts(vec![
        Fact::new("التاريخ", vec![Inline::Date("2023-06-02".to_owned(), "2 يونيو 2023".to_owned())]),
        Fact::new("الشعار", plain("لم يُعثر عليه في النصوص المطلع عليها.")),
        Fact::new("اسم لاتيني", latin(LATIN_NAME)),
    ])
}

fn card((city, title): (&str, &str)) -> Card {
    Card {
        href: "#".to_owned(),
        kicker: "الدورة".to_owned(),
        title: title.to_owned(),
        city: city.to_owned(),
        text: plain("سطر من النص يعرّف بها."),
    }
}

fn code() -> Block {
    let line = "name = \"value\"  # a line that is long enough to need scrolling on the screen of a telephone";
    Block::Code("toml".to_owned(), line.to_owned())
}

fn letters() -> Block {
    let letter = |letter: char| Inline::Link("#".to_owned(), plain(&letter.to_string()));
    let letters = content::phrases::index_az::ALPHABET.chars().map(|found| vec![letter(found)]);
    Block::List(letters.collect())
}
