#include "readers/transfer_encoding.hpp"

#include "base/ascii.hpp"

namespace irikteu::readers {

std::string decode_quoted_printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            out += text[i];
            continue;
        }
        if (i + 1 < text.size() && text[i + 1] == '\n') {
            i += 1;
        } else if (i + 2 < text.size() && text[i + 1] == '\r' && text[i + 2] == '\n') {
            i += 2;
        } else if (i + 2 < text.size() && base::hexadecimal(text[i + 1]) >= 0 && base::hexadecimal(text[i + 2]) >= 0) {
            out += static_cast<char>(static_cast<unsigned char>(base::hexadecimal(text[i + 1]) * 16 + base::hexadecimal(text[i + 2])));
            i += 2;
        } else {
            out += '=';
        }
    }
    return out;
}

}  // namespace irikteu::readers
