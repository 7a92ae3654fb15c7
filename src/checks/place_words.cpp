#include "checks/place_words.hpp"

#include <array>
#include <string_view>

namespace irikteu::checks {

std::string place_words(const std::string& at, const Messages& messages) {
    constexpr std::string_view kField = "field ";  // Of a PDF form, by its name.
    if (at.starts_with(kField)) return messages.say("place.field", {at.substr(kField.size())});
    std::array<std::string, 3> numbers;
    std::string shape;
    std::size_t count = 0;
    for (const char c : at) {
        if (c >= '0' && c <= '9') {
            if (shape.empty() || count > numbers.size()) return at;
            numbers[count - 1] += c;
        } else if (c != ' ') {
            if (shape.empty() || !numbers[count == 0 ? 0 : count - 1].empty()) ++count;
            if (count > numbers.size()) return at;
            shape += c;
        }
    }
    if (shape == "p") return messages.say("place.paragraph", {numbers[0]});
    if (shape == "t") return messages.say("place.table", {numbers[0]});
    if (shape == "tr") return messages.say("place.row", {numbers[0], numbers[1]});
    if (shape == "trc") return messages.say("place.cell", {numbers[0], numbers[1], numbers[2]});
    if (shape == "line") return messages.say("place.line", {numbers[0]});
    return at;
}

}  // namespace irikteu::checks
