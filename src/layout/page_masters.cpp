#include "layout/page_masters.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

constexpr std::int64_t kA4Width = 595'276;
constexpr std::int64_t kA4Height = 841'890;

struct KindOfRegion {
    Object object;
    RegionKind kind;
    std::string_view default_name;
};
constexpr KindOfRegion kRegions[] = {{Object::region_body, kBody, "xsl-region-body"},
                                     {Object::region_before, kRegionBefore, "xsl-region-before"},
                                     {Object::region_after, kRegionAfter, "xsl-region-after"},
                                     {Object::region_start, kRegionStart, "xsl-region-start"},
                                     {Object::region_end, kRegionEnd, "xsl-region-end"}};

// "no-limit" and absence: without end.
std::size_t repeats(const FoTree& tree, const FoNode& node) {
    const std::string_view text = node.attribute("maximum-repeats");
    std::size_t count = 0;
    if (text.empty() || text == "no-limit") return static_cast<std::size_t>(-1);
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (fault != std::errc{} || end != text.data() + text.size()) tree.fail(ErrorCode::invalid, node, "maximum-repeats must be a number");
    return count;
}

}  // namespace

PageMasters::PageMasters(const FoTree& tree, const FoNode& set) : tree_(tree) {
    for (const FoNode* child = set.first_child; child != nullptr; child = child->next) {
        const std::string name(child->attribute("master-name"));
        if (name.empty()) tree.fail(ErrorCode::invalid, *child, "has no master-name");
        if (masters_.count(name) + sequences_.count(name) > 0) tree.fail(ErrorCode::invalid, *child, "master-name \"" + name + "\" is taken");
        if (child->object == Object::simple_page_master) {
            read_page_master(*child);
        } else if (child->object == Object::page_sequence_master) {
            sequences_.emplace(name, child);
        } else {
            tree.fail(ErrorCode::invalid, *child, "is not allowed in fo:layout-master-set");
        }
    }
}

void PageMasters::read_page_master(const FoNode& node) {
    PageMaster master;
    master.node = &node;
    const Style& s = *node.style;
    master.width = s.page_width ? s.page_width->fixed : kA4Width;
    master.height = s.page_height ? s.page_height->fixed : kA4Height;
    master.turn = s.turn;
    if (master.turn % 2 != 0) std::swap(master.width, master.height);
    // ISO 32000-1, Annex C, and ISO 19005-3, 6.1.13.
    const auto fits = [](auto side) { return side >= 3'000 && side <= 14'400'000; };
    if (!fits(master.width) || !fits(master.height)) tree_.fail(ErrorCode::unsupported, node, "a page's sides must measure from 3 to 14400 points");
    for (const FoNode* child = node.first_child; child != nullptr; child = child->next) {
        const auto* kind = std::find_if(std::begin(kRegions), std::end(kRegions),
                                        [&](const KindOfRegion& k) { return k.object == child->object; });
        if (kind == std::end(kRegions)) tree_.fail(ErrorCode::invalid, *child, "is not allowed in fo:simple-page-master");
        Region& region = master.regions[kind->kind];
        region.node = child;
        region.name = child->attribute("region-name");
        if (region.name.empty()) region.name = kind->default_name;
        region.columns = child->style->column_count;
    }
    if (master.regions[kBody].node == nullptr) tree_.fail(ErrorCode::invalid, node, "has no fo:region-body");
    place_regions(master);
    masters_.emplace(std::string(node.attribute("master-name")), master);
}

bool PageMasters::has_region(std::string_view name) const {
    return std::any_of(masters_.begin(), masters_.end(), [&](const auto& master) {
        const auto& regions = master.second.regions;
        return std::any_of(std::begin(regions), std::end(regions), [&](const Region& region) { return region.node != nullptr && region.name == name; });
    });
}

// The page's margins are the paper's, whatever way its content is turned (as in FOP); here they are as the content has them.
static std::array<std::int64_t, 4> page_margins(const Style& page, const PageMaster& master) {
    std::array<std::int64_t, 4> m{};
    for (const Edge edge : {kBefore, kAfter}) m[edge] = page.margin[edge].of(master.page_height());
    for (const Edge edge : {kStart, kEnd}) m[edge] = page.margin[edge].of(master.page_width());
    for (int quarter = 0; quarter < master.turn; ++quarter) m = {m[kStart], m[kEnd], m[kAfter], m[kBefore]};
    return m;
}

// XSL-FO 1.1, 6.4.13 to 6.4.18: the page's margins, then the body's; the side regions lie along the page's margins.
void PageMasters::place_regions(PageMaster& master) {
    const Style& page = *master.node->style;
    const auto margins = page_margins(page, master);
    const std::int64_t left = margins[kStart];
    const std::int64_t top = margins[kBefore];
    const std::int64_t width = master.width - left - margins[kEnd];
    const std::int64_t height = master.height - top - margins[kAfter];
    Region& body = master.regions[kBody];
    const Style& b = *body.node->style;
    // Percentages are of the page, as FOP has them.
    const std::int64_t body_left = b.margin[kStart].of(master.width) + b.border_and_padding(kStart);
    const std::int64_t body_top = b.margin[kBefore].of(master.height) + b.border_and_padding(kBefore);
    body.x = left + body_left;
    body.y = top + body_top;
    body.width = width - body_left - b.margin[kEnd].of(master.width) - b.border_and_padding(kEnd);
    body.height = height - body_top - b.margin[kAfter].of(master.height) - b.border_and_padding(kAfter);
    body.gap = b.column_gap.of(body.width);
    if (body.width <= 0 || body.height <= 0) tree_.fail(ErrorCode::invalid, *body.node, "has no room within the page's margins");
    const auto extent = [&](RegionKind kind, std::int64_t base) {
        const FoNode* node = master.regions[kind].node;
        return node != nullptr && node->style->extent ? node->style->extent->of(base) : 0;
    };
    const auto precedence = [&](RegionKind kind) {
        const FoNode* node = master.regions[kind].node;
        return node != nullptr && node->style->precedence == Toggle::yes;
    };
    const std::int64_t before = extent(kRegionBefore, master.height);
    const std::int64_t after = extent(kRegionAfter, master.height);
    const std::int64_t start = extent(kRegionStart, master.width);
    const std::int64_t end = extent(kRegionEnd, master.width);
    const auto across = [&](RegionKind kind, std::int64_t y, std::int64_t h) {
        Region& r = master.regions[kind];
        if (r.node == nullptr) return;
        const bool full = precedence(kind);
        r.x = left + (full ? 0 : start);
        r.width = width - (full ? 0 : start + end);
        r.y = y;
        r.height = h;
    };
    across(kRegionBefore, top, before);
    across(kRegionAfter, top + height - after, after);
    const auto along = [&](RegionKind kind, std::int64_t x, std::int64_t w) {
        Region& r = master.regions[kind];
        if (r.node == nullptr) return;
        const std::int64_t above = precedence(kRegionBefore) ? before : 0;
        const std::int64_t below = precedence(kRegionAfter) ? after : 0;
        r.x = x;
        r.width = w;
        r.y = top + above;
        r.height = height - above - below;
    };
    along(kRegionStart, left, start);
    along(kRegionEnd, left + width - end, end);
    for (Region& r : master.regions) {
        if (r.node == nullptr) continue;
        r.turn = r.node->style->turn;
        if (r.turn % 2 != 0) std::swap(r.width, r.height);
    }
    body.gap = b.column_gap.of(body.width);
}

const PageMaster& PageMasters::simple(const FoNode& user, std::string_view name) const {
    const auto found = masters_.find(name);
    if (found == masters_.end()) tree_.fail(ErrorCode::invalid, user, "there is no page master \"" + std::string(name) + '"');
    return found->second;
}

bool PageMasters::fits(const FoTree& tree, const FoNode& c, const PageKind& kind) {
    const std::string_view position = c.attribute("page-position");
    const std::string_view parity = c.attribute("odd-or-even");
    const std::string_view blank = c.attribute("blank-or-not-blank");
    if (position == "first") {
        if (!kind.first) return false;
    } else if (position == "last") {
        if (!kind.last) return false;
    } else if (position == "only") {
        if (!kind.only) return false;
    } else if (position == "rest") {
        if (kind.first || kind.last) return false;
    } else if (!position.empty() && position != "any") {
        tree.fail(ErrorCode::unsupported, c, "page-position=\"" + std::string(position) + '"');
    }
    if ((parity == "odd" && !kind.odd) || (parity == "even" && kind.odd)) return false;
    return !((blank == "blank" && !kind.blank) || (blank == "not-blank" && kind.blank));
}

const PageMaster& PageMasters::choose(const FoNode& page_sequence, std::size_t index, const PageKind& kind) const {
    const std::string_view reference = page_sequence.attribute("master-reference");
    const auto found = sequences_.find(reference);
    if (found == sequences_.end()) return simple(page_sequence, reference);
    std::size_t left = index;
    const FoNode* last = nullptr;
    for (const FoNode* part = found->second->first_child; part != nullptr; part = part->next) {
        last = part;
        const std::size_t takes = part->object == Object::single_page_master_reference ? 1 : repeats(tree_, *part);
        if (left >= takes) {
            left -= takes;
            continue;
        }
        if (part->object != Object::repeatable_page_master_alternatives) return simple(*part, part->attribute("master-reference"));
        // Where no alternative is for the last page, it is one of the rest, as in FOP.
        PageKind among = kind;
        among.last = kind.last && asks_for_last_among(*part);
        for (const FoNode* c = part->first_child; c != nullptr; c = c->next) {
            if (fits(tree_, *c, among)) return simple(*c, c->attribute("master-reference"));
        }
        tree_.fail(ErrorCode::invalid, *part, "no alternative fits page " + std::to_string(index + 1));
    }
    // Exhausted: the last master serves on, as in FOP.
    if (last != nullptr && last->object != Object::repeatable_page_master_alternatives) {
        return simple(*last, last->attribute("master-reference"));
    }
    tree_.fail(ErrorCode::invalid, *found->second, "has no master for page " + std::to_string(index + 1));
}

const PageMaster* PageMasters::foresee(const FoNode& page_sequence, std::size_t index, const PageKind& kind) const {
    try {
        return &choose(page_sequence, index, kind);
    } catch (const base::Error&) {
        return nullptr;
    }
}

bool PageMasters::asks_for_last(const FoNode& page_sequence) const {
    const auto found = sequences_.find(page_sequence.attribute("master-reference"));
    if (found == sequences_.end()) return false;
    for (const FoNode* part = found->second->first_child; part != nullptr; part = part->next) {
        if (asks_for_last_among(*part)) return true;
    }
    return false;
}

bool PageMasters::asks_for_only(const FoNode& page_sequence) const {
    const auto found = sequences_.find(page_sequence.attribute("master-reference"));
    if (found == sequences_.end() || found->second->first_child == nullptr) return false;
    return has_position(*found->second->first_child, "only");
}

bool PageMasters::has_position(const FoNode& alternatives, std::string_view position) {
    for (const FoNode* c = alternatives.first_child; c != nullptr; c = c->next) {
        if (c->attribute("page-position") == position) return true;
    }
    return false;
}

bool PageMasters::asks_for_last_among(const FoNode& alternatives) {
    return has_position(alternatives, "last") || has_position(alternatives, "only");
}

}  // namespace irikteu::layout
