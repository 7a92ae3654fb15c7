#include "readers/html_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "readers/entry_name.hpp"
#include "readers/table_reader.hpp"

namespace irikteu::readers {

namespace {

constexpr int half_points = 24;
constexpr std::size_t deepest_tables = 20;
constexpr int widest_span = 1000;

char32_t named_character(std::string_view name) {
    struct Known {
        std::string_view name;
        char32_t character;
    };
    static constexpr Known known[] = {
        {"nbsp", 0xA0},   {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},      {"apos", '\''},
        {"laquo", 0xAB},  {"raquo", 0xBB},    {"mdash", 0x2014}, {"ndash", 0x2013}, {"hellip", 0x2026}, {"shy", 0xAD},
        {"bull", 0x2022}, {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"lsquo", 0x2018}, {"rsquo", 0x2019},  {"bdquo", 0x201E},
        {"sect", 0xA7},   {"copy", 0xA9},     {"deg", 0xB0},     {"middot", 0xB7},  {"times", 0xD7},    {"thinsp", 0x2009},
        {"ensp", 0x2002}, {"emsp", 0x2003},   {"minus", 0x2212}, {"rarr", 0x2192},  {"reg", 0xAE},      {"trade", 0x2122},
    };
    for (const Known& each : known) {
        if (each.name == name) return each.character;
    }
    return 0;
}

/// A character reference at `at`, which is moved behind it; nullopt where it is none.
std::optional<char32_t> reference(std::string_view text, std::size_t& at) {
    const std::size_t end = text.find(';', at);
    if (end == std::string_view::npos || end - at > 12) return std::nullopt;
    std::string_view name = text.substr(at + 1, end - at - 1);
    char32_t character = 0;
    if (name.starts_with('#')) {
        const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
        std::uint32_t value = 0;
        const auto [stop, why] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
        if (why != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
        const bool allowed = value == '\t' || value == '\n' || (value >= 0x20 && value != 0xFFFE && value != 0xFFFF);
        character = allowed ? static_cast<char32_t>(value) : 0xFFFD;
    } else {
        character = named_character(name);
        if (character == 0) return std::nullopt;
    }
    at = end + 1;
    return character;
}

struct Tag {
    std::string name;  ///< Lower case.
    std::string_view attributes;
    bool closing = false;
};

/// The value of an attribute; empty where absent.
std::string attribute_of(const Tag& tag, std::string_view wanted) {
    const std::string folded = base::ascii_lower(tag.attributes);
    for (std::size_t at = folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + 1)) {
        std::size_t i = at + wanted.size();
        while (i < folded.size() && base::is_white_space(folded[i])) ++i;
        if ((at > 0 && !base::is_white_space(folded[at - 1])) || i >= folded.size() || folded[i] != '=') continue;
        ++i;
        while (i < folded.size() && base::is_white_space(folded[i])) ++i;
        if (i >= folded.size()) return {};
        const char quote = folded[i];
        const bool quoted = quote == '"' || quote == '\'';
        const std::size_t from = quoted ? i + 1 : i;
        const std::size_t end = quoted ? folded.find(quote, from) : folded.find_first_of(" \t\r\n>", from);
        return folded.substr(from, std::min(end, folded.size()) - from);
    }
    return {};
}

int number_in(const std::string& text, int otherwise) {
    int value = 0;
    const auto [end, why] = std::from_chars(text.data(), text.data() + text.size(), value);
    return why == std::errc() && end != text.data() ? std::clamp(value, 1, widest_span) : otherwise;
}

class HtmlReader {
  public:
    HtmlReader(Story& story, BlockSink& sink) : story_(story), sink_(sink) {}

    void read(std::string_view page) {
        for (std::size_t at = 0; at < page.size();) {
            if (page[at] == '<') {
                at = markup(page, at);
            } else {
                const std::size_t end = std::min(page.find('<', at), page.size());
                text(page.substr(at, end - at));
                at = end;
            }
        }
        end_paragraph();
        while (!tables_.empty()) close_table();
    }

  private:
    struct OpenTable {
        Table table;
        BlockSink cell;  ///< Of the last cell of the last row.
        bool in_cell = false;
    };
    struct OpenList {
        bool ordered = false;
        int next = 1;
    };

    /// Behind the markup that begins at `at`.
    std::size_t markup(std::string_view page, std::size_t at) {
        const std::string_view rest = page.substr(at);
        if (rest.starts_with("<!--")) return behind(page, at, "-->");
        if (rest.size() < 2 || !(rest[1] == '/' || rest[1] == '!' || rest[1] == '?' || (rest[1] | 0x20) >= 'a')) {
            text("<");
            return at + 1;
        }
        const std::size_t end = end_of_tag(page, at);
        Tag tag;
        std::string_view inside = page.substr(at + 1, end - at - 1);
        tag.closing = inside.starts_with('/');
        if (tag.closing) inside.remove_prefix(1);
        const std::size_t name = std::min(inside.find_first_of(" \t\r\n/>"), inside.size());
        tag.name = base::ascii_lower(inside.substr(0, name));
        tag.attributes = inside.substr(name);
        if (!tag.closing && (tag.name == "script" || tag.name == "style" || tag.name == "title")) {
            const std::size_t closing = behind(page, end, "</" + tag.name);
            return std::min(page.find('>', closing), page.size() - 1) + 1;
        }
        const bool empty = inside.ends_with('/');
        element(tag, empty);
        return std::min(end + 1, page.size());
    }

    static std::size_t behind(std::string_view page, std::size_t at, std::string_view mark) {
        std::size_t found = at;
        for (; found + mark.size() <= page.size(); ++found) {
            if (page[found] == mark[0] && base::ascii_lower(page.substr(found, mark.size())) == mark) return found + mark.size();
        }
        return page.size();
    }

    static std::size_t end_of_tag(std::string_view page, std::size_t at) {
        char quote = 0;
        for (std::size_t i = at; i < page.size(); ++i) {
            if (quote != 0) {
                if (page[i] == quote) quote = 0;
            } else if ((page[i] == '"' || page[i] == '\'') && page[i - 1] == '=') {
                quote = page[i];
            } else if (page[i] == '>') {
                return i;
            }
        }
        return std::min(page.find('>', at), page.size());
    }

    void element(const Tag& tag, bool empty) {
        if (!hidden_.empty()) {  // Elements of the hidden one's name nest.
            if (hidden_ == "p" && !tag.closing && (tag.name == "p" || tag.name == "div" || tag.name == "table")) {
                hidden_.clear();  // A paragraph ends where the next one begins.
                return element(tag, empty);
            }
            if (tag.name == hidden_ && !empty) hidden_depth_ += tag.closing ? -1 : 1;
            if (hidden_depth_ == 0) hidden_.clear();
            return;
        }
        if (!tag.closing && !empty && tag.name != "br" && tag.name != "img") {
            const std::string style = attribute_of(tag, "style");
            const bool none = style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos ||
                              style.find("mso-hide:all") != std::string::npos;
            if (none) {
                hidden_ = tag.name;
                hidden_depth_ = 1;
                return;
            }
        }
        const int step = tag.closing ? -1 : 1;
        if (tag.name == "b" || tag.name == "strong") bold_ = std::max(bold_ + step, 0);
        else if (tag.name == "i" || tag.name == "em") italic_ = std::max(italic_ + step, 0);
        else if (tag.name == "u" || tag.name == "ins") underlined_ = std::max(underlined_ + step, 0);
        else if (tag.name == "s" || tag.name == "strike" || tag.name == "del") struck_ = std::max(struck_ + step, 0);
        else if (tag.name == "span") span(tag);
        else if (tag.name == "br") line_break();
        else block(tag);
    }

    void span(const Tag& tag) {
        if (tag.closing) {
            if (spans_.empty()) return;
            bold_ = std::max(bold_ - (spans_.back() ? 1 : 0), 0);
            spans_.pop_back();
            return;
        }
        const std::string style = attribute_of(tag, "style");
        const std::size_t weight = style.find("font-weight:");
        const std::string_view value = weight == std::string::npos ? std::string_view() : xml::trim(std::string_view(style).substr(weight + 12));
        spans_.push_back(value.starts_with("bold") || value.starts_with("6") || value.starts_with("7"));
        bold_ += spans_.back() ? 1 : 0;
    }

    void block(const Tag& tag) {
        static constexpr std::array<std::string_view, 21> blocks = {
            "p", "div", "li", "pre", "blockquote", "section", "article", "header", "footer", "main", "dl", "dt", "dd", "hr",
            "form", "body", "center", "caption", "address", "figure", "html"};
        const std::string& name = tag.name;
        const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
        if (heading) {
            end_paragraph();
            heading_ = tag.closing ? 0 : name[1] - '0';
        } else if (name == "table" || name == "tr" || name == "td" || name == "th") {
            end_paragraph();
            table_tag(tag);
        } else if (name == "ul" || name == "ol") {
            end_paragraph();
            if (!tag.closing) lists_.push_back({name == "ol", number_in(attribute_of(tag, "start"), 1)});
            else if (!lists_.empty()) lists_.pop_back();
        } else if (std::find(blocks.begin(), blocks.end(), name) != blocks.end()) {
            end_paragraph();
            preserved_ = name == "pre" && !tag.closing;
            const std::string alignment = attribute_of(tag, "align") + attribute_of(tag, "style");
            centred_ = !tag.closing && (name == "center" || alignment.find("center") != std::string::npos);
            if (name == "li" && !tag.closing) begin_item();
        }
    }

    void begin_item() {
        if (lists_.empty() || !lists_.back().ordered) {
            number_ = "\u2022";
            bullet_ = true;
        } else {
            number_ = std::to_string(lists_.back().next++) + ".";
            bullet_ = false;
        }
    }

    void table_tag(const Tag& tag) {
        if (tag.name == "table") {
            if (tag.closing) {
                close_table();
            } else if (tables_.size() < deepest_tables) {
                tables_.emplace_back();
                tables_.back().table.index = ++story_.tables;
            }
            return;
        }
        if (tables_.empty()) return;
        OpenTable& open = tables_.back();
        close_cell(open);
        if (tag.closing) return;
        if (tag.name == "tr" || open.table.rows.empty()) {
            Row row;
            row.index = static_cast<int>(open.table.rows.size()) + 1;
            open.table.rows.push_back(std::move(row));
        }
        if (tag.name == "tr") return;
        Row& row = open.table.rows.back();
        Cell cell;
        cell.row = row.index;
        cell.ordinal = static_cast<int>(row.cells.size()) + 1;
        cell.columns = number_in(attribute_of(tag, "colspan"), 1);
        cell.rows = number_in(attribute_of(tag, "rowspan"), 1);
        row.cells.push_back(std::move(cell));
        open.in_cell = true;
    }

    static void close_cell(OpenTable& open) {
        if (!open.in_cell) return;
        open.table.rows.back().cells.back().blocks = open.cell.finish();
        open.in_cell = false;
    }

    void close_table() {
        if (tables_.empty()) return;
        OpenTable open = std::move(tables_.back());
        tables_.pop_back();
        close_cell(open);
        add_table(std::move(open.table), sink());
    }

    /// Text between the cells of a table is seen before it.
    BlockSink& sink() {
        for (auto it = tables_.rbegin(); it != tables_.rend(); ++it) {
            if (it->in_cell) return it->cell;
        }
        return sink_;
    }

    void line_break() {
        if (begun_) paragraph_.text += '\n';
    }

    void text(std::string_view words) {
        std::string shown;
        bool space = !preserved_ && (!begun_ || (!paragraph_.text.empty() && base::is_white_space(paragraph_.text.back())));
        for (std::size_t at = 0; at < words.size();) {
            if (words[at] == '&') {
                if (const auto character = reference(words, at)) {
                    base::append_utf8(shown, *character);
                    space = false;
                    continue;
                }
            }
            const char c = words[at++];
            if (base::is_white_space(c) && !preserved_) {
                if (!space) shown += ' ';
                space = true;
            } else {
                shown += base::is_white_space(c) ? ' ' : c;
                space = false;
            }
        }
        if (shown.empty()) return;
        const std::uint64_t characters = base::count_characters(shown);
        if (!hidden_.empty()) return story_.ledger.ignore(reason::hidden, characters);
        if (struck_ > 0) return story_.ledger.ignore(reason::struck_out, characters);
        story_.ledger.use(characters);
        append(shown);
    }

    void append(const std::string& shown) {
        if (!begun_) {
            paragraph_ = {};
            story_.count_paragraph();
            paragraph_.index = story_.paragraphs;
            begun_ = bold_lead_open_ = true;
        }
        std::uint32_t seen = 0;
        for (const char c : shown) seen += !base::goes_on(c) && !base::is_white_space(c) ? 1 : 0;
        const bool bold = bold_ > 0 || heading_ > 0;
        if (!bold && seen > 0) bold_lead_open_ = false;
        paragraph_.text += shown;
        if (bold_lead_open_) paragraph_.bold_lead = paragraph_.text.size();
        paragraph_.seen += seen;
        if (bold) paragraph_.bold += seen;
        if (italic_ > 0) paragraph_.italic += seen;
        if (underlined_ > 0) paragraph_.underlined += seen;
        paragraph_.sized += static_cast<std::uint64_t>(seen) * half_points;
        paragraph_.smallest = half_points;
    }

    void end_paragraph() {
        if (begun_) {
            paragraph_.style_level = heading_;
            paragraph_.centred = centred_;
            paragraph_.number = number_;
            paragraph_.bullet = bullet_;
            MeasuredParagraph measured;
            measured.index = paragraph_.index;
            measured.text = paragraph_.text;
            measured.number = paragraph_.number;
            measured.look.bold = paragraph_.bold * 2 > paragraph_.seen;
            measured.look.half_points = half_points;
            measured.spacing.after = 240;
            story_.meter.add(measured);
            sink().add(std::move(paragraph_), BlockSink::Mark::kept);
        }
        begun_ = false;
        number_.clear();
        bullet_ = false;
    }

    Story& story_;
    BlockSink& sink_;
    std::vector<OpenTable> tables_;
    std::vector<OpenList> lists_;
    std::vector<bool> spans_;  ///< Which of those around us are bold.
    Paragraph paragraph_;
    bool begun_ = false;
    bool bold_lead_open_ = true;
    bool preserved_ = false;
    bool centred_ = false;
    bool bullet_ = false;
    std::string number_;
    std::string hidden_;  ///< Name of the hidden element around us.
    int hidden_depth_ = 0;
    int heading_ = 0;
    int bold_ = 0;
    int italic_ = 0;
    int underlined_ = 0;
    int struck_ = 0;
};

std::string from_utf16(std::string_view bytes, bool big_endian) {
    std::string out;
    for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
        const auto unit = [&](std::size_t at) {
            const auto a = static_cast<unsigned char>(bytes[at]);
            const auto b = static_cast<unsigned char>(bytes[at + 1]);
            return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
        };
        char32_t c = unit(i);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) & 0x3FFu);
            i += 2;
        }
        base::append_utf8(out, c);
    }
    return out;
}

}  // namespace

std::string to_utf8(std::string_view bytes) {
    std::string out;
    if (bytes.starts_with("\xFF\xFE")) out = from_utf16(bytes, false);
    else if (bytes.starts_with("\xFE\xFF")) out = from_utf16(bytes, true);
    else if (bytes.starts_with("\xEF\xBB\xBF")) out = bytes.substr(3);
    else out = bytes;
    if (!base::is_utf8(out)) out = decode_cp1251(out);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto c = static_cast<unsigned char>(out[i]);
        if ((c < 0x20 && !base::is_white_space(out[i])) || c == 0x7F) out[i] = ' ';
        if (c == 0xEF && i + 2 < out.size() && out[i + 1] == '\xBF' && (out[i + 2] == '\xBE' || out[i + 2] == '\xBF')) out[i + 2] = '\xBD';
    }
    return out;
}

void read_html(std::string_view utf8, Story& story, BlockSink& sink) { HtmlReader(story, sink).read(utf8); }

}  // namespace irikteu::readers
