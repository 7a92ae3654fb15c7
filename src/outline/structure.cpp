#include "outline/structure.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>

#include "base/utf8.hpp"
#include "kazakh/letters.hpp"
#include "outline/look_alikes.hpp"
#include "outline/placement.hpp"
#include "outline/source.hpp"
#include "outline/title_lists.hpp"

namespace irikteu::outline {

namespace {

/// What stands below a heading, down to the next heading that matters.
struct Content {
    std::size_t characters = 0;
    const Block* placeholder = nullptr;  ///< The first that stands there in place of text.
    const Block* hint = nullptr;         ///< The first that holds a sentence of the blank.
    bool has_picture = false;
    std::vector<std::size_t> answers;  ///< Lines that look like headings and are all that stands there.
};

class Outliner {
  public:
    Outliner(xml::Node paper, const Prescribed& prescribed, const Comparison& comparison, const Wording& wording)
        : paper_(paper), prescribed_(prescribed), wording_(wording), comparison_(comparison),
          blocks_(lines_of(paper, comparison.titles(), wording)), candidates_(candidates_of(blocks_, comparison.titles(), wording)),
          placements_(place(prescribed, candidates_, comparison_)), owner_(blocks_.size(), 0) {
        for (const Placement& placement : placements_) {
            if (placement.candidate >= 0 && !candidate(placement.candidate).in_data) own(placement.candidate);
            for (const int duplicate : placement.duplicates) own(duplicate);
        }
    }

    void write() {
        if (xml::Node former = paper_.first_element("outline")) former.remove();
        xml::Node outline = paper_.append("outline");
        outline.set_attribute("appendix", prescribed_.appendix);
        write_items(outline, -1, 0);
        write_extras(outline);
        if (paper_.attribute_or("volume", "") == "measured") write_volume();
    }

  private:
    /// Sentences below a heading that the style of headings has run on into. One alone is a sentence where no title ends in a full stop.
    static bool is_text(const Block& block, const Titles& titles, bool titles_end_in_stops) {
        constexpr std::size_t longest_heading = 60;
        constexpr std::size_t shortest_sentence = 30;
        if (!block.number.empty() || !xml::trim(block.text).ends_with('.') || titles.say(block.key)) return false;
        if (!titles_end_in_stops && block.visible >= shortest_sentence && !titles.nearly_say(Letters(block.key.folded))) return true;
        if (block.visible <= longest_heading) return false;
        const std::size_t first = block.text.find(". ");
        if (first == std::string::npos || first + 2 >= block.text.size()) return false;
        std::size_t at = block.text.find_first_not_of(' ', first + 2);
        if (at == std::string::npos) return false;
        const char32_t next = base::next_code_point(block.text, at);
        return kazakh::is_upper(next) && !titles.nearly_say(Letters(block.key.folded));
    }
    static std::vector<Block> lines_of(xml::Node paper, const Titles& titles, const Wording& wording) {
        std::vector<Block> blocks = blocks_of(paper.first_element("text"), wording);
        split_broken_lines(blocks, titles, wording);
        const bool stops = std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
            return block.kind == Block::Kind::heading && xml::trim(block.text).ends_with('.') && titles.say(block.key);
        });
        for (Block& block : blocks) {
            if (block.kind == Block::Kind::heading && !block.contents && is_text(block, titles, stops)) block.kind = Block::Kind::paragraph;
        }
        mark_title_lists(blocks, titles);
        return blocks;
    }
    void own(int index) {
        for (std::size_t k = candidate(index).block; k <= candidate(index).last; ++k) owner_[k] = 1;
    }
    const Item& item(int i) const { return prescribed_.items[static_cast<std::size_t>(i)]; }
    const Placement& placement(int i) const { return placements_[static_cast<std::size_t>(i)]; }
    const Candidate& candidate(int j) const { return candidates_[static_cast<std::size_t>(j)]; }

    /// Whether a heading that matches nothing ends what stands above it: it is of a higher level, or of the same level
    /// and numbered on. Any other is the applicant's own subdivision.
    bool ends_section(const Block& block, const Candidate& heading) const {
        if (opens_annex(block, wording_)) return true;
        if (block.kind != Block::Kind::heading || block.level == 0 || heading.level == 0) return false;
        // A level that was only guessed by the look of the line tells nothing.
        return block.level < heading.level && block.node.attribute_or("how", "") != "look";
    }

    bool is_note(const Block& block) const {
        const auto says = [&](const std::string& key) {
            return std::any_of(prescribed_.notes.begin(), prescribed_.notes.end(), [&](const Key& note) { return note.folded == key; });
        };
        return says(block.key.folded) || (block.hint && says(without_hints(block.key.folded, wording_)));
    }

    /// Whether a cell belongs to the heading in a cell to its right, as its number does.
    bool stands_before_heading(std::size_t k) const {
        const Block& block = blocks_[k];
        if (block.kind != Block::Kind::cell) return false;
        for (std::size_t next = k + 1; next < blocks_.size(); ++next) {
            const Block& other = blocks_[next];
            if (other.kind != Block::Kind::cell || other.table != block.table || other.row != block.row) return false;
            if (owner_[next] != 0) return other.column > block.column;
        }
        return false;
    }

    /// Whether a line is what the act prints behind an item's title, and not its writer's.
    static bool is_explanation(const Block& block, const Item& item) {
        return std::any_of(item.explanations.begin(), item.explanations.end(), [&](const Key& words) { return nearly_equal(block.key, words); });
    }

    /// Whether a heading that is no item's may be the text of the one above it: an answer in bold letters, a sentence in the style of
    /// headings. It is where nothing else stands there.
    static bool may_answer(const Block& block) {
        constexpr std::size_t shortest_sentence = 40;
        if (block.blank || block.contents) return false;
        return block.visible >= shortest_sentence || block.node.attribute_or("how", "") == "look" || block.text.find_first_of(",0123456789") != std::string::npos ||
               xml::trim(block.text).ends_with('.');
    }

    Content content_of(const Candidate& heading, const Item& of) const {
        Content content;
        content.characters = heading.run_in;
        if (heading.in_data) return content;
        const bool is_last = std::find(owner_.begin() + static_cast<std::ptrdiff_t>(heading.last) + 1, owner_.end(), 1) == owner_.end();
        for (std::size_t k = heading.last + 1; k < blocks_.size() && owner_[k] == 0; ++k) {
            const Block& block = blocks_[k];
            if (ends_section(block, heading)) break;
            if (is_last && block.number.find_first_of(")") == std::string::npos && opens_end(block, wording_)) break;
            if (block.hint && content.hint == nullptr) content.hint = &block;
            const bool is_printed = is_explanation(block, of);
            if (block.kind == Block::Kind::heading && !is_printed && may_answer(block)) content.answers.push_back(k);
            if (is_printed && content.placeholder == nullptr) content.placeholder = &block;
            if (is_printed || block.kind == Block::Kind::heading || block.contents || is_note(block) || stands_before_heading(k)) continue;
            if (block.blank && (!block.number.empty() || !xml::trim(block.text).empty())) content.placeholder = content.placeholder ? content.placeholder : &block;
            content.has_picture = content.has_picture || block.picture;
            content.characters += block.characters();
        }
        if (content.characters > 0 || content.has_picture) content.answers.clear();
        for (const std::size_t k : content.answers) content.characters += blocks_[k].visible;
        return content;
    }

    bool has_items_below(int i) const {
        for (int k = i + 1; k < static_cast<int>(placements_.size()) && prescribed_.is_within(k, i); ++k) {
            if (placement(k).candidate >= 0 && placement(k).candidate != placement(i).candidate) return true;
        }
        return false;
    }

    std::string_view status_of(int i, const Content& content) const {
        const Placement& placed = placement(i);
        if (content.characters == 0 && !content.has_picture && !has_items_below(i)) return content.placeholder ? "placeholder" : "empty";
        if (placed.out_of_order) return "out-of-order";
        return is_approximate(placed.how) ? "approximate" : "found";
    }

    /// Returns the index behind the last item written.
    int write_items(xml::Node parent_node, int parent, int first) {
        int i = first;
        while (i < static_cast<int>(placements_.size()) && item(i).parent == parent) {
            xml::Node section = parent_node.append("section");
            section.set_attribute("item", item(i).id);
            section.append_with_text("title", item(i).title);
            if (placement(i).candidate < 0) {
                section.set_attribute("status", "missing");
            } else {
                describe(section, i);
            }
            section.set_attribute("required", item(i).required ? "true" : "false");
            const int next = write_items(section, i, i + 1);
            for (const int duplicate : placement(i).duplicates) write_duplicate(parent_node, i, duplicate);
            i = next;
        }
        return i;
    }

    void describe(xml::Node section, int i) {
        const Placement& placed = placement(i);
        const Candidate& heading = candidate(placed.candidate);
        const Content content = content_of(heading, item(i));
        if (!has_items_below(i)) answers_.insert(content.answers.begin(), content.answers.end());
        section.set_attribute("status", status_of(i, content));
        section.set_attribute("how", to_string(placed.how));
        if (is_approximate(placed.how)) section.set_attribute("difference", comparison_.difference(i, tokens_of(heading.title)));
        section.set_attribute("characters", std::to_string(content.characters));
        write_heading(section, heading);
        if (section.attribute_or("status", "") == "placeholder") {
            const Block& block = *content.placeholder;
            copy_source(section.append_with_text("placeholder", xml::normalize_space(block.number + ' ' + block.text)), block.node);
        } else if (content.hint != nullptr) {
            copy_source(section.append_with_text("hint", xml::normalize_space(content.hint->text)), content.hint->node);
        }
    }

    void write_duplicate(xml::Node parent_node, int i, int duplicate) {
        xml::Node section = parent_node.append("section");
        section.set_attribute("item", item(i).id);
        section.set_attribute("status", "duplicate");
        section.set_attribute("required", item(i).required ? "true" : "false");
        section.set_attribute("characters", std::to_string(content_of(candidate(duplicate), item(i)).characters));
        section.append_with_text("title", item(i).title);
        write_heading(section, candidate(duplicate));
    }

    void write_heading(xml::Node section, const Candidate& heading) {
        const Block& block = blocks_[heading.block];
        copy_source(section, block.node);
        copy_source(section.append_with_text("heading", heading.title), block.node);
    }

    /// Hundredths of a sheet that stand before a line, as the reader measured; nullopt where it did not.
    std::optional<int> sheet_of(std::size_t block) const {
        const auto text = blocks_[block].node.attribute("sheet");
        if (!text) return std::nullopt;
        int whole = 0;
        int part = 0;
        const char* const end = text->data() + text->size();
        const char* const point = std::from_chars(text->data(), end, whole).ptr;
        if (point < end) std::from_chars(point + 1, end, part);
        return whole * 100 + part;
    }

    /// An empty line that a page break leaves above the annex's title opens no sheet of the paper's.
    static constexpr int unsure_of_annex = 6;

    /// The paper without its annexes, and its summary, the first section, by itself.
    void write_volume() {
        std::size_t last = 0;
        for (std::size_t k = 0; k < blocks_.size(); ++k) {
            if (owner_[k] != 0) last = k;
        }
        for (std::size_t k = last + 1; last > 0 && k < blocks_.size(); ++k) {
            if (blocks_[k].contents || !opens_annex(blocks_[k], wording_)) continue;
            if (const auto sheet = sheet_of(k)) paper_.set_attribute("sheets", std::to_string(std::max((*sheet - unsure_of_annex + 99) / 100, 1)));
            break;
        }
        if (placements_.empty() || placement(0).candidate < 0) return;
        const std::size_t first = candidate(placement(0).candidate).block;
        std::size_t end = blocks_.size();
        for (int i = 1; i < static_cast<int>(placements_.size()); ++i) {
            if (item(i).parent >= 0 || placement(i).candidate < 0) continue;
            const std::size_t block = candidate(placement(i).candidate).block;
            if (block > first) end = std::min(end, block);
        }
        const auto from = sheet_of(first);
        const auto until = end < blocks_.size() ? sheet_of(end) : std::nullopt;
        if (!from || !until) return;
        constexpr int unsure = 10;  // A line more or less is no sheet.
        paper_.set_attribute("summary_sheets", std::to_string(std::max((*until - *from - unsure + 99) / 100, 1)));
    }

    /// Whether no more than a line stands below a heading: the cluster's name, place and year.
    bool is_of_title_page(std::size_t index) const {
        constexpr std::size_t longest_line = 80;
        std::size_t characters = 0;
        for (std::size_t k = index + 1; k < blocks_.size() && blocks_[k].kind != Block::Kind::heading; ++k) characters += blocks_[k].contents ? 0 : blocks_[k].visible;
        return characters <= longest_line;
    }

    void write_extras(xml::Node outline) {
        const Key title = kazakh::matching_key(paper_.child_text("title"));
        const auto begin = static_cast<std::size_t>(std::find(owner_.begin(), owner_.end(), 1) - owner_.begin());
        for (const Block& block : blocks_) {
            const auto index = static_cast<std::size_t>(&block - blocks_.data());
            if (block.kind != Block::Kind::heading || block.contents || block.blank || owner_[index] != 0 || answers_.contains(index)) continue;
            if (opens_annex(block, wording_) || is_note(block) || block.key == title) continue;
            if (index < begin && begin < blocks_.size() && is_of_title_page(index)) continue;
            copy_source(outline.append_with_text("extra", block.text), block.node);
        }
    }

    xml::Node paper_;
    const Prescribed& prescribed_;
    const Wording& wording_;
    const Comparison& comparison_;
    std::vector<Block> blocks_;
    std::vector<Candidate> candidates_;
    std::vector<Placement> placements_;
    std::set<std::size_t> answers_;  ///< Lines that look like headings and are an item's text.
    std::vector<char> owner_;  ///< 1 where a line is the heading of a prescribed item.
};

}  // namespace

void write_outline(xml::Node paper, const Prescribed& prescribed, const Comparison& comparison, const Wording& wording) {
    Outliner(paper, prescribed, comparison, wording).write();
}

}  // namespace irikteu::outline
