#include "compose/persons.hpp"

#include <array>

#include "base/error.hpp"
#include "compose/composer.hpp"
#include "kazakh/letters.hpp"

namespace irikteu::compose {

namespace {

/// Attributes that name a person, by their elements' names; empty: of any element.
struct Named {
    std::string_view element, attribute;
};
constexpr std::array<Named, 4> kNamed = {{{"executor", "name"}, {"", "speaker"}, {"", "member"}, {"", "expert"}}};

void require_letters(const xml::Document& data, xml::Node where, std::string_view name) {
    if (kazakh::has_letter(name)) return;
    throw base::Error(base::ErrorCode::invalid, "the name of a person has no letters: \"" + xml::normalize_space(name) + '"', {data.source(), where.line(), 0, where.path()});
}

void look_at(const xml::Document& data, xml::Node node) {
    for (const Named& named : kNamed) {
        if (!named.element.empty() && node.name() != named.element) continue;
        if (const auto name = node.attribute(named.attribute)) require_letters(data, node, *name);
    }
    const bool is_person = node.name() == "person" || node.name() == "member";
    for (const xml::Node child : node.elements()) {
        if (child.namespace_uri() != document_namespace) continue;
        if (is_person && child.name() == "name") {
            require_letters(data, child, child.text());
            if (const auto russian = child.attribute("ru")) require_letters(data, child, *russian);
        }
        look_at(data, child);
    }
}

}  // namespace

void require_names(const xml::Document& data) { look_at(data, data.root()); }

}  // namespace irikteu::compose
