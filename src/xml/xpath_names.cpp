#include <algorithm>

#include "xml/xpath_axes.hpp"
#include "xml/xpath_evaluator.hpp"

namespace irikteu::xml::xpath {

namespace {

constexpr unsigned kWorthIndexing = 2;  ///< From the second step on that goes through all below a node of the document.

/// The first element in document order behind all that lies below a node.
const xmlNode* next_element_behind(xmlNode* node) {
    xmlNode* next = after_subtree(node, nullptr);
    while (next != nullptr && next->type != XML_ELEMENT_NODE) next = after_subtree(next, nullptr);
    return next;
}

}  // namespace

/// All elements of a document by their local names.
class Evaluator::ElementsByName {
  public:
    explicit ElementsByName(const xmlDoc* document) {
        auto* const top = reinterpret_cast<xmlNode*>(const_cast<xmlDoc*>(document));
        Met last;
        visit_axis(Axis::descendant, top, [&](xmlNode* node) {
            ++visited_;
            if (node->type != XML_ELEMENT_NODE) return false;
            in_order_ = in_order_ && place_of(node) != 0;
            // A document's names are mostly kept once.
            Met& met = met_[reinterpret_cast<std::uintptr_t>(node->name) / 8 % met_.size()];
            if (met.name != node->name) met = {node->name, &by_name_[reinterpret_cast<const char*>(node->name)]};
            met.elements->push_back(node);
            return !in_order_;
        });
    }
    /// Whether each has its place.
    bool is_complete() const { return in_order_; }
    std::size_t visited() const { return visited_; }

    /// Those whose places are from `first` on and before `end`.
    std::span<xmlNode* const> between(const std::string& name, std::ptrdiff_t first, std::ptrdiff_t end) {
        const std::vector<xmlNode*>* const found = by_name_.find(name);
        if (found == nullptr) return {};
        const auto before = [](const xmlNode* node, std::ptrdiff_t place) { return place_of(node) < place; };
        const auto begin = std::lower_bound(found->begin(), found->end(), first, before);
        return {begin, std::lower_bound(begin, found->end(), end, before)};
    }

  private:
    struct Met {
        const xmlChar* name = nullptr;
        std::vector<xmlNode*>* elements = nullptr;
    };
    QuickNames<std::vector<xmlNode*>> by_name_;
    std::array<Met, 64> met_{};
    std::size_t visited_ = 0;
    bool in_order_ = true;
};

std::optional<std::span<xmlNode* const>> Evaluator::below(const Step& step, xmlNode* node) {
    if (node->doc != document_ || (node->type != XML_ELEMENT_NODE && node->type != XML_DOCUMENT_NODE)) return std::nullopt;
    if (++descents_ < kWorthIndexing) return std::nullopt;
    if (!elements_) {
        elements_ = std::make_shared<ElementsByName>(document_);
        work(elements_->visited());
    }
    if (!elements_->is_complete()) return std::nullopt;
    std::ptrdiff_t first = 0, end = PTRDIFF_MAX;
    if (node->type == XML_ELEMENT_NODE) {
        first = place_of(node);
        if (first == 0) return std::nullopt;
        if (step.axis == Axis::descendant) ++first;
        if (const xmlNode* const behind = next_element_behind(node)) end = place_of(behind);
    }
    return elements_->between(step.test.name, first, end);
}

}  // namespace irikteu::xml::xpath
