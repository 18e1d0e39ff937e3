//! The grade of a claim: who says it, from where it was read. Derived from the kinds of its sources.

use crate::{
    model::{Claim, Site, SourceKind},
    phrases::grade as words,
};

/// Who says a claim, from where it was read. It says nothing of truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A page of the United Nations, or nothing but copies of such pages.
    Un,
    /// Only texts that carry a communiqué of the United Nations.
    UnViaPress,
    /// A page of the Moroccan authorities.
    Government,
    /// Encyclopedic texts together with the press.
    SeedAndPress,
    /// The press.
    Press,
    /// A reference site or research institute.
    Reference,
    /// Encyclopedic texts alone.
    Seed,
}

impl Grade {
    /// Its words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Un => words::UN,
            Self::UnViaPress => words::UN_VIA_PRESS,
            Self::Government => words::GOVERNMENT,
            Self::SeedAndPress => words::SEED_AND_PRESS,
            Self::Press => words::PRESS,
            Self::Reference => words::REFERENCE,
            Self::Seed => words::SEED,
        }
    }

    /// Whether its words cover sources of this kind.
    fn names(self, kind: SourceKind) -> bool {
        use SourceKind as Kind;
        let is_press = matches!(kind, Kind::Press | Kind::Agency | Kind::Blog | Kind::UnViaPress | Kind::UnCopy);
        match self {
            Self::Un => matches!(kind, Kind::Un | Kind::UnCopy),
            Self::UnViaPress => matches!(kind, Kind::UnViaPress | Kind::UnCopy),
            Self::Government => kind == Kind::Government,
            Self::SeedAndPress => is_press || matches!(kind, Kind::Seed | Kind::Encyclopedia),
            Self::Press => is_press,
            Self::Reference => kind == Kind::Reference,
            Self::Seed => matches!(kind, Kind::Seed | Kind::Encyclopedia),
        }
    }

    /// « وغيرها», agreeing with the words of the grade.
    fn and_others(self) -> &'static str {
        match self {
            Self::SeedAndPress => words::AND_OTHERS_DUAL,
            Self::Reference | Self::Seed => words::AND_OTHERS_MASCULINE,
            Self::Un | Self::UnViaPress | Self::Government | Self::Press => words::AND_OTHERS,
        }
    }

    /// The grade that follows from the kinds of a claim's sources, at least one.
    #[must_use]
    pub fn of(kinds: &[SourceKind]) -> Self {
        use SourceKind as Kind;
        let any = |wanted: &[Kind]| kinds.iter().any(|kind| wanted.contains(kind));
        let all = |wanted: &[Kind]| kinds.iter().all(|kind| wanted.contains(kind));
        let is_press = any(&[Kind::Press, Kind::Agency, Kind::Blog, Kind::UnViaPress, Kind::UnCopy]);
        let is_encyclopedic = any(&[Kind::Seed, Kind::Encyclopedia]);
        if any(&[Kind::Un]) || all(&[Kind::UnCopy]) {
            Self::Un
        } else if all(&[Kind::UnViaPress, Kind::UnCopy]) {
            Self::UnViaPress
        } else if any(&[Kind::Government]) {
            Self::Government
        } else if is_press && is_encyclopedic {
            Self::SeedAndPress
        } else if is_press {
            Self::Press
        } else if any(&[Kind::Reference]) {
            Self::Reference
        } else {
            Self::Seed
        }
    }
}

/// The grade of a claim in words, with the sign that sources of other kinds say so too.
pub(super) fn grade_words(site: &Site, claim: &Claim) -> String {
    let kinds = kinds(site, claim);
    let grade = Grade::of(&kinds);
    let others = if kinds.iter().all(|kind| grade.names(*kind)) { "" } else { grade.and_others() };
    format!("{}{others}", grade.label())
}

fn kinds(site: &Site, claim: &Claim) -> Vec<SourceKind> {
    claim.sources.iter().filter_map(|source| site.sources.get(&source.id)).map(|source| source.kind).collect()
}

/// The grade of claim `id`.
#[must_use]
pub fn grade(site: &Site, id: &str) -> Option<Grade> {
    site.claims.get(id).map(|claim| Grade::of(&kinds(site, claim)))
}

#[cfg(test)]
mod tests {
    use super::{Grade, SourceKind as Kind};

    #[test]
    fn the_grade_tells_who_says_it_from_where_it_was_read() {
        let expected: &[(&[Kind], Grade)] = &[
            (&[Kind::Un, Kind::Press], Grade::Un),
            (&[Kind::UnCopy], Grade::Un),
            (&[Kind::UnViaPress, Kind::UnViaPress], Grade::UnViaPress),
            (&[Kind::UnViaPress, Kind::Press], Grade::Press),
            (&[Kind::UnCopy, Kind::Press], Grade::Press),
            (&[Kind::Government, Kind::Press, Kind::Seed], Grade::Government),
            (&[Kind::Press, Kind::Agency], Grade::Press),
            (&[Kind::Agency, Kind::Seed], Grade::SeedAndPress),
            (&[Kind::Reference], Grade::Reference),
            (&[Kind::Encyclopedia, Kind::Seed], Grade::Seed),
        ];
        for (kinds, grade) in expected {
            assert_eq!(Grade::of(kinds), *grade, "{kinds:?}");
        }
    }
}
