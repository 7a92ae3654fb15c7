#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>

namespace irikteu::xml {

/// Values by name, for few names that are asked for very often; for this folder only. What was put in stays where it is.
template <class T>
class QuickNames {
  public:
    /// nullptr where there is none of that name.
    T* find(std::string_view name) {
        Entry*& met = met_[slot_of(name)];
        if (met != nullptr && met->first == name) return &met->second;
        const auto found = all_.find(std::string(name));
        if (found == all_.end()) return nullptr;
        met = &*found;
        return &met->second;
    }
    /// The one of that name; made where there is none.
    T& operator[](std::string_view name) {
        if (T* const known = find(name)) return *known;
        return all_[std::string(name)];
    }
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }

  private:
    using Entry = typename std::unordered_map<std::string, T>::value_type;
    static constexpr std::size_t kSlots = 256;

    /// By the first eight bytes, the last eight, and how many there are.
    static std::size_t slot_of(std::string_view name) {
        std::uint64_t first = 0, last = 0;
        const std::size_t many = name.size() < sizeof first ? name.size() : sizeof first;
        if (many == sizeof first) {
            std::memcpy(&first, name.data(), sizeof first);
            std::memcpy(&last, name.data() + name.size() - sizeof last, sizeof last);
        } else {
            for (const char c : name) first = first << 8 | static_cast<unsigned char>(c);
        }
        return static_cast<std::size_t>((first + 31 * last + name.size()) * 0x9E3779B97F4A7C15u >> 56);
    }

    std::unordered_map<std::string, T> all_;
    std::array<Entry*, kSlots> met_{};  ///< The last of each slot.
};

}  // namespace irikteu::xml
