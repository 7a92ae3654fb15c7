#include "pdf/content.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "pdf/syntax.hpp"
#include "pdf/text_writer.hpp"

namespace irikteu::pdf {

namespace {

/// What a run holds, as far as its place in the content depends on it.
enum class Holds : std::uint8_t { text, boxes, anything };

Holds content_of(const ContentRun& run, const layout::Page& page) {
    bool text = false, boxes = false;
    for (std::size_t i = run.first; i < run.last; ++i) {
        const auto& what = page.items[i].what;
        if (!has_paint(page.items[i])) continue;
        if (page.items[i].turn != 0) return Holds::anything;
        text = text || std::holds_alternative<layout::TextItem>(what);
        boxes = boxes || std::holds_alternative<layout::BoxItem>(what);
        if (!std::holds_alternative<layout::TextItem>(what) && !std::holds_alternative<layout::BoxItem>(what)) return Holds::anything;
    }
    return text && boxes ? Holds::anything : boxes ? Holds::boxes : Holds::text;
}

/// Rectangles of one colour as few as paint the same: those of a line that touch or overlap become one. Tables have many.
class RuleSet {
  public:
    void add(const layout::Rectangle& area) {
        const bool across = area.width >= area.height;
        const auto x = area.x.millipoints, y = area.y.millipoints, w = area.width.millipoints, h = area.height.millipoints;
        rules_.push_back(across ? Rule{0, y, h, x, x + w} : Rule{1, x, w, y, y + h});
    }

    template <class Paint>
    void flush(const Paint& paint) {
        std::sort(rules_.begin(), rules_.end());
        for (std::size_t i = 0; i < rules_.size();) {
            Rule joined = rules_[i];
            for (++i; i < rules_.size() && rules_[i].same_line(joined) && rules_[i].start <= joined.end; ++i) joined.end = std::max(joined.end, rules_[i].end);
            const base::Length start{joined.start}, length{joined.end - joined.start}, at{joined.at}, thickness{joined.thickness};
            paint(joined.down == 0 ? layout::Rectangle{start, at, length, thickness} : layout::Rectangle{at, start, thickness, length});
        }
        rules_.clear();
    }
    bool empty() const { return rules_.empty(); }

  private:
    struct Rule {
        int down = 0;  ///< 1: the line runs down the page.
        std::int64_t at = 0, thickness = 0, start = 0, end = 0;
        bool same_line(const Rule& other) const { return down == other.down && at == other.at && thickness == other.thickness; }
        bool operator<(const Rule& other) const {
            return std::tie(down, at, thickness, start, end) < std::tie(other.down, other.at, other.thickness, other.start, other.end);
        }
    };
    std::vector<Rule> rules_;
};

/// The text where its letters are so far apart (or so near) that readers may take each for a word of its own: poppler parts them at a tenth of
/// the em, kerning included.
const layout::TextItem* falls_apart(const layout::Item& item) {
    const auto* text = std::get_if<layout::TextItem>(&item.what);
    if (text == nullptr || text->letter_spacing.millipoints == 0 || item.turn != 0 || text->size.millipoints <= 0) return nullptr;
    if (12 * std::abs(text->letter_spacing.millipoints) < text->size.millipoints || text->shaped->text == " ") return nullptr;
    return text;
}

class PageWriter {
  public:
    PageWriter(const layout::Page& page, const layout::StructureElement* elements, std::span<const EncodedText* const> texts)
        : page_(page), elements_(elements), texts_(texts), text_(out_) {}

    std::string write(const PageContentMap& map) {
        const auto& runs = map.runs;
        gather_rules(runs);
        for (std::size_t r = 0; r < runs.size(); ++r) {
            if (plan_[r].gone) continue;
            const bool text_only = plan_[r].holds == Holds::text;
            if (text_only) {
                text_.pause();
            } else {
                text_.end();
            }
            begin(runs[r]);
            for (std::size_t part = r; part != kNone; part = plan_[part].next) {
                paint_items(runs[part]);
            }
            end_boxes();
            if (text_only) {
                text_.pause();
            } else {
                text_.end();
            }
            out_ += "EMC\n";
        }
        text_.end();
        return std::move(out_);
    }

  private:
    static constexpr std::size_t kNone = SIZE_MAX;

    struct Plan {
        Holds holds = Holds::anything;
        bool gone = false;         ///< Painted with a run before.
        std::size_t next = kNone;  ///< The run that is painted with this one.
    };

    /// Borders and rules (layout artifacts) of a page are painted together, where nothing but text stands between them.
    void gather_rules(const std::vector<ContentRun>& runs) {
        plan_.assign(runs.size(), {});
        std::size_t open = kNone;
        for (std::size_t r = 0; r < runs.size(); ++r) {
            plan_[r].holds = content_of(runs[r], page_);
            if (plan_[r].holds == Holds::text) continue;
            if (plan_[r].holds != Holds::boxes || runs[r].element != layout::kArtifact || runs[r].artifact != layout::ArtifactKind::layout) {
                open = kNone;
            } else if (open == kNone) {
                open = r;
            } else {
                plan_[r].gone = true;
                plan_[open].next = r;
                open = r;
            }
        }
    }

    void begin(const ContentRun& run) {
        if (run.element != layout::kArtifact) {
            append_name(out_, elements_[run.element].type);
            out_ += "<</MCID ";
            append_integer(out_, run.mcid);
            out_ += ">>BDC\n";
            return;
        }
        switch (run.artifact) {
            case layout::ArtifactKind::none: out_ += "/Artifact BMC\n"; break;
            case layout::ArtifactKind::pagination: out_ += "/Artifact<</Type/Pagination>>BDC\n"; break;
            case layout::ArtifactKind::layout: out_ += "/Artifact<</Type/Layout>>BDC\n"; break;
            case layout::ArtifactKind::background: out_ += "/Artifact<</Type/Background>>BDC\n"; break;
        }
    }

    void paint_items(const ContentRun& run) {
        std::size_t word_end = run.first;
        for (std::size_t i = run.first; i < run.last; ++i) {
            turn_ = page_.items[i].turn;
            if (i >= word_end && falls_apart(page_.items[i]) != nullptr) word_end = begin_word(i, run.last);
            std::visit([this](const auto& item) { paint(item); }, page_.items[i].what);
            if (i + 1 == word_end) text_.end_word();
        }
    }

    /// The word of spaced letters that begins with this item says what it is, with all its runs: parts in other faces, its hyphen. Its end.
    std::size_t begin_word(std::size_t first, std::size_t last) {
        constexpr std::size_t kMostBytes = 8'000;  // What PDF/A lets a string have is four times that.
        std::string word;
        std::size_t glyphs = 0, end = first;
        base::Length pen;
        for (; end < last; ++end) {
            const layout::TextItem* text = falls_apart(page_.items[end]);
            if (text == nullptr || word.size() + text->shaped->text.size() > kMostBytes) break;
            const layout::TextItem& before = std::get<layout::TextItem>(page_.items[first].what);
            if (end > first && (text->baseline != before.baseline || 2 * std::abs((text->x - pen).millipoints) > text->size.millipoints)) break;
            word += text->shaped->text;
            glyphs += text->shaped->glyphs.size();
            pen = text->x + text->size.scaled(text->shaped->advance, texts_[next_text_ + end - first]->units_per_em) +
                  text->letter_spacing * static_cast<std::int64_t>(text->shaped->glyphs.size());
        }
        if (glyphs < 2) return first;
        text_.begin_word(std::move(word));
        return end;
    }

    base::Length up(base::Length y) const { return page_.height - y; }

    void point(base::Length x, base::Length y) {
        append_length(out_, x);
        out_ += ' ';
        append_length(out_, up(y));
        out_ += ' ';
    }

    void paint(const layout::TextItem& item) {
        end_boxes();
        if (turn_ != 0) {
            paint_turned(item);
            return;
        }
        text_.show(item.x, up(item.baseline), *texts_[next_text_++], item.size, item.letter_spacing, item.color);
    }

    void paint_turned(const layout::TextItem& item) {
        static constexpr const char* kTurns[] = {"1 0 0 1 ", "0 1 -1 0 ", "-1 0 0 -1 ", "0 -1 1 0 "};
        text_.end();
        const TextWriter::State before = text_.state();
        out_ += "q ";
        out_ += kTurns[turn_ % 4];
        point(item.x, item.baseline);
        out_ += "cm\n";
        text_.show({}, {}, *texts_[next_text_++], item.size, item.letter_spacing, item.color);
        text_.end();
        out_ += "Q\n";
        text_.restore(before);
    }

    /// Rectangles of one colour in a row are filled together: all turn the same way, so the non-zero rule unites them.
    void paint(const layout::BoxItem& item) {
        if (!rules_.empty() && item.color != box_color_) end_boxes();
        box_color_ = item.color;
        rules_.add(item.area);
    }

    void end_boxes() {
        if (rules_.empty()) return;
        text_.end();
        text_.set_color(box_color_);
        rules_.flush([this](const layout::Rectangle& area) {
            point(area.x, area.y + area.height);
            append_length(out_, area.width);
            out_ += ' ';
            append_length(out_, area.height);
            out_ += " re\n";
        });
        out_ += "f\n";
    }

    void paint(const layout::ImageItem& item) {
        end_boxes();
        text_.end();
        const base::Length w = item.area.width;
        const base::Length h = item.area.height;
        const base::Length none;
        const std::array<std::array<base::Length, 4>, 4> turns{{{w, none, none, h}, {none, h, none - w, none},
                                                                {none - w, none, none, none - h}, {none, none - h, w, none}}};
        out_ += "q ";
        if (item.clip) {
            point((*item.clip).x, (*item.clip).y + (*item.clip).height);
            append_length(out_, (*item.clip).width);
            out_ += ' ';
            append_length(out_, (*item.clip).height);
            out_ += " re W n ";
        }
        for (const base::Length part : turns[turn_ % 4u]) {
            append_length(out_, part);
            out_ += ' ';
        }
        const bool right = turn_ == 1 || turn_ == 2;
        const bool top = turn_ == 2 || turn_ == 3;
        point(item.area.x + (right ? w : none), item.area.y + (top ? none : h));
        out_ += "cm ";
        append_name(out_, image_name(item.image));
        out_ += " Do Q\n";
    }

    void paint(const layout::PathItem& item) {
        end_boxes();
        text_.end();
        const bool strokes = item.stroke.millipoints > 0;
        if (strokes) {
            append_color(out_, item.color);
            out_ += " RG ";
            append_length(out_, item.stroke);
            out_ += " w\n";
        } else {
            text_.set_color(item.color);
        }
        for (const auto& segment : item.segments) {
            switch (segment.command) {
                case 'M':
                    point(segment.x, segment.y);
                    out_ += "m\n";
                    break;
                case 'L':
                    point(segment.x, segment.y);
                    out_ += "l\n";
                    break;
                case 'C':
                    point(segment.x1, segment.y1);
                    point(segment.x2, segment.y2);
                    point(segment.x, segment.y);
                    out_ += "c\n";
                    break;
                default: out_ += "h\n";
            }
        }
        out_ += strokes ? "S\n" : item.even_odd ? "f*\n" : "f\n";
    }

    void paint(const layout::FieldItem&) {}
    void paint(const layout::LinkItem&) {}

    const layout::Page& page_;
    const layout::StructureElement* elements_;
    std::span<const EncodedText* const> texts_;
    std::size_t next_text_ = 0;
    std::uint8_t turn_ = 0;
    std::string out_;
    TextWriter text_;
    std::vector<Plan> plan_;
    RuleSet rules_;
    layout::Color box_color_;
};

}  // namespace

std::string image_name(std::uint32_t image) {
    std::string name("I");
    append_integer(name, image + std::int64_t{1});
    return name;
}

std::string page_content(const layout::Page& page, const PageContentMap& map, const layout::StructureElement* elements,
                         std::span<const EncodedText* const> texts) {
    return PageWriter(page, elements, texts).write(map);
}

}  // namespace irikteu::pdf
