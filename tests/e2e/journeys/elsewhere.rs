//! Which journeys Firefox and WebKit make too. What they cannot be asked, and why, is in tests/README.md.

use std::sync::Arc;

use e2e::driver::Engine;
use e2e::site::Host;
use e2e::stage::World;
use libtest_mimic::Trial;

use crate::{
    accessibility, arrival, broken_app, broken_network, evidence, faults, floor, hydration, journey, keyboard, layout, mounted, navigation,
    offline, paper, reading, rtl, search, unknown_address, visits, without_javascript,
};

macro_rules! journeys {
    ($world:expr, $engine:expr; $($host:ident: $module:ident [$($name:ident),* $(,)?]),* $(,)?) => {
        vec![$($(journey($world, ($engine, Host::$host), concat!(stringify!($module), "::", stringify!($name)), $module::$name)),*),*]
    };
}

/// The long ones first, as in Chromium.
pub fn journeys(world: &Arc<World>) -> Vec<Trial> {
    let mut trials = both(world, Engine::Firefox);
    trials.extend(journeys![world, Engine::Firefox;
        Root: navigation [modified_clicks_stay_the_browsers],
        Root: floor [a_browser_of_2022_shows_good_pages],
        Root: offline [
            visited_pages_are_here_without_a_connection, the_whole_site_is_kept_on_request_and_removed,
            a_new_build_is_shown_when_the_reader_asks, the_worker_can_be_taken_back,
        ],
        Pages: offline [a_kept_site_is_not_made_of_stale_files],
    ]);
    trials.extend(both(world, Engine::WebKit));
    trials
}

fn both(world: &Arc<World>, engine: Engine) -> Vec<Trial> {
    journeys![world, engine;
        Root: navigation [reaches_every_page_by_clicking],
        Root: hydration [changes_nothing_visible_on_any_page],
        Root: accessibility [
            axe_finds_nothing_on_any_kind_of_page, axe_finds_nothing_when_parts_are_open, the_skip_link_leads_to_the_content,
        ],
        Root: layout [no_page_scrolls_sideways, targets_outside_sentences_are_as_large_as_a_finger],
        Root: broken_network [
            a_page_that_does_not_come_says_so, a_failed_way_back_can_be_tried_again, a_failed_load_can_be_left_by_the_ordinary_link,
            a_slow_page_shows_progress, a_late_answer_does_not_replace_a_newer_page, a_page_of_another_build_is_loaded_plainly,
        ],
        Root: broken_app [
            pages_work_without_the_loader, pages_work_without_the_glue, pages_work_without_wasm, a_dom_altered_before_hydration,
            a_dom_altered_after_hydration, a_panic_after_ready,
        ],
        Root: without_javascript [every_page_is_readable, the_menu_opens_on_a_phone, a_citation_opens],
        Root: navigation [
            back_and_forward_restore_the_place, history_outlives_a_reload, a_deep_link_opens_at_its_target, a_permalink_is_followed_within_the_app,
        ],
        Root: evidence [
            a_claim_opens_without_javascript, a_claim_is_copied_with_its_citation, a_mistake_is_reported_with_the_claims_id,
            a_citation_gets_the_date_of_access, two_editions_are_compared_on_a_phone, objectives_are_filtered_and_counted,
            evidence_opens_in_the_comparison, a_picture_leads_to_an_edition,
        ],
        Root: reading [
            choices_last_and_apply_before_the_text_is_there, the_panel_closes_by_escape_and_gives_the_focus_back,
            the_contents_mark_the_section_being_read, secondary_sections_fold_on_phones_and_open_when_linked_to,
            the_panel_of_settings_fits_every_phone, a_page_is_shown_with_its_styles, more_space_in_the_text_loses_nothing,
        ],
        Root: keyboard [the_keyboard_reaches_everything_in_reading_order, the_header_is_read_as_it_is_seen, what_lies_over_the_text_closes],
        Root: paper [the_key_for_printing_prints_the_sources],
        Root: rtl [
            b12_b13_b18_b20_letters_are_set_whole_and_with_room, b17_underlines_clear_the_dots, b18_vowel_marks_are_not_clipped,
            b21_letters_join_and_marks_add_no_width, b23_b24_next_lies_to_the_left, b24_time_runs_from_right_to_left,
        ],
        Root: search [
            finds_a_claim_by_the_keyboard_alone, the_address_is_the_state, results_explain_themselves, fits_a_thumb,
            old_browsers_mark_whole_words, a_failed_index_leads_to_the_pages_of_the_index, a_late_app_answers_the_address,
            hostile_queries_do_no_harm, the_index_serves_without_javascript,
        ],
        Root: arrival [a_place_is_reached_before_the_page_is_whole, another_page_can_be_asked_for_meanwhile],
        Root: unknown_address [is_a_real_404_with_ways_out, a_dead_link_leads_to_the_page_that_says_so],
        Root: visits [each_kind_of_page_opens_cleanly, save_data_fetches_no_wasm, typefaces_serve_the_next_page, a_page_pointed_at_is_fetched_once],
        Root: faults [of_going_back_to_a_document],
        Root: floor [a_browser_without_wasm_loses_nothing],
        Pages: mounted [the_site_works_under_a_path],
    ]
}
