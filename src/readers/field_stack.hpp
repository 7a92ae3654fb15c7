#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/ledger.hpp"

namespace irikteu::readers {

/// Complex fields (ECMA-376-1, 17.16.18) while they are open, across runs and paragraphs: what stands between "begin"
/// and "separate" is code, what stands between "separate" and "end" is the result that a person sees.
class FieldStack {
  public:
    void begin() { frames_.emplace_back(); }
    void separate();
    /// The codes and other text of the field that ends are counted as field-code.
    void end(Ledger& ledger);
    /// At the end of a story: text that a field without an end has swallowed is reported as unknown.
    void finish(Ledger& ledger);

    bool in_code() const;
    /// Within the result of a table of contents, of figures, of authorities, or of an index.
    bool in_contents() const;
    bool empty() const { return frames_.empty(); }
    /// Text of an instruction.
    void code(std::string_view text);
    /// Other text that stands where code is expected.
    void swallow(std::string_view text);

    /// Does a field of this code list the document's contents?
    static bool lists_contents(std::string_view code);

  private:
    struct Frame {
        std::string code;
        std::string swallowed;
        bool result = false;
        bool contents = false;
    };
    std::vector<Frame> frames_;
};

}  // namespace irikteu::readers
