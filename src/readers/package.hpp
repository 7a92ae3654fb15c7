#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/limits.hpp"
#include "xml/document.hpp"

namespace irikteu::readers {

/// A relationship of a part (ECMA-376-2, 9.3).
struct Relationship {
    std::string id;
    std::string type;    ///< The last step of its type's URI: "styles", "header", "aFChunk" …
    std::string target;  ///< Name of a part, or the address where `external`.
    bool external = false;
};

/// An Open Packaging Conventions package: a zip, a Flat OPC document, or bare WordprocessingML, which is a package of
/// one part. Part names have no leading slash ("word/document.xml"). Parts are inflated and parsed when asked for, and
/// kept; nothing outside the package is ever reached. One thread at a time.
class Package {
  public:
    /// `bytes` must outlive the package. Throws Error as ZipArchive::open(), and malformed for broken content types.
    static Package open_zip(std::string_view bytes, const std::string& name, const Limits& limits);
    /// Flat OPC or bare WordprocessingML: any XML. Throws Error as xml::Document::parse().
    static Package open_xml(std::string_view bytes, const std::string& name, const Limits& limits);

    Package(Package&&) noexcept;
    Package& operator=(Package&&) noexcept;
    ~Package();

    /// The submitted file's name.
    const std::string& name() const;
    /// The main document's part. Throws Error(malformed) where there is none.
    std::string main_part() const;
    bool has(std::string_view part) const;
    /// All parts, sorted.
    std::vector<std::string> parts() const;
    /// Its media type, lower case; empty where none is declared.
    std::string content_type(std::string_view part) const;
    /// In document order; empty for a part that has none. "" stands for the package itself.
    /// Throws Error(malformed) for a target outside the package or a broken relationships part.
    const std::vector<Relationship>& relationships(const std::string& part) const;
    /// The part that `part` relates to by that type; nullopt where there is none or it is absent from the package.
    /// Throws Error(malformed) where a part relates to itself in this way.
    std::optional<std::string> related(const std::string& part, std::string_view type) const;
    /// The relationship of `part` that has this id and leads to another part of the package; nullptr where there is none.
    const Relationship* relationship(const std::string& part, std::string_view id) const;
    /// The part's root element, parsed on first use. Throws Error: malformed, limit_exceeded, with the part as place.
    xml::Node root(const std::string& part) const;
    /// The part's bytes as stored in a zip, or as text of a Flat OPC part.
    std::string bytes(const std::string& part) const;
    /// Whether root() was asked for that part.
    bool was_read(const std::string& part) const;
    /// Forgets a part's tree; its nodes are invalid from then on.
    void forget(const std::string& part) const;
    /// What may still be spent on a document inside this one: its limits, less what this package has cost.
    Limits remaining_limits() const;
    /// Takes what a document inside this one has cost.
    void charge(const Package& inner) const;

  private:
    struct State;
    explicit Package(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// The path that `target` means, seen from `part` (RFC 3986, 5.2); nullopt where it leaves the package.
std::optional<std::string> resolve_target(std::string_view part, std::string_view target);

}  // namespace irikteu::readers
