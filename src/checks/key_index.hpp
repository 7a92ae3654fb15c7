#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "checks/compiled_schema.hpp"

namespace irikteu::checks {

/// The key() function of XSLT 1.0 (12.2) for one run: indexes a document at the first call that needs it.
class KeyIndex {
  public:
    explicit KeyIndex(const CompiledSchema& schema);

    xml::Value look_up(std::span<const xml::Value> arguments);
    /// The document that calls of key() mean from now on.
    void set_document(const xml::Document& document) { document_ = &document; }

  private:
    using Index = std::unordered_map<std::string, xml::NodeSet>;
    const Index& index(const std::string& name);
    void fill(const CompiledKey& key, Index& index) const;

    const CompiledSchema& schema_;
    const xml::Document* document_ = nullptr;
    std::map<std::pair<const void*, std::string>, Index> indexes_;
};

}  // namespace irikteu::checks
