//! The checklist of docs/rtl.md, as far as only a browser can tell. Each journey carries the names of its lines.

use anyhow::{Result, ensure};
use e2e::stage::Stage;
use serde_json::json;

pub async fn b12_b13_b18_b20_letters_are_set_whole_and_with_room(stage: &Stage) -> Result<()> {
    let page = stage.page();
    for path in stage.site.one_of_each_kind() {
        page.open_ready(&path).await?;
        let faults: Vec<String> = stage
            .browser
            .eval(
                "
            const faults = [];
            for (const element of document.querySelectorAll('body, body *')) {
              if (!element.checkVisibility() || ['SCRIPT', 'STYLE', 'LINK'].includes(element.tagName)) continue;
              const style = getComputedStyle(element);
              const wrong = (what, is) => is && faults.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
              wrong('space between letters', !['normal', '0px'].includes(style.letterSpacing));
              wrong('slanted', style.fontStyle !== 'normal');
              wrong('hyphenated', style.hyphens !== 'manual');
              wrong('justified', style.textAlign === 'justify');
              wrong('synthetic letters', style.fontSynthesisStyle !== 'none');
              const line = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
              if (/^H[1-6]$/.test(element.tagName)) wrong('lines of a heading too close', line < 1.35);
              if (element.matches('.paragraph, .claim__text')) {
                wrong('lines too close', line < 1.7 || line > 1.9);
                wrong('small text', parseFloat(style.fontSize) < 16);
              }
            }
            return faults.slice(0, 5)",
                json!([]),
            )
            .await?;
        ensure!(faults.is_empty(), "{path}: {faults:#?}");
    }
    page.open_ready("/platform/").await?;
    let size = "return parseFloat(getComputedStyle(document.querySelector('.paragraph + .paragraph')).fontSize)";
    ensure!(stage.browser.eval::<f64>(size, json!([])).await? >= 18.0, "running text has 18 px");
    Ok(())
}

/// Letters with every mark above and below, in a title and in text.
pub async fn b18_vowel_marks_are_not_clipped(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/editions/2023-tangier/").await?;
    let clipped: Vec<String> = stage
        .browser
        .eval(
            "
        // The ornament of the masthead is meant to be cut off; its title is not.
        const isOutside = (element, holder) => {
          const [inner, outer] = [element, holder].map(found => found.getBoundingClientRect());
          return inner.top < outer.top || inner.bottom > outer.bottom;
        };
        return ['h1', 'h2', '.paragraph', '.claim__text', '.facts dd', '.contents a', '.claim__evidence > summary'].filter(selector => {
          const element = document.querySelector(selector);
          element.textContent = 'إِودكٍّخٍ لِلَّهِ';
          for (let holder = element; holder !== document.body; holder = holder.parentElement)
            if (getComputedStyle(holder).overflowY !== 'visible' && (holder.matches('.masthead') ? isOutside(element, holder)
              : holder.scrollHeight > holder.clientHeight + 1 && !holder.matches('.contents'))) return true;
          return element.getBoundingClientRect().height < parseFloat(getComputedStyle(element).lineHeight) - 1;
        })",
            json!([]),
        )
        .await?;
    ensure!(clipped.is_empty(), "{clipped:?}");
    Ok(())
}

pub async fn b17_underlines_clear_the_dots(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/platform/").await?;
    let (offset, ink): (f64, String) = stage
        .browser
        .eval(
            "
        const link = document.querySelector('.paragraph a[href^=\"/glossary\"]'), style = getComputedStyle(link);
        return [parseFloat(style.textUnderlineOffset) / parseFloat(style.fontSize), style.textDecorationSkipInk]",
            json!([]),
        )
        .await?;
    ensure!(offset >= 0.25 && ink == "auto", "{offset} {ink}");
    Ok(())
}

/// The published files reach the browser and join its letters. That they are set as with the whole typefaces is asked natively
/// (crates/share-images/tests/images/subset.rs).
pub async fn b21_letters_join_and_marks_add_no_width(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/platform/").await?;
    let widths: Vec<(String, f64, f64)> = stage
        .browser
        .eval_async(
            "
        await Promise.all(['400 40px Naskh', '700 40px Naskh', '700 40px Kufi'].map(font => document.fonts.load(font, 'منصة')));
        const context = document.createElement('canvas').getContext('2d');
        const width = (font, text) => { context.font = font; return context.measureText(text).width };
        const rows = [];
        for (const font of ['400 40px Naskh', '700 40px Naskh', '700 40px Kufi']) {
          if (!document.fonts.check(font, 'منصة')) rows.push([font + ' is not there', 0, 0]);
          // Joined letters are narrower than the same letters apart; lam and alef become one sign; marks add nothing.
          rows.push([font + ' joins', width(font, 'كتكتك'), [...'كتكتك'].reduce((sum, letter) => sum + width(font, letter), 0) * .9]);
          rows.push([font + ' lam-alef', width(font, 'لا'), (width(font, 'ل') + width(font, 'ا')) * .95]);
          rows.push([font + ' marks', width(font, 'مُنَصَّة'), width(font, 'منصة') + .5]);
        }
        return rows",
            json!([]),
        )
        .await?;
    let wrong: Vec<_> = widths.iter().filter(|(_, found, most)| found > most || *found == 0.0).collect();
    ensure!(wrong.is_empty(), "wider than they should be: {wrong:?}");
    Ok(())
}

pub async fn b23_b24_next_lies_to_the_left(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/editions/2023-tangier/").await?;
    let places: (f64, f64, f64, f64) = stage
        .browser
        .eval(
            "
        const x = selector => document.querySelector(selector).getBoundingClientRect().x;
        const [home, above] = document.querySelectorAll('.breadcrumb a');
        return [x('.pager__next'), x('.pager__previous'), above.getBoundingClientRect().x, home.getBoundingClientRect().x]",
            json!([]),
        )
        .await?;
    ensure!(places.0 < places.1, "the next edition lies to the left");
    ensure!(places.2 < places.3, "the way down leads to the left");
    let arrows: Vec<String> = stage
        .browser
        .eval(
            "return [['.pager__next', '::after'], ['.pager__previous', '::before'], ['.breadcrumb li + li', '::before']]
        .map(([selector, part]) => getComputedStyle(document.querySelector(selector), part).content)",
            json!([]),
        )
        .await?;
    // The sign of the breadcrumb is mirrored by the bidirectional algorithm, arrows are not. None of them is spoken.
    ensure!(arrows == ["\"←\" / \"\"", "\"→\" / \"\"", "\"›\" / \"\""], "{arrows:?}");
    Ok(())
}

pub async fn b24_time_runs_from_right_to_left(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/evolution/").await?;
    let years: Vec<(String, f64)> = stage
        .browser
        .eval(
            "
        return [...document.querySelectorAll('.axis svg .year')].map(year => [year.textContent, year.getBoundingClientRect().x])",
            json!([]),
        )
        .await?;
    ensure!(years.len() > 3, "{years:?}");
    let runs = years.windows(2).all(|two| (two[0].0 < two[1].0) == (two[0].1 > two[1].1));
    page.open_ready("/editions/").await?;
    let cards: Vec<f64> =
        stage.browser.eval("return [...document.querySelectorAll('.card')].map(card => card.getBoundingClientRect().x)", json!([])).await?;
    ensure!(runs && cards.windows(2).all(|two| two[0] > two[1]), "{years:?} {cards:?}");
    Ok(())
}
