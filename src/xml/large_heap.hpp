#pragma once

/// Memory for trees of many nodes.
namespace irikteu::xml {

/// From here on libxml2 and libxslt take their memory from libmimalloc, where that is installed: a document of a hundred thousand nodes then takes a
/// sixth less time. Not worth its start for small ones. Only before the process has parsed anything. False where all stays as it is.
bool use_large_heap();

}  // namespace irikteu::xml
