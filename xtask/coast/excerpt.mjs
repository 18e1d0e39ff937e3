// Makes crates/content/map/coast.json: the land around the host cities, in degrees and unsimplified, from Natural Earth
// (public domain) as the npm package world-atlas carries it. Called by `cargo xtask coast` with the file to write.
// Only the land layer is read: it knows no borders and no countries.
import { readFile, writeFile } from "node:fs/promises";
import { feature } from "topojson-client";

const [, , file] = process.argv;
// West, south, east, north: a little more than the frame of the sketch, which clips exactly.
const box = [-12.5, 28.5, 0.5, 37.2];
const read = async (path) => JSON.parse(await readFile(new URL(`node_modules/world-atlas/${path}`, import.meta.url)));
const topology = await read("land-50m.json");
const { version } = await read("package.json");

// Sutherland and Hodgman: one side of the box after the other.
const sides = [
  [0, box[0], 1], [1, box[1], 1], [0, box[2], -1], [1, box[3], -1],
];
const cut = (ring, [axis, limit, sign]) => {
  const inside = (point) => sign * (point[axis] - limit) >= 0;
  const crossing = (from, to) => {
    const share = (limit - from[axis]) / (to[axis] - from[axis]);
    return from.map((value, index) => (index === axis ? limit : value + share * (to[index] - value)));
  };
  return ring.flatMap((point, index) => {
    const before = ring.at(index - 1);
    const corner = inside(point) === inside(before) ? [] : [crossing(before, point)];
    return inside(point) ? [...corner, point] : corner;
  });
};
const closed = (ring) => [...ring, ring[0]].map((point) => point.map((value) => Number(value.toFixed(4))));
const land = feature(topology, topology.objects.land).features ?? [feature(topology, topology.objects.land)];
const polygons = land.flatMap(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates));
const clipped = polygons
  .map((rings) => rings.map((ring) => sides.reduce(cut, ring.slice(0, -1))).filter((ring) => ring.length > 2).map(closed))
  .filter((rings) => rings.length > 0);
const source = `Natural Earth 1:50m (public domain), land-50m.json of world-atlas ${version}`;
const lines = clipped.map((rings) => JSON.stringify(rings)).join(",\n");
await writeFile(file, `{"type":"MultiPolygon","source":${JSON.stringify(source)},"coordinates":[\n${lines}\n]}\n`);
console.log(`${clipped.length} polygons, ${clipped.flat(2).length} points`);
