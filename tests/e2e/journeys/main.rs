//! The journeys of readers through the built site: all of them in Chromium, and most in Firefox and WebKit.
//!
//! Run by `cargo xtask test browser`; by hand `cargo test -p e2e -- navigation` runs those of one module. Each journey
//! has its own server and browser. Nothing is retried and nothing sleeps: a journey waits for conditions, within bounds.

mod accessibility;
mod arrival;
mod broken_app;
mod broken_network;
mod elsewhere;
mod evidence;
mod faults;
mod floor;
mod grown;
mod hosts;
mod hydration;
mod keyboard;
mod layout;
mod mounted;
mod navigation;
mod offline;
mod paper;
mod preview;
mod reading;
mod real_servers;
mod rtl;
mod search;
mod spoken;
mod unknown_address;
mod visits;
mod without_javascript;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use e2e::driver::{Driver, Engine};
use e2e::site::{Build, Host};
use e2e::stage::{Stage, World, perform};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::{Builder, Runtime};

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Browsers are heavy; more of them than cores only makes each slower.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    arguments.test_threads.get_or_insert(cores.min(4));
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("the journeys cannot begin, or not end: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode> {
    for build in [Build::Root, Build::Ref] {
        build.folder()?;
    }
    let runtime = runtime()?;
    // It outlives every journey and is killed when this function ends.
    let chromium = runtime.block_on(Driver::start(Engine::Chromium))?;
    let artifacts = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("journeys");
    let world = Arc::new(World { chromium_url: chromium.url.clone(), artifacts, closing: Mutex::default() });
    let mut trials = journeys(&world);
    trials.extend(hosts::journeys(&world));
    trials.extend(elsewhere::journeys(&world));
    let conclusion = libtest_mimic::run(arguments, trials);
    for closing in world.closing.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        closing.join().map_err(|_| anyhow!("a journey broke off"))??;
    }
    accessibility::record()?;
    Ok(conclusion.exit_code())
}

fn runtime() -> Result<Runtime> {
    Builder::new_current_thread().enable_all().build().context("no asynchronous runtime")
}

fn journey<J>(world: &Arc<World>, place: (Engine, Host), name: &'static str, journey: J) -> Trial
where
    J: AsyncFnOnce(&Stage) -> Result<()> + Send + 'static,
{
    let world = Arc::clone(world);
    // The module is what a person filters by; the crate and this module's own prefix are noise.
    let name = name.trim_start_matches("journeys::");
    let engine = Some(place.0).filter(|engine| *engine != Engine::Chromium).map(Engine::name);
    let name = [engine, place.1.name(), Some(name)].into_iter().flatten().collect::<Vec<_>>().join("::");
    Trial::test(name.clone(), move || {
        let begin = Instant::now();
        let (told, outcome) = mpsc::channel();
        let file = name.replace("::", "-");
        let shared = Arc::clone(&world);
        let run = thread::spawn(move || runtime()?.block_on(perform(shared, &file, place, journey, told)));
        // Only a panic tells nothing.
        let outcome = outcome.recv().unwrap_or_else(|_| Err(anyhow!("the journey broke off")));
        world.closing.lock().unwrap_or_else(PoisonError::into_inner).push(run);
        report_duration(&name, begin.elapsed());
        outcome.map_err(|error| Failed::from(format!("{error:#}")))
    })
}

/// The slow ones are named, so that the suite's time stays somebody's business.
fn report_duration(name: &str, duration: Duration) {
    if duration > Duration::from_secs(10) {
        eprintln!("  {name} took {:.0} s", duration.as_secs_f64());
    }
}

macro_rules! journeys {
    ($world:expr; $($engine:ident $host:ident: $module:ident [$($name:ident),* $(,)?]),* $(,)?) => {
        vec![$($(journey($world, (Engine::$engine, Host::$host), concat!(stringify!($module), "::", stringify!($name)), $module::$name)),*),*]
    };
}

/// The long ones first, so that the cores are busy to the end.
fn journeys(world: &Arc<World>) -> Vec<Trial> {
    journeys![world;
        Chromium Root: navigation [reaches_every_page_by_clicking],
        Chromium Root: hydration [changes_nothing_visible_on_any_page],
        Chromium Root: accessibility [
            axe_finds_nothing_on_any_page, axe_finds_nothing_at_any_size,
            axe_finds_nothing_when_parts_are_open, the_skip_link_leads_to_the_content,
        ],
        Chromium Root: layout [no_page_scrolls_sideways, targets_outside_sentences_are_as_large_as_a_finger],
        Chromium Root: broken_network [
            a_page_that_does_not_come_says_so, a_failed_way_back_can_be_tried_again, a_failed_load_can_be_left_by_the_ordinary_link,
            a_slow_page_shows_progress, a_late_answer_does_not_replace_a_newer_page, a_page_of_another_build_is_loaded_plainly,
        ],
        Chromium Root: broken_app [
            pages_work_without_the_loader, pages_work_without_the_glue, pages_work_without_wasm, a_dom_altered_before_hydration,
            a_dom_altered_after_hydration, a_panic_after_ready,
        ],
        Chromium Root: without_javascript [every_page_is_readable, the_menu_opens_on_a_phone, a_citation_opens],
        Chromium Root: navigation [
            back_and_forward_restore_the_place, history_outlives_a_reload, a_deep_link_opens_at_its_target, a_permalink_is_followed_within_the_app,
            modified_clicks_stay_the_browsers,
        ],
        Chromium Root: evidence [
            a_claim_opens_without_javascript, a_claim_is_copied_with_its_citation, a_mistake_is_reported_with_the_claims_id,
            a_citation_gets_the_date_of_access, two_editions_are_compared_on_a_phone, objectives_are_filtered_and_counted,
            evidence_opens_in_the_comparison, evidence_of_a_page_made_ahead_is_not_fetched_again, a_picture_leads_to_an_edition, the_comparison_prints_as_a_table_on_wide_paper,
        ],
        Chromium Root: reading [
            choices_last_and_apply_before_the_text_is_there, the_panel_closes_by_escape_and_gives_the_focus_back,
            the_contents_mark_the_section_being_read, secondary_sections_fold_on_phones_and_open_when_linked_to,
            the_panel_of_settings_fits_every_phone, a_page_is_shown_with_its_styles, pages_fade_unless_motion_is_unwanted,
            more_space_in_the_text_loses_nothing,
        ],
        Chromium Root: keyboard [the_keyboard_reaches_everything_in_reading_order, the_header_is_read_as_it_is_seen, what_lies_over_the_text_closes],
        Chromium Root: paper [
            an_edition_prints_with_its_sources_in_full, every_printed_citation_leads_to_its_sources, the_key_for_printing_prints_the_sources,
        ],
        Chromium Root: rtl [
            b12_b13_b18_b20_letters_are_set_whole_and_with_room, b17_underlines_clear_the_dots, b18_vowel_marks_are_not_clipped,
            b21_letters_join_and_marks_add_no_width, b23_b24_next_lies_to_the_left, b24_time_runs_from_right_to_left,
        ],
        Chromium Root: spoken [home, an_edition, the_comparison, the_search_with_results],
        Chromium Root: search [
            finds_a_claim_by_the_keyboard_alone, the_address_is_the_state, results_explain_themselves, fits_a_thumb,
            old_browsers_mark_whole_words, a_failed_index_leads_to_the_pages_of_the_index, a_late_app_answers_the_address,
            hostile_queries_do_no_harm, the_index_serves_without_javascript,
        ],
        Chromium Root: arrival [
            nothing_moves_when_the_rest_follows, a_place_is_reached_before_the_page_is_whole, another_page_can_be_asked_for_meanwhile,
        ],
        Chromium Root: unknown_address [is_a_real_404_with_ways_out, a_dead_link_leads_to_the_page_that_says_so],
        Chromium Root: visits [each_kind_of_page_opens_cleanly, save_data_fetches_no_wasm, typefaces_serve_the_next_page, a_page_pointed_at_is_fetched_once,
            a_page_pointed_at_is_made_before_the_click, nothing_moves_when_the_rest_arrives,
        ],
        Chromium Root: faults [
            of_the_app, of_styles_device_and_clock, of_the_data, of_a_deployment, of_a_connection_that_drops, of_going_back_to_a_document,
        ],
        Chromium Root: floor [a_browser_of_2022_shows_good_pages, an_older_browser_shows_plain_pages, a_browser_without_wasm_loses_nothing],
        Chromium Root: grown [a_column_comes_when_it_is_chosen],
        Chromium Nginx: real_servers [answers_say_what_the_site_says],
        Chromium Caddy: real_servers [answers_say_what_the_site_says],
        Chromium Root: preview [an_editor_sees_what_is_saved_and_what_is_wrong],
        Chromium Root: offline [
            visited_pages_are_here_without_a_connection, the_whole_site_is_kept_on_request_and_removed,
            a_new_build_is_shown_when_the_reader_asks, the_worker_can_be_taken_back,
        ],
        Chromium Pages: offline [a_kept_site_is_not_made_of_stale_files],
        Chromium Pages: mounted [the_site_works_under_a_path, what_the_pages_hold_is_enforced],
    ]
}
