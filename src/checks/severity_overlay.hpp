#pragma once

#include <functional>
#include <map>
#include <string>

#include "base/disk.hpp"

namespace irikteu::checks {

/// How an organisation weighs faults otherwise than the act (templates/schema/severities.xsd).
struct SeverityOverlay {
    struct Change {
        std::string severity;              ///< error, warning, info
        std::string author, date, reason;
        int line = 0;                      ///< In the file.
    };
    std::string path;                      ///< Of the file; empty where there is no overlay.
    std::string organisation;
    std::string digest;                    ///< SHA-256 of the file, in hexadecimal.
    std::map<std::string, Change, std::less<>> changes;  ///< By rule.

    /// The change of a rule's findings of that severity; nullptr where there is none. What could not be checked and what
    /// a person must judge cannot be weighed otherwise.
    const Change* change(const std::string& rule, const std::string& severity) const;
};

/// Reads an overlay. Throws Error: unreadable_file, malformed, invalid with the line that breaks the schema.
SeverityOverlay load_severities(const base::Disk& disk, const std::string& path, const std::string& templates_folder);

}  // namespace irikteu::checks
