#pragma once

#include <memory>
#include <vector>

#include "checks/compiled_schema.hpp"
#include "checks/key_index.hpp"

namespace irikteu::checks {

/// The functions that the expressions of one run may call: those that the schema was given, key() where it has keys,
/// and, for a rule's visit-each alone, tokenize() of XPath 2.0: XPath 1.0 has no other way to visit the words of a text.
/// A word is an element that holds it.
class RunFunctions {
  public:
    explicit RunFunctions(const CompiledSchema& schema);

    const xml::FunctionLibrary* library() const { return library_; }
    /// The document that calls of key() mean from now on.
    void set_document(const xml::Document& document) { keys_.set_document(document); }

  private:
    xml::Value tokenize_words(std::span<const xml::Value> arguments);

    KeyIndex keys_;
    const xml::FunctionLibrary* library_;
    std::unique_ptr<xml::FunctionLibrary> extended_;
    std::vector<std::unique_ptr<xml::Document>> words_;
    std::size_t many_ = 0;                   ///< Of them all.
};

}  // namespace irikteu::checks
