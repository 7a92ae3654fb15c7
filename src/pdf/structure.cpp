#include "pdf/structure.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "pdf/syntax.hpp"
#include "pdf/trees.hpp"

namespace irikteu::pdf {

namespace {

using layout::ElementId;
using layout::kArtifact;
using layout::StructureElement;

constexpr std::size_t kNever = SIZE_MAX;

/// Values grouped by element: those of element e are values[start[e]] … values[start[e + 1] - 1], in their former order.
template <class Value>
class Grouped {
  public:
    template <class Source, class Key, class Make>
    Grouped(std::size_t groups, const Source& source, Key key, Make make) : start_(groups + 1) {
        for (std::size_t i = 0; i < source.size(); ++i) {
            if (const auto k = key(source[i]); k != kArtifact) ++start_[k + 1];
        }
        for (std::size_t g = 0; g < groups; ++g) start_[g + 1] += start_[g];
        values_.resize(start_[groups]);
        auto next = start_;
        for (std::size_t i = 0; i < source.size(); ++i) {
            if (const auto k = key(source[i]); k != kArtifact) values_[next[k]++] = make(i);
        }
    }
    const Value* begin(std::size_t group) const { return values_.data() + start_[group]; }
    const Value* end(std::size_t group) const { return values_.data() + start_[group + 1]; }

  private:
    std::vector<std::size_t> start_;
    std::vector<Value> values_;
};

/// Types that say nothing where they have no content: a link without an annotation is none (ISO 14289-1, 7.18.5). Cells, items and headings keep their
/// places in what they are part of.
bool says_nothing_empty(const StructureElement& element) {
    static constexpr std::string_view kTypes[] = {"Link", "P", "Span", "Div", "Quote", "Code", "Reference", "BibEntry"};
    return std::find(std::begin(kTypes), std::end(kTypes), std::string_view(element.type)) != std::end(kTypes);
}

class StructureWriter {
  public:
    StructureWriter(const layout::Pages& pages, const ContentMap& map, const std::vector<Reference>& page_objects, Objects& objects)
        : pages_(pages),
          map_(map),
          page_objects_(page_objects),
          objects_(objects),
          children_(pages.elements.size(), pages.elements, [](const StructureElement& e) { return e.parent; },
                    [](std::size_t i) { return static_cast<ElementId>(i); }),
          contents_(pages.elements.size(), map.contents, [](const ElementContent& c) { return c.element; }, [](std::size_t i) { return i; }),
          first_content_(pages.elements.size(), kNever) {
        for (std::size_t i = map.contents.size(); i-- > 0;) first_content_[map.contents[i].element] = i;
        for (std::size_t e = pages.elements.size(); e-- > 1;) {
            auto& parent = first_content_[pages.elements[e].parent];
            parent = std::min(parent, first_content_[e]);
        }
        find_left_out();
    }

    Reference write() {
        root_ = objects_.reserve();
        first_element_ = objects_.reserve(pages_.elements.size() - left_out_.size());
        std::string value;
        for (ElementId e = 0; e < pages_.elements.size(); ++e) {
            if (is_left_out(e)) continue;
            value.clear();
            append_element(value, e);
            objects_.fill(object_of(e), value);
        }
        std::string root = "<</Type/StructTreeRoot/K ";
        append_reference(root, object_of(0));
        root += "/ParentTree ";
        append_reference(root, write_parent_tree());
        root += "/ParentTreeNextKey ";
        append_integer(root, static_cast<std::int64_t>(pages_.pages.size() + map_.annotations.size()));
        append_id_tree(root);
        objects_.fill(root_, root + ">>");
        return root_;
    }

  private:
    Reference object_of(ElementId element) const {
        const auto before = std::lower_bound(left_out_.begin(), left_out_.end(), element) - left_out_.begin();
        return {first_element_.number + element - static_cast<std::uint32_t>(before)};
    }

    bool is_left_out(ElementId element) const { return !left_out_.empty() && std::binary_search(left_out_.begin(), left_out_.end(), element); }

    /// What says nothing, and holds nothing that does.
    void find_left_out() {
        std::vector<bool> holds(pages_.elements.size());
        for (std::size_t e = pages_.elements.size(); e-- > 1;) {
            const auto& element = pages_.elements[e];
            if (holds[e] || first_content_[e] != kNever || !says_nothing_empty(element)) holds[element.parent] = true;
            else left_out_.push_back(static_cast<ElementId>(e));
        }
        std::reverse(left_out_.begin(), left_out_.end());
    }

    void append_element(std::string& out, ElementId id) {
        const auto& element = pages_.elements[id];
        out += "<</S";
        append_name(out, element.type);
        out += "/P ";
        append_reference(out, id == 0 ? root_ : object_of(element.parent));
        const auto text = [&](const char* key, const std::string& value) {
            if (value.empty()) return;
            out += key;
            append_readable_string(out, value);
        };
        text("/T", element.title);
        text("/Alt", element.alternative);
        text("/ActualText", element.actual_text);
        text("/Lang", element.language);
        if (const std::string& own = element.id; !own.empty()) {
            out += "/ID";
            append_text_string(out, own);
        }
        append_attributes(out, id);
        append_kids(out, id);
        out += ">>";
    }

    void append_attributes(std::string& out, ElementId id) {
        const auto& element = pages_.elements[id];
        std::string table;
        switch (element.scope) {
            case StructureElement::Scope::none: break;
            case StructureElement::Scope::column: table += "/Scope/Column"; break;
            case StructureElement::Scope::row: table += "/Scope/Row"; break;
            case StructureElement::Scope::both: table += "/Scope/Both"; break;
        }
        if (element.column_span != 1) table += "/ColSpan " + std::to_string(element.column_span);
        if (element.row_span != 1) table += "/RowSpan " + std::to_string(element.row_span);
        static constexpr const char* kNumberings[] = {"", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"};
        const bool numbered = element.numbering != StructureElement::Numbering::none;
        const auto first = first_content_[id];
        const bool bounded = element.bounds && first != kNever;
        if (table.empty() && !bounded && !numbered) return;
        out += "/A[";
        if (!table.empty()) out += "<</O/Table" + table + ">>";
        if (numbered) out += std::string("<</O/List/ListNumbering/") + kNumberings[static_cast<std::size_t>(element.numbering)] + ">>";
        if (bounded) {
            out += "<</O/Layout/Placement/Block/BBox";
            append_rectangle(out, *element.bounds, pages_.pages[map_.contents[first].page].height);
            out += ">>";
        }
        out += ']';
    }

    /// Child elements in document order, with the element's own content before the first child that begins after it.
    void append_kids(std::string& out, ElementId id) {
        const auto* child = children_.begin(id);
        const auto* const last_child = children_.end(id);
        const auto* content = contents_.begin(id);
        const auto* const last_content = contents_.end(id);
        const auto kept_children = left_out_.empty() ? last_child - child : std::count_if(child, last_child, [this](ElementId e) { return !is_left_out(e); });
        const auto count = kept_children + (last_content - content);
        if (count == 0) return;
        if (content != last_content) {
            page_ = map_.contents[*content].page;
            out += "/Pg ";
            append_reference(out, page_objects_[page_]);
        }
        out += "/K";
        if (count > 1) out += '[';
        bool first = true;
        const auto separate = [&](bool needed) {
            if (needed) out += ' ';
            first = false;
        };
        while (child != last_child || content != last_content) {
            if (child != last_child && is_left_out(*child)) {
                ++child;
                continue;
            }
            const bool own = content != last_content && (child == last_child || *content < first_content_[*child]);
            if (own) {
                append_content(out, map_.contents[*content++], count == 1 || !first);
                first = false;
            } else {
                separate(count == 1 || !first);
                append_reference(out, object_of(*child++));
            }
        }
        if (count > 1) out += ']';
    }

    void append_content(std::string& out, const ElementContent& content, bool space) {
        if (content.object == 0 && content.page == page_) {
            if (space) out += ' ';
            append_integer(out, content.mcid);
            return;
        }
        out += content.object == 0 ? "<</Type/MCR" : "<</Type/OBJR";
        if (content.object != 0) {
            out += "/Obj ";
            append_reference(out, {content.object});
        }
        if (content.page != page_) {
            out += "/Pg ";
            append_reference(out, page_objects_[content.page]);
        }
        if (content.object == 0) {
            out += "/MCID ";
            append_integer(out, content.mcid);
        }
        out += ">>";
    }

    Reference write_parent_tree() {
        std::vector<std::string> values;
        for (const auto& page : map_.pages) {
            std::string value = "[";
            for (std::size_t i = 0; i < page.marked.size(); ++i) {
                if (i > 0) value += ' ';
                append_reference(value, object_of(page.marked[i]));
            }
            values.push_back(value + "]");
        }
        for (const auto& annotation : map_.annotations) {
            std::string value(" ");
            if (annotation.element == kArtifact) {
                value += "null";
            } else {
                append_reference(value, object_of(annotation.element));
            }
            values.push_back(std::move(value));
        }
        return write_number_tree(values, objects_);
    }

    void append_id_tree(std::string& root) {
        std::map<std::string, std::string> ids;
        for (ElementId e = 0; e < pages_.elements.size(); ++e) {
            const auto& id = pages_.elements[e].id;
            if (id.empty() || is_left_out(e)) continue;
            if (!ids.emplace(id, to_string(object_of(e))).second) throw std::logic_error("two structure elements have the id " + id.str());
        }
        if (ids.empty()) return;
        root += "/IDTree ";
        append_reference(root, write_name_tree(ids, objects_));
    }

    const layout::Pages& pages_;
    const ContentMap& map_;
    const std::vector<Reference>& page_objects_;
    Objects& objects_;
    Grouped<ElementId> children_;
    Grouped<std::size_t> contents_;
    std::vector<std::size_t> first_content_;  ///< Index of the element's or its descendants' first content.
    std::vector<ElementId> left_out_;         ///< Elements that are not written, in order.
    Reference root_, first_element_;
    std::uint32_t page_ = 0;  ///< /Pg of the element at hand.
};

}  // namespace

void require_structure(const layout::Pages& pages) {
    const auto& elements = pages.elements;
    if (elements.empty() || elements[0].type != "Document" || elements[0].parent != kArtifact) {
        throw std::logic_error("the structure has no root Document");
    }
    for (std::size_t i = 1; i < elements.size(); ++i) {
        if (elements[i].parent >= i) throw std::logic_error("a structure element stands before its parent");
    }
}

Reference write_structure(const layout::Pages& pages, const ContentMap& map, const std::vector<Reference>& page_objects, Objects& objects) {
    return StructureWriter(pages, map, page_objects, objects).write();
}

}  // namespace irikteu::pdf
