//! Whether the app forgets the pages it has left: what remains in memory after many navigations.

use anyhow::{Context, Result};
use e2e::site::Site;
use serde_json::{Value, json};

use crate::phone::Phone;

/// Navigations between two looks, and looks.
const STEP: usize = 10;
const STEPS: usize = 5;

/// What is in memory after so many navigations, garbage collected.
pub struct Memory {
    /// Navigations so far.
    pub navigations: usize,
    /// Bytes of JavaScript's heap.
    pub heap: f64,
    /// Bytes of the app's own memory.
    pub app: f64,
    /// Nodes of documents.
    pub nodes: f64,
    /// Listeners.
    pub listeners: f64,
}

/// Looks once when the app is ready, and then after every ten navigations. Speed does not matter here.
///
/// # Errors
/// When a page does not come.
pub async fn measure(phone: &Phone, site: &Site) -> Result<Vec<Memory>> {
    eprintln!("memory");
    phone.visit(&site.url("/"), true).await?;
    phone.speed_up().await?;
    phone.send("Performance.enable", json!({})).await?;
    let mut looks = vec![look(phone, 0).await?];
    for step in 1..=STEPS {
        phone.ask::<()>("wander(arguments[0])", json!([STEP])).await?;
        looks.push(look(phone, step * STEP).await?);
    }
    phone.slow_down().await?;
    Ok(looks)
}

async fn look(phone: &Phone, navigations: usize) -> Result<Memory> {
    // What the first collection sets free may hold more.
    for _ in 0..2 {
        phone.send("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let metrics = phone.send("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let found = metrics["metrics"].as_array().into_iter().flatten().find(|metric| metric["name"] == name);
        found.and_then(|metric| metric["value"].as_f64()).with_context(|| format!("the browser does not tell {name}"))
    };
    Ok(Memory {
        navigations,
        heap: metric("JSHeapUsedSize")?,
        app: app(phone).await?,
        nodes: metric("Nodes")?,
        listeners: metric("JSEventListeners")?,
    })
}

/// The app's memory is not part of JavaScript's heap. What wasm-bindgen makes for starting the app gives the running app
/// when it is called again.
async fn app(phone: &Phone) -> Result<f64> {
    let script = "const scripts = performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.endsWith('.js'));
        const modules = await Promise.all(scripts.filter(name => !name.includes('/loader-')).map(name => import(name)));
        const exports = await modules.find(module => module.default).default();
        return exports.memory.buffer.byteLength";
    let bytes: Value = phone.browser.eval_async(script, json!([])).await?;
    bytes.as_f64().context("the app's memory has no size")
}
