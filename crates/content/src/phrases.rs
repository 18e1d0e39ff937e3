//! Every Arabic phrase that does not come from `content/`: interface, labels, editors' messages.
//!
//! Phrases that count something are [`Noun`]s and go through the plural function of `text`.

use crate::route::Route;

/// A counted noun in the six plural categories of Arabic (CLDR). Forms `one` and `two` stand
/// without the number; the others follow it.
#[derive(Clone, Copy, Debug)]
pub struct Noun {
    /// 0
    pub zero: &'static str,
    /// 1
    pub one: &'static str,
    /// 2
    pub two: &'static str,
    /// 3 to 10, 103 to 110
    pub few: &'static str,
    /// 11 to 99
    pub many: &'static str,
    /// 100 to 102
    pub other: &'static str,
}

/// Sources of a claim.
pub const SOURCES_NOUN: Noun = Noun {
    zero: "بلا مصدر", one: "مصدر واحد", two: "مصدران", few: "مصادر", many: "مصدراً", other: "مصدر"
};
/// Sources that do not repeat each other.
pub const INDEPENDENT_NOUN: Noun = Noun {
    zero: "بلا مصدر مستقل",
    one: "مصدر مستقل واحد",
    two: "مصدران مستقلان",
    few: "مصادر مستقلة",
    many: "مصدراً مستقلاً",
    other: "مصدر مستقل",
};
/// Texts in which something is read, after «في».
pub const IN_TEXTS_NOUN: Noun =
    Noun { zero: "لا نص", one: "نص واحد", two: "نصين", few: "نصوص", many: "نصاً", other: "نص" };
/// Editions of the platform.
pub const EDITIONS_NOUN: Noun =
    Noun { zero: "لا دورة", one: "دورة واحدة", two: "دورتان", few: "دورات", many: "دورة", other: "دورة" };
/// Days that an edition lasted.
pub const DAYS_NOUN: Noun =
    Noun { zero: "لا يوم", one: "يوم واحد", two: "يومان", few: "أيام", many: "يوماً", other: "يوم" };
/// Thousands of bytes: as a unit of measurement it stays as it is (CLDR, ar, digital-kilobyte).
pub const KILOBYTES_NOUN: Noun =
    Noun {
        zero: "أقل من كيلوبايت", one: "كيلوبايت واحد", two: "كيلوبايتان", few: "كيلوبايت", many: "كيلوبايت", other: "كيلوبايت"
    };
/// Problems of the content.
pub const PROBLEMS_NOUN: Noun = Noun {
    zero: "لا مشكلة", one: "مشكلة واحدة", two: "مشكلتان", few: "مشكلات", many: "مشكلة", other: "مشكلة"
};
/// Counted: countries.
pub const COUNTRY: Noun =
    Noun { zero: "بلد", one: "بلد واحد", two: "بلدان", few: "بلدان", many: "بلداً", other: "بلد" };
/// Counted: delegations.
pub const DELEGATION: Noun =
    Noun { zero: "وفد", one: "وفد واحد", two: "وفدان", few: "وفود", many: "وفداً", other: "وفد" };
/// Counted: services.
pub const SERVICE: Noun =
    Noun { zero: "جهاز", one: "جهاز واحد", two: "جهازان", few: "أجهزة", many: "جهازاً", other: "جهاز" };
/// Counted: observer delegations.
pub const OBSERVER_DELEGATION: Noun =
    Noun {
        zero: "وفد مراقب", one: "وفد مراقب واحد", two: "وفدان مراقبان", few: "وفود مراقبة", many: "وفداً مراقباً", other: "وفد مراقب"
    };
/// Counted: officers.
pub const OFFICER: Noun =
    Noun { zero: "عنصر", one: "عنصر واحد", two: "عنصران", few: "عناصر", many: "عنصراً", other: "عنصر" };
/// Counted: officials.
pub const OFFICIAL: Noun = Noun {
    zero: "مسؤول", one: "مسؤول واحد", two: "مسؤولان", few: "مسؤولين", many: "مسؤولاً", other: "مسؤول"
};
/// Counted: legal experts and officers.
pub const EXPERT_OR_OFFICER: Noun = Noun {
    zero: "خبير وعنصر",
    one: "خبير أو عنصر",
    two: "خبيران أو عنصران",
    few: "خبراء وعناصر",
    many: "خبيراً وعنصراً",
    other: "من خبراء القانون وأفراد إنفاذه",
};

/// What is counted, as a heading.
pub mod counted {
    /// Countries.
    pub const COUNTRIES: &str = "البلدان";
    /// Delegations.
    pub const DELEGATIONS: &str = "الوفود";
    /// Services; those of Africa are the ones the platform counts.
    pub const SERVICES: &str = "الأجهزة الإفريقية";
    /// Observer delegations.
    pub const OBSERVERS: &str = "الوفود المراقبة";
    /// Officers.
    pub const OFFICERS: &str = "العناصر";
    /// Officials.
    pub const OFFICIALS: &str = "المسؤولون";
    /// Legal experts and officers.
    pub const EXPERTS_OR_OFFICERS: &str = "الخبراء والعناصر";
}

/// The main navigation, in order.
pub const NAVIGATION: &[(Route, &str)] = &[
    (Route::Platform, "المنصة"),
    (Route::Editions, "الدورات"),
    (Route::Objectives, "الأهداف"),
    (Route::Evolution, "التطور"),
    (Route::People, "الأشخاص"),
    (Route::Institutions, "المؤسسات"),
    (Route::Related, "مبادرات ذات صلة"),
    (Route::Conflicts, "اختلاف المصادر"),
    (Route::Sources, "المصادر"),
    (Route::About, "عن المرجع"),
];

/// Links in the footer: what serves the reading of all pages.
pub const FOOTER: &[(Route, &str)] = &[
    (Route::Compare, "مقارنة الدورات"),
    (Route::Search, "البحث"),
    (Route::IndexAz, "الكشّاف"),
    (Route::Glossary, "المسرد"),
    (Route::Data, "البيانات المفتوحة"),
    (Route::Corrections, "التصحيحات"),
    (Route::Quality, "جودة هذا الموقع"),
];
/// Name of the landmark of these links.
pub const FOOTER_NAVIGATION: &str = "أدوات المرجع";

/// Begins every text of the template that the editor has not replaced yet.
pub const PLACEHOLDER: &str = "نص مؤقت";

/// Home in breadcrumbs.
pub const HOME: &str = "الرئيسية";
/// Label of the skip link.
pub const SKIP: &str = "تخطَّ إلى المحتوى";
/// Label of the menu.
pub const MENU: &str = "القائمة";
/// Name of the navigation landmark.
pub const MAIN_NAVIGATION: &str = "التنقل الرئيسي";
/// Name of the breadcrumb landmark.
pub const BREADCRUMB: &str = "مسار الصفحة";
/// Title of the contents of a long page.
pub const ON_THIS_PAGE: &str = "في هذه الصفحة";
/// Name of the pager landmark.
pub const PAGER: &str = "السابق والتالي";
/// Label of the link to the edition or letter before.
pub const PREVIOUS: &str = "السابق";
/// Label of the link to the edition or letter after.
pub const NEXT: &str = "التالي";
/// Name of the search field.
pub const SEARCH_FIELD: &str = "البحث في المرجع";
/// Button beside the search field.
pub const SEARCH_BUTTON: &str = "ابحث";
/// In the footer.
pub const INDEPENDENT: &str = "مرجع مستقل غير تابع للمنصة ولا لمنظّميها.";
/// In the footer, before the date.
pub const UPDATED: &str = "آخر تغيير في المحتوى:";
/// In the footer, before the licence.
pub const LICENCE: &str = "المحتوى متاح برخصة";
/// What a page costs its reader, for its foot.
#[must_use]
pub fn weight(kilobytes: &str) -> String {
    ["وزن هذه الصفحة: ", kilobytes, "."].concat()
}
/// In the footer and on the page about the site, when no address is set.
pub const NO_CONTACT: &str = "لم يُحدَّد بعدُ عنوان لاستقبال التصحيحات.";
/// Before the address for corrections.
pub const CONTACT: &str = "لتصحيح معلومة:";
/// Read before the number of a citation.
pub const CITATION: &str = "مصادر هذه الجملة، المعلومة رقم";
/// Link from a citation to its claim.
pub const WHOLE_CLAIM: &str = "نص المعلومة";
/// Label of a permanent link.
pub const PERMALINK: &str = "رابط دائم إلى المعلومة";
/// While a page is being loaded.
pub const LOADING: &str = "جارٍ تحميل الصفحة…";
/// Button after a failed load.
pub const RETRY: &str = "أعد المحاولة";
/// Link after a failed load.
pub const OPEN_PLAINLY: &str = "افتح الصفحة مباشرة";
/// A load failed: no connection.
pub const OFFLINE: &str = "تعذّر الاتصال. تحقّق من الشبكة، ثم أعد المحاولة.";
/// A load failed: no such page.
pub const NOT_FOUND: &str = "لا توجد صفحة بهذا العنوان.";
/// A load failed: the server answered with a fault.
pub const SERVER_FAULT: &str = "تعذّر على الخادم إرسال الصفحة. أعد المحاولة بعد قليل.";
/// A load failed: what came is not readable.
pub const UNREADABLE: &str = "وصلت بيانات الصفحة ناقصة أو تالفة.";
/// A load failed: what came is not a page.
pub const WRONG_SHAPE: &str = "وصلت بيانات لا تطابق ما ينتظره هذا الموقع، ولعله حُدّث قبل قليل.";

/// Phrases of the composed pages.
pub mod page {
    /// Headings of an edition's page, in order.
    pub const SUMMARY: &str = "موجز الدورة";
    /// Agenda.
    pub const AGENDA: &str = "الأهداف المعلنة وجدول الأعمال";
    /// Attendance.
    pub const PARTICIPANTS: &str = "الحضور";
    /// Statements.
    pub const STATEMENTS: &str = "ما قيل ومن قاله";
    /// Outcomes.
    pub const OUTCOMES: &str = "النتائج";
    /// Context.
    pub const CONTEXT: &str = "السياق";
    /// Conflicts.
    pub const CONFLICTS: &str = "ما اختلفت فيه المصادر";
    /// Sources.
    pub const SOURCES: &str = "مصادر هذه الصفحة";
    /// Facts box: dates.
    pub const DATES: &str = "التاريخ";
    /// Facts box: city.
    pub const CITY: &str = "المدينة المضيفة";
    /// Facts box: ordinal.
    pub const ORDINAL: &str = "الترتيب";
    /// Facts box: official wording.
    pub const OFFICIAL_NAME: &str = "الاسم الرسمي يومئذ";
    /// Facts box: chairs.
    pub const CHAIRS: &str = "الرئاسة";
    /// Facts box: attendance.
    pub const ATTENDANCE: &str = "الحضور";
    /// Facts box: theme.
    pub const THEME: &str = "الشعار";
    /// No number was found.
    pub const NO_FIGURE: &str = "لم يُعثر على رقم في النصوص المطلع عليها.";
    /// Home: figures.
    pub const FIGURES: &str = "الحضور بالأرقام";
    /// Home and editions: cards.
    pub const EDITIONS: &str = "الدورات";
    /// Evolution: timeline.
    pub const TIMELINE: &str = "أهم المحطات";
    /// Evolution: table of attendance.
    pub const ATTENDANCE_TABLE: &str = "الحضور في كل دورة كما أوردته المصادر، بوحدات تختلف من سنة إلى سنة";
    /// Column: edition.
    pub const EDITION: &str = "الدورة";
    /// Column: number and unit.
    pub const NUMBER_AND_UNIT: &str = "العدد ووحدته";
    /// Column: who says so.
    pub const SPEAKER: &str = "من ذكره ومتى";
    /// Objectives: not stated for an edition.
    pub const NOT_STATED: &str = "لم يُعثر في النصوص المطلع عليها على دورة بعينها ذُكر فيها هذا الهدف.";
    /// People and institutions: roles.
    pub const CLAIMS_ELSEWHERE: &str = "يرد ذكره في:";
    /// The same for institutions.
    pub const CLAIMS_ELSEWHERE_BODY: &str = "يرد ذكرها في:";
    /// Institutions: link to a page of its own.
    pub const OWN_PAGE: &str = "صفحة مفصّلة";
    /// Institutions: acronyms.
    pub const ACRONYMS: &str = "الاختصار";
    /// Conflicts: mere slip.
    pub const SLIP: &str = "سهو في مصدر";
    /// Conflicts: disagreement.
    pub const DISAGREEMENT: &str = "اختلاف";
    /// Conflicts: before the one source of a statement.
    pub const ITS_SOURCE: &str = "المصدر:";
    /// Conflicts: before the sources of a statement.
    pub const ITS_SOURCES: &str = "المصادر:";
    /// Conflicts: what this site writes.
    pub const CHOICE: &str = "ما يعتمده هذا المرجع:";
    /// Conflicts: claims touched.
    pub const CLAIMS_TOUCHED: &str = "المعلومات التي يخصها هذا الاختلاف:";
    /// Source page: title begins with it.
    pub const SOURCE: &str = "المصدر";
    /// Source page: publisher.
    pub const PUBLISHER: &str = "الناشر";
    /// Source page: original name.
    pub const ORIGINAL_NAME: &str = "الاسم الأصلي";
    /// Source page: headline.
    pub const HEADLINE: &str = "عنوان النص";
    /// Source page: description.
    pub const DESCRIPTION: &str = "الوصف";
    /// Source page: kind.
    pub const KIND: &str = "النوع";
    /// Source page: language.
    pub const LANGUAGE: &str = "اللغة";
    /// Source page: date.
    pub const PUBLISHED: &str = "تاريخ النشر";
    /// A source without date.
    pub const NO_DATE: &str = "بلا تاريخ معروف";
    /// Source page: address.
    pub const ADDRESS: &str = "الرابط";
    /// Source page: the text that others carry too.
    pub const REPRINT: &str = "نص مشترك";
    /// Sources: those that count as one.
    pub const REPRINTS: &str = "مصادر تحمل نصاً واحداً";
    /// Objectives: the table.
    pub const OBJECTIVES_MATRIX: &str = "الأهداف دورة بدورة";
    /// Corrections: the list.
    pub const CORRECTIONS: &str = "سجل التصحيحات";
    /// Corrections: none.
    pub const NO_CORRECTIONS: &str = "لم يُصحَّح شيء بعدُ.";
    /// Corrections: title of one.
    pub const CORRECTION: &str = "التصحيح";
    /// Corrections: what was written.
    pub const WAS: &str = "كان المكتوب";
    /// Corrections: what is written.
    pub const NOW: &str = "صار المكتوب";
    /// Corrections: why.
    pub const REASON: &str = "السبب";
    /// Corrections: claims touched.
    pub const CLAIMS: &str = "المعلومات";
    /// Source page: no address.
    pub const UNLINKED: &str = "لا يُنشر عنوانه:";
    /// Source page: claims.
    pub const SUPPORTS: &str = "معلومات مأخوذة من هذا المصدر";
    /// Source page: nothing but conflicts.
    pub const SUPPORTS_NOTHING: &str = "لا تستند إليه أي معلومة في هذا المرجع؛ يُذكر لأنه قُرئ.";
    /// Source page: conflicts.
    pub const IN_CONFLICTS: &str = "اختلافات تخصه";
    /// After a claim: its limits.
    pub const NOTE: &str = "ملاحظة:";
    /// Between the parts of a list.
    pub const COMMA: &str = "، ";
    /// Between the parts of a list that may hold commas.
    pub const SEMICOLON: &str = "؛ ";

    /// Announced length: «بُرمجت على يومين» needs the genitive, which the nouns do not carry.
    #[must_use]
    pub fn planned(days: u16) -> String {
        let length = match days {
            1 => "يوم واحد".to_owned(),
            2 => "يومين".to_owned(),
            3..=10 => format!("{days} أيام"),
            _ => format!("{days} يوماً"),
        };
        format!(" (بُرمجت على {length})")
    }

    /// From a day on, the last day not being stated.
    #[must_use]
    pub fn from(date: &str) -> String {
        format!("ابتداءً من {date}")
    }

    /// From a day to another.
    #[must_use]
    pub fn from_to(start: &str, end: &str) -> String {
        format!("من {start} إلى {end}")
    }

    /// Two days of one month.
    #[must_use]
    pub fn two_days(first: u8, last: &str) -> String {
        format!("{first} و{last}")
    }

    /// Title of an edition.
    #[must_use]
    pub fn edition_title(ordinal: &str, city: &str, year: u16) -> String {
        format!("{ordinal}: {city} {year}")
    }

    /// Short name of an edition, for tables and links.
    #[must_use]
    pub fn edition_short(city: &str, year: u16) -> String {
        format!("{city} {year}")
    }

    /// Before the host in a link to a source's text: «النص بالفرنسية في».
    #[must_use]
    pub fn text_at(in_language: &str) -> String {
        format!("النص {in_language} في")
    }

    /// Description of a source's page, for search engines.
    #[must_use]
    pub fn source_description(publisher: &str, description: &str) -> String {
        format!("المصدر كما يعرضه المرجع: {publisher}. {description}")
    }

    /// Numbers that follow: how many conflicts are listed.
    #[must_use]
    pub fn about(number: &str) -> String {
        format!("نحو {number}")
    }

    /// A lower bound.
    #[must_use]
    pub fn more_than(number: &str) -> String {
        format!("أكثر من {number}")
    }

    /// Link text for a claim quoted at some length.
    #[must_use]
    pub fn shortened(words: &str) -> String {
        format!("{words}…")
    }
}

/// Words of the pictures.
pub mod picture {
    /// Opens the table that says what a picture shows.
    pub const TABLE: &str = "ما في الصورة، في جدول";
    /// Axis of time: title.
    pub const AXIS: &str = "الدورات والمحطات على محور الزمن";
    /// Column of the sketch's table: when.
    pub const WHEN: &str = "التاريخ";
    /// Attendance: title.
    pub const ATTENDANCE: &str = "الحضور بحسب وحدة العدّ";
    /// Attendance: how it is to be read.
    pub const ATTENDANCE_TEXT: &str = "لكل وحدة رسم، لأن الوحدات المختلفة لا تُقارن. والأعداد نفسها في الجدول بعد الصورة، مع قائليها.";
    /// Attendance: no number in this unit.
    pub const NOT_FOUND: &str = "لم يُعثر عليه";
    /// Sketch: title.
    pub const SKETCH: &str = "المدن المضيفة";
    /// Sketch: how it is to be read.
    pub const SKETCH_TEXT: &str =
        "رسم تقريبي للساحل يبيّن موضع كل مدينة استضافت دورة، ويقود اسمها إلى صفحة أحدث دورة عُقدت فيها. ولا يرسم حدوداً.";
    /// Sketch: a sea.
    pub const ATLANTIC: &str = "المحيط الأطلسي";
    /// Sketch: a sea, in two lines.
    pub const MEDITERRANEAN: [&str; 2] = ["البحر الأبيض", "المتوسط"];
    /// Sketch: before the name of the data.
    pub const COAST_FROM: &str = "خط الساحل مبسَّط من بيانات ";
    /// Sketch: after it.
    pub const PUBLIC_DOMAIN: &str = "، وهي ملك عام.";
    /// Column: host city.
    pub const CITY: &str = "المدينة";
    /// Column: coordinates.
    pub const COORDINATES: &str = "الإحداثيات بالدرجات";
    /// No coordinates in the content.
    pub const NO_COORDINATES: &str = "لم تُسجَّل بعد";
    /// A city the frame of the sketch leaves out.
    pub const OUTSIDE: &str = " (خارج إطار الرسم)";

    /// An edition by its city.
    #[must_use]
    pub fn edition_of(city: &str) -> String {
        format!("دورة {city}")
    }

    /// Axis of time: how it is to be read.
    #[must_use]
    pub fn axis_text(first: u16, last: u16) -> String {
        format!("الزمن من اليمين إلى اليسار، من {first} إلى {last}. وبين الدورات محطات مختارة من القائمة بعد الصورة.")
    }

    /// Latitude and longitude in degrees, without their sign: after Arabic letters it would leave its number (UAX #9, W2).
    #[must_use]
    pub fn coordinates(latitude: &str, is_north: bool, longitude: &str, is_east: bool) -> String {
        let (north, east) = (if is_north { "شمالاً" } else { "جنوباً" }, if is_east { "شرقاً" } else { "غرباً" });
        format!("{latitude} {north}، {longitude} {east}")
    }
}

/// What is said where a page shows a part of what there is, because there is much of it.
pub mod growth {
    use super::Noun;

    /// Before the number of editions that came before those shown.
    pub const EARLIER: &str = "هذه أحدث الدورات، وقبلها ";
    /// Before the number of milestones that came before those shown.
    pub const EARLIER_MILESTONES: &str = "هذه أحدث المحطات، وقبلها ";
    /// Counted: milestones.
    pub const MILESTONE_NOUN: Noun = Noun {
        zero: "لا محطة", one: "محطة واحدة", two: "محطتان", few: "محطات", many: "محطة", other: "محطة"
    };
    /// Heading of the list of decades.
    pub const DECADES: &str = "الدورات عقداً عقداً";
    /// Heading of lists of years and decades of sources.
    pub const BY_YEAR: &str = "بحسب سنة النشر";
    /// Title of the page of sources without a date.
    pub const SOURCES_UNDATED: &str = "مصادر بلا تاريخ نشر معروف";
    /// A link to a search.
    pub const SEARCH: &str = "ابحث عنها";

    /// A decade by its first year: «من 2030 إلى 2039».
    #[must_use]
    pub fn years(first: u16) -> String {
        format!("من {first} إلى {}", first + 9)
    }

    /// Title of the page of a decade.
    #[must_use]
    pub fn editions_of_decade(first: u16) -> String {
        format!("الدورات {}", years(first))
    }

    /// For search engines: the page of a decade.
    #[must_use]
    pub fn decade_description(first: u16, count: &str) -> String {
        format!("دورات منصة مراكش {}: {count}، لكل منها مدينتها وما يميزها وحضورها كما عدّته المصادر، ومعها محطات تلك السنين.", years(first))
    }

    /// Title of the page that lists the years of a decade.
    #[must_use]
    pub fn sources_of_decade(first: u16) -> String {
        format!("المصادر المنشورة {}", years(first))
    }

    /// Title of the page of a year.
    #[must_use]
    pub fn sources_of_year(year: u16) -> String {
        format!("المصادر المنشورة سنة {year}")
    }

    /// For search engines: a list of sources.
    #[must_use]
    pub fn sources_description(title: &str, count: &str) -> String {
        format!("{title} من مصادر هذا المرجع عن منصة مراكش: {count}، لكل منها ناشره ولغته ووصفه.")
    }

    /// Before the link to the search: «وغيرها 997 دورة».
    #[must_use]
    pub fn and_others(count: &str) -> String {
        format!("وغيرها {count}: ")
    }

    /// Before the link to the open data.
    #[must_use]
    pub fn others_in(count: &str) -> String {
        format!("وغيرها {count}، وكلها في صفحة ")
    }
}

/// Names of kinds of sources.
pub mod kind {
    /// Kinds, in the order of the list of sources.
    pub const UN: &str = "الأمم المتحدة";
    /// A copy of a page of the United Nations.
    pub const UN_COPY: &str = "صفحة أممية قُرئت في نسخة لدى موقع آخر";
    /// A communiqué carried by the press.
    pub const UN_VIA_PRESS: &str = "بلاغ أممي نقلته الصحافة";
    /// Moroccan authorities.
    pub const GOVERNMENT: &str = "الحكومة المغربية";
    /// News agency.
    pub const AGENCY: &str = "وكالة أنباء";
    /// Press.
    pub const PRESS: &str = "صحافة";
    /// Blog.
    pub const BLOG: &str = "مدونة";
    /// Reference site.
    pub const REFERENCE: &str = "موقع مرجعي أو بحثي";
    /// Encyclopedia.
    pub const ENCYCLOPEDIA: &str = "موسوعة";
    /// The encyclopedic article.
    pub const SEED: &str = "النص الموسوعي";
}

/// Grades: who says it, from where it was read.
pub mod grade {
    /// A page of the United Nations.
    pub const UN: &str = "الأمم المتحدة";
    /// A communiqué read in the press.
    pub const UN_VIA_PRESS: &str = "الأمم المتحدة نقلاً عن الصحافة";
    /// A page of the Moroccan authorities.
    pub const GOVERNMENT: &str = "الحكومة المغربية";
    /// Press.
    pub const PRESS: &str = "الصحافة";
    /// Reference or research site.
    pub const REFERENCE: &str = "موقع مرجعي أو بحثي";
    /// Encyclopedic text and press.
    pub const SEED_AND_PRESS: &str = "نص موسوعي والصحافة";
    /// Encyclopedic text alone.
    pub const SEED: &str = "نص موسوعي وحده";
    /// After a grade: sources of other kinds say so too.
    pub const AND_OTHERS: &str = " وغيرها";
    /// The same after a masculine noun.
    pub const AND_OTHERS_MASCULINE: &str = " وغيره";
    /// The same after two nouns.
    pub const AND_OTHERS_DUAL: &str = " وغيرهما";
}

/// Editions side by side.
pub mod matrix {
    /// Caption of the comparison.
    pub const COMPARE: &str = "دورات منصة مراكش حقلاً حقلاً، بترتيب انعقادها";
    /// Caption of the objectives.
    pub const OBJECTIVES: &str = "كل هدف والدورات التي ذُكر فيها، ومن ذكره ومتى";
    /// Heading of the fields.
    pub const FIELD: &str = "الحقل";
    /// Heading of the objectives.
    pub const OBJECTIVE: &str = "الهدف";
    /// Row: how long it lasted.
    pub const LENGTH: &str = "المدة";
    /// Row: objectives.
    pub const OBJECTIVES_ROW: &str = "الأهداف المعلنة";
    /// Row: speakers.
    pub const SPEAKERS: &str = "المتحدثون";
    /// Row: topics.
    pub const TOPICS: &str = "محاور النقاش";
    /// Row: sources.
    pub const SOURCES: &str = "المصادر";
    /// Row: what changed.
    pub const CHANGES: &str = "ما الذي تغيّر";
    /// Empty cell.
    pub const NOT_FOUND: &str = "لم يُعثر عليه";
    /// Choice: everything.
    pub const ALL: &str = "الكل";
    /// Choice: an edition.
    pub const EDITION: &str = "الدورة";
    /// Choice of a pair: first.
    pub const FIRST_EDITION: &str = "قارن";
    /// Choice of a pair: second.
    pub const SECOND_EDITION: &str = "مع";
    /// Before the controls come.
    pub const WHOLE: &str = "الجدول كامل.";
    /// Before the controls come, where there are other editions besides those of the matrix.
    pub const LATEST: &str = "في الجدول أحدث الدورات.";
    /// The latest editions are shown, and those that the reader chose before.
    pub const LATEST_SHOWN: &str = "اختر دورتين من كل الدورات لعرضهما وحدهما.";
    /// Two editions are shown.
    pub const TWO_SHOWN: &str = "تُعرض دورتان.";
    /// All editions are shown.
    pub const ALL_SHOWN: &str = "تُعرض كل الدورات. اختر دورتين لعرضهما وحدهما.";
    /// Counted: statements of an objective.
    pub const STATEMENTS_NOUN: crate::phrases::Noun = crate::phrases::Noun {
        zero: "لم يُعثر عليه",
        one: "موضع واحد ورد فيه هدف",
        two: "موضعان ورد فيهما هدف",
        few: "مواضع ورد فيها هدف",
        many: "موضعاً ورد فيه هدف",
        other: "موضع ورد فيه هدف",
    };
    /// Mark of what the edition before did not have.
    pub const NEW: &str = "جديد";

    /// Row: attendance in one unit.
    #[must_use]
    pub fn attendance(units: &str) -> String {
        format!("الحضور: {units}")
    }

    /// A length that was only announced.
    #[must_use]
    pub fn planned(length: &str) -> String {
        format!("المعلن: {length}")
    }
}

/// The glossary.
pub mod glossary {
    /// The article, which the order of names ignores.
    pub const ARTICLE: &str = "ال";
    /// The first letter.
    pub const ALIF: char = 'ا';
    /// Its forms.
    pub const ALIFS: &str = "اأإآٱ";
    /// Name in French.
    pub const FRENCH: &str = "بالفرنسية";
    /// Name in English.
    pub const ENGLISH: &str = "بالإنجليزية";
    /// Other names.
    pub const ALIASES: &str = "يرد أيضاً باسم";
    /// Where more is told.
    pub const MORE: &str = "التفصيل";
}

/// The index as at the back of a book, «الكشّاف».
pub mod index_az {
    /// Every letter.
    pub const ALPHABET: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
    /// Names of the letters, in the same order.
    pub const LETTER_NAMES: &str = "الألف الباء التاء الثاء الجيم الحاء الخاء الدال الذال الراء الزاي السين الشين الصاد الضاد الطاء الظاء العين الغين الفاء القاف الكاف اللام الميم النون الهاء الواو الياء";
    /// After the letters: names in Latin letters, names that begin with a digit.
    pub const OTHERS: [&str; 2] = ["أسماء لاتينية", "أرقام"];
    /// Heading of the list of letters.
    pub const LETTERS: &str = "الحروف";
    /// Begins the page of a letter.
    pub const HOW_TO_READ: &str = "تحت كل مدخل الصفحات التي يرد فيها، وبعد اسم كل صفحة أرقام معلوماتها، وكل رقم رابط إلى معلومته.";
    /// Leads from another name to the entry.
    pub const SEE: &str = ": انظر ";

    /// Title of a letter's page.
    #[must_use]
    pub fn title(index: &str, letter: &str) -> String {
        format!("{index}: {letter}")
    }

    /// A letter by its name.
    #[must_use]
    pub fn letter(name: &str) -> String {
        format!("حرف {name}")
    }

    /// Description of a letter's page, for search engines.
    #[must_use]
    pub fn description(letter: &str, first: &str, last: &str) -> String {
        format!("مداخل الكشّاف، {letter}: من «{first}» إلى «{last}»، مع روابط إلى المعلومات التي ترد فيها.")
    }
}

/// Counted: results of a search.
pub const RESULTS_NOUN: Noun = Noun {
    zero: "لا نتائج", one: "نتيجة واحدة", two: "نتيجتان", few: "نتائج", many: "نتيجة", other: "نتيجة"
};

/// The page of the search.
pub mod search {
    /// Name of the list of results.
    pub const RESULTS: &str = "نتائج البحث";
    /// Link to all results, before their number.
    pub const ALL: &str = "كل النتائج:";
    /// Button: more results.
    pub const MORE: &str = "اعرض المزيد";
    /// Kind: a claim.
    pub const CLAIM: &str = "معلومة";
    /// Kind: an objective.
    pub const OBJECTIVE: &str = "هدف معلن";
    /// Kind: the page of an edition.
    pub const EDITION: &str = "صفحة دورة";
    /// Kind: a source.
    pub const SOURCE: &str = "مصدر";
    /// Kind: any other page.
    pub const PAGE: &str = "صفحة";
    /// Results that are claims.
    pub const CLAIMS: &str = "المعلومات";
    /// Results that are objectives.
    pub const OBJECTIVES: &str = "الأهداف المعلنة";
    /// Results that are pages of editions.
    pub const EDITIONS: &str = "صفحات الدورات";
    /// Results that are sources.
    pub const SOURCES: &str = "المصادر";
    /// Results that are other pages.
    pub const PAGES: &str = "سائر الصفحات";
    /// Facets of kinds.
    pub const BY_KIND: &str = "حسب النوع";
    /// Facets of editions.
    pub const BY_EDITION: &str = "حسب الدورة";
    /// No kind chosen.
    pub const EVERYTHING: &str = "كل الأنواع";
    /// No edition chosen.
    pub const ALL_EDITIONS: &str = "كل الدورات";
    /// Before how a word was met.
    pub const MATCHED: &str = "طابقنا:";
    /// Before the words that no result holds.
    pub const DROPPED: &str = "لا نتيجة تجمع كل ما كتبت، فبحثنا من دون:";
    /// Before the query in Arabic letters.
    pub const KEYBOARD: &str = "لوحة مفاتيحك لاتينية؟ بحثنا عن:";
    /// Nothing was found but by near words.
    pub const NEAR: &str = "لا نتيجة لما كتبت، وهذه نتائج قريبة منه.";
    /// Nothing was found.
    pub const NOTHING: &str = "لا نتيجة لما كتبت.";
    /// Before words of the site.
    pub const LIKE: &str = "كلمات قريبة في الموقع:";
    /// Link to the index.
    pub const INDEX: &str = "تصفّح الكشّاف";
    /// The index cannot be had.
    pub const FAILED: &str = "تعذّر تحميل فهرس البحث. تحقّق من الشبكة، ثم أعد المحاولة، أو ابحث في الكشّاف.";
    /// Heading of the examples.
    pub const EXAMPLES: &str = "أمثلة";
}

/// How to cite a page.
pub mod cite {
    /// Heading.
    pub const CITE: &str = "للاستشهاد بهذه الصفحة";
    /// Before the files.
    pub const FILES: &str = "ملفات لبرامج إدارة المراجع، فيها الصفحة وكل معلومة منها:";
}

/// A claim and its evidence.
pub mod claim {
    /// Mark of a claim on which sources disagree.
    pub const SOURCES_DIFFER: &str = "اختلاف";
    /// Before the citation of a claim.
    pub const CITE: &str = "للاستشهاد:";
    /// Button: copy the address.
    pub const COPY_LINK: &str = "انسخ الرابط";
    /// Button: copy the citation.
    pub const COPY_CITATION: &str = "انسخ الاستشهاد";
    /// Button: share.
    pub const SHARE: &str = "شارك";
    /// Said after copying.
    pub const COPIED: &str = "نُسخ إلى الحافظة.";
    /// Said when copying was refused.
    pub const NOT_COPIED: &str = "تعذّر النسخ. انسخ النص يدوياً.";
    /// Before the id of the claim in which a mistake is reported.
    pub const REPORTED: &str = "المعلومة المقصودة:";
    /// Link to report a mistake.
    pub const REPORT: &str = "أبلغ عن خطأ";
    /// Begins a link to a source's text.
    pub const TEXT: &str = "النص";
    /// Between the language of a text and its host.
    pub const AT: &str = "في";
    /// A source whose address is not published.
    pub const WITHOUT_LINK: &str = "(بلا رابط)";

    /// A claim with its citation and the date of access.
    #[must_use]
    pub fn cited(text: &str, citation: &str, today: &str) -> String {
        format!("«{text}». {citation} (اطُّلع عليه في: {today})")
    }
}

/// The evidence of a claim.
pub mod evidence {
    /// The number of independent sources.
    #[must_use]
    pub fn as_far_as_known(independent: &str) -> String {
        format!("{independent} فيما نعلم")
    }

    /// The same where several carry one text.
    #[must_use]
    pub fn in_texts(independent: &str, texts: &str) -> String {
        format!("{independent} فيما نعلم، في {texts}")
    }

    /// How to cite a claim, up to its address: our own style without the date of access.
    #[must_use]
    pub fn citation(site: &str, page: &str, id: &str, updated: &str) -> String {
        format!("{site}. «{page}»، المعلومة {id}. آخر تغيير: {updated}.")
    }

    /// Link from a claim to its correction.
    #[must_use]
    pub fn corrected_on(date: &str) -> String {
        format!("صُحّحت في {date}")
    }
}

/// Name of a language as in «بالفرنسية», from the first part of its tag.
#[must_use]
pub fn in_language(tag: &str) -> &'static str {
    match tag.split('-').next().unwrap_or_default() {
        "ar" => "بالعربية",
        "en" => "بالإنجليزية",
        "fr" => "بالفرنسية",
        "it" => "بالإيطالية",
        "de" => "بالألمانية",
        "es" => "بالإسبانية",
        "pt" => "بالبرتغالية",
        "zh" => "بالصينية",
        _ => "بلغة أخرى",
    }
}

/// Name of a language by itself, «الفرنسية».
#[must_use]
pub fn language(tag: &str) -> &'static str {
    let name = in_language(tag);
    name.strip_prefix('ب').unwrap_or(name)
}

/// Feminine ordinals of units, from 1 to 9.
pub const ORDINAL_UNITS: [&str; 9] = ["الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة"];
/// Feminine ordinals of units before a ten: «الحادية عشرة».
pub const ORDINAL_FIRST_OF_TEN: &str = "الحادية";
/// Tenth.
pub const ORDINAL_TEN: &str = "العاشرة";
/// After the unit, from 11 to 19.
pub const ORDINAL_TEEN: &str = "عشرة";
/// Tens, from 20 to 90.
pub const ORDINAL_TENS: [&str; 8] = ["العشرون", "الثلاثون", "الأربعون", "الخمسون", "الستون", "السبعون", "الثمانون", "التسعون"];
/// Joins a unit and a ten: «الحادية والعشرون».
pub const AND: &str = " و";
/// What stands between two dates that share their month or year: «2 و3 يونيو 2023», «من 19 إلى 23 يونيو 2023».
pub const JOINED_DATES: [&str; 3] = [AND, " إلى ", " أو "];
/// «الدورة …».
pub const EDITION: &str = "الدورة";

/// Messages to editors.
pub mod problem {
    /// What a word of the lexicon is made of.
    pub const LEXEME_EXPECTED: &str = "كلمات بحروف عربية بلا تشكيل ولا تطويل، بينها مسافات، وما بعد # تعليق";
    /// A line of the lexicon.
    pub const LEXEME_EXAMPLE: &str = "جهاز أجهزة";
    /// A group of one name.
    pub const LONELY_NAME: &str = "مجموعة ليس فيها اسمان";
    /// What a group is.
    pub const NAMES_EXPECTED: &str = "اسمان أو أكثر للشيء نفسه في names";
    /// Something else in the lexicon.
    #[must_use]
    pub fn bad_lexeme(word: &str) -> String {
        format!("في المعجم ما ليس كلمة عربية: «{word}»")
    }
    /// Before what was found.
    pub const FOUND: &str = "المشكلة:";
    /// Before what is expected.
    pub const EXPECTED: &str = "المنتظر:";
    /// Before an example.
    pub const EXAMPLE: &str = "مثال:";
    /// Type: string.
    pub const A_STRING: &str = "نص بين علامتي اقتباس";
    /// Type: number.
    pub const A_NUMBER: &str = "عدد صحيح موجب بلا علامتي اقتباس";
    /// A number that is too great for its key.
    pub const A_SMALLER_NUMBER: &str = "عدد أصغر";
    /// Type: list.
    pub const A_LIST: &str = "قائمة نصوص بين قوسين معقوفين";
    /// Type: table.
    pub const A_TABLE: &str = "جدول يبدأ باسمه بين قوسين معقوفين";
    /// Type: tables.
    pub const TABLES: &str = "جداول يبدأ كل منها باسمه بين قوسين معقوفين مزدوجين";
    /// Type: date.
    pub const A_DATE: &str = "تاريخ موجود في التقويم: سنة، أو سنة وشهر، أو سنة وشهر ويوم";
    /// After a fault of syntax.
    pub const SYNTAX_EXPECTED: &str = "سطر من الشكل: مفتاح ثم علامة يساوي ثم قيمة؛ ولكل علامة اقتباس أو قوس ما يغلقها";
    /// Example of sound syntax.
    pub const SYNTAX_EXAMPLE: &str = "title = \"الدورة الأولى\"";
    /// A file is missing.
    pub const FILE_EXPECTED: &str = "أن يوجد الملف في مجلد المحتوى";
    /// A claim without source.
    pub const NO_SOURCE: &str = "لا مصدر هنا";
    /// A source is expected.
    pub const SOURCE_EXPECTED: &str = "مصدر واحد على الأقل من ملف المصادر";
    /// A headword that has its name from elsewhere.
    pub const NAMED_ELSEWHERE: &str = "لهذا المعرّف اسم في المسرد أو في الأهداف";
    /// Such a headword has forms only.
    pub const FORMS_ONLY: &str = "أن يُحذف «name» هنا وتبقى الصيغ، أو معرّف آخر";
    /// What a headword must be.
    pub const MENTIONED: &str = "اسم أو صيغة ترد في نص معلومة واحدة على الأقل، كما كُتبت فيها من غير «ال»";
    /// Ids are unique.
    pub const UNIQUE_ID: &str = "رقم لا يتكرر في المحتوى كله";
    /// Numbers of editions are unique.
    pub const UNIQUE_NUMBER: &str = "رقم ترتيب خاص بكل دورة";
    /// Ids in addresses.
    pub const SLUG_EXPECTED: &str = "حروف لاتينية صغيرة وأرقام وشَرطات، من دون فراغ";
    /// A citation is expected.
    pub const CITED: &str = "إحالة واحدة على الأقل في كل جملة من النثر، قبل النقطة";
    /// Example of a citation.
    pub const CITED_EXAMPLE: &str = "عُقد الاجتماع الأول في مراكش [F021].";
    /// A sentence that begins so needs no citation: it tells what no source says.
    pub const NOTHING_FOUND: &str = "لم يُعثر على";
    /// Marks of the editors' text.
    pub const MARK_EXPECTED: &str = "إحالة إلى معلومة أو إلى اختلاف، أو رابط داخلي، أو نص بلغة أخرى";
    /// Examples of marks.
    pub const MARK_EXAMPLE: &str = "[F021] أو [K01] أو [عن المرجع](/about/) أو {en:UNOCT}";
    /// Order of milestones.
    pub const OUT_OF_ORDER: &str = "محطة تاريخها أقدم مما قبلها";
    /// Order of milestones.
    pub const IN_ORDER: &str = "محطات مرتبة من الأقدم إلى الأحدث";
    /// One of the two coordinates is missing.
    pub const HALF_A_PLACE: &str = "أحد المفتاحين «latitude» و«longitude» مكتوب دون الآخر";
    /// Both coordinates are expected.
    pub const WHOLE_PLACE: &str = "خط العرض وخط الطول معاً، أو لا واحد منهما";
    /// Example of coordinates.
    pub const PLACE_EXAMPLE: &str = "latitude = 31.63، ثم في سطر آخر: longitude = -7.98";
    /// End before start.
    pub const END_BEFORE_START: &str = "تاريخ نهاية الدورة يسبق تاريخ بدايتها";
    /// End after start.
    pub const END_AFTER_START: &str = "تاريخ نهاية يساوي تاريخ البداية أو يليه";
    /// An edition without objectives.
    pub const NO_OBJECTIVE: &str = "دورة بلا أهداف معلنة";
    /// An objective is expected.
    pub const OBJECTIVE_EXPECTED: &str = "هدف واحد على الأقل بمحوره ونصه ومعلومته";
    /// Example of an objective.
    pub const OBJECTIVE_EXAMPLE: &str = "[[agenda.objective]]";
    /// A conflict without statements.
    pub const NO_STATEMENT: &str = "اختلاف بلا أقوال متعارضة";
    /// Statements are expected.
    pub const STATEMENT_EXPECTED: &str = "قول واحد على الأقل بنصه ومصادره";
    /// A group of one source.
    pub const LONE_REPRINT: &str = "مجموعة من مصدر واحد";
    /// Sources are expected.
    pub const REPRINT_EXPECTED: &str = "مصدران على الأقل يحملان النص نفسه";
    /// A term is expected.
    pub const TERM_EXPECTED: &str = "مصطلح بالمعرّف نفسه في الملف terms.toml يحمل اسمه بلغاته";
    /// An address is expected.
    pub const ADDRESS_EXPECTED: &str = "عنوان كامل على الشبكة، أو مفتاح unlinked مع سبب عدم الربط";
    /// An address of the web is expected.
    pub const WEB_ADDRESS: &str = "عنوان كامل على الشبكة يبدأ بـ https:// بلا مسافات";
    /// Where corrections are sent.
    pub const CONTACT_EXPECTED: &str = "عنوان بريد وحده، أو عنوان كامل على الشبكة، أو نص فارغ";
    /// The language of a source.
    pub const LANGUAGE_EXPECTED: &str = "رمز لغة من حرفين أو أكثر، وقد يليه رمز كتابة بعد شَرطة";
    /// What is written on one line.
    pub const ONE_LINE: &str = "قيمة على سطر واحد";
    /// Another name for the file of an edition.
    pub const FREE_ADDRESS: &str = "اسم ملف آخر";
    /// Numbers of editions.
    pub const EDITION_NUMBER: &str = "رقم من 1 فصاعداً";
    /// A base address is expected.
    pub const BASE_EXPECTED: &str = "عنوان كامل على الشبكة ينتهي بشَرطة مائلة";
    /// A known id is expected.
    pub const KNOWN_ID: &str = "معرّف موجود في ملفات المحتوى";
    /// A link is expected.
    pub const LINK_EXPECTED: &str = "عنوان صفحة موجودة يبدأ بشَرطة مائلة وينتهي بها، وقد تليه علامة # ومرساة في الصفحة";
    /// Example of a link.
    pub const LINK_EXAMPLE: &str = "[المنصة](/platform/)";
    /// All is well.
    pub const ALL_WELL: &str = "المحتوى سليم.";

    type Fault = (String, String);

    /// A key is missing.
    #[must_use]
    pub fn missing(key: &str) -> String {
        format!("ينقص المفتاح «{key}» في الجدول الذي يبدأ هنا")
    }

    /// A key is expected.
    #[must_use]
    pub fn key_expected(key: &str) -> String {
        format!("المفتاح «{key}» بقيمته")
    }

    /// A value of the wrong type.
    #[must_use]
    pub fn wrong_type(key: &str, literal: &str) -> String {
        format!("قيمة «{key}» ليست من النوع الصحيح: «{literal}»")
    }

    /// An empty value.
    #[must_use]
    pub fn empty(key: &str) -> String {
        format!("قيمة «{key}» فارغة")
    }

    /// Degrees of latitude or longitude.
    #[must_use]
    pub fn degrees(limit: f64) -> String {
        format!("درجات بلا علامتي اقتباس، لا تزيد على {limit}، والجنوب والغرب بعلامة ناقص")
    }

    /// A value that is not a choice.
    #[must_use]
    pub fn unknown_value(key: &str, value: &str) -> String {
        format!("قيمة لا تُعرف للمفتاح «{key}»: «{value}»")
    }

    /// The choices.
    #[must_use]
    pub fn one_of(choices: &[&str]) -> String {
        format!("واحد مما يأتي: {}", choices.join(super::page::COMMA))
    }

    /// A date that does not exist.
    #[must_use]
    pub fn impossible_date(literal: &str) -> String {
        format!("تاريخ لا وجود له: «{literal}»")
    }

    /// A key nobody knows.
    #[must_use]
    pub fn unknown_key(key: &str) -> String {
        format!("مفتاح لا يُعرف هنا: «{key}»")
    }

    /// A line or a text nobody could read.
    pub const TOO_LONG: &str = "سطر أو نص أطول مما يُقرأ";

    /// How long lines and texts may be.
    #[must_use]
    pub fn short_enough(bytes: &str) -> String {
        format!("ما لا يزيد على {bytes} بايت؛ ويُقسم الطويل أسطراً أو فقرات")
    }

    /// Several lines where there is room for one.
    #[must_use]
    pub fn several_lines(text: &str) -> String {
        format!("أكثر من سطر في قيمة من سطر واحد: «{text}»")
    }

    /// An address that another page has.
    #[must_use]
    pub fn taken_address(path: &str) -> String {
        format!("عنوان محجوز لصفحة أخرى: «{path}»")
    }

    /// A line that is not TOML.
    #[must_use]
    pub fn syntax(line: &str) -> String {
        format!("خطأ في كتابة السطر: «{line}»")
    }

    /// A file that is missing.
    #[must_use]
    pub fn missing_file(path: &str) -> String {
        format!("ينقص الملف «{path}»")
    }

    /// An id used twice.
    #[must_use]
    pub fn duplicate(id: &str, first: &str) -> String {
        format!("معرّف مكرر: «{id}»، وقد سبق في {first}")
    }

    /// A number used twice.
    #[must_use]
    pub fn duplicate_number(number: u16) -> String {
        format!("رقم دورة مكرر: «{number}»")
    }

    /// An id of the wrong form.
    #[must_use]
    pub fn bad_id(id: &str) -> String {
        format!("معرّف غير صالح: «{id}»")
    }

    /// The form of an id.
    #[must_use]
    pub fn id_expected(letter: char, digits: usize) -> String {
        let form: String = std::iter::repeat_n('0', digits).collect();
        format!("الحرف {letter} تليه أرقام على شكل {form}")
    }

    /// An id that is not defined.
    #[must_use]
    pub fn unknown_id(id: &str) -> String {
        format!("معرّف لا وجود له: «{id}»")
    }

    /// A headword that no claim mentions.
    #[must_use]
    pub fn unmentioned(word: &str) -> String {
        format!("مدخل لا يرد في أي معلومة: «{word}»")
    }

    /// An entry without a name.
    #[must_use]
    pub fn no_term(id: &str) -> String {
        format!("لا اسم لـ«{id}» في ملف المصطلحات")
    }

    /// A sentence without citation.
    #[must_use]
    pub fn uncited(sentence: &str) -> String {
        format!("جملة بلا إحالة تبدأ بـ: «{sentence}»")
    }

    /// A bracket without its pair.
    #[must_use]
    pub fn bracket(text: &str) -> String {
        format!("قوس بلا ما يقابله: «{text}»")
    }

    /// A foreign text without language.
    #[must_use]
    pub fn foreign(text: &str) -> String {
        format!("نص بين حاضنتين بلا رمز لغة: «{text}»")
    }

    /// A mark nobody knows.
    #[must_use]
    pub fn mark(text: &str) -> String {
        format!("إحالة لا تُعرف: «{text}»")
    }

    /// A link that leads nowhere.
    #[must_use]
    pub fn broken_link(target: &str, label: &str) -> String {
        format!("رابط لا يصل إلى صفحة: «{target}» تحت «{label}»")
    }

    /// An address that is not one.
    #[must_use]
    pub fn bad_address(address: &str) -> String {
        format!("عنوان غير صالح: «{address}»")
    }

    /// A fault inside a word.
    #[must_use]
    pub fn in_word(found: &str, word: &str) -> String {
        format!("{found} في «{word}»")
    }

    /// An invisible character, or bytes that are none.
    #[must_use]
    pub fn invisible(letter: char) -> Fault {
        if letter == char::REPLACEMENT_CHARACTER {
            return ("حرف تالف".to_owned(), "ملف محفوظ بترميز UTF-8".to_owned());
        }
        (format!("علامة خفية (U+{:04X})", u32::from(letter)), "نص بلا علامات اتجاه ولا محارف خفية".to_owned())
    }

    /// Latin punctuation beside Arabic.
    #[must_use]
    pub fn latin_punctuation(mark: char) -> Fault {
        let arabic = match mark {
            ',' => "،",
            ';' => "؛",
            '?' => "؟",
            _ => "«»",
        };
        (format!("ترقيم لاتيني «{mark}»"), format!("الترقيم العربي: {arabic}"))
    }

    /// A range of digits with a hyphen.
    #[must_use]
    pub fn digit_range() -> Fault {
        ("شَرطة بين رقمين ينقلب ترتيبهما عند القراءة".to_owned(), "من 2022 إلى 2025، أو 23 و24 يونيو".to_owned())
    }

    /// A tatweel.
    #[must_use]
    pub fn tatweel() -> Fault {
        ("تطويل".to_owned(), "الكلمة بلا تطويل".to_owned())
    }

    /// Eastern digits.
    #[must_use]
    pub fn eastern_digit() -> Fault {
        ("رقم بغير الأرقام المستعملة في المغرب".to_owned(), "الأرقام 0 1 2 3 4 5 6 7 8 9".to_owned())
    }

    /// A waw that stands alone.
    #[must_use]
    pub fn detached_waw() -> Fault {
        ("واو مفصولة عما بعدها".to_owned(), "واو متصلة بالكلمة التي تليها".to_owned())
    }

    /// Latin letters outside braces.
    #[must_use]
    pub fn bare_latin() -> Fault {
        ("حروف لاتينية من دون رمز لغتها".to_owned(), "النص الأجنبي بين حاضنتين مع رمز لغته: {en:UNOCT}".to_owned())
    }

    /// Before the number of problems.
    #[must_use]
    pub fn count(problems: &str) -> String {
        format!("وُجدت {problems} في المحتوى؛ لا يُنشر شيء قبل إصلاحها.")
    }
}

/// What editors read beside a key while they write: short forms of `content/README.md`.
#[cfg(feature = "source")]
pub mod schema {
    /// Tables by name, keys as «table.key», choices as «table.key=word».
    const ABOUT: &[(&str, &str)] = &[
        ("site", "ما يخص الموقع كله"),
        ("site.name", "اسم الموقع"),
        ("site.tagline", "سطر يعرّف بالموقع تحت اسمه"),
        ("site.base_url", "العنوان العام للموقع، وينتهي بشَرطة مائلة"),
        ("site.contact", "عنوان استقبال التصحيحات: بريد أو رابط. يُترك فارغاً ما لم يُحدَّد"),
        ("site.licence", "اسم الترخيص"),
        ("site.licence_url", "عنوان نص الترخيص"),
        ("site.updated", "تاريخ آخر تغيير في المحتوى"),
        ("sources", "سجل المصادر"),
        ("sources.source", "مصدر: نص قُرئ، برقمه الدائم"),
        ("source.id", "رقم المصدر: الحرف S وثلاثة أرقام، ولا يُعاد استعماله"),
        ("source.kind", "نوع المصدر"),
        ("source.kind=press", "صحيفة أو مجلة أو موقع إخباري"),
        ("source.kind=agency", "وكالة أنباء"),
        ("source.kind=government", "صفحة مغربية رسمية"),
        ("source.kind=un", "صفحة للأمم المتحدة"),
        ("source.kind=un-copy", "صفحة أممية قُرئت في نسخة لدى موقع آخر"),
        ("source.kind=un-via-press", "نص صحفي ينقل بلاغاً أممياً"),
        ("source.kind=reference", "موقع مرجعي أو بحثي"),
        ("source.kind=encyclopedia", "موسوعة أو نسخة منها"),
        ("source.kind=blog", "مدونة"),
        ("source.kind=seed", "المقالة الموسوعية وحدها، ورقمها SEED"),
        ("source.lang", "رمز لغة النص: ar أو fr أو en أو غيرها"),
        ("source.publisher", "الناشر بالعربية"),
        ("source.publisher_original", "اختياري: اسم الناشر كما يكتبه بالحروف اللاتينية"),
        ("source.title", "اختياري: العنوان المنشور بلغته، حرفاً بحرف"),
        ("source.description", "وصف عربي قصير لما في النص"),
        ("source.published", "اختياري: تاريخ النشر إن ظهر"),
        ("source.url", "العنوان الكامل. يُكتب هو أو unlinked، لا كلاهما"),
        ("source.unlinked", "سبب عدم نشر العنوان. يُكتب هو أو url، لا كلاهما"),
        ("reprints", "المصادر التي تنشر نصاً واحداً"),
        ("reprints.reprint", "مجموعة مصادر تُحسب مصدراً مستقلاً واحداً"),
        ("reprint.id", "رقم المجموعة: الحرف R ورقمان"),
        ("reprint.name", "اسم عربي قصير للنص المشترك"),
        ("reprint.sources", "أرقام المصادر، اثنان على الأقل"),
        ("reprint.reason", "ما الدليل على أن النص واحد، وما مدى الثقة به"),
        ("terms", "المسرد: الأسماء والمصطلحات والمختصرات"),
        ("terms.term", "اسم أو مصطلح، يُكتب مرة واحدة"),
        ("term.id", "معرّف لاتيني دائم"),
        ("term.kind", "ما هو"),
        ("term.kind=person", "شخص"),
        ("term.kind=institution", "مؤسسة"),
        ("term.kind=concept", "مفهوم"),
        ("term.kind=place", "مكان"),
        ("term.ar", "الاسم الذي يعتمده المرجع"),
        ("term.fr", "اختياري: المقابل الفرنسي كما هو في الواقع"),
        ("term.en", "اختياري: المقابل الإنجليزي كما هو في الواقع"),
        ("term.acronyms", "اختياري: المختصرات"),
        ("term.aliases", "اختياري: سائر الأسماء والكتابات. لا يكون الاسم لمدخلين"),
        ("term.definition", "جملة واحدة سهلة، وما فيها من خبر تلزمه إحالة"),
        ("index-az", "الكشّاف"),
        ("index-az.headword", "مدخل من مداخل الكشّاف"),
        ("headword.id", "معرّف لاتيني دائم"),
        ("headword.name", "اسم المدخل. لا يُكتب إن كان للمعرّف اسم في المسرد أو في الأهداف"),
        ("headword.forms", "اختياري: صيغ أخرى كما ترد في نصوص المعلومات، من غير «ال»"),
        ("headword.except", "اختياري: أرقام معلومات ترد فيها الكلمة بمعنى آخر"),
        ("groups", "أسماء مختلفة للشيء الواحد، من بحث بأحدها وجد سائرها"),
        ("groups.group", "أسماء شيء واحد"),
        ("group.kind", "نوع الأسماء"),
        ("group.kind=month", "شهر"),
        ("group.kind=ordinal", "عدد"),
        ("group.kind=synonym", "مترادفات"),
        ("group.kind=place", "مكان"),
        ("group.kind=acronym", "مختصر"),
        ("group.names", "اسمان أو أكثر، وقد يكون الاسم من كلمات"),
        ("group.note", "اختياري: ملاحظة للمحررين"),
        ("claim.id", "رقم المعلومة: الحرف F وثلاثة أرقام، لا يتكرر في المجلد كله"),
        ("claim.text", "جملة قصيرة تقول شيئاً واحداً وتُفهم وحدها، بلا إحالات"),
        ("claim.sources", "أرقام المصادر التي تقول ذلك فعلاً، واحد على الأقل"),
        ("claim.note", "اختياري: حدود الدليل كما تهم القارئ"),
        ("claim.people", "اختياري: معرّفات من تذكرهم من الأشخاص"),
        ("claim.institutions", "اختياري: معرّفات ما تذكره من المؤسسات"),
        ("figure.count", "العدد، بلا علامتي اقتباس ولا فاصلة"),
        ("figure.approximation", "اختياري: لا يُكتب إن كان العدد مضبوطاً"),
        ("figure.approximation=about", "نحو"),
        ("figure.approximation=more-than", "أكثر من"),
        ("figure.unit", "المعدود"),
        ("figure.unit=country", "بلد"),
        ("figure.unit=delegation", "وفد"),
        ("figure.unit=service", "جهاز"),
        ("figure.unit=observer-delegation", "وفد مراقب"),
        ("figure.unit=officer", "عنصر"),
        ("figure.unit=official", "مسؤول"),
        ("figure.unit=expert-or-officer", "من خبراء القانون وأفراد إنفاذه"),
        ("figure.of", "اختياري: ما يتبع المعدود، مثل «رفيع المستوى»"),
        ("figure.date", "متى قيل أو نُشر"),
        ("figure.speaker", "من قاله"),
        ("figure.claim", "رقم المعلومة التي تثبته"),
        ("section.id", "معرّف لاتيني دائم، وهو جزء من العنوان. القسم الأول بلا معرّف"),
        ("section.heading", "عنوان القسم، ويُكتب مع id"),
        ("page", "صفحة ذات أقسام"),
        (".title", "عنوان الصفحة"),
        (".description", "وصف الصفحة لمحركات البحث: من 120 إلى 160 حرفاً، بلا إحالات ولا روابط"),
        (".section", "قسم من الصفحة، وأولها مقدمة بلا عنوان"),
        (".prose", "نثر متصل، ولكل جملة إحالتها قبل النقطة، مثل [F021]"),
        (".text", "كلام المرجع عن نفسه أو عما لم يُعثر عليه، ولا تلزمه إحالة"),
        (".figure", "رقم، مع وحدته وتاريخه وقائله"),
        (".claim", "معلومة: جملة تُفهم وحدها، برقمها ومصادرها"),
        ("conflicts", "اختلاف المصادر"),
        ("conflicts.conflict", "موضع اختلفت فيه المصادر"),
        ("conflict.id", "رقم الاختلاف: الحرف K ورقمان"),
        ("conflict.kind", "نوع الاختلاف"),
        ("conflict.kind=disagreement", "اختلفت المصادر حقاً"),
        ("conflict.kind=slip", "سهو ظاهر في مصدر واحد"),
        ("conflict.title", "موضوع الاختلاف في كلمات"),
        ("conflict.claims", "أرقام المعلومات التي يمسها"),
        ("conflict.choice", "ما يكتبه المرجع ولماذا، ويبدأ بفعل مثل «يُكتب هنا»"),
        ("conflict.statement", "قول من الأقوال المختلفة"),
        ("statement.text", "ما تقوله هذه المصادر"),
        ("statement.sources", "أرقام المصادر، واحد على الأقل"),
        ("corrections", "التصحيحات"),
        ("corrections.correction", "ما غُيّر في معلومة منشورة لخطأ أو لبس"),
        ("correction.id", "رقم التصحيح: الحرف C ورقمان"),
        ("correction.date", "تاريخ التصحيح"),
        ("correction.claims", "أرقام المعلومات التي غُيّرت"),
        ("correction.was", "ما كان مكتوباً"),
        ("correction.now", "ما كُتب مكانه"),
        ("correction.reason", "سبب التغيير"),
        ("people", "الأشخاص"),
        ("people.person", "شخص، واسمه في terms.toml"),
        ("person.id", "معرّف الشخص في terms.toml"),
        ("person.summary", "تعريف قصير، ولكل جملة إحالتها"),
        ("person.role", "صفة من صفاته، مع تاريخها في النصوص"),
        ("person.page", "اختياري: عنوان صفحته إن كانت له صفحة في الموقع"),
        ("role.role", "الصفة"),
        ("role.when", "متى وردت الصفة في النصوص"),
        ("role.claim", "رقم المعلومة التي تثبتها"),
        ("institutions", "المؤسسات"),
        ("institutions.institution", "مؤسسة، واسمها ومختصراتها في terms.toml"),
        ("institution.id", "معرّف المؤسسة في terms.toml"),
        ("institution.summary", "تعريف قصير، ولكل جملة إحالتها"),
        ("institution.role", "صفة من صفاتها، مع تاريخها في النصوص"),
        ("institution.page", "اختياري: عنوان صفحتها إن كانت لها صفحة في الموقع"),
        ("objectives", "الأهداف المعلنة"),
        ("objectives.objective", "هدف من الأهداف المعلنة"),
        ("objective.id", "معرّف لاتيني دائم، وهو ما يُكتب في theme من ملف الدورة"),
        ("objective.title", "اسم الهدف"),
        ("evolution", "التطور عبر السنوات"),
        ("evolution.milestone", "محطة: حدث وتاريخه، من الأقدم إلى الأحدث"),
        ("milestone.date", "تاريخ الحدث"),
        ("milestone.until", "اختياري: آخر يوم، لما امتد أياماً"),
        ("milestone.label", "اختياري: اسم من كلمتين إلى خمس يظهر على محور الزمن"),
        ("milestone.text", "ما حدث، ولكل جملة إحالتها"),
        ("search", "صفحة البحث"),
        ("search.example", "مثال مما يُبحث عنه"),
        ("example.query", "ما يُكتب في خانة البحث"),
        ("example.text", "ماذا يبيّن المثال"),
        ("edition", "دورة من دورات المنصة"),
        ("edition.number", "رقم الدورة في ترتيب الدورات، بلا علامتي اقتباس"),
        ("edition.city", "المدينة المضيفة بالعربية"),
        ("edition.latitude", "اختياري: خط العرض بالدرجات، ويُكتب مع longitude"),
        ("edition.longitude", "اختياري: خط الطول بالدرجات، والغرب بعلامة ناقص"),
        ("edition.start", "أول أيام الدورة، بلا علامتي اقتباس"),
        ("edition.end", "اختياري: آخر أيامها، إن ذكره مصدر"),
        ("edition.planned_days", "اختياري: عدد الأيام المعلن، إن لم يُذكر يوم الاختتام"),
        ("edition.dates_claim", "رقم المعلومة التي تثبت التاريخ"),
        ("edition.card", "جملة واحدة محالة تظهر في بطاقة الدورة"),
        ("edition.official_name", "الاسم الرسمي كما كُتب في حينه، حرفاً بحرف"),
        ("edition.chairs", "من ترأس الدورة"),
        ("edition.theme", "الشعار المعلن، أو التصريح بأنه لم يُعثر عليه"),
        ("edition.changes", "ما تغيّر منذ الدورة السابقة، من جملة إلى ثلاث محالة"),
        ("edition.summary", "الملخص: نثر من 100 إلى 160 كلمة"),
        ("edition.agenda", "الأهداف المعلنة وجدول الأعمال"),
        ("edition.participants", "الحضور"),
        ("edition.statements", "ما قيل ومن قاله"),
        ("edition.outcomes", "النتائج"),
        ("edition.context", "اختياري: أحداث مجاورة"),
        ("edition.speaker", "خانة من جدول المقارنة: من تكلم"),
        ("edition.topic", "خانة من جدول المقارنة: فيم دار الكلام"),
        ("edition.outcome", "خانة من جدول المقارنة: ما نتج"),
        ("agenda.objective", "هدف أُعلن لهذه الدورة"),
        ("stated-objective.theme", "معرّف الهدف العام في pages/objectives.toml"),
        ("stated-objective.text", "الهدف كما أُعلن، محالاً"),
        ("stated-objective.speaker", "من أعلنه، بلا إحالات"),
        ("stated-objective.date", "متى أُعلن"),
        ("speaker.person", "معرّف الشخص في people.toml"),
        ("speaker.text", "الاسم والصفة في ذلك التاريخ، محالين"),
        ("topic.id", "معرّف الموضوع، وهو واحد في كل الدورات"),
        ("topic.text", "موضوع الكلام، محالاً"),
        ("outcome.text", "ما نتج، محالاً"),
    ];

    /// What is said about a table, a key or a choice; what several tables share is found by its key alone.
    #[must_use]
    pub fn about(name: &str) -> &'static str {
        let find = |wanted: &str| ABOUT.iter().find(|(known, _)| *known == wanted).map(|(_, text)| *text);
        let shared = || name.find('.').and_then(|dot| find(&name[dot..]));
        find(name).or_else(shared).unwrap_or_default()
    }
}

/// What the preview says to editors.
pub mod preview {
    /// After its address.
    pub const RUNNING: &str =
        "افتح هذا العنوان في المتصفح. تتبدل الصفحة كلما حفظت ملفاً، وتظهر فوقها مشكلاته إن وُجدت. ينتهي العرض بالمفتاحين Ctrl+C";
    /// Below the number of problems.
    pub const ADVICE: &str = "أصلح الملف واحفظه، فتختفي هذه اللوحة وتظهر الصفحة بنصها الجديد. وما تحت اللوحة آخر نص سليم.";
    /// The button.
    pub const HIDE: &str = "أخفِ اللوحة إلى الحفظ التالي";
    /// The content cannot be shown.
    pub const UNREADABLE: &str = "تعذّر عرض المحتوى";
    /// What a file must be.
    pub const READABLE: &str = "ملف نصي بترميز UTF-8 تُسمح قراءته";

    /// Where in its file a problem is.
    #[must_use]
    pub fn place(line: usize, column: usize) -> String {
        format!("السطر {line}، الحرف {column}")
    }
}

/// What the tasks say to editors.
pub mod task {
    /// How `new-edition` is called.
    pub const WHICH_EDITION: &str = "\
ينقص عنوان الدورة، وهو السنة ثم اسم المدينة بحروف لاتينية صغيرة، وبينهما شَرطة. مثال:
  cargo xtask new-edition 2026-dakhla";
    const SLUG_RULE: &str = "\
العنوان سنة من أربعة أرقام، ثم شَرطة، ثم اسم المدينة بحروف لاتينية صغيرة وأرقام وشَرطات. مثال:
  2026-dakhla";

    /// An address that would not do.
    #[must_use]
    pub fn bad_slug(slug: &str) -> String {
        format!("عنوان لا يصلح: «{slug}»\n{SLUG_RULE}")
    }

    /// An edition that exists.
    #[must_use]
    pub fn edition_exists(file: &str) -> String {
        format!("{file}\nهذا الملف موجود. افتحه وغيّر فيه، أو اختر عنواناً آخر.")
    }

    /// What is still to be done.
    #[must_use]
    pub fn edition_created(file: &str, claim: &str) -> String {
        format!(
            "{file}\nأُنشئ ملف الدورة، وأول معلومة فيه رقمها {claim}.\n\n\
             ما بقي عليك:\n\
             1. سجّل ما قرأته من المصادر في ملف content/sources.toml\n\
             2. ضع كلامك مكان كل «نص مؤقت» في الملف الجديد، وصحّح تاريخ البداية والمدينة.\n\
             3. افحص:  cargo xtask check-content\n\
             4. عاين:  cargo xtask serve\n\
             والشرح الكامل في content/README.md، قسم «إضافة دورة»."
        )
    }
}

/// The report on the evidence, for editors.
pub mod evidence_report {
    /// Before the number of claims.
    pub const CLAIMS: &str = "المعلومات:";
    /// Before the grades.
    pub const GRADES: &str = "درجات الإسناد:";
    /// Before the number of sources.
    pub const SOURCES: &str = "المصادر:";
    /// Before the claims with one independent source.
    pub const SINGLE_SOURCE: &str = "معلومات لها مصدر مستقل واحد:";
    /// Before the conflicts.
    pub const CONFLICTS: &str = "اختلافات تمسها:";
    /// Before the sums.
    pub const TOTAL: &str = "المجموع";
    /// Before sources without claims.
    pub const WITHOUT_CLAIMS: &str = "مصادر لا تستند إليها أي معلومة:";
    /// An empty list.
    pub const NONE: &str = "لا شيء";
    /// All facts of the file are claims.
    pub const ALL_PLACED: &str = "كل الوقائع التي في هذا الملف مدرجة في المحتوى.";
    /// Before the facts that no claim carries.
    pub const NOT_PLACED: &str = "وقائع في هذا الملف لم تُدرج في المحتوى:";
    /// A file of another shape.
    pub const UNREADABLE: &str = "ليس في هذا الملف قائمة وقائع. المنتظر ملف من الشكل:\n  {\"facts\": [{\"id\": \"F001\"}]}";

    /// Sources, and how many of them are independent.
    #[must_use]
    pub fn sources(all: &str, independent: &str) -> String {
        format!("{all}، والمستقل منها فيما نعلم: {independent}")
    }

    /// A file that could not be read.
    #[must_use]
    pub fn cannot_read(reason: &str) -> String {
        format!("تعذّرت قراءة هذا الملف؛ تحقّق من عنوانه. السبب كما ذكره النظام: {reason}")
    }
}

/// The page of the site's quality.
pub mod quality {
    use super::Noun;

    /// No report.
    pub const ABSENT: &str = "لم تُسجَّل نتيجة في هذا البناء.";
    /// Heading: content.
    pub const CONTENT: &str = "المحتوى";
    /// How many pages.
    pub const PAGES: &str = "الصفحات";
    /// How many claims.
    pub const CLAIMS: &str = "المعلومات";
    /// How many claims with one independent source.
    pub const SINGLE_SOURCE: &str = "ما له مصدر مستقل واحد";
    /// How many sources.
    pub const SOURCES: &str = "المصادر التي تستند إليها المعلومات";
    /// How many of them independent.
    pub const INDEPENDENT: &str = "المستقل منها فيما نعلم";
    /// How many sources without claims.
    pub const WITHOUT_CLAIMS: &str = "مصادر قُرئت ولا تستند إليها معلومة";
    /// How many conflicts.
    pub const CONFLICTS: &str = "اختلافات المصادر";
    /// How many corrections.
    pub const CORRECTIONS: &str = "التصحيحات";
    /// Caption of the grades.
    pub const GRADES_TABLE: &str = "عدد المعلومات في كل درجة من درجات الإسناد";
    /// Column: grade.
    pub const GRADE: &str = "الدرجة";
    /// Heading: weights.
    pub const WEIGHTS: &str = "أوزان الصفحات";
    /// How the weights were measured.
    pub const WEIGHTS_NOTE: &str = "قيست ملفات هذا البناء مضغوطة كما تصل إلى القارئ، ما عدا هذه الصفحة.";
    /// Caption of the weights.
    pub const WEIGHTS_TABLE: &str = "وزن ما ينزّله القارئ";
    /// Column: what is measured.
    pub const WHAT: &str = "ما قيس";
    /// Column: bytes.
    pub const BYTES: &str = "الوزن بالبايت";
    /// Home.
    pub const HOME: &str = "الصفحة الرئيسية بأنماطها";
    /// The largest page; its name follows.
    pub const LARGEST_PAGE: &str = "أثقل الصفحات";
    /// The largest data; its page follows.
    pub const LARGEST_DATA: &str = "أثقل بيانات صفحة عند التنقل";
    /// Fonts.
    pub const FONTS: &str = "الخطوط كلها";
    /// The app; its technical name follows.
    pub const APP: &str = "البرنامج الذي يُنزَّل بعد ظهور الصفحة";
    /// The first view.
    pub const FIRST_VIEW: &str = "كل ما تحتاج إليه أول زيارة للرئيسية حتى تظهر";
    /// Heading: tests.
    pub const TESTS: &str = "الاختبارات";
    /// Which run.
    pub const TESTS_NOTE: &str = "هذه نتائج آخر تشغيل كامل سبق هذا البناء واجتيزت فيه المراحل كلها.";
    /// Caption of the tests.
    pub const TESTS_TABLE: &str = "ما اجتازه الموقع من الاختبارات، مرحلة مرحلة";
    /// Column: stage.
    pub const STAGE: &str = "المرحلة";
    /// Column: passed.
    pub const PASSED: &str = "ما اجتيز";
    /// A stage that is one check.
    pub const STAGE_PASSED: &str = "اجتيزت";
    /// Last row.
    pub const TOTAL: &str = "المجموع";
    /// Stages: code, name.
    pub const STAGES: [(&str, &str); 8] = [
        ("fmt", "تنسيق الشيفرة"),
        ("tools", "توفر الأدوات"),
        ("clippy", "الفحص الساكن للشيفرة"),
        ("unit", "قواعد كل وحدة"),
        ("site", "المحتوى والصفحات"),
        ("wasm", "البرنامج داخل المتصفح"),
        ("build", "بناء الموقع والتحقق منه"),
        ("browser", "رحلات القراء في المتصفح"),
    ];
    /// Heading: accessibility.
    pub const ACCESSIBILITY: &str = "سهولة النفاذ";
    /// Before the name of the tool.
    pub const ACCESSIBILITY_NOTE: &str = "في آخر تشغيل للاختبارات سبق هذا البناء، فُحصت صفحة من كل نوع بأداة";
    /// After the name of the tool.
    pub const ACCESSIBILITY_LIMIT: &str = "، وهي لا ترى من العوائق إلا ما تراه الآلة.";
    /// Caption of the views.
    pub const ACCESSIBILITY_TABLE: &str = "ما فُحص من الصفحات في كل عرض، وما وُجد فيها من مخالفات";
    /// Column: view.
    pub const VIEW: &str = "العرض";
    /// Column: pages.
    pub const PAGES_EXAMINED: &str = "الصفحات المفحوصة";
    /// Column: violations.
    pub const VIOLATIONS: &str = "المخالفات";
    /// Views: code, name.
    pub const VIEWS: [(&str, &str); 4] = [
        ("phone", "شاشة الهاتف"),
        ("desk", "كل نوع بكل عرض وحجم نص"),
        ("dark", "الحاسوب في الوضع الداكن"),
        ("open", "الأجزاء المطوية مفتوحة"),
    ];
    /// Heading: links.
    pub const LINKS: &str = "الروابط";
    /// What was checked.
    pub const LINKS_NOTE: &str = "يُفحص كل رابط داخلي عند البناء، ولا يُنشر الموقع إن كان فيه رابط لا يصل. أما الروابط الخارجية فتُحصى ولا تُزار. والعدد لا يشمل هذه الصفحة.";
    /// How many internal links.
    pub const INTERNAL: &str = "روابط داخلية مفحوصة";
    /// How many of them to a place in a page.
    pub const ANCHORS: &str = "منها روابط إلى موضع بعينه";
    /// How many external addresses.
    pub const EXTERNAL: &str = "عناوين خارجية مختلفة";
    /// Counted: pages.
    pub const PAGE_NOUN: Noun = Noun {
        zero: "لا صفحة", one: "صفحة واحدة", two: "صفحتان", few: "صفحات", many: "صفحة", other: "صفحة"
    };
    /// Counted: claims.
    pub const CLAIM_NOUN: Noun =
        Noun {
            zero: "لا معلومة", one: "معلومة واحدة", two: "معلومتان", few: "معلومات", many: "معلومة", other: "معلومة"
        };
    /// Counted: conflicts.
    pub const CONFLICT_NOUN: Noun =
        Noun {
            zero: "لا اختلاف", one: "اختلاف واحد", two: "اختلافان", few: "اختلافات", many: "اختلافاً", other: "اختلاف"
        };
    /// Counted: corrections.
    pub const CORRECTION_NOUN: Noun =
        Noun {
            zero: "لا تصحيح", one: "تصحيح واحد", two: "تصحيحان", few: "تصحيحات", many: "تصحيحاً", other: "تصحيح"
        };
    /// Counted: tests.
    pub const TEST_NOUN: Noun =
        Noun {
            zero: "لا اختبار", one: "اختبار واحد", two: "اختباران", few: "اختبارات", many: "اختباراً", other: "اختبار"
        };
    /// Counted: violations.
    pub const VIOLATION_NOUN: Noun =
        Noun {
            zero: "لا مخالفة", one: "مخالفة واحدة", two: "مخالفتان", few: "مخالفات", many: "مخالفة", other: "مخالفة"
        };
    /// Counted: links.
    pub const LINK_NOUN: Noun = Noun {
        zero: "لا رابط", one: "رابط واحد", two: "رابطان", few: "روابط", many: "رابطاً", other: "رابط"
    };
    /// Counted: addresses.
    pub const ADDRESS_NOUN: Noun =
        Noun {
            zero: "لا عنوان", one: "عنوان واحد", two: "عنوانان", few: "عناوين", many: "عنواناً", other: "عنوان"
        };

    /// How many of the conflicts are mere slips.
    #[must_use]
    pub fn of_which_slips(conflicts: &str, slips: &str) -> String {
        format!("{conflicts}، منها سهو في مصدر: {slips}")
    }
}

/// Open data.
pub mod data {
    /// Name of the whole.
    pub const TITLE: &str = "البيانات المفتوحة";
    /// What it is.
    pub const DESCRIPTION: &str =
        "كل ما في هذا المرجع من دورات ومعلومات ومصادر واختلافات، في ملفات تقرؤها البرامج، ولكل معلومة مصادرها ورابطها الدائم.";
    /// The platform.
    pub const PLATFORM: &str = "منصة مراكش";
    /// The host country.
    pub const MOROCCO: &str = "المغرب";
    /// Heading: the files.
    pub const FILES: &str = "الملفات";
    /// Heading: how to read them.
    pub const EXAMPLES: &str = "أمثلة";
    /// Caption of the files.
    pub const TABLE: &str = "كل نوع من البيانات وملفاته";
    /// Column: kind.
    pub const KIND: &str = "النوع";
    /// Column: what is in it, and its files.
    pub const CONTENT: &str = "ما فيه، وملفاته";
    /// What the package is.
    pub const PACKAGE: &str = "وصف الملفات كلها وحقولها، بمعيار حزمة البيانات.";
    /// What the calendar is.
    pub const CALENDAR: &str = "تقويم فيه الدورات كلها.";
    /// What the feed is.
    pub const FEED: &str = "خلاصة تغييرات المحتوى والتصحيحات بتواريخها.";
    /// Kinds of records: code, name, explanation.
    pub const KINDS: [(&str, &str, &str); 19] = [
        ("editions", "الدورات", "كل دورة بتاريخها ومدينتها واسمها الرسمي ورئاستها وشعارها وموجزها وما تغيّر فيها."),
        ("objectives", "الأهداف", "الأهداف المعلنة للمنصة، وشرح كل منها."),
        ("objective_statements", "صيغ الأهداف في الدورات", "الهدف كما ورد في كل دورة، وقائله وتاريخه، وأرقام المعلومات التي يستند إليها."),
        ("speakers", "المتحدثون", "من تحدث في كل دورة، وصفته يومئذ، وأرقام المعلومات التي تثبت ذلك."),
        ("topics", "الموضوعات", "ما دار عليه الكلام في كل دورة؛ ورمز الموضوع واحد في الدورات كلها."),
        ("outcomes", "النتائج", "ما وُجد من نتائج كل دورة. والدورة التي لم يُعثر لها على نتيجة لا ترد هنا."),
        ("claims", "المعلومات", "كل معلومة بنصها ودرجة إسنادها ومصادرها، وعدد المستقل منها فيما نعلم، وما يمسها من اختلاف وتصحيح."),
        ("sources", "المصادر", "كل نص قُرئ، بناشره ولغته وتاريخه ورابطه، أو سبب حجب الرابط."),
        ("reprints", "النصوص المتكررة", "المصادر التي تنشر نصاً واحداً، فتُحسب مصدراً مستقلاً واحداً، والدليل على ذلك."),
        ("conflicts", "اختلاف المصادر", "كل موضع اختلفت فيه المصادر، وما يعتمده المرجع وسببه."),
        ("conflict_statements", "أقوال المختلفين", "كل قول في كل اختلاف، ومصادره."),
        ("people", "الأشخاص", "من تذكرهم المصادر، بأسمائهم العربية واللاتينية وسائر صيغها وتعريف قصير."),
        ("roles", "صفات الأشخاص", "صفة كل شخص وتاريخها في النصوص."),
        ("institutions", "المؤسسات", "ما تذكره المصادر من مؤسسات، بأسمائها ومختصراتها وسائر صيغها وتعريف قصير."),
        ("terms", "المصطلحات", "كل مدخل في المسرد: اسمه بالعربية والفرنسية والإنجليزية، ومختصراته وسائر صيغه، وتعريفه."),
        ("figures", "الأرقام", "كل رقم بوحدته وتاريخه وقائله ودورته؛ ولا تُجمع وحدات مختلفة في سلسلة واحدة."),
        ("milestones", "المحطات", "أحداث التسلسل الزمني بتواريخها."),
        ("corrections", "التصحيحات", "كل تصحيح بتاريخه: ما كان مكتوباً، وما صار، والسبب، والمعلومات التي مسها."),
        ("all", "كل شيء", "الأنواع كلها في ملف واحد، مع الترخيص وتاريخ آخر تغيير."),
    ];
}

/// The calendar of editions.
pub mod calendar {
    /// Title of an event.
    #[must_use]
    pub fn summary(platform: &str, edition: &str) -> String {
        format!("{platform}، {edition}")
    }

    /// City and country.
    #[must_use]
    pub fn location(city: &str, country: &str) -> String {
        format!("{city}، {country}")
    }

    /// Both days are stated.
    #[must_use]
    pub fn stated(days: &str) -> String {
        format!("التاريخ كما ورد في المصادر: {days}.")
    }

    /// The length was only announced.
    #[must_use]
    pub fn announced(days: &str) -> String {
        format!("التاريخ كما ورد في المصادر: {days}. لم يُعثر على يوم الختام في النصوص المطلع عليها، والمدة هنا هي المعلنة.")
    }

    /// Nothing but the first day is known.
    #[must_use]
    pub fn first_day_only(days: &str) -> String {
        format!("التاريخ كما ورد في المصادر: {days}. لم يُعثر على يوم الختام في النصوص المطلع عليها، فلا يظهر هنا إلا اليوم الأول.")
    }
}

/// The feed of changes.
pub mod feed {
    /// Under its title.
    pub const SUBTITLE: &str = "تغييرات المحتوى بتواريخها";
    /// The content as it stands.
    pub const CONTENT_SUMMARY: &str = "نُشرت في هذا التاريخ آخر صيغة من محتوى المرجع.";

    /// Title of the entry that dates the content.
    #[must_use]
    pub fn content_state(date: &str) -> String {
        format!("حال المحتوى في {date}")
    }

    /// Title of a correction.
    #[must_use]
    pub fn correction(id: &str) -> String {
        format!("{} {id}", super::page::CORRECTION)
    }

    /// What a correction changed.
    #[must_use]
    pub fn was_and_is(was: &str, now: &str) -> String {
        format!("{}: {was}\n{}: {now}", super::page::WAS, super::page::NOW)
    }
}

/// How a page and a claim are cited, as the page about the site defines it.
pub mod citation {
    /// Name of our own style.
    pub const ARABIC_STYLE: &str = "الأسلوب العربي";

    /// The whole site, up to the date of access.
    #[must_use]
    pub fn site(site: &str, updated: &str) -> String {
        format!("{site}. {}", dates(updated))
    }

    /// A page, up to the date of access.
    #[must_use]
    pub fn page(site: &str, title: &str, updated: &str) -> String {
        format!("{site}. «{title}». {}", dates(updated))
    }

    /// What follows the date of access; no full stop, which would be copied with the address.
    #[must_use]
    pub fn after(url: &str) -> String {
        format!(". {url}")
    }

    fn dates(updated: &str) -> String {
        format!("آخر تغيير: {updated}. اطُّلع عليه في: ")
    }
}

/// Words of the images shown beside a shared link.
pub mod share {
    /// Title of the image of every single source.
    pub const SOURCE: &str = "مصدر كما يعرضه المرجع";
}

/// How one reads: choices that are kept on the device.
pub mod settings {
    /// A choice of one among several.
    pub struct Setting {
        /// Name of the attribute of the root, after `data-`.
        pub name: &'static str,
        /// What is chosen.
        pub label: &'static str,
        /// Values and their labels. An empty value is the system's own, or what the site suggests.
        pub options: &'static [(&'static str, &'static str)],
    }

    /// The button.
    pub const TITLE: &str = "القراءة";
    /// What it is called where it is not seen; it holds the words that are seen (WCAG 2.2, 2.5.3).
    pub const LABEL: &str = "إعدادات القراءة";
    /// All of them, in their order.
    pub const ALL: [Setting; 5] = [
        Setting {
            name: "theme", label: "المظهر", options: &[("", "حسب الجهاز"), ("light", "فاتح"), ("dark", "داكن")]
        },
        Setting {
            name: "size",
            label: "حجم النص",
            options: &[("small", "صغير"), ("", "عادي"), ("large", "كبير"), ("largest", "كبير جداً")],
        },
        Setting { name: "measure", label: "طول السطر", options: &[("narrow", "قصير"), ("", "عادي"), ("wide", "طويل")] },
        Setting { name: "contrast", label: "التباين", options: &[("", "حسب الجهاز"), ("high", "عالٍ")] },
        Setting { name: "motion", label: "الحركة", options: &[("", "حسب الجهاز"), ("off", "بلا حركة")] },
    ];
}

/// Reading without a connection.
pub mod offline {
    /// Above it.
    pub const TITLE: &str = "القراءة دون اتصال";
    /// What is kept by itself.
    pub const VISITED: &str = "الصفحات التي زرتها محفوظة على هذا الجهاز.";
    /// While the site is fetched.
    pub const COMING: &str = "جارٍ حفظ الموقع…";
    /// Afterwards.
    pub const SITE: &str = "الموقع كله محفوظ على هذا الجهاز.";
    /// Where it could not be kept.
    pub const FAILED: &str = "تعذّر حفظ الموقع: انقطع الاتصال، أو لا مساحة تكفي.";
    /// Removes it.
    pub const REMOVE: &str = "احذف النسخة المحفوظة";
    /// Another build is here.
    pub const RENEWED: &str = "نُشرت نسخة جديدة من الموقع.";
    /// Shows it.
    pub const UPDATE: &str = "اعرض النسخة الجديدة";

    /// The button that fetches the site; `size` is in words.
    #[must_use]
    pub fn keep(size: &str) -> String {
        ["احفظ الموقع للقراءة دون اتصال (", size, ")"].concat()
    }

    /// A size, from its number in words: «1,2 ميغابايت».
    #[must_use]
    pub fn megabytes(number: &str) -> String {
        [number, " ميغابايت"].concat()
    }
}

/// Printing.
pub mod print {
    /// The button.
    pub const PRINT: &str = "اطبع الصفحة مع مصادرها كاملة";
    /// Heading of the notes that tell the sources of numbered citations.
    pub const CITATIONS: &str = "مصادر الإحالات";
    /// Heading of the notes at the end.
    pub const SOURCES: &str = "المصادر كاملة";
}
