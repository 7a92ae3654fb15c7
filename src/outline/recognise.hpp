#pragma once

#include <string>
#include <vector>

#include "act/act.hpp"
#include "outline/blocks.hpp"
#include "xml/node.hpp"

namespace irikteu::outline {

/// What a paper is, by its content whatever its file is called: a document_kind of dossier.xsd, "attachment" where it is
/// nothing that the act asks for. A form is known by its captions; any other paper by the title at its head (of several
/// phrases of the act's parts the first one, and of those in the same lines the longest), and one without a title by
/// its sections. So a concept's structure under a strategy's title is a strategy.
std::string recognise(xml::Node text, const act::Act& act, const Wording& wording);

/// Whether a text is that kind of paper by what it holds: its form, its table, most of its sections; whatever its title says.
bool is_by_content(xml::Node text, std::string_view kind, const act::Act& act, const Wording& wording);

/// How many captions and printed texts of an appendix's form a text has.
int form_traces(xml::Node text, xml::Node appendix, const Wording& wording);

/// Words by which a title names a part of a dossier.
struct Phrase {
    std::string part;
    std::string key;
};

/// kind_by_title() for many titles.
class KindsByTitle {
  public:
    explicit KindsByTitle(const act::Act& act);
    std::string of(const std::string& title) const;

  private:
    std::vector<Phrase> phrases_;
};

/// The kind that a title names; "attachment" where it names none.
std::string kind_by_title(const std::string& title, const act::Act& act);

/// The same of an entry of an inventory, which may name a paper more briefly than its title would: by what stands before
/// its first parenthesis, comma or dash and ends in the words of an `entry` of the act's parts.
std::string kind_of_entry(const std::string& title, const act::Act& act);

}  // namespace irikteu::outline
