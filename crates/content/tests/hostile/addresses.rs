//! Addresses: any text is a page or none, each page has one address, and none leads out of the folder that is published.

use content::route::{Route, below};
use proptest::prelude::*;

use super::support::{changed, changes, config};

const ADDRESSES: [&str; 12] = [
    "/",
    "/platform/",
    "/editions/2023-tangier/",
    "/editions/decade/2030/",
    "/editions/compare/",
    "/sources/decade/2030/",
    "/sources/year/2031/",
    "/sources/undated/",
    "/sources/S021/",
    "/index-az/alif/",
    "/about/quality/",
    "/404.html",
];

/// Texts that look like addresses, and any others.
fn any_address() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => (proptest::sample::select(&ADDRESSES[..]), changes()).prop_map(|(address, changes)| changed(address, &changes)),
        2 => "/(editions|sources|index-az|about|decade|year|compare|undated|[a-z0-9.%/\\\\-]{0,6})/[a-zA-Z0-9./%-]{0,12}/?([0-9+]{0,6}/)?",
        1 => any::<String>(),
    ]
}

fn any_name() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9-]{1,12}"
}

fn any_route() -> impl Strategy<Value = Route> {
    prop_oneof![
        any_name().prop_map(Route::Edition),
        any_name().prop_map(Route::Source),
        any_name().prop_map(Route::IndexLetter),
        any::<u16>().prop_map(Route::Decade),
        any::<u16>().prop_map(Route::SourceDecade),
        any::<u16>().prop_map(Route::SourceYear),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_address_that_is_read_is_written_the_same_and_stays_inside(address in any_address()) {
        if let Some(route) = Route::parse(&address) {
            prop_assert_eq!(route.path(), address.as_str());
            let is_inside = address.starts_with('/') && !address.contains("//") && !address.contains("..") && !address.contains(['\\', '%', '\0']);
            prop_assert!(is_inside, "{:?}", address);
        }
    }

    #[test]
    fn a_page_that_is_written_is_read_the_same_unless_its_address_is_taken(route in any_route()) {
        let read = Route::parse(&route.path());
        let is_taken = matches!(read, Some(Route::Compare | Route::SourcesUndated));
        prop_assert!(read == Some(route) || is_taken);
    }

    #[test]
    fn what_lies_below_the_base_is_of_this_host(address in any_address(), base in prop_oneof![Just(""), Just("/ref"), Just("/a/b")]) {
        if let Some(below) = below(&address, base) {
            prop_assert!(below.starts_with('/') && !below.starts_with("//") && address == [base, below].concat());
        }
    }
}
