// Takes the place of the service worker when the site is published without one: removes what the other kept, and itself.
const PREFIX = "prefix";
const remove = async () => {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await registration.unregister();
};
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));
// A page that registers it once more before the last one is closed would bring it back, and the other may have kept something
// while it ended: with every sign of life, all of it goes again.
for (const sign of ["message", "fetch"]) addEventListener(sign, (event) => event.waitUntil(remove()));
