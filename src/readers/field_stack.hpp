#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "readers/ledger.hpp"

namespace irikteu::readers {

/// Complex fields (ECMA-376-1, 17.16.18) while they are open, across runs and paragraphs: what stands between "begin"
/// and "separate" is code, what stands between "separate" and "end" is the result that a person sees.
class FieldStack {
  public:
    void begin();
    void separate();
    /// The codes and other text of the field that ends are counted as field-code. Gives its code.
    std::string end(Ledger& ledger);
    /// At the end of a story: text that a field without an end has swallowed is reported as unknown. A result without an
    /// end goes into `broken`.
    void finish(Ledger& ledger);

    bool in_code() const { return codes_ > 0; }
    /// Within the result of a table of contents, of figures, of authorities, or of an index.
    bool in_contents() const { return contents_ > 0; }
    /// Whether the innermost field has its result still before it.
    bool expects_result() const { return !frames_.empty() && !frames_.back().result; }
    bool empty() const { return frames_.empty(); }
    /// Text of an instruction.
    void code(std::string_view text);
    /// Other text that stands where code is expected.
    void swallow(std::string_view text);

    /// Does a field of this code list the document's contents?
    static bool lists_contents(std::string_view code);

    /// Ordinals of the lists of contents that never end. Word drops such a beginning and shows the rest of the document
    /// as what it is; so does a second reading that has them from the first.
    std::set<int> broken;
    /// Of the next field, within the document.
    int ordinal = 0;

  private:
    struct Frame {
        int ordinal = 0;
        std::string code;
        std::string swallowed;
        bool result = false;
        bool contents = false;
    };
    std::vector<Frame> frames_;
    int codes_ = 0;     ///< Frames that have no result yet.
    int contents_ = 0;  ///< Frames within a list of contents.
};

}  // namespace irikteu::readers
