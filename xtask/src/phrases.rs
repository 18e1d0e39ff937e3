//! What the tasks for editors say, in Arabic. Messages for engineers are in English and stand where they are printed.

use content::phrases::{PROBLEMS_NOUN, problem};
use content::text::counted;

/// The last line of a check that failed.
pub fn problems_found(count: usize) -> String {
    problem::count(&counted(u32::try_from(count).unwrap_or(u32::MAX), &PROBLEMS_NOUN))
}

/// How `new-edition` is called.
pub const WHICH_EDITION: &str = "\
ينقص عنوان الدورة، وهو السنة ثم اسم المدينة بحروف لاتينية صغيرة، وبينهما شَرطة. مثال:
  cargo xtask new-edition 2026-dakhla";

/// An address that would not do.
pub fn bad_slug(slug: &str) -> String {
    format!("عنوان لا يصلح: «{slug}»\n{SLUG_RULE}")
}

const SLUG_RULE: &str = "\
العنوان سنة من أربعة أرقام، ثم شَرطة، ثم اسم المدينة بحروف لاتينية صغيرة وأرقام وشَرطات. مثال:
  2026-dakhla";

/// An edition that exists.
pub fn edition_exists(file: &str) -> String {
    format!("{file}\nهذا الملف موجود. افتحه وغيّر فيه، أو اختر عنواناً آخر.")
}

/// What is still to be done.
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
