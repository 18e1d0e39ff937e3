# The site behind Caddy. First `cargo xtask build --base-url https://host/`, then `docker build -t marrakech-platform .`; under a path
# both say it: `--base-url https://host/path/` and `--build-arg BASE=/path/`. It listens on port 80.
FROM caddy:2
ARG BASE=/
COPY target/servers/Caddyfile /etc/caddy/Caddyfile
COPY dist /srv/site${BASE}
