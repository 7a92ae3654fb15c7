#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/disk.hpp"
#include "xml/document.hpp"
#include "xml/schema.hpp"

namespace irikteu::pipeline {

inline constexpr std::string_view kCompetitionNamespace = "urn:irikteu:competition:1";

/// competition.xml of one competition folder (templates/schema/competition.xsd).
class Competition {
  public:
    /// Reads `folder`/competition.xml. Throws Error: unreadable_file, malformed, invalid (with the line).
    static Competition load(const base::Disk& disk, const std::string& folder, const xml::Schema& schema);

    const std::string& folder() const { return folder_; }
    xml::Node root() const { return document_.root(); }
    const xml::Document& document() const { return document_; }
    std::string id() const;
    std::string act() const;
    std::string stage() const;
    std::optional<base::Moment> clock() const;   ///< The moment of issue where it is fixed.
    base::Moment acceptance_until() const { return until_; }
    std::string inbox() const { return base::join_path(folder_, "inbox"); }

    /// The register's entry for a dossier's name in the inbox; empty where it was not registered.
    xml::Node entry(const std::string& dossier) const;
    /// Registered dossiers in order of registration.
    std::vector<std::string> registered() const;

  private:
    std::string folder_;
    xml::Document document_;
    base::Moment until_;
};

}  // namespace irikteu::pipeline
