#pragma once

#include "page_maker.hpp"

namespace irikteu::pdf_test {

/// Two pages with one of each thing that pages can hold: headings, list, table with spans and a repeated header, note, links in
/// and out, fields of the three kinds, images of several kinds, a path, bookmarks, labels, attachments, a date.
void fill_with_everything(PageMaker& maker);

/// A PNG of the given colour type and bit depth, its samples a pattern.
std::string make_png(int width, int height, int color_type, int bits, const std::string& palette = {}, const std::string& transparency = {});

/// The same pixels as a plain and as an interlaced PNG.
std::pair<std::string, std::string> make_png_pair(int width, int height, int color_type, int bits, const std::string& palette = {});

}  // namespace irikteu::pdf_test
