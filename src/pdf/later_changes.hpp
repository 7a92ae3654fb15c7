#pragma once

#include <cstdint>

#include "pdf/signed_file.hpp"

class QPDF;

namespace irikteu::pdf {

/// What changed between a signed revision and the file as it is, judged by ISO 32000-1, 12.8.2.2: `permission` is 1 no changes but validation data,
/// 2 form filling and signing as well, 3 annotations as well. Compares what the two cross-reference tables say, then the objects that differ.
/// Allowed are: new values of fields that are neither signed nor read-only, with appearances; invisible signature fields that are added; the DSS. Everything else
/// is forbidden: also an object that the revision referred to before there was one.
/// `before_size`: bytes of the revision. Both files must have been opened.
LaterChanges compare_revisions(QPDF& before, QPDF& after, std::int64_t before_size, int permission);

}  // namespace irikteu::pdf
