# The site behind Caddy: first `cargo xtask build`, then `docker build -t marrakech-platform .`; it listens on port 80.
FROM caddy:2
COPY target/servers/Caddyfile /etc/caddy/Caddyfile
COPY dist /srv/site
