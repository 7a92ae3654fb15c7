#pragma once

#include <string>
#include <vector>

#include "act/act.hpp"
#include "base/disk.hpp"

namespace irikteu::compose {

/// What is wrong with an act's templates. Errors make a document wrong or impossible; warnings are things that nobody needs.
struct TemplateFault {
    enum class Severity { error, warning };
    Severity severity;
    std::string file;  ///< Below the templates' folder, with a line where there is one: "kz-535-2015/documents/results.xsl:24".
    std::string message;
};

/// Reads the templates, schemas, messages and act.xml of an act and finds, before anybody prints: elements, attributes, variables,
/// functions, templates, modes, parameters, attribute sets, prefixes, values of attributes and files that are used and unknown; tokens that would be
/// printed as they stand; variables that nobody uses; values that the schema of documents declares and
/// no template uses; templates that nobody calls; stylesheets that don't compile; kinds of documents without a template, a title in
/// each language or a row in documents/README.md; messages that a language lacks, leaves empty or fills in elsewhere; and what inspect_languages() finds.
/// In the order of files. Throws Error(unreadable_file) where a part of the act is missing as a whole, Error(malformed) where a
/// schema, the messages or act.xml are no XML.
std::vector<TemplateFault> inspect_templates(const base::Disk& disk, const act::Act& act);

}  // namespace irikteu::compose
