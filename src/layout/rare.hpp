#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

/// Members for what a document has tens of thousands of.
namespace irikteu::layout {

/// A value that most objects don't have: where it is absent it takes a pointer's room.
template <class Value>
class Rare {
  public:
    Rare() = default;
    Rare(const Rare& other) : value_(other.value_ ? std::make_unique<Value>(*other.value_) : nullptr) {}
    Rare(Rare&&) noexcept = default;
    Rare& operator=(const Rare& other) { return *this = Rare(other); }
    Rare& operator=(Rare&&) noexcept = default;
    Rare& operator=(const Value& value) {
        value_ = std::make_unique<Value>(value);
        return *this;
    }
    explicit operator bool() const { return value_ != nullptr; }
    const Value& operator*() const { return *value_; }

  private:
    std::unique_ptr<Value> value_;
};

/// The same for a text; the empty one is absent.
class RareText {
  public:
    RareText& operator=(std::string_view text) {
        text_ = text.empty() ? Rare<std::string>() : (Rare<std::string>() = std::string(text));
        return *this;
    }
    bool empty() const { return !text_; }
    const std::string& str() const {
        static const std::string none;
        return text_ ? *text_ : none;
    }
    operator const std::string&() const { return str(); }
    bool operator==(std::string_view other) const { return str() == other; }

  private:
    Rare<std::string> text_;
};

/// A name of at most 15 bytes, in place.
class ShortName {
  public:
    ShortName() = default;
    ShortName& operator=(std::string_view name) {
        if (name.size() > letters_.size()) throw std::length_error("a name of more than 15 bytes: " + std::string(name));
        std::copy(name.begin(), name.end(), letters_.begin());
        size_ = static_cast<std::uint8_t>(name.size());
        return *this;
    }
    std::string_view view() const { return {letters_.data(), size_}; }
    operator std::string_view() const { return view(); }
    bool operator==(std::string_view other) const { return view() == other; }

  private:
    std::array<char, 15> letters_{};
    std::uint8_t size_ = 0;
};

}  // namespace irikteu::layout
