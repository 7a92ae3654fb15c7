#pragma once

namespace irikteu::cli {

/// Thrown where a schema's expressions need XSLT, which this program is linked without. Nothing has been answered by
/// then: schemas are compiled first. No std::exception, so that nothing on the way takes it for a failure.
struct XsltNeeded {};

}  // namespace irikteu::cli
