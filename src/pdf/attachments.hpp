#pragma once

#include "layout/pages.hpp"
#include "pdf/deflate.hpp"
#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// Embeds the files as associated files of the document (ISO 19005-3, 6.8): catalog entries /AF, and the name tree for
/// /Names /EmbeddedFiles. A file's ModDate is the document's date; 1 January 2000 where it has none, so that bytes never depend on a clock.
struct WrittenAttachments {
    std::string associated;  ///< "[12 0 R …]"
    Reference names;
};
/// There must be at least one. Throws Error(invalid) where two have one name, or a relationship or MIME type is not one.
WrittenAttachments write_attachments(const layout::Pages& pages, Objects& objects, Deflater& deflater);

}  // namespace irikteu::pdf
