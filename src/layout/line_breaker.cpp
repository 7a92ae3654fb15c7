#include "layout/line_breaker.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace irikteu::layout {

namespace {

constexpr double kInfiniteRatio = 1000;
constexpr double kInfiniteDemerits = std::numeric_limits<double>::infinity();
constexpr double kIncompatible = 50;
constexpr double kRepeatedHyphen = 50;
constexpr std::size_t kManyWays = 100;

// Products are rounded to double before they are added, whatever the compiler could fuse: the same on every machine.
double product(double a, double b) {
    volatile double p = a * b;
    return p;
}

int fitness_of(double ratio) { return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3; }

}  // namespace

void LineBreaker::run(Paragraph& paragraph, std::int64_t width, std::int64_t indent, std::vector<LineBreak>& lines) {
    style_ = paragraph.style;
    align_ = style_->text_align;
    align_last_ = style_->text_align_last;
    only_last_justified_ = align_ != TextAlign::justify && align_last_ == TextAlign::justify;
    width_ = width;
    filler_ = style_->last_line_end_indent.of(width);
    const std::size_t first_line = lines.size();
    cut_words(paragraph, std::max<std::int64_t>(width - std::max<std::int64_t>(indent, 0), 1'000));
    const auto atoms = paragraph.atoms;
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i <= atoms.size(); ++i) {
        if (i < atoms.size() && atoms[i].kind != AtomKind::linefeed) continue;
        if (i == atoms.size() && first == i && i > 0) break;
        break_part(paragraph, first, i, first == 0 ? indent : 0, lines);
        first = i + 1;
    }
    join_words(paragraph, lines, first_line);
}

void LineBreaker::break_part(const Paragraph& paragraph, std::uint32_t first, std::uint32_t end, std::int64_t indent,
                             std::vector<LineBreak>& lines) {
    const std::size_t before = lines.size();
    choose_ends(paragraph, first, end, indent, lines);
    if (style_->white_space != WhiteSpaceTreatment::if_before || style_->wrap != Toggle::yes) return;
    const auto runs_out = [&](const LineBreak& line) { return pushed_out(paragraph, line); };
    if (std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(before), lines.end(), runs_out)) return;
    lines.resize(before);
    counts_first_spaces_ = true;
    choose_ends(paragraph, first, end, indent, lines);
    counts_first_spaces_ = false;
}

// Whether the spaces that begin a line push its text out of it. By one space it may stand out, as in FOP, which doesn't count any of them.
bool LineBreaker::pushed_out(const Paragraph& paragraph, const LineBreak& line) const {
    const auto atoms = paragraph.atoms;
    if (line.first >= line.end || line.first == 0 || atoms[line.first].kind != AtomKind::space) return false;
    std::int64_t room = width_ + atoms[line.first].width;
    for (std::uint32_t i = line.first; i < line.end; ++i) {
        room -= atoms[i].width;
        if (align_ == TextAlign::justify && atoms[i].kind == AtomKind::space) room += shrink_of(atoms[i]);
    }
    return room < 0;
}

void LineBreaker::choose_ends(const Paragraph& paragraph, std::uint32_t first, std::uint32_t end, std::int64_t indent,
                              std::vector<LineBreak>& lines) {
    make_elements(paragraph, first, end, indent);
    const bool wraps = style_->wrap == Toggle::yes;
    const bool hyphenates = wraps && style_->hyphenate == Toggle::yes;
    Allowed allowed = wraps ? Allowed::unflagged : Allowed::forced_only;
    int last = find(1, false, allowed);
    if (last < 0) {
        if (hyphenates) allowed = Allowed::all;
        last = find(hyphenates ? 1 : 5, false, allowed);
        if (last < 0) last = find(20, true, allowed);
    }
    std::vector<int> chain;
    for (int n = last; n >= 0 && nodes_[static_cast<std::size_t>(n)].previous >= 0; n = nodes_[static_cast<std::size_t>(n)].previous) {
        chain.push_back(n);
    }
    std::uint32_t start = first;
    for (auto n = chain.rbegin(); n != chain.rend(); ++n) {
        const Element& element = elements_[nodes_[static_cast<std::size_t>(*n)].position];
        LineBreak line;
        line.first = start;
        line.last = n + 1 == chain.rend();
        if (line.last) {
            line.end = end;
        } else {
            const Atom& atom = paragraph.atoms[element.atom];
            line.space_follows = atom.kind == AtomKind::space;
            line.end = element.atom + (line.space_follows ? 0 : 1);
            line.hyphen = (atom.flags & kHyphenAfter) != 0;
            start = line.space_follows && stays_at_start() ? element.atom : first_shown(element.atom + 1, end);
            if (start == element.atom) line.space_follows = false;
        }
        lines.push_back(line);
    }
}

// Spaces at a line's start go, those behind the edges of inlines too: they are moved in front of them.
std::uint32_t LineBreaker::first_shown(std::uint32_t start, std::uint32_t end) {
    const auto is_moved = [](const Atom& a) { return a.kind == AtomKind::space; };
    const auto ends = [&](const Atom& a) {
        if (is_edge(a.kind) && a.width == 0) return false;
        return !is_moved(a) || (a.flags & (kPreserved | kRigid)) != 0;
    };
    const auto begin = atoms_.begin() + static_cast<std::ptrdiff_t>(start);
    const auto shown = std::stable_partition(begin, std::find_if(begin, atoms_.begin() + static_cast<std::ptrdiff_t>(end), ends), is_moved);
    return static_cast<std::uint32_t>(shown - atoms_.begin());
}

// The totals behind a break: what stands before the next box belongs to neither line. They are the same for all breaks up to that box,
// and looked for once.
LineBreaker::Node LineBreaker::node_after(std::size_t position) {
    Node node{position, 0, 1, behind_.width, behind_.stretch, behind_.shrink, 0, 0, -1, 0};
    if (position >= behind_.first && position < behind_.end) return node;
    node.width = total_width_;
    node.stretch = total_stretch_;
    node.shrink = total_shrink_;
    std::size_t i = position;
    for (; i < elements_.size(); ++i) {
        const Element& e = elements_[i];
        if (e.kind == Element::Kind::box) break;
        if (e.kind == Element::Kind::glue) {
            node.width += e.width;
            node.stretch += e.stretch;
            node.shrink += e.shrink;
        } else if (e.penalty <= -kInfinite && i != position) {
            break;
        }
    }
    behind_ = {position, i, node.width, node.stretch, node.shrink};
    return node;
}

int LineBreaker::find(double threshold, bool force, Allowed allowed) {
    nodes_.clear();
    active_.clear();
    behind_ = {};
    total_width_ = total_stretch_ = total_shrink_ = 0;
    too_short_ = too_long_ = deactivated_ = -1;
    // Breaks are numbered by element; the start is before them all.
    nodes_.push_back({static_cast<std::size_t>(-1), 0, 1, 0, 0, 0, 0, 0, -1, 0});
    active_.push_back(0);
    int forced = 0;
    bool box_before = false;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        const Element& e = elements_[i];
        if (e.kind == Element::Kind::box) {
            total_width_ += e.width;
        } else if (e.kind == Element::Kind::glue) {
            if (box_before && allowed != Allowed::forced_only) consider(i, threshold, force);
            if (!active_.empty()) {
                total_width_ += e.width;
                total_stretch_ += e.stretch;
                total_shrink_ += e.shrink;
            }
        } else if (e.penalty < kInfinite && (allowed != Allowed::unflagged || !e.flagged) &&
                   (allowed != Allowed::forced_only || e.penalty <= -kInfinite)) {
            consider(i, threshold, force);
        }
        box_before = e.kind == Element::Kind::box;
        if (!active_.empty()) continue;
        if (!force) return -1;
        if (deactivated_ >= 0 && deactivated_ != forced) {
            (nodes_[static_cast<std::size_t>(deactivated_)].ratio > 0 ? too_short_ : too_long_) = deactivated_;
        }
        const bool stuck = too_short_ < 0 || nodes_[static_cast<std::size_t>(forced)].position == nodes_[static_cast<std::size_t>(too_short_)].position;
        forced = stuck ? too_long_ : too_short_;
        i = restart(forced);
        box_before = false;
    }
    int best = -1;
    for (const int n : active_) {
        if (best < 0 || nodes_[static_cast<std::size_t>(n)].demerits < nodes_[static_cast<std::size_t>(best)].demerits) best = n;
    }
    return best;
}

// Of two places that lead on no further the one further on; of two at the same place the better one.
bool LineBreaker::is_later(const Node& a, const Node& b) {
    // The start's number is the largest there is.
    if (a.position + 1 != b.position + 1) return a.position + 1 > b.position + 1;
    return a.demerits < b.demerits;
}

std::size_t LineBreaker::restart(int node_index) {
    Node& node = nodes_[static_cast<std::size_t>(node_index)];
    node.demerits = 0;
    active_.assign(1, node_index);
    total_width_ = node.width;
    total_stretch_ = node.stretch;
    total_shrink_ = node.shrink;
    too_short_ = too_long_ = -1;
    std::size_t i = node.position;
    while (i + 1 < elements_.size() && elements_[i + 1].kind != Element::Kind::box) ++i;
    return i;
}

void LineBreaker::consider(std::size_t position, double threshold, bool force) {
    const Element& e = elements_[position];
    const bool forced_break = e.kind == Element::Kind::penalty && e.penalty <= -kInfinite;
    deactivated_ = -1;
    too_long_ = -1;
    survivors_.clear();
    fresh_.clear();
    std::size_t at = 0;
    while (at < active_.size()) {
        // The number of lines so far changes nothing for those to come: where a long text has got many ways to the same place,
        // the best of all is taken instead of the best of each number, and the work stays linear.
        const bool all = active_.size() > kManyWays;
        const int line = nodes_[static_cast<std::size_t>(all ? active_.back() : active_[at])].line;
        for (Best& b : best_) b = {kInfiniteDemerits, 0, -1};
        bool any = false;
        for (; at < active_.size() && (all || nodes_[static_cast<std::size_t>(active_[at])].line == line); ++at) {
            const int index = active_[at];
            const Node& node = nodes_[static_cast<std::size_t>(index)];
            const std::int64_t used = total_width_ - node.width + (e.kind == Element::Kind::penalty ? e.width : 0);
            const std::int64_t difference = width_ - used;
            double ratio = 0;
            if (difference > 0) {
                const std::int64_t stretch = total_stretch_ - node.stretch;
                ratio = stretch > 0 ? static_cast<double>(difference) / static_cast<double>(stretch) : kInfiniteRatio;
            } else if (difference < 0) {
                const std::int64_t shrink = total_shrink_ - node.shrink;
                ratio = shrink > 0 ? static_cast<double>(difference) / static_cast<double>(shrink) : -kInfiniteRatio;
            }
            if (ratio < -1 || forced_break) {
                if (deactivated_ < 0 || is_later(node, nodes_[static_cast<std::size_t>(deactivated_)])) deactivated_ = index;
            } else {
                survivors_.push_back(index);
            }
            const int fitness = fitness_of(ratio);
            const double cost = demerits(node, e, fitness, ratio);
            if (ratio >= -1 && ratio <= threshold && cost < best_[static_cast<std::size_t>(fitness)].demerits) {
                best_[static_cast<std::size_t>(fitness)] = {cost, ratio, index};
                any = true;
                too_short_ = -1;
            }
            if (force && (ratio <= -1 || ratio > threshold)) remember_bad(position, index, line, fitness, ratio, cost);
        }
        if (any) add_best(position, line);
    }
    // Lines stay in ascending order: what was made for line n + 1 goes behind its survivors.
    merged_.clear();
    std::size_t f = 0;
    for (const int s : survivors_) {
        while (f < fresh_.size() && nodes_[static_cast<std::size_t>(fresh_[f])].line < nodes_[static_cast<std::size_t>(s)].line) {
            merged_.push_back(fresh_[f++]);
        }
        merged_.push_back(s);
    }
    merged_.insert(merged_.end(), fresh_.begin() + static_cast<std::ptrdiff_t>(f), fresh_.end());
    active_.swap(merged_);
}

double LineBreaker::demerits(const Node& node, const Element& e, int fitness, double ratio) const {
    const double r = std::fabs(ratio);
    double f = 1 + product(100, product(product(r, r), r));
    double total;
    const double cost = e.kind == Element::Kind::penalty ? e.penalty : 0;
    if (e.kind == Element::Kind::penalty && e.penalty > 0) {
        f += cost;
        total = product(f, f);
    } else if (e.kind == Element::Kind::penalty && e.penalty > -kInfinite) {
        total = product(f, f) - product(cost, cost);
    } else {
        total = product(f, f);
    }
    if (e.kind == Element::Kind::penalty && e.flagged && node.position < elements_.size() &&
        elements_[node.position].kind == Element::Kind::penalty && elements_[node.position].flagged) {
        total += kRepeatedHyphen;
        if (style_->hyphenation_ladder > 0 && node.ladder >= style_->hyphenation_ladder) total += 1e15;
    }
    if (std::abs(fitness - node.fitness) > 1) total += kIncompatible;
    return total + node.demerits;
}

void LineBreaker::remember_bad(std::size_t position, int from, int line, int fitness, double ratio, double cost) {
    int& bad = ratio <= -1 ? too_long_ : too_short_;
    const bool better = bad < 0 || (ratio <= -1 ? cost < nodes_[static_cast<std::size_t>(bad)].demerits
                                                : cost <= nodes_[static_cast<std::size_t>(bad)].demerits);
    if (!better) return;
    Node node = node_after(position);
    node.line = line + 1;
    node.fitness = fitness;
    node.ratio = ratio;
    node.demerits = cost;
    node.previous = from;
    nodes_.push_back(node);
    bad = static_cast<int>(nodes_.size() - 1);
}

void LineBreaker::add_best(std::size_t position, int line) {
    double least = kInfiniteDemerits;
    for (const Best& b : best_) least = std::min(least, b.demerits);
    for (std::size_t fitness = 0; fitness < best_.size(); ++fitness) {
        const Best& b = best_[fitness];
        if (b.node < 0 || b.demerits > least + kIncompatible) continue;
        Node node = node_after(position);
        node.line = line + 1;
        node.fitness = static_cast<int>(fitness);
        node.ratio = b.ratio;
        node.demerits = b.demerits;
        node.previous = b.node;
        const Element& e = elements_[position];
        if (e.kind == Element::Kind::penalty && e.flagged) node.ladder = nodes_[static_cast<std::size_t>(b.node)].ladder + 1;
        nodes_.push_back(node);
        fresh_.push_back(static_cast<int>(nodes_.size() - 1));
    }
}

}  // namespace irikteu::layout
