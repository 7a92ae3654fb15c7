#include "kazakh/plain_key.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/look_alike_letters.hpp"

namespace irikteu::kazakh {

namespace {

/// What the characters of such lines add to a key.
class PlainKey {
  public:
    PlainKey() {
        for (char32_t c = 0; c < ascii_end; ++c) set(ascii_[c], letter_by_itself(c));
        for (Entry& entry : cyrillic_) entry.length = unsure;  // Armenian, which has the last lead byte too.
        for (char32_t c = cyrillic_begin; c < sure_end; ++c) set(cyrillic_[c - cyrillic_begin], letter_by_itself(c));
    }

    bool write(std::string_view utf8, MatchingKey& key) const {
        // No character's key is longer than the character; one byte more is for the second of a pair that is not kept.
        key.strict.resize(utf8.size() + 1);
        key.folded.resize(utf8.size() + 1);
        char* strict = key.strict.data();
        char* folded = key.folded.data();
        const char* at = utf8.data();
        const char* const end = at + utf8.size();
        while (at < end) {
            const auto lead = static_cast<std::uint8_t>(*at);
            const Entry* entry = nullptr;
            if (lead < ascii_end) {
                entry = &ascii_[lead];
                at += 1;
            } else if (lead >= 0xD0 && lead <= 0xD4 && end - at > 1 && (static_cast<std::uint8_t>(at[1]) & 0xC0) == 0x80) {
                entry = &cyrillic_[(lead - 0xD0u) * 64 + (static_cast<std::uint8_t>(at[1]) & 0x3Fu)];
                at += 2;
            } else {
                auto from = static_cast<std::size_t>(at - utf8.data());
                if (!is_between_words(base::next_code_point(utf8, from))) return false;
                at = utf8.data() + from;
                continue;
            }
            if (entry->length == unsure) return false;
            std::memcpy(strict, entry->strict, 2);
            std::memcpy(folded, entry->folded, 2);
            strict += entry->length;
            folded += entry->length;
        }
        key.strict.resize(static_cast<std::size_t>(strict - key.strict.data()));
        key.folded.resize(static_cast<std::size_t>(folded - key.folded.data()));
        return true;
    }

  private:
    static constexpr char32_t ascii_end = 0x80, cyrillic_begin = 0x400, sure_end = 0x530, cyrillic_end = 0x540;
    static constexpr std::uint8_t unsure = 0xFF;
    struct alignas(8) Entry {
        char strict[2] = {}, folded[2] = {};
        std::uint8_t length = 0;  ///< Bytes of both; 0 for what is no part of a key.
    };

    static void set(Entry& entry, const SeenLetter& seen) {
        entry.length = seen.evidence == SeenLetter::Evidence::latin ? unsure : 0;
        if (seen.letter == 0 || entry.length == unsure) return;
        std::string strict, folded;
        base::append_utf8(strict, seen.letter), base::append_utf8(folded, on_russian_keyboard(seen.letter));
        std::copy(strict.begin(), strict.end(), entry.strict);
        std::copy(folded.begin(), folded.end(), entry.folded);
        entry.length = static_cast<std::uint8_t>(strict.size());
    }
    /// Neither a letter nor a mark upon one.
    static bool is_between_words(char32_t c) {
        if (c >= 0x2000 && c < 0x2070) return true;  // Dashes, quotation marks and spaces.
        return !(c >= 0x300 && c < 0x370) && c != 0xA5 && letter_by_itself(c).letter == 0;
    }

    std::array<Entry, ascii_end> ascii_;
    std::array<Entry, cyrillic_end - cyrillic_begin> cyrillic_;
};

}  // namespace

bool write_plain_key(std::string_view utf8, MatchingKey& key) {
    static const PlainKey plain;
    return plain.write(utf8, key);
}

}  // namespace irikteu::kazakh
