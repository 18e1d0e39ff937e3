//! Claims with one source, with forty and with a conflict; a folded list of sources; how to cite the page.

use content::page::{Block, Citation, CitationStyle, Claim, ClaimCard, Conflict, Inline, Section, Source};

use super::{LATIN_NAME, latin, plain, section};

/// Sources of the claim that has most.
pub const MANY: usize = 40;

pub fn blocks() -> Vec<Block> {
    let sources =
        Section {
            id: "sources".to_owned(), title: plain("مصادر مطوية"), style: String::new(), folded: true, blocks: vec![Block::Sources]
        };
    vec![section("claims", "معلومات: مصدر واحد، وأربعون مصدراً، واختلاف", vec![Block::Claims(vec![0, 1, 2])]), Block::Section(sources)]
}

pub fn claims() -> Vec<Claim> {
    let all: Vec<usize> = (0..MANY).collect();
    vec![claim(1, "الصحافة · مصدر واحد", &[0], &[]), claim(2, "الصحافة · 40 مصدراً", &all, &[0]), claim(3, "الصحافة · مصدران", &[1, 2], &[])]
}

fn claim(number: u16, evidence: &str, sources: &[usize], conflicts: &[usize]) -> Claim {
    let id = format!("F{number:03}");
    let card = ClaimCard {
        text: plain("نص معلومة قصيرة، ثم بقيتها حتى تملأ سطرين أو ثلاثة فيُرى كيف يكون آخر السطر وأول الذي يليه."),
        note: plain("حد من حدود الدليل."),
        conflicts: conflicts.to_vec(),
        corrections: vec![Inline::Link("#C01".to_owned(), plain("صُحّحت في 2026"))],
        citation: "مرجع منصة مراكش، المعلومة.".to_owned(),
        permalink: format!("https://example.org/#{id}"),
        report: "#".to_owned(),
    };
    Claim { href: format!("#{id}"), id, evidence: evidence.to_owned(), sources: sources.to_vec(), card: Some(card) }
}

/// Every other has a date; the second a Latin name, the third no address.
pub fn source(number: usize) -> Source {
    let date = Inline::Date("2023-06-02".to_owned(), "2 يونيو 2023".to_owned());
    Source {
        href: "#".to_owned(),
        publisher: if number == 2 { latin(LATIN_NAME) } else { plain("وكالة المغرب العربي للأنباء") },
        language: "بالفرنسية".to_owned(),
        date: if number.is_multiple_of(2) { vec![date] } else { plain("بلا تاريخ معروف") },
        url: if number == 3 { String::new() } else { format!("https://example.org/{number}") },
        host: "example.org".to_owned(),
    }
}

pub fn conflict() -> Conflict {
    Conflict {
        href: "#conflict".to_owned(),
        label: "اختلاف: عدد الأجهزة".to_owned(),
        statements: vec![plain("38 وفداً رفيع المستوى."), plain("أكثر من 38 رئيساً لأجهزة إفريقية.")],
        choice: plain("يُذكر العددان مؤرخين."),
    }
}

pub fn citation() -> Citation {
    let style = |name: &str, lang: &str, before: &str, after: &str| CitationStyle {
        name: name.to_owned(),
        lang: lang.to_owned(),
        before: plain(before),
        after: if after.is_empty() { Vec::new() } else { plain(after) },
    };
    let address = "https://example.org/editions/2100-a-name-that-is-long/";
    Citation {
        styles: vec![
            style("الأسلوب العربي", "ar", "مرجع منصة مراكش. «عنوان الصفحة». اطُّلع عليه في: ", ". العنوان"),
            style("APA", "en", &format!("Marrakech Platform Reference. (2026). {LATIN_NAME}. {address}"), ""),
        ],
        files: "cite".to_owned(),
    }
}
