#include "outline/title_lists.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "xml/node.hpp"

namespace irikteu::outline {

namespace {

constexpr std::size_t least_paged = 3;       ///< Titles of a list with pages.
constexpr std::size_t least_titles = 4;      ///< Of one without: three headings may stand one upon another.
constexpr std::size_t most_others = 2;       ///< Lines in a list that say no title and do not come again: an introduction, an annex.
constexpr std::size_t longest_other = 160;   ///< Characters.
constexpr std::size_t longest_number = 6;    ///< Characters of a cell that numbers an entry.

bool is_line(const Block& block) { return block.kind == Block::Kind::heading || block.kind == Block::Kind::paragraph; }

/// Whether a line says a title and behind it a page: "Қаржы ресурстары 14", "… – 14-бет".
bool says_title_and_page(const Block& block, const Titles& titles) {
    std::string_view key = block.key.folded;
    constexpr std::string_view page = "\u0431\u0435\u0442";
    if (key.ends_with(page)) key.remove_suffix(page.size());
    std::size_t digits = 0;
    while (digits < 3 && !key.empty() && key.back() >= '0' && key.back() <= '9') key.remove_suffix(1), ++digits;
    if (digits == 0 || key.empty()) return false;
    Key title;
    title.folded = key;
    return titles.say(title);
}

void mark_paged_titles(std::vector<Block>& blocks, const Titles& titles) {
    for (std::size_t i = 0; i < blocks.size();) {
        std::size_t lines = 0;
        std::size_t end = i;
        for (; end < blocks.size(); ++end) {
            if (blocks[end].key.folded.empty()) continue;
            if (!is_line(blocks[end]) || !says_title_and_page(blocks[end], titles)) break;
            ++lines;
        }
        for (std::size_t k = i; lines >= least_paged && k < end; ++k) blocks[k].contents = true;
        i = std::max(end, i + 1);
    }
}

/// Where each line stands for the last time.
class LastPlaces {
  public:
    explicit LastPlaces(const std::vector<Block>& blocks) {
        for (std::size_t k = 0; k < blocks.size(); ++k) {
            if (!blocks[k].contents && !blocks[k].key.folded.empty()) last_[blocks[k].key.folded] = k;
        }
    }
    bool come_behind(std::string_view key, std::size_t index) const {
        const auto it = last_.find(key);
        return it != last_.end() && it->second > index;
    }

  private:
    std::unordered_map<std::string_view, std::size_t> last_;
};

class Lists {
  public:
    Lists(std::vector<Block>& blocks, const Titles& titles) : blocks_(blocks), titles_(titles) {}

    void mark() {
        for (std::size_t k = 0; k < blocks_.size(); ++k) {
            if (!is_title(blocks_[k])) continue;
            const std::vector<std::size_t> run = run_from(k);
            mark_list(run);
            k = run.back();
        }
    }

  private:
    bool is_title(const Block& block) const {
        return !block.contents && (is_line(block) || block.kind == Block::Kind::cell) && titles_.say(block.key);
    }

    /// Whether a line says nothing, or is a number in a cell of its own.
    static bool is_silent(const Block& block) {
        return block.contents || block.key.folded.empty() || (block.kind == Block::Kind::cell && block.visible <= longest_number);
    }

    /// Whether a line that says no title may stand between a list's entries.
    bool is_passed(std::size_t k, std::size_t& others) {
        const Block& block = blocks_[k];
        if (is_silent(block)) return true;
        if (block.kind == Block::Kind::company || block.visible > longest_other || xml::trim(block.text).ends_with('.')) return false;
        return places().come_behind(block.key.folded, k) || ++others <= most_others;
    }

    /// Titles one upon another.
    std::vector<std::size_t> run_from(std::size_t first) {
        std::vector<std::size_t> run{first};
        std::size_t others = 0;
        for (std::size_t k = first + 1; k < blocks_.size(); ++k) {
            if (is_title(blocks_[k])) run.push_back(k);
            else if (run.size() < 2 && !is_silent(blocks_[k])) break;  // Most titles stand above their text.
            else if (!is_passed(k, others)) break;
        }
        return run;
    }

    /// How many of a run's titles are a list: up to where one comes oftener than the act has it, as the text's own first heading
    /// does; or where headings begin behind other lines.
    std::size_t length_of_list(const std::vector<std::size_t>& run) const {
        std::map<std::string_view, std::size_t> times;
        for (std::size_t k = run.front(); k > 0 && (blocks_[k - 1].contents || blocks_[k - 1].key.folded.empty()); --k) ++times[blocks_[k - 1].key.folded];
        const bool of_headings = blocks_[run.front()].kind == Block::Kind::heading;
        for (std::size_t n = 0; n < run.size(); ++n) {
            const Block& block = blocks_[run[n]];
            if (++times[block.key.folded] > titles_.count(block.key) || (!of_headings && block.kind == Block::Kind::heading)) return n;
        }
        return run.size();
    }

    void mark_list(const std::vector<std::size_t>& run) {
        if (run.size() < least_titles) return;
        const std::size_t length = length_of_list(run);
        if (length < least_titles) return;
        const std::size_t last = run[length - 1];
        std::size_t again = 0;
        for (std::size_t n = 0; n < length; ++n) again += places().come_behind(blocks_[run[n]].key.folded, last);
        if (again * 2 <= length) return;
        for (std::size_t k = run.front(); k <= last; ++k) blocks_[k].contents = true;
    }

    const LastPlaces& places() {
        if (!places_) places_.emplace(blocks_);
        return *places_;
    }

    std::vector<Block>& blocks_;
    const Titles& titles_;
    std::optional<LastPlaces> places_;
};

}  // namespace

void mark_title_lists(std::vector<Block>& blocks, const Titles& titles) {
    mark_paged_titles(blocks, titles);
    Lists(blocks, titles).mark();
}

}  // namespace irikteu::outline
