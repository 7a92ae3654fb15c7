#pragma once

#include <optional>
#include <string>
#include <vector>

#include "act/terms.hpp"
#include "base/clock.hpp"
#include "base/disk.hpp"
#include "xml/document.hpp"
#include "xml/schema.hpp"

namespace irikteu::pipeline {

inline constexpr std::string_view kCompetitionNamespace = "urn:irikteu:competition:1";

/// competition.xml of one competition folder (templates/schema/competition.xsd).
class Competition {
  public:
    /// Reads competition.xml: `path` names it, or the folder that holds it. Throws Error with the file, the line and what is
    /// wrong: unreadable_file, malformed, invalid against the schema, or invalid because its dates and numbers cannot be.
    static Competition load(const base::Disk& disk, const std::string& path, const xml::Schema& schema);

    const std::string& folder() const { return folder_; }
    xml::Node root() const { return document_.root(); }
    const xml::Document& document() const { return document_; }
    std::string id() const;
    std::string act() const;
    std::string stage() const;
    std::optional<base::Moment> clock() const;   ///< The moment of issue where it is fixed.
    base::Date announced() const;                ///< When the competition was announced.
    /// What happened, by the act's events: those that stand at places of their own (event/@at) and those under `events`.
    /// Throws Error(invalid) with the line for an event that the act does not know.
    std::vector<act::Event> events(const act::Act& act) const;
    /// The readings of the act that it states, in order.
    xml::Node settings() const { return root().first_element("settings"); }
    /// The fault as an Error(invalid) with this file and the node's line.
    [[noreturn]] void refuse(xml::Node where, const std::string& why) const;
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
