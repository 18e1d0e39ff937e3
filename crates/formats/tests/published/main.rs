//! The files made from the real content, read again with programs that others use.

mod calendar;
mod data;
mod feed;
mod hostile;
mod structured;
mod support;
