//! What only the app shows, in the markup that it makes (`src/enhance/settings.rs`, `src/components/frame.rs`,
//! `crates/search-module`): progress, a failed load, the settings, options and results of a search.

use content::phrases::{self, search, settings};

/// The page with all these states at once.
pub fn with_states(body: &str) -> String {
    body.replacen(" hidden", "", 1)
        .replacen("<div id=\"settings\"></div>", &["<div id=\"settings\">", &settings(), "</div>"].concat(), 1)
        .replacen("</form>", &[&options(), "</form>"].concat(), 1)
        .replacen("<main id=\"main\">", &["<main id=\"main\">", &failed_load()].concat(), 1)
        .replacen("<article>", &["<article>", &results(), &no_results(), &failed_search()].concat(), 1)
}

fn failed_load() -> String {
    format!(
        "<div class=\"load-error\" role=\"alert\"><p>{}</p><button class=\"load-error__retry\" type=\"button\">{}</button> \
         <a class=\"load-error__link\" href=\"#\">{}</a></div>",
        phrases::OFFLINE,
        phrases::RETRY,
        phrases::OPEN_PLAINLY
    )
}

/// Open, and with the first value chosen of each.
fn settings() -> String {
    let option = |name: &str, number: usize, (value, label): &(&str, &str)| {
        let checked = if number == 0 { " checked" } else { "" };
        format!("<label><input type=\"radio\" name=\"{name}\" value=\"{value}\"{checked}>{label}</label>")
    };
    let group = |setting: &settings::Setting| {
        let options: String = setting.options.iter().enumerate().map(|(number, found)| option(setting.name, number, found)).collect();
        format!("<fieldset><legend>{}</legend>{options}</fieldset>", setting.label)
    };
    let groups: String = settings::ALL.iter().map(group).collect();
    format!(
        "<details class=\"settings\" open><summary class=\"settings__button\" aria-label=\"{}\">{}</summary><div class=\"settings__box\">{groups}</div></details>",
        settings::LABEL,
        settings::TITLE
    )
}

/// Two options, the first chosen, and the way to all results.
fn options() -> String {
    let option = |is_chosen: bool, text: &str| {
        format!(
            "<a class=\"options__option\" role=\"option\" aria-selected=\"{is_chosen}\" href=\"#\">{text}<span class=\"options__place\">{} · طنجة 2023</span></a>",
            search::CLAIM
        )
    };
    format!(
        "<div class=\"options\" id=\"search-box\"><div class=\"options__list\" role=\"listbox\" aria-label=\"{}\">{}{}\
         <a class=\"options__option options__all\" role=\"option\" aria-selected=\"false\" href=\"#\">{} 12 نتيجة</a></div></div>",
        search::RESULTS,
        option(true, "انعقدت الدورة الثانية لمنصة مراكش في <mark>طنجة</mark> يومي 2 و3 يونيو 2023."),
        option(false, "جملة أطول من سطرين في الهاتف، حتى يُرى كيف تُقطع أو تُكسر، ثم بقية لها حتى تطول أكثر مما ينبغي."),
        search::ALL
    )
}

fn results() -> String {
    let facets = |label: &str, all: &str, one: &str| {
        format!(
            "<nav class=\"facets\" aria-label=\"{label}\"><a class=\"facets__facet\" href=\"#\" aria-current=\"true\">{all}</a><a class=\"facets__facet\" href=\"#\">{one} (7)</a></nav>"
        )
    };
    let result = |text: &str, reason: &str| {
        format!(
            "<li class=\"result\"><a class=\"result__link\" href=\"#\">{text}</a><p class=\"result__place\">{} · طنجة 2023</p><p class=\"result__reason\">{} {reason}</p></li>",
            search::CLAIM,
            search::MATCHED
        )
    };
    format!(
        "<div id=\"results\"><p class=\"results__count\">نتيجتان</p><p class=\"results__note\">{}</p>{}{}<ol class=\"results__list\">{}{}</ol>\
         <button class=\"results__more\" type=\"button\">{}</button></div>",
        search::NEAR,
        facets(search::BY_KIND, search::EVERYTHING, search::CLAIM),
        facets(search::BY_EDITION, search::ALL_EDITIONS, "طنجة 2023"),
        result("انعقدت الدورة الثانية لمنصة مراكش في <mark>طنجة</mark>.", "للرؤساء ← رؤساء"),
        result("نتيجة أخرى.", "UNOCT ← مكتب الأمم المتحدة لمكافحة الإرهاب"),
        search::MORE
    )
}

fn no_results() -> String {
    format!(
        "<div><p class=\"results__note\">{}</p><p class=\"results__like\">{}<a class=\"results__word\" href=\"#\">جهاز</a></p>\
         <a class=\"results__index\" href=\"#\">{}</a></div>",
        search::NOTHING,
        search::LIKE,
        search::INDEX
    )
}

fn failed_search() -> String {
    format!(
        "<div><p class=\"results__note\" role=\"alert\">{}</p><button class=\"search__retry\" type=\"button\">{}</button></div>",
        search::FAILED,
        phrases::RETRY
    )
}
