#pragma once

#include <string>
#include <vector>

#include "act/act.hpp"

namespace irikteu::act {

/// How one clause, or a part of one, is served: a row of the act's law-coverage map.
struct ClauseService {
    std::string id;                      ///< "15", "6(3)", "criteria 1.1", "appendix 2, 7".
    std::string of;                      ///< The clause of which it is a part; empty for a clause.
    std::vector<std::string> modes;      ///< check, document, term, by-hand.
    std::vector<std::string> rules, documents, terms;
    std::string note;                    ///< What a person has to judge and why, or what the row means.
};

/// The act's law-coverage map, in its order. `language` chooses among notes ("kk", "ru", "en"); English stands in where a
/// note has no other.
std::vector<ClauseService> coverage_of(const Act& act, std::string_view language = "en");

}  // namespace irikteu::act
