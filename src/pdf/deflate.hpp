#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace irikteu::pdf {

/// zlib streams (RFC 1950), many by one object: its tables are set up once. One object serves one thread.
class Deflater {
  public:
    /// Level 1 (fast) … 9 (small).
    explicit Deflater(int level);
    ~Deflater();
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;
    int level() const { return level_; }
    /// The same bytes for the same input and level, whatever went before.
    std::string deflate(std::string_view bytes);

  private:
    struct State;
    int level_;
    std::unique_ptr<State> state_;
};

/// Unpacks a zlib stream of which `expected` bytes must come out. Throws Error(malformed) where it is broken or gives another number.
std::string inflate(std::string_view bytes, std::size_t expected);

/// The content of a zlib stream; empty where it is broken or has more than `most` bytes.
std::string inflate_up_to(std::string_view bytes, std::size_t most);

}  // namespace irikteu::pdf
