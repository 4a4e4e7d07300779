//! Every example of the CommonMark and GFM specifications: what their HTML shows, a reader of this program sees, in
//! order. Where that is not so on purpose, the example stands in [`specification::DIFFERENCES`] with its reason.

mod examples;
mod html;
mod rendition;
