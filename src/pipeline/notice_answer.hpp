#pragma once

#include "pipeline/issue.hpp"
#include "pipeline/notices.hpp"

namespace irikteu::pipeline {

/// The data of the answer to a notice (templates/schema/document.xsd). `brief`: the dossier without its texts, or what is known of it.
xml::Document answer_data(const Issuer& issuer, const Competition& competition, const std::string& kind, const Notice& notice, const xml::Document& brief);

}  // namespace irikteu::pipeline
