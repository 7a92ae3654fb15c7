#pragma once

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace irikteu::pdf_test {

using Json = nlohmann::json;

/// A PDF file as qpdf's JSON (version 2) tells it: names are "/Name", strings "u:text" or "b:hex", references "12 0 R".
class PdfFile {
  public:
    explicit PdfFile(const std::string& path);

    const std::string& bytes() const { return bytes_; }
    const Json& trailer() const { return trailer_; }
    const Json& catalog() const { return get(trailer_, "/Root"); }
    /// Behind a reference, else the value itself. A stream gives its dictionary.
    const Json& resolve(const Json& value) const;
    /// dictionary[key], resolved; null where there is none.
    const Json& get(const Json& dictionary, const char* key) const;
    bool has(const Json& dictionary, const char* key) const { return !get(dictionary, key).is_null(); }
    /// The decoded data of a stream by reference; nullopt where it is no stream, or under a filter other than FlateDecode.
    std::optional<std::string> data(const Json& reference) const;
    bool is_stream(const Json& reference) const;
    /// Every object: reference and value (a stream's dictionary).
    const std::map<std::string, Json>& objects() const { return values_; }
    /// Pages in order, as references.
    const std::vector<std::string>& pages() const { return pages_; }

  private:
    void collect_pages(const Json& node, int depth);

    std::string bytes_;
    Json trailer_;
    std::map<std::string, Json> values_;
    std::map<std::string, std::string> streams_;  ///< As stored.
    std::vector<std::string> pages_;
};

/// The text of a string value; nullopt where it is none. Bytes are taken as they are.
std::optional<std::string> text_of(const Json& value);
/// "/Name" equals.
bool is_name(const Json& value, const char* name);

/// Where faults go.
class Faults {
  public:
    void add(const std::string& clause, const std::string& what) { list.push_back(clause + ": " + what); }
    void require(bool kept, const std::string& clause, const std::string& what) {
        if (!kept) add(clause, what);
    }
    std::vector<std::string> list;
};

/// What the pages' contents showed, for the rules on structure and fonts.
struct ContentFacts {
    std::map<std::pair<std::string, int>, std::string> marked;        ///< (page, MCID) → tag
    std::map<std::string, std::map<unsigned, bool>> codes_of_font;    ///< Font reference → codes shown; true: always inside ActualText.
    std::map<std::string, int> forms_used;                            ///< Form XObject → times shown.
};

void check_raw(const PdfFile& file, Faults& faults);
void check_document(const PdfFile& file, Faults& faults);
ContentFacts check_contents(const PdfFile& file, Faults& faults);
void check_fonts(const PdfFile& file, const ContentFacts& facts, Faults& faults);
void check_annotations(const PdfFile& file, Faults& faults);
void check_metadata(const PdfFile& file, Faults& faults);
void check_structure(const PdfFile& file, const ContentFacts& facts, Faults& faults);

}  // namespace irikteu::pdf_test
