#pragma once

#include <functional>
#include <string_view>

struct _xmlDoc;

namespace irikteu::xml {

/// Writes a whole document in the form of Canonical XML 1.0 without comments, as libxml2 does, several times as fast.
/// False, at any point of the writing, where that can't be told for certain (a relative namespace name, nodes that no
/// declaration above covers): then libxml2 has to write it. For this folder only.
bool write_canonical(const _xmlDoc* document, const std::function<void(std::string_view)>& sink);

}  // namespace irikteu::xml
