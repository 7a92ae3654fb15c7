#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "xml/document.hpp"

namespace irikteu::xml {

/// One breach of an XML Schema.
struct SchemaFault {
    std::string message;  ///< English, as the validator words it.
    int line = 0;
    Node node;  ///< The element, where known.
};

/// A W3C XML Schema 1.0, compiled once; validation may run on several threads at once.
class Schema {
  public:
    /// Throws Error: malformed or invalid, with the schema's file and line. Includes and imports are read from the
    /// schema's own folder only.
    static Schema load(const base::Disk& disk, const std::string& path);
    /// Every fault, in document order; empty where the document is valid.
    std::vector<SchemaFault> validate(const Document& document) const;

  private:
    std::shared_ptr<void> raw_;
};

}  // namespace irikteu::xml
