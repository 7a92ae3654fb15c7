#include "pdf/content.hpp"

#include <array>

#include "pdf/syntax.hpp"
#include "pdf/text_writer.hpp"

namespace irikteu::pdf {

namespace {

class PageWriter {
  public:
    PageWriter(const layout::Page& page, const layout::Pages& pages, std::span<const EncodedText* const> texts, const DocumentFonts& fonts)
        : page_(page), pages_(pages), texts_(texts), text_(out_, fonts) {}

    std::string write(const PageContentMap& map) {
        for (const auto& run : map.runs) {
            begin(run);
            for (std::size_t i = run.first; i < run.last; ++i) {
                turn_ = page_.items[i].turn;
                std::visit([this](const auto& item) { paint(item); }, page_.items[i].what);
            }
            end_boxes();
            text_.end();
            out_ += "EMC\n";
        }
        return std::move(out_);
    }

  private:
    void begin(const ContentRun& run) {
        if (run.element != layout::kArtifact) {
            append_name(out_, pages_.elements[run.element].type);
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
        text_.end();
        if (boxes_ && item.color != box_color_) end_boxes();
        if (!boxes_) {
            text_.set_color(item.color);
            box_color_ = item.color;
            boxes_ = true;
        }
        point(item.area.x, item.area.y + item.area.height);
        append_length(out_, item.area.width);
        out_ += ' ';
        append_length(out_, item.area.height);
        out_ += " re\n";
    }

    void end_boxes() {
        if (boxes_) out_ += "f\n";
        boxes_ = false;
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
    const layout::Pages& pages_;
    std::span<const EncodedText* const> texts_;
    std::size_t next_text_ = 0;
    std::uint8_t turn_ = 0;
    std::string out_;
    TextWriter text_;
    bool boxes_ = false;
    layout::Color box_color_;
};

}  // namespace

std::string image_name(std::uint32_t image) {
    std::string name("I");
    append_integer(name, image + std::int64_t{1});
    return name;
}

std::string page_content(const layout::Page& page, const PageContentMap& map, const layout::Pages& pages,
                         std::span<const EncodedText* const> texts, const DocumentFonts& fonts) {
    return PageWriter(page, pages, texts, fonts).write(map);
}

}  // namespace irikteu::pdf
