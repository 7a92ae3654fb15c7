#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "layout/pages.hpp"
#include "pdf/objects.hpp"

namespace irikteu::pdf {

/// The names that links and bookmarks may lead to.
class DestinationNames {
  public:
    explicit DestinationNames(const layout::Pages& pages);
    /// Throws Error(invalid) naming who wants it, where there is no destination of that name.
    void require(const std::string& name, const std::string& wanted_by) const;

  private:
    std::set<std::string_view> names_;
};

/// The name tree for /Names /Dests; nullopt where there are no destinations. Throws Error(invalid) where two have one name.
std::optional<Reference> write_destinations(const layout::Pages& pages, const std::vector<Reference>& page_objects, Objects& objects);
/// The entry that leads out of the document, the address in ASCII, its other bytes as %XX.
std::string uri_action(const std::string& uri);
/// /Outlines; nullopt where there are no bookmarks. Throws Error(invalid) for a bookmark to nowhere or one that skips a level.
std::optional<Reference> write_outlines(const layout::Pages& pages, const DestinationNames& destinations, Objects& objects);
/// /PageLabels; nullopt where no page has a label.
std::optional<Reference> write_page_labels(const layout::Pages& pages, Objects& objects);

}  // namespace irikteu::pdf
