//! The values of published records: ids, dates, addresses and codes, each with the rule it keeps.

use content::{compose, model};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A text that keeps a rule. The rule is part of the published schema.
macro_rules! text_value {
    ($(#[$documentation:meta])* $name:ident, $($rule:tt)*) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        #[schemars(inline, $($rule)*)]
        pub struct $name(pub String);

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }
    };
}

text_value!(
    /// Id of a claim.
    ClaimId,
    extend("pattern" = "^F[0-9]{3,}$")
);
text_value!(
    /// Id of a source; `SEED` is the unsigned encyclopedic article.
    SourceId,
    extend("pattern" = "^(SEED|S[0-9]{3,})$")
);
text_value!(
    /// Id of a conflict of sources.
    ConflictId,
    extend("pattern" = "^K[0-9]{2}$")
);
text_value!(
    /// Id of sources that carry one text.
    ReprintId,
    extend("pattern" = "^R[0-9]{2}$")
);
text_value!(
    /// Id of a correction.
    CorrectionId,
    extend("pattern" = "^C[0-9]{2}$")
);
text_value!(
    /// Id in small Latin letters, digits and hyphens.
    Slug,
    extend("pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$")
);
text_value!(
    /// Language tag (BCP 47).
    Language,
    extend("pattern" = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$")
);
text_value!(
    /// Address below the base address.
    Path,
    extend("pattern" = "^/([a-z0-9A-Z-]+/)*$")
);
text_value!(
    /// Absolute address.
    Url,
    extend("format" = "uri")
);
text_value!(
    /// A day, ISO 8601.
    Day,
    extend("format" = "date")
);
text_value!(
    /// A year, a month or a day, ISO 8601, as precise as it is known.
    LooseDate,
    extend("pattern" = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
);

impl Day {
    /// The day of a date.
    pub fn of(date: model::Date) -> Self {
        Self(date.iso())
    }
}

impl LooseDate {
    /// A date as precise as it is.
    pub fn of(date: model::Date) -> Self {
        Self(date.iso())
    }
}

/// A code: one of a list, each with what it means, taken from the model's list of the same names.
macro_rules! code {
    ($(#[$documentation:meta])* $name:ident, $model:path, { $($(#[$meaning:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$documentation])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[schemars(inline)]
        pub enum $name {
            $($(#[$meaning])* #[serde(rename = $code)] $variant,)*
        }

        impl From<$model> for $name {
            fn from(value: $model) -> Self {
                use $model as Model;
                match value {
                    $(Model::$variant => Self::$variant,)*
                }
            }
        }

        impl $name {
            /// The code as it is published.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }
        }
    };
}

code!(
    /// Who says it, from where it was read. Not a measure of truth.
    Grade, compose::Grade, {
        /// A page of the United Nations, or nothing but copies of such pages.
        Un = "un",
        /// Only texts that carry a communiqué of the United Nations.
        UnViaPress = "un-via-press",
        /// A page of the Moroccan authorities.
        Government = "government",
        /// Encyclopedic texts together with the press.
        SeedAndPress = "seed-and-press",
        /// The press.
        Press = "press",
        /// A reference site or research institute.
        Reference = "reference",
        /// Encyclopedic texts alone.
        Seed = "seed",
    }
);
code!(
    /// The kind of a source; grades follow from it.
    SourceKind, model::SourceKind, {
        /// A page of the United Nations.
        Un = "un",
        /// Another site's copy of such a page.
        UnCopy = "un-copy",
        /// A press text that carries a communiqué of the United Nations.
        UnViaPress = "un-via-press",
        /// A page of the Moroccan authorities.
        Government = "government",
        /// A news agency.
        Agency = "agency",
        /// A newspaper, magazine or news site.
        Press = "press",
        /// A blog.
        Blog = "blog",
        /// A reference site or research institute.
        Reference = "reference",
        /// An encyclopedia or a copy of one.
        Encyclopedia = "encyclopedia",
        /// The unsigned encyclopedic article.
        Seed = "seed",
    }
);
code!(
    /// What a term names.
    TermKind, model::TermKind, {
        /// A person.
        Person = "person",
        /// An institution.
        Institution = "institution",
        /// A notion.
        Concept = "concept",
        /// A place.
        Place = "place",
    }
);
code!(
    /// How exact a number is.
    Precision, model::Precision, {
        /// As counted.
        Exact = "exact",
        /// About this number.
        About = "about",
        /// More than this number.
        MoreThan = "more-than",
    }
);
code!(
    /// What is counted.
    Unit, model::Unit, {
        /// Countries.
        Country = "country",
        /// Delegations.
        Delegation = "delegation",
        /// Intelligence and security services.
        Service = "service",
        /// Observer delegations.
        ObserverDelegation = "observer-delegation",
        /// Law enforcement officers.
        Officer = "officer",
        /// Officials.
        Official = "official",
        /// Legal experts and law enforcement officers.
        ExpertOrOfficer = "expert-or-officer",
    }
);

/// What a conflict of sources is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum ConflictKind {
    /// Sources disagree.
    Disagreement,
    /// A mere slip of one source.
    Slip,
}
