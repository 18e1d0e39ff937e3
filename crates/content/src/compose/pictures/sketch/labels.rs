//! Where names stand on the sketch: free of each other, of the marks and, as far as can be, of the coast.

use geo::{Intersects, Line, MultiPolygon, Rect, coord};

use super::{HALF_TARGET, Point, WIDTH, height, project};
use crate::{
    compose::pictures::{rect, text, width_of},
    page::Shape,
    phrases::picture as words,
};

/// Size of the text in user units on a narrow screen: 288 px for the whole width make it 13.5 px. Wider screens have it smaller.
const SIZE: f64 = 30.0;
/// Radius of a city's mark.
const MARK: f64 = 9.0;
/// Between a mark and its name.
const GAP: f64 = 18.0;

/// Where a name may stand, best first: class of the text, where it begins, from the mark.
const PLACES: [(&str, f64, f64); 4] =
    [("start", -GAP, 10.0), ("end", GAP, 10.0), ("middle", 0.0, GAP + SIZE * 0.8), ("middle", 0.0, -GAP - SIZE * 0.1)];

/// What is taken already.
pub(super) struct Labels {
    taken: Vec<Rect>,
    coast: Vec<Line>,
}

impl Labels {
    pub(super) fn new(coast: &MultiPolygon) -> Self {
        let lines = coast.iter().flat_map(|polygon| polygon.exterior().lines().collect::<Vec<_>>());
        Self { taken: Vec::new(), coast: lines.collect() }
    }

    /// The names of the two seas.
    pub(super) fn seas(&mut self) -> Vec<Shape> {
        let [white, middle] = words::MEDITERRANEAN;
        let places = [(words::ATLANTIC, (34.3, -9.0)), (white, (35.86, -3.78)), (middle, (35.46, -3.78))];
        places.map(|(name, place)| self.sea(name, project(place))).into()
    }

    fn sea(&mut self, name: &str, at: Point) -> Shape {
        self.taken.push(bounds("middle", at, name));
        text("sea", whole(at.0), whole(at.1), name)
    }

    /// Keeps the marks of all cities free.
    pub(super) fn reserve(&mut self, cities: impl Iterator<Item = Point>) {
        self.taken.extend(cities.map(|(x, y)| Rect::new(coord! { x: x - MARK, y: y - MARK }, coord! { x: x + MARK, y: y + MARK })));
    }

    /// A mark with its name, and an area large enough for a finger.
    pub(super) fn city(&mut self, name: &str, point: Point) -> Vec<Shape> {
        let at = |(_, x, y): (&str, f64, f64)| (point.0 + x, point.1 + y);
        let mut places = PLACES.map(|place| (self.cost(bounds(place.0, at(place), name)), place));
        places.sort_by_key(|(cost, _)| *cost);
        let place = places[0].1;
        let (class, (x, y)) = (place.0, at(place));
        let label = bounds(class, (x, y), name);
        self.taken.push(label);
        let mark = Shape::Circle("edition".to_owned(), whole(point.0), whole(point.1), whole(MARK));
        vec![area(label, point), mark, text(class, whole(x), whole(y), name)]
    }

    /// How badly a name stands: outside the frame, on something else, across the coast.
    fn cost(&self, label: Rect) -> usize {
        let frame = Rect::new(coord! { x: 0.0, y: 0.0 }, coord! { x: WIDTH, y: height() });
        let is_outside = label.min().x < 0.0 || label.min().y < 0.0 || label.max().x > frame.max().x || label.max().y > frame.max().y;
        let covered = self.taken.iter().filter(|taken| taken.intersects(&label)).count();
        let crossed = self.coast.iter().filter(|line| line.intersects(&label)).count();
        usize::from(is_outside) * 10_000 + covered * 1_000 + crossed
    }
}

/// The box of a text whose baseline begins at `at`; in Arabic text, the start is at the right.
fn bounds(class: &str, (x, y): Point, name: &str) -> Rect {
    let width = width_of(name) * SIZE;
    let right = match class {
        "start" => x,
        "end" => x + width,
        _ => x + width / 2.0,
    };
    Rect::new(coord! { x: right - width, y: y - SIZE * 0.8 }, coord! { x: right, y: y + SIZE * 0.4 })
}

fn area(label: Rect, (x, y): Point) -> Shape {
    let left = label.min().x.min(x - HALF_TARGET);
    let right = label.max().x.max(x + HALF_TARGET);
    let top = label.min().y.min(y - HALF_TARGET);
    let bottom = label.max().y.max(y + HALF_TARGET);
    rect("area", whole(left), whole(top), whole(right - left), whole(bottom - top))
}

fn whole(value: f64) -> String {
    value.round().to_string()
}

#[cfg(test)]
mod tests {
    use geo::Intersects;

    use super::{Labels, Point, Rect, bounds, coord};
    use crate::{
        compose::pictures::sketch::{WIDTH, coast::coast, height, project},
        page::Shape,
    };

    const CITIES: [(&str, (f64, f64)); 6] = [
        ("مراكش", (31.63, -7.98)),
        ("طنجة", (35.76, -5.83)),
        ("فاس", (34.03, -5.0)),
        ("أكادير", (30.43, -9.6)),
        ("مكناس", (33.9, -5.55)),
        ("الحسيمة", (35.25, -3.93)),
    ];

    fn number(text: &str) -> f64 {
        text.parse().unwrap_or(f64::NAN)
    }

    fn boxes(shapes: &[Shape]) -> Vec<(String, Rect)> {
        let label = |shape: &Shape| match shape {
            Shape::Text(class, x, y, name) => Some((name.clone(), bounds(class, (number(x), number(y)), name))),
            _ => None,
        };
        shapes.iter().filter_map(label).collect()
    }

    #[test]
    fn names_cover_neither_each_other_nor_a_mark_and_stay_in_the_frame() {
        let mut labels = Labels::new(&coast());
        let mut placed = boxes(&labels.seas());
        let points: Vec<Point> = CITIES.iter().map(|(_, place)| project(*place)).collect();
        labels.reserve(points.iter().copied());
        for ((name, _), point) in CITIES.iter().zip(&points) {
            placed.extend(boxes(&labels.city(name, *point)));
        }
        let frame = Rect::new(coord! { x: 0.0, y: 0.0 }, coord! { x: WIDTH, y: height() });
        for (index, (name, label)) in placed.iter().enumerate() {
            assert!(geo::Contains::contains(&frame, label), "{name} leaves the frame");
            for (other, taken) in &placed[index + 1..] {
                // The two lines of one sea stand close; a box has the height of the deepest letters.
                let is_one_sea = index == 1 && other == &placed[2].0;
                assert!(is_one_sea || !label.intersects(taken), "{name} covers {other}");
            }
            for point in &points {
                assert!(!label.intersects(&coord! { x: point.0, y: point.1 }), "{name} covers a mark");
            }
        }
    }

    #[test]
    fn a_city_is_large_enough_for_a_finger() {
        let shapes = Labels::new(&coast()).city("فاس", project((34.03, -5.0)));
        assert!(matches!(&shapes[0], Shape::Rect(_, _, _, width, height) if number(width).min(number(height)) >= 53.0));
    }
}
