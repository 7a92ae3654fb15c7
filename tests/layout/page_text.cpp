#include "page_text.hpp"

#include <sstream>

namespace irikteu::layout {
namespace {

std::string pt(Length length) {
    const std::int64_t m = length.millipoints;
    std::string digits = std::to_string(m < 0 ? -m : m);
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    std::string out = (m < 0 ? "-" : "") + digits.substr(0, digits.size() - 3) + "." + digits.substr(digits.size() - 3);
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

std::string area(const Rectangle& r) { return pt(r.x) + " " + pt(r.y) + " " + pt(r.width) + "x" + pt(r.height); }

std::string hex(Color c) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out = "#";
    for (const int v : {c.red, c.green, c.blue}) {
        out += kDigits[v / 16];
        out += kDigits[v % 16];
    }
    return out;
}

std::string owner(const Item& item) {
    if (item.element != kArtifact) return "[" + std::to_string(item.element) + "]";
    switch (item.artifact) {
        case ArtifactKind::pagination: return "[pagination]";
        case ArtifactKind::layout: return "[layout]";
        case ArtifactKind::background: return "[background]";
        default: return "[?]";
    }
}

// Words follow each other on one output line while they stand on one baseline and look and belong the same.
class Writer {
  public:
    explicit Writer(const FakeFonts& fonts) : fonts_(fonts) {}

    std::string run(const Pages& pages) {
        for (const Page& page : pages.pages) {
            out_ << "page " << pt(page.width) << "x" << pt(page.height) << " \"" << page.label << "\"\n";
            for (const Item& item : page.items) write(item);
            head_.clear();
        }
        elements(pages);
        rest(pages);
        return out_.str() + (fresh_ ? "" : "\n");
    }

  private:
    void start(const std::string& line) {
        if (!fresh_) out_ << '\n';
        out_ << line;
        fresh_ = false;
    }
    void write(const Item& item) {
        if (const auto* text = std::get_if<TextItem>(&item.what)) {
            std::string head = "  text " + owner(item) + " y " + pt(text->baseline) + " " + pt(text->size) + " " +
                               fonts_.name(text->shaped->face);
            if (!(text->color == Color{})) head += " " + hex(text->color);
            if (text->letter_spacing.millipoints != 0) head += " spaced " + pt(text->letter_spacing);
            if (item.turn != 0) head += " turned " + std::to_string(item.turn);
            if (head != head_) out_ << head << ":";
            if (head == head_) out_.seekp(-1, std::ios_base::end);
            head_ = head;
            out_ << " " << pt(text->x) << "'" << (text->shaped->text == "\u00AD" ? "(-)" : text->shaped->text) << "'\n";
            return;
        }
        head_.clear();
        if (const auto* b = std::get_if<BoxItem>(&item.what)) {
            if (b->area.width.millipoints == 0 || b->area.height.millipoints == 0) return;
            out_ << "  box " << owner(item) << " " << area(b->area) << " " << hex(b->color) << "\n";
        } else if (const auto* i = std::get_if<ImageItem>(&item.what)) {
            out_ << "  image " << owner(item) << " " << area(i->area) << " " << i->image;
            if (i->clip) out_ << " within " << area(*i->clip);
            out_ << "\n";
        } else if (const auto* p = std::get_if<PathItem>(&item.what)) {
            out_ << "  path " << owner(item) << " " << hex(p->color) << (p->even_odd ? " even-odd" : "");
            if (p->stroke.millipoints != 0) out_ << " stroke " << pt(p->stroke);
            for (const auto& s : p->segments) {
                out_ << " " << s.command;
                if (s.command == 'C') out_ << pt(s.x1) << "," << pt(s.y1) << " " << pt(s.x2) << "," << pt(s.y2) << " ";
                if (s.command != 'Z') out_ << pt(s.x) << "," << pt(s.y);
            }
            out_ << "\n";
        } else if (const auto* f = std::get_if<FieldItem>(&item.what)) {
            out_ << "  field " << owner(item) << " " << f->field << "\n";
        } else if (const auto* l = std::get_if<LinkItem>(&item.what)) {
            out_ << "  link " << owner(item) << " " << area(l->area) << " " << l->link << "\n";
        }
    }
    void elements(const Pages& pages) {
        out_ << "structure\n";
        std::vector<int> depth;
        for (std::size_t i = 0; i < pages.elements.size(); ++i) {
            const StructureElement& e = pages.elements[i];
            depth.push_back(e.parent == kArtifact ? 1 : depth[e.parent] + 1);
            out_ << std::string(static_cast<std::size_t>(depth.back()) * 2, ' ') << i << " " << e.type.view();
            if (!e.title.empty()) out_ << " title \"" << e.title.str() << '"';
            if (!e.alternative.empty()) out_ << " alt \"" << e.alternative.str() << '"';
            if (!e.language.empty()) out_ << " language " << e.language.str();
            if (!e.id.empty()) out_ << " id " << e.id.str();
            if (e.column_span != 1) out_ << " columns " << e.column_span;
            if (e.row_span != 1) out_ << " rows " << e.row_span;
            static constexpr const char* kScopes[] = {"", " scope column", " scope row", " scope both"};
            out_ << kScopes[static_cast<int>(e.scope)];
            if (e.bounds) out_ << " bounds " << area(*e.bounds);
            out_ << "\n";
        }
    }
    void rest(const Pages& pages) {
        for (const Field& f : pages.fields) {
            static constexpr const char* kKinds[] = {"signature", "text", "check-box"};
            out_ << "field " << kKinds[static_cast<int>(f.kind)] << " " << f.name << " page " << f.page << " at " << area(f.area)
                 << " size " << pt(f.size) << " [" << f.element << "] \"" << f.tooltip << "\" \"" << f.value << "\" \"" << f.caption << '"'
                 << (f.multi_line ? " multi-line" : "") << (f.required ? " required" : "") << (f.read_only ? " read-only" : "");
            if (f.max_length != 0) out_ << " max " << f.max_length;
            out_ << "\n";
        }
        for (const Link& l : pages.links) out_ << "link " << (l.uri.empty() ? "#" + l.destination : l.uri) << " \"" << l.description << "\"\n";
        for (const Destination& d : pages.destinations) {
            out_ << "destination " << d.name << " page " << d.page << " at " << pt(d.x) << " " << pt(d.y) << "\n";
        }
        for (const Bookmark& b : pages.bookmarks) {
            out_ << "bookmark " << b.level << " \"" << b.title << "\" " << (b.uri.empty() ? "#" + b.destination : b.uri) << (b.open ? "" : " closed") << "\n";
        }
        for (const Image& i : pages.images) {
            out_ << "image " << (i.kind == Image::Kind::png ? "png " : "jpeg ") << i.pixel_width << "x" << i.pixel_height << "\n";
        }
        for (const Attachment& a : pages.attachments) {
            out_ << "attachment " << a.name << " " << a.mime_type << " " << a.relationship << " \"" << a.description << "\" " << a.bytes.size() << " bytes\n";
        }
        const Metadata& m = pages.metadata;
        if (!m.title.empty()) {
            out_ << "metadata \"" << m.title << "\" \"" << m.author << "\" \"" << m.subject << "\" " << m.language
                 << (m.date ? " " + m.date->iso() : "") << "\n";
        }
    }

    const FakeFonts& fonts_;
    std::ostringstream out_;
    std::string head_;
    bool fresh_ = true;
};

}  // namespace

std::string page_text(const Pages& pages, const FakeFonts& fonts) { return Writer(fonts).run(pages); }

}  // namespace irikteu::layout
