#pragma once

#include <string>
#include <string_view>

#include "report/messages.hpp"
#include "xml/document.hpp"

/// For this folder only: what faces for people say in the same words.
namespace irikteu::report {

/// "6-тармақтың 2) тармақшасы; 2-қосымша, 5.4": the finding's ground in the act.
std::string ground_words(xml::Node finding, const Messages& messages);
/// "12-абзац": the place within the file, in the language of the messages; empty where it has none.
std::string position_words(xml::Node finding, const Messages& messages);
/// "2015 жылғы 1 қыркүйек", "01.09.2015", "2015-09-01": a day as people write it in the language of the messages; what is no day stays as it is.
std::string day_words(const std::string& iso, const Messages& messages);
/// "Тұжырымдама": the part of the dossier.
std::string part_words(xml::Node finding, const Messages& messages);

}  // namespace irikteu::report
