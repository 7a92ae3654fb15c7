#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "base/error.hpp"
#include "xml/document.hpp"

namespace irikteu::checks {

inline constexpr std::string_view kSchematronNamespace = "http://purl.oclc.org/dsdl/schematron";
inline constexpr std::string_view kXsltNamespace = "http://www.w3.org/1999/XSL/Transform";
inline constexpr std::string_view kFunctionsNamespace = "http://exslt.org/functions";

/// An element of a schema, with the file that it stands in.
struct SchemaElement {
    xml::Node node;
    const std::string* file = nullptr;

    bool is(std::string_view name) const { return node.is_element(name, kSchematronNamespace); }
    std::string attribute(std::string_view name) const { return std::string(node.attribute_or(name, "")); }
    bool has(std::string_view name) const { return node.attribute(name).has_value(); }
    /// The nearest xml:lang, here or above in the same file.
    std::string lang() const;
    /// "rule \"r1\"": what to call it in an error.
    std::string described() const;
    [[noreturn]] void fail(const std::string& message, base::ErrorCode code = base::ErrorCode::malformed) const;
};

/// A schema's files, read on demand; include and extends/@href are followed (ISO/IEC 19757-3, 5.4.4, 5.4.7), so that who
/// walks children() sees one schema. Not for several threads at once, unless it is whole.
class SchemaTree {
  public:
    /// Throws Error: unreadable_file, malformed.
    SchemaTree(const base::Disk& disk, const std::string& path);

    SchemaElement root() const { return root_; }
    const base::Disk& disk() const { return disk_; }
    /// Opens all files that the schema includes, directly or not, so that walking it reads none. Throws Error as walking does.
    void open_included();
    /// Whether open_included() did: then several threads may walk the tree at once.
    bool is_whole() const { return is_whole_; }
    /// Calls `visit` for every child element, of those included too; for elements of other namespaces as well.
    void children(const SchemaElement& parent, const std::function<void(const SchemaElement&)>& visit);
    /// The document element of the file that an href names, seen from the file of `reference`. Throws Error as walking does.
    SchemaElement other_file(const SchemaElement& reference);
    /// The document elements of the files read so far.
    std::vector<SchemaElement> roots() const;
    /// The files read so far, in order of reading.
    const std::vector<std::string>& files() const { return files_; }

  private:
    struct File {
        std::string path;
        xml::Document document;
    };
    SchemaElement resolve(const SchemaElement& reference);
    void open_from(const SchemaElement& element);
    File& open(const std::string& path);
    void visit_children(const SchemaElement& parent, const std::function<void(const SchemaElement&)>& visit, int depth);

    const base::Disk& disk_;
    std::map<std::string, std::unique_ptr<File>> opened_;
    std::vector<std::string> files_;
    SchemaElement root_;
    bool is_whole_ = false;
};

}  // namespace irikteu::checks
