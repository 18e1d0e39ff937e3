//! The coast: from degrees to a short path, clipped a little outside the frame and simplified.

use std::fmt::Write as _;

use geo::{BooleanOps, BoundingRect, LineString, MapCoords, MultiPolygon, Polygon, Rect, Simplify, coord};
use serde::Deserialize;

use super::{WIDTH, height, project};

/// Written by `cargo xtask coast`.
const EXCERPT: &str = include_str!("../../../../map/coast.json");
/// How far the simplified coast may lie from the true one, in user units: less than a pixel on most screens.
pub(super) const TOLERANCE: f64 = 1.2;
/// The cut edges of the land lie this far outside the frame, so that no line is seen along them.
const BEYOND: f64 = 12.0;
/// Islands that would be a speck are left out: user units.
const SPECK: f64 = 6.0;

/// A GeoJSON `MultiPolygon` (RFC 7946).
#[derive(Deserialize)]
struct Excerpt {
    coordinates: Vec<Vec<Vec<[f64; 2]>>>,
}

/// The land in user units; none if the excerpt is not readable, which a test would notice.
pub(super) fn coast() -> MultiPolygon {
    let edge = coord! { x: BEYOND, y: BEYOND };
    let frame = Rect::new(-edge, coord! { x: WIDTH, y: height() } + edge).to_polygon();
    let clipped = land().intersection(&MultiPolygon::new(vec![frame])).simplify(TOLERANCE);
    let is_seen = |polygon: &Polygon| polygon.bounding_rect().is_some_and(|bounds| bounds.width().max(bounds.height()) > SPECK);
    clipped.into_iter().filter(is_seen).collect()
}

/// The land in user units, with every point of the excerpt.
pub(super) fn land() -> MultiPolygon {
    let Ok(excerpt) = serde_json::from_str::<Excerpt>(EXCERPT) else { return MultiPolygon::new(Vec::new()) };
    let ring = |points: Vec<[f64; 2]>| LineString::from(points.into_iter().map(|[x, y]| (x, y)).collect::<Vec<_>>());
    let polygon = |rings: Vec<Vec<[f64; 2]>>| {
        let mut rings = rings.into_iter().map(ring);
        rings.next().map(|outer| Polygon::new(outer, rings.collect()))
    };
    let degrees: MultiPolygon = excerpt.coordinates.into_iter().filter_map(polygon).collect();
    degrees.map_coords(|point| project((point.y, point.x)).into())
}

/// SVG path data in whole units, each point told from the one before.
pub(super) fn path(land: &MultiPolygon) -> String {
    let mut path = String::new();
    for polygon in land {
        for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
            write_ring(&mut path, ring);
        }
    }
    path
}

fn write_ring(path: &mut String, ring: &LineString) {
    let mut last = None;
    for point in ring.0.iter().rev().skip(1).rev() {
        #[expect(clippy::cast_possible_truncation, reason = "clipped to the frame")]
        let point = (point.x.round() as i32, point.y.round() as i32);
        // Writing to a string does not fail.
        let _ = match last {
            None => write!(path, "M{} {}", point.0, point.1),
            Some(last) if last == point => continue,
            Some((x, y)) => write!(path, "l{} {}", point.0 - x, point.1 - y),
        };
        last = Some(point);
    }
    path.push('z');
}

#[cfg(test)]
mod tests {
    use geo::{CoordsIter, Distance, Euclidean, Point};

    use super::{TOLERANCE, coast, land, path};

    #[test]
    fn the_simplified_coast_is_short_and_true() {
        let (coast, land) = (coast(), land());
        assert!((20..250).contains(&coast.coords_count()), "{} points", coast.coords_count());
        assert!(path(&coast).len() < 1800, "{} bytes", path(&coast).len());
        let inside = land.coords_iter().filter(|point| (0.0..640.0).contains(&point.x) && (0.0..500.0).contains(&point.y));
        for point in inside {
            let away = coast.iter().map(|polygon| Euclidean.distance(&Point::from(point), polygon.exterior())).fold(f64::MAX, f64::min);
            assert!(away <= TOLERANCE + 0.01, "{point:?} lies {away} from the drawn coast");
        }
    }
}
