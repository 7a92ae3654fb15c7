#pragma once

#include <memory>

#include "base/disk.hpp"
#include "xml/document.hpp"

namespace irikteu::xml {

/// The quick form of a schema, for this folder only: what is usual of XML Schema 1.0 (sequences, choices that repeat, all;
/// attributes; strings, enumerations, whole numbers, decimals, booleans), and of the rest that it was not looked at.
class QuickSchema {
  public:
    /// nullptr where the schema as a whole has what this form does not know. Faults of the schema are not looked for. Attributes of
    /// other namespaces are read from the files that it imports, beside `path`.
    static std::shared_ptr<const QuickSchema> compile(const Document& schema, const base::Disk& disk, const std::string& path);
    ~QuickSchema();

    /// True: the document is valid. False: undecided; a document is never found invalid here.
    bool accepts(const Document& document) const;

  private:
    struct State;
    friend class QuickSchemaCompiler;
    explicit QuickSchema(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::xml
