//! The axis of time: editions and chosen milestones, the past at the right, each in a row of its own.

use super::{NARROWEST, em, percent, rect, text, width_of};
use crate::{
    compose::{composer::Composer, limits},
    model::{Date, Site},
    page::{Block, Drawing, Picture, Shape},
    phrases::picture as words,
};

/// Height of a row in em: a target of more than 24 px (WCAG 2.2, 2.5.8).
const ROW: f64 = 2.0;
/// Height of an edition's band; the style lifts it by half, so that a row has one height for all that is in it.
const BAND: f64 = 1.8;
/// Height of the line of years.
const HEAD: f64 = 2.0;
/// Between a mark and its text; `.before` and `.after` of the style keep the same distance.
const GAP: f64 = 0.9;
/// Percent of the width left free at both ends, so that the last mark is whole.
const INSET: f64 = 2.0;
/// More years than this, and not every one is named.
const NAMED_YEARS: u16 = 8;

/// What stands in a row.
struct Event<'a> {
    date: Date,
    label: String,
    /// Slug of the edition, unless it is a milestone.
    edition: Option<&'a str>,
}

/// On which side of its mark a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// To the left, where reading goes on.
    Before,
    /// To the right, when the left has no room.
    After,
}

/// The picture; nothing without events. Its equivalent is the list of milestones, which stands after it.
pub fn axis(composer: &Composer<'_>) -> Option<Block> {
    let events = events(composer.site);
    let years = (events.first()?.date.year, events.last()?.date.year);
    let drawing = Drawing {
        name: words::AXIS.to_owned(),
        view: String::new(),
        height: em(HEAD + ROW * count(&events)),
        shapes: years_of(years, &events).into_iter().chain(rows(composer, &events, years)).collect(),
    };
    Some(Block::Picture(Picture {
        id: "axis".to_owned(),
        title: words::AXIS.to_owned(),
        text: words::axis_text(years.0, years.1),
        credit: Vec::new(),
        drawings: vec![drawing],
        table: None,
    }))
}

/// What the axis shows: where only the latest editions stand, nothing from before them.
fn events(site: &Site) -> Vec<Event<'_>> {
    let shown = limits::editions(site);
    let from = if shown.len() < site.editions.len() { shown.first().map(|edition| edition.start) } else { None };
    let editions =
        shown.iter().map(|edition| Event { date: edition.start, label: words::edition_of(&edition.city), edition: Some(&edition.slug) });
    let milestones =
        site.milestones.iter().filter_map(|milestone| Some(Event { date: milestone.date, label: milestone.label.clone()?, edition: None }));
    let mut events: Vec<Event<'_>> = editions.chain(milestones).collect();
    events.retain(|event| from.is_none_or(|from| event.date >= from));
    events.sort_by_key(|event| event.date);
    events
}

#[expect(clippy::cast_precision_loss, reason = "events are few")]
fn count(events: &[Event<'_>]) -> f64 {
    events.len() as f64
}

/// Names of the years, and a line where each begins.
fn years_of((first, last): (u16, u16), events: &[Event<'_>]) -> Vec<Shape> {
    let step = usize::from((last - first) / NAMED_YEARS + 1);
    let height = em(HEAD + ROW * count(events));
    let place = |years: f64| percent(share(years, (first, last)));
    let lines = (first..=last + 1).map(|year| rect("line", place(f64::from(year)), "0".into(), "1".into(), height.clone()));
    let names = (first..=last).step_by(step).map(|year| text("year", place(f64::from(year) + 0.5), em(HEAD / 2.0), &year.to_string()));
    lines.chain(names).collect()
}

/// Percent of the width at which a point of time lies: the first year begins at the right edge.
fn share(years: f64, (first, last): (u16, u16)) -> f64 {
    INSET + (100.0 - 2.0 * INSET) * (f64::from(last) + 1.0 - years) / f64::from(last + 1 - first)
}

/// A date as years; the middle of a month or a year that is not known better.
fn moment(date: Date) -> f64 {
    let months = date.month.map_or(6.0, |month| f64::from(month - 1) + date.day.map_or(0.5, |day| (f64::from(day) - 0.5) / 31.0));
    f64::from(date.year) + months / 12.0
}

fn rows(composer: &Composer<'_>, events: &[Event<'_>], years: (u16, u16)) -> Vec<Shape> {
    let mut top = HEAD;
    let mut shapes = Vec::new();
    for event in events {
        shapes.push(row(composer, event, share(moment(event.date), years), top));
        top += ROW;
    }
    shapes.into_iter().flatten().collect()
}

fn row(composer: &Composer<'_>, event: &Event<'_>, share: f64, top: f64) -> Vec<Shape> {
    let (x, y) = (percent(share), em(top + ROW / 2.0));
    let side = if side(share, &event.label) == Side::Before { "before" } else { "after" };
    let label = text(side, x.clone(), y.clone(), &event.label);
    let Some(slug) = event.edition else {
        return vec![Shape::Circle("milestone".into(), x, y, em(0.3)), label];
    };
    let band = rect("band", "0".into(), y.clone(), "100%".into(), em(BAND));
    let mark = Shape::Circle("edition".into(), x, y, em(0.4));
    vec![Shape::Link(composer.edition_href(slug), vec![band, mark, label])]
}

/// To the left, if the label fits there on the narrowest screen; otherwise where there is more room.
fn side(share: f64, label: &str) -> Side {
    let (wanted, left) = (GAP + width_of(label), NARROWEST * share / 100.0);
    if wanted <= left || left >= NARROWEST / 2.0 { Side::Before } else { Side::After }
}

#[cfg(test)]
mod tests {
    use super::{GAP, NARROWEST, ROW, Side, moment, share, side, width_of};
    use crate::model::Date;

    fn share_of(date: &str) -> f64 {
        Date::parse(date).map_or(f64::NAN, |date| share(moment(date), (2020, 2025)))
    }

    #[test]
    fn time_runs_from_right_to_left() {
        assert!((share_of("2020-01-01") - 98.0).abs() < 0.1 && (share_of("2025-12-31") - 2.0).abs() < 0.1);
        assert!(share_of("2022") > share_of("2022-12") && share_of("2022-06-23") > share_of("2022-06-24"));
    }

    /// A row is higher than its text, so labels can only meet if one leaves the drawing.
    #[test]
    fn labels_of_up_to_eight_em_stay_inside_wherever_their_mark_is() {
        let label = "أول تدريب متخصص";
        assert!(ROW > 1.7 && width_of(label) > 7.5, "{}", width_of(label));
        for month in 1..=72_u16 {
            let date = Date { year: 2020 + (month - 1) / 12, month: u8::try_from((month - 1) % 12 + 1).ok(), day: None };
            let share = share(moment(date), (2020, 2025));
            let room = NARROWEST * if side(share, label) == Side::Before { share } else { 100.0 - share } / 100.0;
            assert!(GAP + width_of(label) <= room, "month {month}: {room} em");
        }
    }
}
