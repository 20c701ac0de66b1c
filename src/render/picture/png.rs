//! SVG → PNG, with the one font that is inside the program (`font/README.md`).

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Error, Group, Node, Options, Tree};

use super::page::{FAMILY, Page};

const FONT: &[u8] = include_bytes!("font/SonaePicture-Regular.otf");

/// Why a page cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The page is no sound SVG.
    #[error("the page cannot be read")]
    Page(#[from] Error),
    /// It has no size.
    #[error("the page has no size")]
    Size,
    /// It cannot be packed.
    #[error("the picture cannot be packed: {0}")]
    Packing(String),
}

/// Draws a page as PNG.
///
/// # Errors
/// When the page has no size, or cannot be packed.
pub fn png(page: &Page) -> Result<Vec<u8>, PictureError> {
    let tree = tree(page)?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(PictureError::Size)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels
        .encode_png()
        .map_err(|error| PictureError::Packing(error.to_string()))
}

/// Returns the characters of a page that the font does not have, in the order of the page.
///
/// # Errors
/// When the page cannot be read.
pub fn missing_characters(page: &Page) -> Result<Vec<String>, PictureError> {
    let tree = tree(page)?;
    let mut missing = Vec::new();
    collect_missing(tree.root(), &mut missing);
    Ok(missing)
}

fn tree(page: &Page) -> Result<Tree, PictureError> {
    let options = Options {
        font_family: FAMILY.to_owned(),
        fontdb: fonts(),
        ..Options::default()
    };
    Ok(Tree::from_str(&page.svg(), &options)?)
}

/// The fonts to draw with: ours alone, never those of the machine.
fn fonts() -> Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| {
        let mut fonts = Database::new();
        fonts.load_font_data(FONT.to_vec());
        Arc::new(fonts)
    });
    Arc::clone(fonts)
}

fn collect_missing(group: &Group, missing: &mut Vec<String>) {
    for node in group.children() {
        match node {
            Node::Group(group) => collect_missing(group, missing),
            Node::Text(text) => {
                let glyphs = text
                    .layouted()
                    .iter()
                    .flat_map(|span| &span.positioned_glyphs);
                // Glyph 0 is the box that stands for what a font does not have.
                let absent = glyphs.filter(|glyph| glyph.id.0 == 0);
                missing.extend(absent.map(|glyph| glyph.text.clone()));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{missing_characters, png};
    use crate::render::picture::{Page, Pen, Stroke};

    fn page(text: &str) -> Page {
        let mut page = Page::new(200, 100);
        let pen = Pen {
            size: 24,
            color: "#000000",
            stroke: Stroke::Plain,
        };
        page.words((10, 50), pen, text);
        page
    }

    #[test]
    fn a_page_becomes_a_png() {
        assert!(png(&page("備え <&>")).unwrap().starts_with(b"\x89PNG"));
    }

    #[test]
    fn what_the_font_lacks_is_told() {
        assert!(missing_characters(&page("備え Sonae")).unwrap().is_empty());
        assert_eq!(missing_characters(&page("備𠮷え")).unwrap(), ["𠮷"]);
    }
}
