#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "xml/node.hpp"

namespace irikteu::readers {

/// Why text was left out, as it stands in the dossier (dossier.xsd, ledger/ignored).
namespace reason {
inline constexpr std::string_view deleted = "deleted";
inline constexpr std::string_view moved_from = "moved-from";
inline constexpr std::string_view struck_out = "struck-out";
inline constexpr std::string_view hidden = "hidden";
inline constexpr std::string_view field_code = "field-code";
inline constexpr std::string_view placeholder = "placeholder";
inline constexpr std::string_view contents = "table-of-contents";
inline constexpr std::string_view alternative = "duplicate-alternative";
inline constexpr std::string_view merged_cell = "merged-cell";
inline constexpr std::string_view ruby = "ruby";
inline constexpr std::string_view check_box = "check-box";
inline constexpr std::string_view page_number = "page-number";
inline constexpr std::string_view header = "header";
inline constexpr std::string_view footer = "footer";
inline constexpr std::string_view comment = "comment";
inline constexpr std::string_view note = "note";
inline constexpr std::string_view building_block = "building-block";
inline constexpr std::string_view chart = "chart";
inline constexpr std::string_view macros = "macros";
inline constexpr std::string_view embedded = "embedded-object";
inline constexpr std::string_view picture = "picture";
inline constexpr std::string_view ignorable = "ignorable-extension";
inline constexpr std::string_view unreferenced = "unreferenced-part";
inline constexpr std::string_view system_file = "system-file";
}  // namespace reason

/// Accounts for every run of text of a document: used, ignored or unknown; figures are characters (code points).
class Ledger {
  public:
    struct Unknown {
        std::string element;    ///< As it stands in the file, with its prefix: "w:altChunk".
        std::string at;         ///< Place, may be empty.
        std::string quotation;  ///< At most some 200 characters.
    };

    void use(std::uint64_t characters) { used_ += characters; }
    /// 0 characters is an entry too: something was met and left out.
    void ignore(std::string_view reason, std::uint64_t characters);
    /// What was counted as used is left out after all.
    void set_aside(std::string_view reason, std::uint64_t characters);
    /// `text` in full; the ledger shortens it.
    void unknown(std::string_view element, std::string_view text, std::string at);

    std::uint64_t used() const { return used_; }
    std::uint64_t ignored(std::string_view reason) const;
    const std::map<std::string, std::uint64_t, std::less<>>& ignored() const { return ignored_; }
    const std::vector<Unknown>& unknown() const { return unknown_; }
    /// Characters of everything that was not understood, quotations in full.
    std::uint64_t unknown_characters() const { return unknown_characters_; }

    /// Appends <ledger> to a <document> of the dossier.
    void write(xml::Node document) const;

  private:
    std::uint64_t used_ = 0;
    std::uint64_t unknown_characters_ = 0;
    std::map<std::string, std::uint64_t, std::less<>> ignored_;
    std::vector<Unknown> unknown_;
};

}  // namespace irikteu::readers
