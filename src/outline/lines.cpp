#include "outline/lines.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "kazakh/numbering.hpp"

namespace irikteu::outline {

namespace {
constexpr std::size_t most_lines = 2000;

char32_t first_letter(std::string_view text) {
    std::size_t at = 0;
    return text.empty() ? U' ' : base::next_code_point(text, at);
}

char32_t last_letter(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && base::goes_on(text[--at])) {}
    return first_letter(text.substr(at));
}

/// Whether a line break only keeps a sentence within the page's width: a letter, a comma or a closing quote stands before it, a small
/// letter behind it, and the line began with a capital. Two lines that both have a colon say two things.
bool only_wraps(std::string_view line, std::string_view next) {
    line = xml::trim(line);
    next = xml::trim(next);
    const char32_t last = last_letter(line);
    if (!kazakh::is_letter(first_letter(next)) || kazakh::is_upper(first_letter(next))) return false;
    if (!kazakh::is_letter(last) && last != U',' && last != 0xBB && last != 0x201D) return false;
    const std::string_view words = xml::trim(kazakh::split_numbering(line).rest);
    const char32_t first = first_letter(words.substr(std::min(words.find_first_not_of("(\""), words.size())));
    if (kazakh::is_letter(first) && !kazakh::is_upper(first)) return line.starts_with('(');
    return line.find(':') == std::string_view::npos || next.find(':') == std::string_view::npos;
}

}  // namespace

void Form::add(xml::Node node, const std::string& text, int table, const GridCell* cell) {
    std::string_view rest = text;
    while (lines_.size() < most_lines) {
        auto end = std::min(rest.find('\n'), rest.size());
        FormLine& line = lines_.emplace_back();
        line.node = node;
        line.text = std::string(rest.substr(0, end));
        // The paragraphs of a cell are parted in the same way, so there a break says more.
        while (cell == nullptr && end < rest.size()) {
            const auto next = std::min(rest.find('\n', end + 1), rest.size());
            const std::string_view piece = rest.substr(end + 1, next - end - 1);
            if (!only_wraps(line.text, piece)) break;
            line.text += ' ' + std::string(piece);
            end = next;
        }
        line.key = kazakh::matching_key(line.text);
        line.table = table;
        line.cell = cell;
        if (end == rest.size()) return;
        rest.remove_prefix(end + 1);
    }
}

Form::Form(xml::Node text) {
    for (xml::Node node : text.elements()) {
        if (node.name() == "heading" || node.name() == "p") {
            const std::string number(node.attribute_or("number", ""));
            add(node, (number.empty() ? "" : number + " ") + node.text(), -1, nullptr);
        } else if (node.name() == "table") {
            const Grid& grid = grids_.emplace_back(node);
            const int index = static_cast<int>(grids_.size()) - 1;
            for (const GridCell& cell : grid.cells()) add(cell.node, cell.text, index, &cell);
        }
    }
}

namespace {

/// Joins the line with up to two of its own container that follow, where a parenthesis stays open. Returns how many
/// further lines were taken.
std::size_t join_open(const std::vector<FormLine>& lines, std::size_t index, std::string& text) {
    const auto is_open = [&] {
        const auto open = text.rfind('(');
        return open != std::string::npos && text.find(')', open) == std::string::npos;
    };
    std::size_t taken = 0;
    while (is_open() && taken < 2 && index + taken + 1 < lines.size() && lines[index + taken + 1].cell == lines[index].cell) {
        ++taken;
        text += ' ' + lines[index + taken].text;
    }
    return is_open() ? 0 : taken;
}

}  // namespace

std::vector<Captioned> Form::captions() const {
    std::vector<Captioned> captions;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        std::string text = lines_[i].text;
        const std::size_t taken = join_open(lines_, i, text);
        std::size_t from = 0;
        const std::size_t first = captions.size();
        for (auto open = text.find('('); open != std::string::npos; open = text.find('(', from)) {
            const auto close = text.find(')', open);
            if (close == std::string::npos) break;
            Captioned& caption = captions.emplace_back();
            caption.line = i;
            caption.last_line = i + taken;
            caption.before = text.substr(from, open - from);
            caption.caption = text.substr(open + 1, close - open - 1);
            caption.key = kazakh::matching_key(caption.caption);
            from = close + 1;
            if (captions.size() > first + 1) captions[captions.size() - 2].after = caption.before;
        }
        if (captions.size() > first) captions.back().after = text.substr(std::min(from, text.size()));
        i += taken;
    }
    return captions;
}

std::string without_rules(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const bool ellipsis = text.substr(i).starts_with("\xE2\x80\xA6");
        std::size_t dots = i;
        while (dots < text.size() && text[dots] == '.') ++dots;
        if (text[i] == '_' || ellipsis || dots - i >= 3) {
            out += ' ';
            i = ellipsis ? i + 3 : std::max(dots, i + 1);
        } else {
            out += text[i++];
        }
    }
    return xml::normalize_space(out);
}

}  // namespace irikteu::outline
