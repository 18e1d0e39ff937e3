//! What of the lexicon and the groups makes a difference for this site: the browser needs no more.

use std::collections::BTreeSet;

use search::{Engine, Groups, Lexicon, word::keys};

use crate::Knowledge;

/// The lexemes that the site uses, those that keep a word from being taken for one of the site's, and the groups of
/// which the site knows a name.
#[must_use]
pub fn needed(engine: &Engine, knowledge: &Knowledge) -> Knowledge {
    let used: BTreeSet<&str> = engine.keys().collect();
    let groups: Vec<Vec<String>> = knowledge
        .groups
        .all()
        .iter()
        .zip(knowledge.groups.written())
        .filter(|(names, _)| is_known(names, &used))
        .map(|(_, written)| written.clone())
        .collect();
    let mut named: BTreeSet<String> = used.iter().map(|key| (*key).to_owned()).collect();
    let known_groups = Groups::new(groups.clone(), &knowledge.lexicon);
    named.extend(known_groups.all().iter().flatten().flatten().flat_map(|part| part.keys.iter().cloned()));
    let lexicon = needed_lexemes(&knowledge.lexicon, &named);
    Knowledge { groups: Groups::new(groups, &lexicon), lexicon }
}

/// Whether the site has every word of a name of the group.
fn is_known(names: &[search::Name], used: &BTreeSet<&str>) -> bool {
    names.iter().any(|name| name.iter().all(|part| part.keys.iter().any(|key| used.contains(key.as_str()))))
}

fn needed_lexemes(lexicon: &Lexicon, used: &BTreeSet<String>) -> Lexicon {
    let key = |index: usize| lexicon.key(index).unwrap_or_default();
    let mut is_needed: Vec<bool> = (0..lexicon.lexemes().len()).map(|index| used.contains(&key(index))).collect();
    loop {
        let kept = lexicon.lexemes().iter().zip(&is_needed).filter(|(_, is_needed)| **is_needed);
        let kept = Lexicon::new(kept.map(|(forms, _)| forms.clone()).collect());
        let mut has_changed = false;
        for (forms, is_needed) in lexicon.lexemes().iter().zip(&mut is_needed) {
            let is_mistaken = |form: &String| keys(form, &kept).iter().any(|key| used.contains(key));
            if !*is_needed && forms.iter().any(is_mistaken) {
                *is_needed = true;
                has_changed = true;
            }
        }
        if !has_changed {
            return kept;
        }
    }
}
