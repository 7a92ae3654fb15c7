#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/folders.hpp"

namespace irikteu::kazakh {

/// Lines of a file of tests/kazakh, without empty lines and those that begin with '#'.
inline std::vector<std::string> data_lines(const std::string& name) {
    std::ifstream file(support::source_path("/tests/kazakh/") + name);
    if (!file) throw std::runtime_error("tests/kazakh/" + name + " is absent");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line[0] != '#') lines.push_back(line);
    }
    return lines;
}

inline std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == '\t') {
            fields.emplace_back();
        } else {
            fields.back().push_back(c);
        }
    }
    return fields;
}

/// The titles of all prescribed items, as the decree has them.
inline std::vector<std::string> prescribed_titles() {
    std::vector<std::string> titles;
    for (const std::string& line : data_lines("prescribed_titles.tsv"))
        titles.push_back(fields_of(line).at(1));
    return titles;
}

}  // namespace irikteu::kazakh
