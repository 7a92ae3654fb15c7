#pragma once

#include <map>
#include <set>
#include <string>

namespace irikteu::checks {

/// Values for the placeholders of an abstract pattern (ISO/IEC 19757-3, 5.4.9 and 6.3), and which of them were used.
class Parameters {
  public:
    void set(const std::string& name, const std::string& value) { values_[name] = value; }
    bool empty() const { return values_.empty(); }
    bool has(const std::string& name) const { return values_.count(name) != 0; }
    bool used(const std::string& name) const { return used_.count(name) != 0; }
    const std::map<std::string, std::string>& values() const { return values_; }

    /// The text with every "$name" of a known name replaced by its value. A name ends where no character of a name follows.
    std::string substitute(const std::string& text) const;

  private:
    std::map<std::string, std::string> values_;
    mutable std::set<std::string> used_;
};

}  // namespace irikteu::checks
