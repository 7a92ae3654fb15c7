#pragma once

#include <set>
#include <string>
#include <vector>

#include "pipeline/competition.hpp"

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

/// Whether by this notice the application is withdrawn.
bool is_withdrawal(const Notice& notice);
/// The notice as the register has it, as a file of its own.
std::string record_of(const Notice& notice);

/// Names of the dossiers that are not considered: withdrawn before acceptance closed, by one of these notices. A withdrawal without reasons, or an oral
/// one, is none by clause 10: its application is considered, and the report on competition.xml says what to mend.
std::set<std::string> withdrawn_by(const std::vector<Notice>& notices);

}  // namespace irikteu::pipeline
