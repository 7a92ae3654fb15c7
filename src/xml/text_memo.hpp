#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "xml/xpath.hpp"

namespace irikteu::xml {

/// Values by texts, thousands of them in a short life, side by side in few blocks; for this folder only. None is taken away.
class TextMemo {
  public:
    /// nullptr where there is none; good until the next put().
    const Value* find(std::string_view text) const {
        if (slots_.empty()) return nullptr;
        const Entry* const found = at(text, hash_of(text));
        return found == nullptr ? nullptr : &found->value;
    }
    /// Of a text that has none.
    void put(std::string_view text, const Value& value) {
        if (entries_.size() * 2 >= slots_.size()) grow();
        const std::uint64_t hash = hash_of(text);
        entries_.push_back({hash, texts_.size(), text.size(), value});
        texts_.append(text);
        place(hash, entries_.size());
    }

  private:
    struct Entry {
        std::uint64_t hash;
        std::size_t begin, size;  ///< Of the text, in texts_.
        Value value;
    };

    static std::uint64_t hash_of(std::string_view text) {
        constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15u;
        std::uint64_t hash = text.size() * kFactor;
        const auto mix = [&](std::uint64_t word) {
            hash = (hash ^ word) * kFactor;
            hash ^= hash >> 29;
        };
        std::uint64_t word = 0;
        for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
            std::memcpy(&word, text.data(), sizeof word);
            mix(word);
        }
        word = 0;
        if (!text.empty()) std::memcpy(&word, text.data(), text.size());
        mix(word);
        return hash;
    }
    const Entry* at(std::string_view text, std::uint64_t hash) const {
        for (std::size_t slot = hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
            if (slots_[slot] == 0) return nullptr;
            const Entry& entry = entries_[slots_[slot] - 1];
            if (entry.hash == hash && std::string_view(texts_).substr(entry.begin, entry.size) == text) return &entry;
        }
    }
    void place(std::uint64_t hash, std::size_t number) {
        std::size_t slot = hash & (slots_.size() - 1);
        while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = static_cast<std::uint32_t>(number);
    }
    void grow() {
        constexpr std::size_t kFirst = 64;
        slots_.assign(slots_.empty() ? kFirst : slots_.size() * 4, 0);
        for (std::size_t i = 0; i < entries_.size(); ++i) place(entries_[i].hash, i + 1);
    }

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;  ///< Numbers of entries from 1, by hash; more than twice as many as entries, a power of two.
    std::string texts_;
};

}  // namespace irikteu::xml
