#include "layout/formatter.hpp"

#include <utility>

#include "base/error.hpp"
#include "layout/document_data.hpp"
#include "layout/fo_tree.hpp"
#include "layout/page_sequence.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

const FoNode* child_of(const FoNode& node, Object object) {
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        if (child->object == object) return child;
    }
    return nullptr;
}

const FoNode* next_sequence(const FoNode* node) {
    while (node != nullptr && node->object != Object::page_sequence) node = node->next;
    return node;
}

void check_root(const FoTree& tree, const FoNode& root) {
    for (const FoNode* child = root.first_child; child != nullptr; child = child->next) {
        switch (child->object) {
            case Object::layout_master_set:
            case Object::declarations:
            case Object::bookmark_tree:
            case Object::page_sequence: break;
            default: tree.fail(ErrorCode::invalid, *child, "is not allowed in fo:root");
        }
    }
}

}  // namespace

Pages format(const xml::Document& fo, FontSource& fonts, const FormatOptions& options) {
    Pages pages;
    format(fo, fonts, options, pages);
    return pages;
}

namespace {

void format(const xml::Document& fo, FontSource& fonts, const FormatOptions& options, Pages& pages, const ReportOverflow& report) {
    FoTree tree(fo, fonts, pages.elements, report);
    const FoNode& root = tree.root();
    check_root(tree, root);
    const FoNode* set = child_of(root, Object::layout_master_set);
    if (set == nullptr) tree.fail(ErrorCode::invalid, root, "has no fo:layout-master-set");
    if (next_sequence(root.first_child) == nullptr) tree.fail(ErrorCode::invalid, root, "has no fo:page-sequence");
    const std::string presumed = std::exchange(pages.metadata.language, {});
    read_declarations(tree, root, options.load_attachment ? options.load_attachment : options.load_image, pages);
    const std::string language = pages.metadata.language;
    if (language.empty()) pages.metadata.language = presumed;
    const PageMasters masters(tree, *set);
    References references(tree);
    TextShaper shaper(fonts);
    Graphics graphics(tree, options.load_image, pages.images);
    ListBuilder lists(tree, shaper, graphics, references);
    lists.set_language(language);
    Filler filler(tree.arena());
    Painter painter(tree, shaper, graphics, references, pages);
    PageSequences sequences(tree, masters, lists, filler, painter, references, pages);
    painter.set_labels([&sequences](std::uint32_t page) { return sequences.label(page); });
    sequences.hand_over(options.take_page);
    for (const FoNode* s = next_sequence(root.first_child); s != nullptr;) {
        const FoNode* next = next_sequence(s->next);
        sequences.add(*s, next);
        s = next;
    }
    if (!root.id.empty()) {
        references.place(root.id, 0, {}, {});
        references.place(root.id, static_cast<std::uint32_t>(pages.pages.size() - 1), {}, {});
    }
    painter.finish_late_lines();
    sequences.hand_over_finished();
    add_destinations(tree, root, references, pages);
}

}  // namespace

void format(const xml::Document& fo, FontSource& fonts, const FormatOptions& options, Pages& pages) {
    if (!options.overflow) return format(fo, fonts, options, pages, {});
    OverflowLimit limit(fo.source(), options.overflow);
    try {
        format(fo, fonts, options, pages, [&limit](const Overflow& overflow) { limit.say(overflow); });
    } catch (...) {
        limit.say_the_rest();  // In front of what it is refused for.
        throw;
    }
    limit.say_the_rest();
}

}  // namespace irikteu::layout
