#pragma once

#include <string>
#include <string_view>

namespace irikteu::kazakh {

/// The beginning that a word shares with its other case, possessive and plural forms, for searching by prefix:
/// "кластерлерінің" → "кластер", "министрлігіне" → "министр", "астығы" → "асты". At least three letters are left. `folded` is a matching key's folded form. Cuts generously: it finds too much rather than too little.
std::string search_stem(std::string_view folded);

}  // namespace irikteu::kazakh
