#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace irikteu::outline {

/// What both sieves look at: eight bytes of a text, as a place in a table of bits.
struct Pieces {
    static constexpr std::size_t piece = sizeof(std::uint64_t), slots = 4096;
    static std::uint64_t piece_at(std::string_view text, std::size_t at) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, piece);
        return bytes;
    }
    static std::size_t slot_of(std::uint64_t bytes) { return static_cast<std::size_t>(bytes * 0x9E3779B97F4A7C15u >> 52); }
};

/// Tells of most texts in a few instructions that they are none of a set, and neither begin nor end as one of it does: the
/// few that remain are to be compared. What it lets fall is never in the set.
class Sieve : Pieces {
  public:
    void add(std::string_view text) {
        whole_.set(slot_of(whole(text)));
        if (text.size() < piece) {
            has_short_ = true;
            return;
        }
        begins_.set(slot_of(piece_at(text, 0)));
        ends_.set(slot_of(piece_at(text, text.size() - piece)));
    }
    bool may_hold(std::string_view text) const { return whole_[slot_of(whole(text))]; }
    /// Whether one of the set may stand at the beginning of a text.
    bool may_begin(std::string_view text) const { return has_short_ || (text.size() >= piece && begins_[slot_of(piece_at(text, 0))]); }
    bool may_end(std::string_view text) const { return has_short_ || (text.size() >= piece && ends_[slot_of(piece_at(text, text.size() - piece))]); }

  private:
    static std::uint64_t whole(std::string_view text) {
        if (text.size() >= piece) return piece_at(text, 0) + 31 * piece_at(text, text.size() - piece) + text.size();
        std::uint64_t bytes = 0;
        if (!text.empty()) std::memcpy(&bytes, text.data(), text.size());
        return bytes;
    }

    std::bitset<slots> whole_, begins_, ends_;
    bool has_short_ = false;
};

/// Tells of most texts at once that no phrase of a set stands anywhere within them: it looks only at every so many bytes,
/// at two pieces there.
class PhraseSieve : Pieces {
  public:
    PhraseSieve() = default;
    explicit PhraseSieve(const std::vector<std::string>& phrases) {
        constexpr std::size_t longest_step = 64;
        for (const std::string& phrase : phrases) shortest_ = std::min(shortest_, phrase.size());
        if (shortest_ < width) return;
        // Wherever a phrase stands, one of its first `step_` pieces stands where may_hold() looks.
        step_ = std::min(shortest_ - width + 1, longest_step);
        for (const std::string& phrase : phrases) {
            for (std::size_t at = 0; at < step_; ++at) pieces_.set(slot_at(phrase, at));
        }
    }
    bool may_hold(std::string_view text) const {
        if (text.size() < shortest_) return false;
        if (step_ == 0) return true;
        for (std::size_t at = 0; at + width <= text.size(); at += step_) {
            if (pieces_[slot_at(text, at)]) return true;
        }
        return false;
    }

  private:
    static constexpr std::size_t width = 2 * piece;
    static std::size_t slot_at(std::string_view text, std::size_t at) { return slot_of(piece_at(text, at) + 31 * piece_at(text, at + piece)); }

    std::bitset<slots> pieces_;
    std::size_t shortest_ = std::string::npos, step_ = 0;
};

}  // namespace irikteu::outline
