#include "layout/fo_tree.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/several_errors.hpp"
#include "layout/list_numbering.hpp"
#include "layout/passed_over.hpp"
#include "layout/structure.hpp"

namespace irikteu::layout {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::int64_t kTolerance = 500;  // Millipoints: what nobody sees.
constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

/// Neither XSL-FO's nor ours, as other formatters' extensions or XMP are.
bool is_foreign(std::string_view space) { return !space.empty() && space != kFoNamespace && space != kExtensionNamespace; }

/// Some words of it, whole characters.
std::string_view beginning(std::string_view text) {
    std::size_t end = std::min<std::size_t>(text.size(), 60);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

class FoTreeBuilder {
  public:
    /// Of the document, or of a marker's content: that may stand on the pages as often as it is retrieved, its ids with it.
    enum class What { document, marker };
    FoTreeBuilder(FoTree& tree, What what) : tree_(tree), structure_(tree, tree.elements_), what_(what) {}

    FoNode* root(xml::Node element) {
        if (!element || !element.is_element("root", kFoNamespace)) {
            const std::string found = !element ? "none" : xml::qualified_name(element) + (element.name() == "root" ? " of another namespace" : "");
            throw Error(ErrorCode::invalid, "the document element is " + found + ", not fo:root", {tree_.file(), element ? element.line() : 0, 0, {}});
        }
        FoNode* node = make(Object::root, nullptr, element);
        node->style = &tree_.styles_.resolve(Object::root, element, tree_.styles_.initial());
        check_attributes(*node);
        StructureElement document;
        document.type = "Document";
        tree_.elements_.push_back(std::move(document));
        node->element = 0;
        children(*node);
        complete_tables(tree_.elements_);
        return node;
    }

    /// The children of an element, below a node whose object may be another one (a marker's, where it is retrieved).
    void children_of(xml::Node element, FoNode& parent) {
        const Object own = object_of(element).value_or(Object::root);
        const bool text = takes_text(parent.object) || takes_text(own);
        // Inline content that stands beside blocks gets anonymous blocks of its own.
        const bool mixed = takes_text(own) && survey(element) == Holding::blocks;
        FoNode** end = &parent.first_child;
        FoNode* anonymous = nullptr;
        FoNode** anonymous_end = nullptr;
        LooseRow loose;
        const bool in_block = mixed && stands_in_block(parent);
        const RunScope scope(*this, parent.object == Object::block);
        xml::Node footer;  // Read last, where it is read aloud too.
        for (xml::Node child = element.first_child(); child; child = child.next_sibling()) {
            const auto kind = child.kind();
            if (kind != xml::Node::Kind::text && kind != xml::Node::Kind::element) continue;
            const bool is_text = kind == xml::Node::Kind::text;
            if (!is_text && is_passed_over(child)) continue;
            if (is_text && !text) {
                if (is_blank(child.content())) continue;
                tree_.warn(parent, "text is not allowed here, and is left out: \"" + std::string(beginning(xml::trim(child.content()))) + '"', Overflow::Kind::left_out);
                continue;
            }
            // Metadata and colour profiles of others: nothing for the pages (6.4.3, 4.2).
            const bool foreign = !is_text && is_foreign(child.namespace_uri());
            if (foreign && parent.object == Object::root && child.name() == "destination") continue;  // A name for an id, of FOP's.
            if (parent.object == Object::declarations && !is_text && (foreign || child.name() == "color-profile")) continue;
            const auto what = is_text ? Object::text : known(child);
            if (!what) continue;
            const Object object = *what;
            if (mixed && !is_text && is_split(object, child)) {
                Mixed m{end, {anonymous, anonymous_end}, {}, {}};
                if (in_block && object == Object::wrapper && run_ == Run::none) run_ = Run::wrapper;
                split_inline(child, object, parent, *parent.style, m);
                end = m.end;
                anonymous = m.anonymous.node;
                anonymous_end = m.anonymous.end;
                run_ = anonymous != nullptr ? Run::lines : Run::none;
                continue;
            }
            if (object == Object::table_footer && parent.object == Object::table && !footer) {
                footer = child;
                continue;
            }
            if (object == Object::marker) {
                // Of the parent itself, whatever stands around it.
                append(end, element_node(object, child, parent));
                continue;
            }
            if (!mixed || is_block(object, child)) {
                anonymous = nullptr;
                if (in_block && object == Object::wrapper) {
                    if (child.name() == "wrapper" && run_ == Run::none) run_ = Run::wrapper;
                } else if (in_block) {
                    if (run_ == Run::wrapper) append(end, line_of_wrapper(parent));
                    run_ = Run::none;
                }
                append(end, is_text ? text_node(child, parent) : element_node(object, child, parent, &loose));
                if (in_block && object != Object::wrapper) run_ = Run::none;
                continue;
            }
            if (is_text && anonymous == nullptr && is_blank(child.content())) continue;
            if (anonymous == nullptr) {
                anonymous = make(Object::block, &parent, {});
                anonymous->style = &tree_.styles_.anonymous(Object::block, *parent.style);
                anonymous->element = structure_.element_for(*anonymous, parent.element, Holding::inlines);
                anonymous_end = &anonymous->first_child;
                append(end, anonymous);
            }
            run_ = Run::lines;
            append(anonymous_end, is_text ? text_node(child, *anonymous) : element_node(object, child, *anonymous));
        }
        if (footer) append(end, element_node(Object::table_footer, footer, parent));
    }

  private:
    /// What a block holds in front of what comes now: to FOP a wrapper stands in a line, one of its own where it begins with a block.
    enum class Run { none, lines, wrapper };
    struct RunScope {
        RunScope(FoTreeBuilder& builder, bool begins) : run(builder.run_), outer(builder.run_), ends(begins) {
            if (begins) run = Run::none;
        }
        ~RunScope() {
            if (ends) run = outer;
        }
        Run& run;
        Run outer;
        bool ends;
    };

    static bool stands_in_block(const FoNode& parent) {
        const FoNode* place = &parent;
        while (place != nullptr && place->object == Object::wrapper) place = place->parent;
        return place != nullptr && place->object == Object::block;
    }

    FoNode* line_of_wrapper(FoNode& parent) {
        const FoNode* block = &parent;
        while (block->object == Object::wrapper) block = block->parent;
        FoNode* line = make(Object::block, &parent, {});
        line->style = &tree_.styles_.anonymous(Object::block, *block->style);
        line->element = kArtifact;
        FoNode* wrapper = make(Object::wrapper, line, {});
        wrapper->style = line->style;
        wrapper->element = kArtifact;
        line->first_child = wrapper;
        return line;
    }

    /// The row that cells without fo:table-row stand in.
    struct LooseRow {
        ElementId element = kArtifact;
        bool ended = true;
    };

    // Inlines that hold blocks: what stands among lines goes into anonymous blocks, each with the inlines around it again;
    // the blocks inherit from the innermost inline (as in FOP: 6.6.7 allows it).
    struct Filled {
        FoNode* node = nullptr;
        FoNode** end = nullptr;  // Behind its last child.
    };
    struct Mixed {
        FoNode** end;
        Filled anonymous;
        std::vector<std::pair<xml::Node, Object>> around;
        std::vector<Filled> made;  // Of `around`, in the anonymous block at hand.
    };

    static bool is_inline_box(Object object) { return object == Object::inline_ || object == Object::basic_link; }

    // A wrapper is nothing by itself: its text goes on with the lines around it, whatever blocks stand between.
    bool is_split(Object object, xml::Node element) {
        const bool wraps_lines = object == Object::wrapper && element.name() == "wrapper" && holds_lines(element);
        return (is_inline_box(object) || wraps_lines) && survey(element) == Holding::blocks;
    }

    bool holds_lines(xml::Node wrapper) {
        for (xml::Node child = wrapper.first_child(); child; child = child.next_sibling()) {
            if (child.kind() == xml::Node::Kind::text && !is_blank(child.content())) return true;
            const auto object = child.kind() == xml::Node::Kind::element && !is_passed_over(child) ? object_of(child) : std::nullopt;
            if (object && *object != Object::marker && is_inline_level(*object) && !is_block(*object, child)) return true;
        }
        return false;
    }

    void split_inline(xml::Node element, Object object, FoNode& parent, const Style& outer, Mixed& m) {
        const Style& style = tree_.styles_.resolve(object, element, outer);
        m.around.emplace_back(element, object);
        for (xml::Node child = element.first_child(); child; child = child.next_sibling()) {
            const auto kind = child.kind();
            if (kind != xml::Node::Kind::text && kind != xml::Node::Kind::element) continue;
            const bool is_text = kind == xml::Node::Kind::text;
            if (!is_text && is_passed_over(child)) continue;
            const auto object_there = is_text ? Object::text : known(child);
            if (!object_there) continue;
            const Object what = *object_there;
            if (!is_text && is_split(what, child)) {
                split_inline(child, what, parent, style, m);
                continue;
            }
            if (!is_block(what, child)) {
                if (is_text && m.anonymous.node == nullptr && is_blank(child.content())) continue;
                run_ = Run::lines;
                Filled& place = innermost(parent, m);
                append(place.end, is_text ? text_node(child, *place.node) : element_node(what, child, *place.node));
                continue;
            }
            if (run_ == Run::wrapper) append(m.end, line_of_wrapper(parent));
            run_ = Run::none;
            FoNode* wrapper = make(Object::wrapper, &parent, {});
            wrapper->style = &tree_.styles_.anonymous(Object::wrapper, style);
            wrapper->element = parent.element;
            wrapper->first_child = element_node(what, child, *wrapper);
            append(m.end, wrapper);
            m.anonymous = {};
            m.made.clear();
        }
        m.around.pop_back();
        if (m.made.size() > m.around.size()) m.made.resize(m.around.size());
    }

    Filled& innermost(FoNode& parent, Mixed& m) {
        if (m.anonymous.node == nullptr) {
            FoNode* node = make(Object::block, &parent, {});
            node->style = &tree_.styles_.anonymous(Object::block, *parent.style);
            node->element = structure_.element_for(*node, parent.element, Holding::inlines);
            append(m.end, node);
            m.anonymous = {node, &node->first_child};
            m.made.clear();
        }
        while (m.made.size() < m.around.size()) {
            Filled& place = m.made.empty() ? m.anonymous : m.made.back();
            const auto& [source, object] = m.around[m.made.size()];
            FoNode* node = make(object, place.node, source);
            check_attributes(*node);
            node->style = &tree_.styles_.resolve(object, source, *place.node->style);
            remember_references(*node);
            node->element = structure_.element_for(*node, place.node->element, Holding::inlines);
            append(place.end, node);
            m.made.push_back({node, &node->first_child});
        }
        return m.made.empty() ? m.anonymous : m.made.back();
    }

    void children(FoNode& node) {
        if (node.object == Object::instream_foreign_object) return;  // Read where it is drawn.
        if (node.object == Object::marker) return;  // Built where it is retrieved, in that place's style.
        children_of(node.source, node);
    }

    static void append(FoNode**& end, FoNode* node) {
        *end = node;
        end = &node->next;
    }

    FoNode* make(Object object, FoNode* parent, xml::Node source) {
        FoNode* node = tree_.arena_.make<FoNode>();
        node->object = object;
        node->parent = parent;
        node->source = source;
        return node;
    }

    /// What the element is; nothing for what is unknown, and refused.
    std::optional<Object> known(xml::Node element) {
        if (const auto object = object_of(element)) return object;
        const std::string name = xml::qualified_name(element);
        const bool of_xsl_fo = is_unsupported_object(element.name(), element.namespace_uri());
        tree_.faults_.add(Error(ErrorCode::unsupported, of_xsl_fo ? name + " is not supported" : "unknown formatting object " + name, {tree_.file(), element.line(), 0, {}}));
        return std::nullopt;
    }

    FoNode* text_node(xml::Node source, FoNode& parent) {
        FoNode* node = make(Object::text, &parent, source);
        node->style = parent.style;
        node->text = source.content();
        node->element = parent.element;
        return node;
    }

    FoNode* element_node(Object object, xml::Node source, FoNode& parent, LooseRow* loose = nullptr) {
        FoNode* node = make(object, &parent, source);
        if (object == Object::document || object == Object::attachment) {
            node->style = parent.style;
            return node;
        }
        check_attributes(*node);
        node->style = &tree_.styles_.resolve(object, source, *parent.style);
        remember_references(*node);
        const Holding held = object == Object::block || object == Object::wrapper ? survey(source) : Holding::nothing;
        node->element = structure_.element_for(*node, structure_parent(*node, parent, loose), held);
        children(*node);
        if (object == Object::list_item_label) note_numbering(*node);
        return node;
    }

    /// By a list's first label readers are told how it is numbered (ISO 14289-1, 7.6).
    void note_numbering(const FoNode& label) {
        const ElementId item = label.element == kArtifact ? kArtifact : tree_.elements_[label.element].parent;
        if (item == kArtifact || tree_.elements_[label.element].type != "Lbl" || tree_.elements_[item].parent == kArtifact) return;
        StructureElement& list = tree_.elements_[tree_.elements_[item].parent];
        if (list.type != "L") return;
        if (list.numbering == StructureElement::Numbering::none) list.numbering = list_numbering(label.source.text());
    }

    ElementId structure_parent(const FoNode& node, const FoNode& parent, LooseRow* loose) {
        if (node.object != Object::table_cell || parent.object == Object::table_row || loose == nullptr || parent.element == kArtifact) return parent.element;
        if (loose->ended || node.style->starts_row) loose->element = structure_.add("TR", parent.element);
        loose->ended = node.style->ends_row;
        return loose->element;
    }

    // 7.30.8: no two objects have the same id. An inline that blocks split is still one. What cites it means the first, as in FOP's relaxed validation.
    void check_id(const FoNode& node) {
        if (what_ == What::marker || node.id.empty()) return;
        const auto [first, fresh] = ids_.emplace(node.id, node.source);
        if (fresh || first->second == node.source) return;
        tree_.warn(node, "has the id \"" + std::string(node.id) + "\", as " + std::string(name_of(object_of(first->second).value_or(Object::block))) + " in line " +
                             std::to_string(first->second.line()) + " has: that one is meant by it");
    }

    void check_attributes(FoNode& node) {
        for (const xml::Node a : node.source.attributes()) {
            const std::string_view space = a.namespace_uri();
            const std::string_view name = a.name();
            if (space.empty()) {
                if (name == "id") {
                    node.id = a.content();
                    check_id(node);
                }
                if (name == "role" || name == "language") node.extended = true;
                continue;
            }
            node.extended = true;
            if (space == kXmlNamespace || is_foreign(space)) continue;  // XSL 1.1, 2.2: what is not ours to judge changes nothing.
            if (space != kExtensionNamespace || (name != "role" && name != "alt" && name != "scope" && name != "title")) {
                tree_.refuse(ErrorCode::unsupported, node, "unknown attribute " + std::string(a.prefix()) + ":" + std::string(name));
            }
        }
    }

    std::optional<Object> object_of(xml::Node element) { return names_.find(element.name(), element.namespace_uri()); }

    // A fo:wrapper is whatever it holds.
    bool is_block(Object object, xml::Node element) {
        const bool looks_inside = object == Object::wrapper || is_inline_box(object);
        return is_block_level(object) || (looks_inside && survey(element) == Holding::blocks);
    }

    Holding survey(xml::Node element) {
        Holding held = Holding::nothing;
        for (xml::Node child = element.first_child(); child; child = child.next_sibling()) {
            const auto kind = child.kind();
            if (kind == xml::Node::Kind::text) {
                if (held == Holding::nothing && !is_blank(child.content())) held = Holding::inlines;
                continue;
            }
            if (kind != xml::Node::Kind::element) continue;
            const auto object = object_of(child);
            if (!object || is_passed_over(child)) continue;
            if (is_block(*object, child)) return Holding::blocks;
            if (is_inline_level(*object) || *object == Object::wrapper) held = Holding::inlines;
        }
        return held;
    }

    void remember_references(const FoNode& node) {
        switch (node.object) {
            case Object::page_number_citation:
            case Object::page_number_citation_last:
            case Object::basic_link:
            case Object::bookmark: tree_.references_.push_back(&node); break;
            case Object::marker: tree_.has_markers_ = true; break;
            case Object::footnote:
                tree_.has_footnotes_ = true;
                for (const FoNode* at = node.parent; at != nullptr && !tree_.has_header_footnotes_; at = at->parent) tree_.has_header_footnotes_ = at->object == Object::table_header;
                break;
            default: break;
        }
    }

    FoTree& tree_;
    Structure structure_;
    Run run_ = Run::none;
    ObjectNames names_;
    What what_;
    std::unordered_map<std::string_view, xml::Node> ids_;
};

FoTree::FoTree(const xml::Document& document, FontSource& fonts, std::vector<StructureElement>& elements, ReportOverflow report)
    : elements_(elements), styles_(fonts, document.source(), report, faults_), report_overflow_(std::move(report)) {
    faults_.gather();
    try {
        root_ = FoTreeBuilder(*this, FoTreeBuilder::What::document).root(document.root());
    } catch (const base::SeveralErrors&) {
        throw;
    } catch (const Error& fault) {  // What can't be gone on from is the last.
        faults_.add(fault);
    }
    faults_.end();
}

void FoTree::build_marker(const FoNode& marker, FoNode& place) {
    FoTreeBuilder(*this, FoTreeBuilder::What::marker).children_of(marker.source, place);
}

base::SourcePosition FoTree::position(const FoNode& node) const {
    const FoNode* n = &node;
    while (!n->source && n->parent != nullptr) n = n->parent;
    return {file(), n->source ? n->source.line() : 0, 0, {}};
}

void FoTree::warn(const FoNode& node, std::string_view what, Overflow::Kind kind) const {
    if (!report_overflow_) return;
    std::string text = std::string(name_of(node.object)) + ": " + std::string(what);
    auto where = position(node);
    if (reported_.emplace(where.line, text).second) report_overflow_({std::move(where), std::move(text), kind});
}

void FoTree::overflows(const FoNode& node, std::int64_t by, Overflow::Kind kind, std::string_view what) const {
    if (!report_overflow_ || by <= kTolerance) return;
    std::string text = std::string(name_of(node.object)) + ": " + std::string(what);
    auto where = position(node);
    if (!reported_.emplace(where.line, text).second) return;
    const std::int64_t tenths = (by + 50) / 100;
    report_overflow_({std::move(where), text + " by " + std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " pt", kind});
}

void FoTree::refuse(ErrorCode code, const FoNode& node, std::string message) const {
    faults_.add(Error(code, std::string(name_of(node.object)) + ": " + message, position(node)));
}

void FoTree::fail(ErrorCode code, const FoNode& node, std::string message) const {
    throw Error(code, std::string(name_of(node.object)) + ": " + message, position(node));
}

}  // namespace irikteu::layout
