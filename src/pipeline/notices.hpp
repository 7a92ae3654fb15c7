#pragma once

#include <string>
#include <vector>

#include "pipeline/competition.hpp"
#include "pipeline/issue.hpp"

namespace irikteu::pipeline {

/// A participant's notice that it changes or withdraws its application (clause 10), as the register has it.
struct Notice {
    xml::Node node;
    std::string dossier;   ///< Name of the application's dossier.
    std::string number;    ///< The notice's own, or else the application's.
    std::string folder;    ///< Of its answer, relative to the out folder: that of no other notice.
    bool in_time = false;  ///< It came before acceptance closed: acknowledged; else refused.
};

/// In the register's order. Those of no registered application are left out, and those that `report`, on competition.xml, finds another fault
/// with than that they are late: no letter may say that an oral notice was written, or that what is withdrawn was changed.
std::vector<Notice> notices_of(const Competition& competition, const xml::Document& report);

/// The data of the answer (templates/schema/document.xsd). `brief`: the dossier without its texts, or what is known of it.
xml::Document answer_data(const Issuer& issuer, const Competition& competition, const std::string& kind, const Notice& notice, const xml::Document& brief);

}  // namespace irikteu::pipeline
