#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/examination.hpp"

namespace irikteu::pipeline {

/// What one document by itself is checked as: a part of the dossier, and for the application which of its two forms.
struct DocumentKind {
    std::string part;      ///< As in act.xml: "concept".
    std::string appendix;  ///< Of an application: "1" or "4"; empty where the paper itself decides.
};

/// The kind that a person names: a part's id with "-" or "_" ("road-map"), or an appendix that has one ("appendix-2",
/// "application-4"). nullopt for any other word.
std::optional<DocumentKind> document_kind(const act::Act& act, std::string_view name);
/// Every name that document_kind() takes, in the act's order.
std::vector<std::string> document_kinds(const act::Act& act);

/// As examine(), for one document by itself: only what is asked of that document is asked, nothing of the dossier around
/// it. `kind` forces what it is; without one the content decides, and a folder, a .zip or a whole dossier in XML is
/// examined as a dossier. A document of which nobody can tell what it is yields that finding alone.
Examination examine_file(Judge& judge, const std::string& path, const std::string& name, const std::optional<DocumentKind>& kind);

}  // namespace irikteu::pipeline
