#pragma once

#include "readers/vocabulary.hpp"
#include "xml/reading_tree.hpp"

namespace irikteu::readers {

/// What of WordprocessingML the reader never asks for, and a third of most files is: languages, complex-script twins,
/// colours, borders, bookmarks, the properties before a change, revision ids. None of it has text. One parse at a time.
class Unread : public xml::Omissions {
  public:
    bool omits_element(std::string_view name, const char* namespace_uri) override;
    bool omits_attribute(std::string_view name) override;

  private:
    const char* last_uri_ = nullptr;
    bool word_ = false;
};

}  // namespace irikteu::readers
