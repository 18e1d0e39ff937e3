//! Journeys made again behind hosts of every kind: nginx and Caddy as the build configures them, and GitHub Pages. Of each group
//! those that need nothing of a server but its answers.

use std::sync::Arc;

use e2e::driver::Engine;
use e2e::site::Host;
use e2e::stage::World;
use libtest_mimic::Trial;

use crate::{evidence, journey, keyboard, navigation, offline, reading, search, unknown_address, visits, without_javascript};

macro_rules! journeys {
    ($world:expr, $host:expr; $($module:ident [$($name:ident),* $(,)?]),* $(,)?) => {
        vec![$($(journey($world, (Engine::Chromium, $host), concat!(stringify!($module), "::", stringify!($name)), $module::$name)),*),*]
    };
}

pub fn journeys(world: &Arc<World>) -> Vec<Trial> {
    let mut trials: Vec<_> = [Host::Nginx, Host::Caddy, Host::Pages].into_iter().flat_map(|host| behind(world, host)).collect();
    // What else it does is what our server does for all other journeys.
    trials.extend(journeys![world, Host::Cloudflare;
        offline [the_whole_site_is_kept_on_request_and_removed, visited_pages_are_here_without_a_connection],
        unknown_address [is_a_real_404_with_ways_out],
    ]);
    trials
}

/// The long ones first.
fn behind(world: &Arc<World>, host: Host) -> Vec<Trial> {
    journeys![world, host;
        offline [the_whole_site_is_kept_on_request_and_removed, visited_pages_are_here_without_a_connection],
        visits [each_kind_of_page_opens_cleanly, typefaces_serve_the_next_page],
        navigation [
            back_and_forward_restore_the_place, history_outlives_a_reload, a_deep_link_opens_at_its_target,
            a_permalink_is_followed_within_the_app,
        ],
        evidence [a_claim_is_copied_with_its_citation, two_editions_are_compared_on_a_phone],
        keyboard [what_lies_over_the_text_closes],
        search [finds_a_claim_by_the_keyboard_alone, the_address_is_the_state],
        reading [choices_last_and_apply_before_the_text_is_there],
        unknown_address [is_a_real_404_with_ways_out, a_dead_link_leads_to_the_page_that_says_so],
        without_javascript [a_citation_opens, every_page_is_readable],
    ]
}
