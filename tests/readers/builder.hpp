#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readers/limits.hpp"
#include "xml/document.hpp"

namespace irikteu::readers::test {

using Entries = std::vector<std::pair<std::string, std::string>>;

/// A zip of these entries, in this order; names are written byte for byte.
std::string zip(const Entries& entries);
/// The same, nothing compressed: for what would be refused as a bomb otherwise.
std::string stored_zip(const Entries& entries);
/// The same, each entry encrypted with a password.
std::string encrypted_zip(const Entries& entries);
/// Every occurrence replaced: for damage.
std::string replaced(std::string text, std::string_view from, std::string_view to);

/// Builds a DOCX in memory.
class Docx {
  public:
    /// `body` is what stands in w:body.
    explicit Docx(std::string body) : body_(std::move(body)) {}
    Docx& styles(std::string content);
    Docx& numbering(std::string content);
    /// Another part, related to the main document by the last step of the relationship's type.
    Docx& part(std::string name, std::string type, std::string relationship, std::string bytes, std::string id = {});
    Docx& strict();
    Docx& macros();
    Docx& utf16();

    std::string main_xml() const;
    Entries entries() const;
    std::string bytes() const;
    std::string flat_opc() const;

  private:
    struct Part {
        std::string name, type, relationship, bytes, id;
    };
    std::string in_vocabulary(std::string xml) const;
    std::string body_;
    std::vector<Part> parts_;
    bool strict_ = false;
    bool macros_ = false;
    bool utf16_ = false;
};

/// "<w:p><w:r><w:t>text</w:t></w:r></w:p>"
std::string p(const std::string& text, const std::string& pPr = {}, const std::string& rPr = {});
/// "<w:r><w:t>text</w:t></w:r>"
std::string r(const std::string& text, const std::string& rPr = {});

/// What read_document() makes of it.
xml::Document read(const std::string& bytes, const Limits& limits = {});
/// The text, a block a line: "h1 style [1.] Title", "p [a)] words", "table 2x1: a | b / c | d".
std::vector<std::string> lines(const xml::Document& dossier);
std::vector<std::string> lines(const Docx& docx);
/// All words of the text, tables included, joined by spaces.
std::string words(const xml::Document& dossier);
/// The ledger, an entry a line: "deleted 5", "unknown w:altChunk".
std::vector<std::string> ledger(const xml::Document& dossier);

}  // namespace irikteu::readers::test
