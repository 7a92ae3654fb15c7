#include "base/base64.hpp"

#include <cstdint>
#include <utility>

namespace irikteu::base {

namespace {

int digit_of(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/// Takes digits of six bits, gives bytes.
class Decoder {
  public:
    void take(int digit) {
        bits_ = (bits_ << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFu;
        held_ += 6;
        if (held_ < 8) return;
        held_ -= 8;
        out_ += static_cast<char>(static_cast<unsigned char>(bits_ >> held_ & 0xFFu));
    }
    std::string finish() { return std::move(out_); }

  private:
    std::string out_;
    std::uint32_t bits_ = 0;
    int held_ = 0;
};

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
    Decoder decoder;
    bool padded = false;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
        padded = padded || c == '=';
        if (c == '=') continue;
        const int digit = digit_of(c);
        if (digit < 0 || padded) return std::nullopt;
        decoder.take(digit);
    }
    return decoder.finish();
}

std::string decode_any_base64(std::string_view text) {
    Decoder decoder;
    for (const char c : text.substr(0, text.find('='))) {
        if (const int digit = digit_of(c); digit >= 0) decoder.take(digit);
    }
    return decoder.finish();
}

}  // namespace irikteu::base
