#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.hpp"
#include "xml/document.hpp"

namespace irikteu::xml {

/// One breach of an XML Schema.
struct SchemaFault {
    std::string message;  ///< English, as the validator words it.
    int line = 0;
    Node node;  ///< The element, where known.

    std::string_view kind;            ///< What is amiss, as a key of its sentence: "unexpected", "not-listed" …; empty where the message is all there is.
    std::string element, attribute;   ///< Whom it is about: names of the schema's own namespace without it. The attribute may be empty.
    std::vector<std::string> values;  ///< What the sentence names, in this order: the value and what it should be, or what is expected.
};

/// A W3C XML Schema 1.0, compiled once; validation may run on several threads at once. What is plainly valid is seen by a
/// quick form of the schema; libxml2 is asked for the rest, and words every fault.
class Schema {
  public:
    /// When libxml2 compiles it: at once, or when the first document is not plainly valid. Then whatever validates throws where
    /// the schema is at fault, and the disk must be there.
    /// Only then is there a quick form: for schemas of ours, which tests compare with libxml2, never for a stranger's.
    enum class When { now, needed };

    /// Throws Error: malformed or invalid, with the schema's file and line. Includes and imports are read from the
    /// schema's own folder only.
    static Schema load(const base::Disk& disk, const std::string& path, When when = When::now);
    /// Every fault, in document order; empty where the document is valid.
    std::vector<SchemaFault> validate(const Document& document) const;

  private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace irikteu::xml
