//! All components in all states on one page, for the eye; called by `cargo xtask gallery` with a built site and a folder to write to.

use std::{error::Error, fs, path::Path};

use content::{
    compose::{self, Base},
    page::{Block, Card, Claim, ClaimCard, Conflict, Event, Fact, Figure, Inline, Link, Page, Section, Source, Table},
};
use prerender::{body, content_folder};

/// What a page loads besides its own file, as folders and endings of names.
const ASSETS: [&str; 4] = ["css", "svg", "woff2", "png"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(built), Some(out)) = (arguments.next(), arguments.next()) else { return Err("gallery BUILT-SITE OUT".into()) };
    let (built, out) = (Path::new(&built), Path::new(&out));
    let site = content_folder::site(&content_folder::files(Path::new("content"))?)?;
    let base = Base::new("https://example.org/");
    let exhibits = name(built, "exhibits-")?;
    let page = gallery(format!("/{exhibits}"));
    let shell = fs::read_to_string(built.join("index.html"))?;
    let (head, rest) = shell.split_once("<body>").ok_or("a page without body")?;
    let (_, tail) = rest.split_once("<script defer").ok_or("a page without loader")?;
    let (_, tail) = tail.split_once("</script>").ok_or("a loader without end")?;
    // What only the app shows.
    let loading = body(compose::frame(&site, &base), page).replacen(" hidden", "", 1);
    fs::create_dir_all(out)?;
    fs::write(out.join("index.html"), [head, "<body>", &loading, tail].concat())?;
    copy(built, out)?;
    println!("{}", out.join("index.html").display());
    Ok(())
}

fn name(folder: &Path, start: &str) -> Result<String, Box<dyn Error>> {
    let names = fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.into_iter().find(|name| name.starts_with(start)).ok_or_else(|| format!("no {start}").into())
}

fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(from)?.filter_map(Result::ok) {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if ["fonts", "motifs"].iter().any(|folder| path.ends_with(folder)) {
            fs::create_dir_all(&target)?;
            copy(&path, &target)?;
        } else if path.extension().is_some_and(|found| ASSETS.iter().any(|asset| found == *asset)) {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

fn text(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

fn section(id: &str, title: &str, folded: bool, blocks: Vec<Block>) -> Block {
    Block::Section(Section { id: id.to_owned(), title: text(title), style: String::new(), folded, blocks })
}

fn gallery(exhibit_styles: String) -> Page {
    let sources: Vec<Source> = (1..=40).map(source).collect();
    let claims = vec![claim(1, &[0], &[]), claim(2, &(0..40).collect::<Vec<_>>(), &[0]), claim(3, &[1, 2], &[])];
    let conflict = Conflict {
        href: "#conflict".to_owned(),
        label: "اختلاف: عدد الأجهزة".to_owned(),
        statements: vec![text("38 وفداً رفيع المستوى."), text("أكثر من 38 رئيساً لأجهزة إفريقية.")],
        choice: text("يُذكر العددان مؤرخين."),
    };
    let title = "الدورة المئة: اسم مدينة طويل جداً لا يتسع له سطر واحد في الهاتف".to_owned();
    Page {
        title,
        city: "tangier".to_owned(),
        blocks: blocks(),
        claims,
        sources,
        conflicts: vec![conflict],
        exhibit_styles,
        ..Page::default()
    }
}

fn source(number: usize) -> Source {
    let name =
        if number == 2 { "African Counter-Terrorism Coordination Centre" } else { "وكالة المغرب العربي للأنباء" };
    let publisher = if number == 2 { vec![Inline::Foreign("en".to_owned(), name.to_owned())] } else { text(name) };
    Source {
        href: "#".to_owned(),
        publisher,
        language: "بالفرنسية".to_owned(),
        date: "بلا تاريخ معروف".to_owned(),
        url: format!("https://example.org/{number}"),
        host: "example.org".to_owned(),
    }
}

fn claim(number: u16, sources: &[usize], conflicts: &[usize]) -> Claim {
    let id = format!("F{number:03}");
    let card = ClaimCard {
        text: text("نص معلومة قصيرة، ثم بقيتها حتى تملأ سطرين أو ثلاثة فيُرى كيف يكون آخر السطر وأول الذي يليه."),
        note: text("حد من حدود الدليل."),
        conflicts: conflicts.to_vec(),
        corrections: vec![Link { href: "#C01".to_owned(), label: "صُححت في 23 نونبر 2026".to_owned() }],
        citation: "مرجع منصة مراكش، المعلومة.".to_owned(),
        permalink: format!("https://example.org/#{id}"),
        report: "#".to_owned(),
    };
    Claim {
        href: format!("#{id}"), id, evidence: "الصحافة · مصدر واحد".to_owned(), sources: sources.to_vec(), card: Some(card)
    }
}

fn blocks() -> Vec<Block> {
    let long = "والمستشفيات واستراتيجياتهما وفسيستخرجونها ".repeat(3);
    let fact = |label: &str, value: Vec<Inline>| Fact { label: label.to_owned(), value };
    let card = |city: &str, title: &str| Card {
        href: "#".to_owned(),
        kicker: "الدورة".to_owned(),
        title: title.to_owned(),
        city: city.to_owned(),
        text: text("سطر من النص يعرّف بها."),
    };
    let event =
        |city: &str, label: &str| Event {
            date: "2022".to_owned(), label: label.to_owned(), city: city.to_owned(), text: text("ما جرى.")
        };
    let figure =
        |number: &str, unit: &str| Figure {
            number: number.to_owned(), unit: unit.to_owned(), detail: text("المتحدث، يونيو 2023")
        };
    let row = || {
        vec![
            text("سطر"),
            text("خلية فيها نص"),
            vec![Inline::Foreign("en".to_owned(), "Forty letters of a Latin name, and more".to_owned())],
        ]
    };
    vec![
        Block::Paragraph(
            [
                text(&format!("مقدمة فيها كلمات طويلة: {long}")),
                vec![
                    Inline::Cite(0),
                    Inline::Text("، ورابط إلى ".to_owned()),
                    Inline::Link("#".to_owned(), text("صفحة أخرى")),
                    Inline::Conflict("#".to_owned(), "اختلاف".to_owned()),
                ],
            ]
            .concat(),
        ),
        Block::Facts(vec![
            fact("التاريخ", vec![Inline::Date("2023-06-02".to_owned(), "2 يونيو 2023".to_owned())]),
            fact("الشعار", text("لم يُعثر عليه في النصوص المطلع عليها.")),
            fact(
                "اسم لاتيني",
                vec![Inline::Foreign("fr".to_owned(), "Direction générale de la surveillance du territoire national".to_owned())],
            ),
        ]),
        section("claims", "معلومات: مصدر واحد، وأربعون مصدراً، واختلاف", false, vec![Block::Claims(vec![0, 1, 2])]),
        section(
            "cards",
            "بطاقات",
            false,
            vec![Block::Cards(vec![
                card("marrakech", "مراكش 2022"),
                card("tangier", "طنجة 2023"),
                card("fes", "فاس 2024"),
                card("agadir", "أكادير 2025"),
                card("", "بلا مدينة"),
                card("dakhla", "مدينة بلا زخرفة"),
            ])],
        ),
        section(
            "figures",
            "أرقام",
            false,
            vec![Block::Figures(vec![figure("38", "وفداً"), figure("أكثر من 1.234,5", "وحدة اسمها طويل بعض الطول"), figure("51%", "نسبة")])],
        ),
        section("list", "قائمة", false, vec![Block::List(vec![text("سطر"), text(&long)])]),
        section(
            "timeline",
            "محطات",
            false,
            vec![Block::Timeline(vec![event("", "2020"), event("marrakech", "23 و24 يونيو 2022"), event("fes", "يونيو 2024")])],
        ),
        section(
            "table",
            "جدول",
            false,
            vec![Block::Table(Table {
                caption: "عنوان الجدول".to_owned(),
                head: ["اسم", "قيمة", "أجنبي"].map(str::to_owned).to_vec(),
                rows: vec![row(), row()],
            })],
        ),
        section(
            "code",
            "برنامج",
            false,
            vec![Block::Code(
                "toml".to_owned(),
                "name = \"value\"  # a line that is long enough to need scrolling on the screen of a telephone".to_owned(),
            )],
        ),
        section("sources", "مصادر مطوية", true, vec![Block::Sources]),
        Block::Pager(
            Some(Link { href: "#".to_owned(), label: "مراكش 2022".to_owned() }),
            Some(Link { href: "#".to_owned(), label: "فاس 2024".to_owned() }),
        ),
    ]
}
