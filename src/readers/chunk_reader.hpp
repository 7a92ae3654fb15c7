#pragma once

#include "readers/story.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

/// w:altChunk (17.17.2.1): a document of another kind that Word takes in on opening. Word documents, web pages (alone or in
/// a MIME message) and plain text are read in their place; other kinds, and what cannot be read, are reported as unknown.
/// Throws Error(limit_exceeded) as reading the document itself does.
void read_chunk(xml::Node chunk, Story& story, BlockSink& sink);

}  // namespace irikteu::readers
