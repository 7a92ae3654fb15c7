#pragma once

#include <regex>
#include <sstream>
#include <string>

namespace irikteu::end_to_end {

/// The lines of an answer that hold two English words side by side. Warnings of the formatter are in English; names of files, options and
/// commands are no words.
inline std::string english_in(const std::string& text) {
    static const std::regex command("irikteu [a-z]+( [a-z-]+)?"), two("(^|[ (])[A-Za-z][a-z']+ [a-z']+");
    std::istringstream lines(text);
    std::string found;
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with("irikteu: warning: ") && std::regex_search(std::regex_replace(line, command, ""), two)) found += line + '\n';
    return found;
}

}  // namespace irikteu::end_to_end
