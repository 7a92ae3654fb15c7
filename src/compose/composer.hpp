#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "act/act.hpp"
#include "base/disk.hpp"
#include "xml/document.hpp"

namespace irikteu::compose {

inline constexpr std::string_view document_namespace = "urn:irikteu:document:1";

/// Fills an act's document templates: from a document's data (templates/schema/document.xsd) to XSL-FO.
/// A kind is a document of act.xml whose template exists, or else a file documents/KIND.xsl in the act's folder.
/// Templates and the schema are compiled at their first use and kept; several threads may compose at once.
class Composer {
  public:
    /// Borrows both; they must outlive the composer. Reads only the folder's list. `house_style` is the path of a
    /// stylesheet whose parameters, attribute sets and templates take precedence over those of templates/style and of
    /// the act. It reads files of its own folder and of the templates' folder, and no others. Empty: none. A setting of the act
    /// does not reach a parameter that it defines. Throws Error(unreadable_file) where the act has no folder documents/
    /// or the house style cannot be read.
    Composer(const base::Disk& disk, const act::Act& act, std::string house_style = {});
    ~Composer();
    Composer(const Composer&) = delete;
    Composer& operator=(const Composer&) = delete;

    /// Every kind that can be composed, sorted.
    std::vector<std::string> kinds() const;

    /// The XSL-FO document of that kind from `data`, whose root element is urn:irikteu:document:1 "document" of the
    /// same kind. Settings of the act whose ids begin with "document." reach the templates as parameters:
    /// "document.margin.left" as margin-left. Nothing but data, act and templates has an influence on the result.
    /// Throws Error: usage for an unknown kind (its message lists the kinds) or data of another kind; invalid, with
    /// line and place, where the data break their schema, and where a template refuses them; malformed for a template.
    xml::Document compose(std::string_view kind, const xml::Document& data) const;

    /// Whether a document of that kind may show elements of that name below the competition's root: what its templates, those they import and the house
    /// style name nowhere, it says nothing of. Says yes rather than no. Throws Error(usage) for an unknown kind.
    bool may_show(std::string_view kind, const std::string& name) const;

    /// The kind that is the form or the finished paper of that appendix, "1" … "6". Throws Error(usage) where there is none.
    std::string kind_of_appendix(std::string_view appendix) const;

    /// That appendix as a blank for a word processor: Flat OPC, for word_package(). Made from act.xml by blanks/word.xsl.
    /// Throws as compose() does.
    xml::Document blank_for_word(std::string_view appendix) const;

  private:
    struct Template;
    struct State;
    const Template& find(std::string_view kind) const;
    void compile(const Template& entry) const;
    void validate(const xml::Document& data) const;

    const base::Disk& disk_;
    const act::Act& act_;
    std::string house_style_;
    std::map<std::string, std::unique_ptr<Template>, std::less<>> templates_;
    std::unique_ptr<State> state_;
};

}  // namespace irikteu::compose
