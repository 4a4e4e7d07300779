//! Every example of the CommonMark and GFM specifications: what their HTML shows, a reader of this program sees, in
//! order. Where that is not so on purpose, the example stands in [`specification::DIFFERENCES`] with its reason.

#[path = "specification/html.rs"]
mod html;
#[path = "specification/rendition.rs"]
mod rendition;
#[path = "specification/specification.rs"]
mod specification;
