#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "kazakh/line_break.hpp"
#include "layout/paragraph.hpp"

namespace irikteu::layout {

/// Where one line of a paragraph starts and ends, and what is left over on it.
struct LineBreak {
    std::uint32_t first = 0;   ///< Of the atoms.
    std::uint32_t end = 0;     ///< Behind the last one; a space that the line ends at is not in it.
    bool hyphen = false;       ///< A hyphen follows the last word.
    bool last = false;         ///< The paragraph's last, or before a linefeed.
    bool space_follows = false; ///< The line was ended at a space.
};

/// Chooses the ends of all lines of a paragraph at once (Knuth and Plass, "Breaking Paragraphs into Lines", 1981), with
/// the elements and demerits of Apache FOP, so that the same text breaks at the same places.
class LineBreaker {
  public:
    LineBreaker(FoTree& tree, TextShaper& shaper) : tree_(tree), shaper_(shaper) {}

    /// Breaks into lines of `width`; the first is shorter by `indent`. The paragraph may get new atoms: words cut at
    /// the places where a line may end.
    void run(Paragraph& paragraph, std::int64_t width, std::int64_t indent, std::vector<LineBreak>& lines);

    /// How wide a hyphen behind the word is. A centred line that ends at a hyphen or slash of the text has room for one more, as in FOP.
    std::int64_t hyphen_width(const Atom& word) const;

    /// Whether all words that are longer than their line are cut, as in documents in Kazakh or Russian.
    void set_cuts_all(bool cuts_all) { cuts_all_ = cuts_all; }
    /// What no word may be wider than, in millipoints: the width of a page's body.
    void set_widest(std::int64_t widest) { widest_ = widest; }

  private:
    struct Element {
        enum class Kind : std::uint8_t { box, glue, penalty } kind;
        bool flagged = false;
        std::int32_t penalty = 0;
        std::int64_t width = 0, stretch = 0, shrink = 0;
        std::uint32_t atom = 0;
    };
    struct Node {
        std::size_t position;
        int line;
        int fitness;
        std::int64_t width, stretch, shrink;
        double demerits;
        double ratio;
        int previous;
        int ladder;
    };
    enum class Allowed { forced_only, unflagged, all };

    static constexpr std::int32_t kInfinite = 1000;  // A penalty.

    static bool is_edge(AtomKind kind) { return kind == AtomKind::begin || kind == AtomKind::end || kind == AtomKind::note; }

    std::uint32_t first_shown(std::uint32_t start, std::uint32_t end);
    void cut_words(Paragraph& paragraph, std::int64_t width);
    bool parts_signs(const Atom& space, std::uint32_t start, std::uint32_t following) const;
    void cut_word(const Atom& word, std::uint8_t last_flags, std::int64_t width, bool after_soft_hyphen);
    void cut_part(const Atom& word, std::string_view part, std::uint8_t flags, std::int64_t width, bool by_syllables);
    void cut_long(const Atom& word, std::uint8_t flags, std::int64_t width);
    bool may_cut(const Atom& word) const;
    const ShapedText* shape(FaceId face, std::string_view text, std::uint8_t flags);
    void push_part(const Atom& word, std::string_view part, std::uint8_t flags);
    static std::size_t letters(std::string_view text);
    void join_words(Paragraph& paragraph, std::vector<LineBreak>& lines, std::size_t first_line);
    void break_part(const Paragraph& paragraph, std::uint32_t first, std::uint32_t end, std::int64_t indent,
                    std::vector<LineBreak>& lines);
    void choose_ends(const Paragraph& paragraph, std::uint32_t first, std::uint32_t end, std::int64_t indent,
                     std::vector<LineBreak>& lines);
    bool pushed_out(const Paragraph& paragraph, const LineBreak& line) const;
    void make_elements(const Paragraph& paragraph, std::uint32_t first, std::uint32_t end, std::int64_t indent);
    bool stays_at_start() const;
    void add_preserved_space(const Atom& atom, std::uint32_t index);
    std::uint32_t add_spaces(const Paragraph& paragraph, std::uint32_t first, std::uint32_t end);
    void add_hyphen(const Atom& atom, std::uint32_t index);
    void add_leader(const Atom& atom, std::uint32_t index);
    void finish_elements(std::uint32_t end);
    int find(double threshold, bool force, Allowed allowed);
    void consider(std::size_t position, double threshold, bool force);
    void add_best(std::size_t position, int line);
    static bool is_later(const Node& a, const Node& b);
    std::size_t restart(int node_index);
    double demerits(const Node& node, const Element& e, int fitness, double ratio) const;
    void remember_bad(std::size_t position, int from, int line, int fitness, double ratio, double cost);
    Node node_after(std::size_t position);

    void box(std::int64_t width, std::uint32_t atom) { elements_.push_back({Element::Kind::box, false, 0, width, 0, 0, atom}); }
    void glue(std::int64_t width, std::int64_t stretch, std::int64_t shrink, std::uint32_t atom) {
        elements_.push_back({Element::Kind::glue, false, 0, width, stretch, shrink, atom});
    }
    void penalty(std::int32_t value, bool flagged, std::int64_t width, std::uint32_t atom) {
        elements_.push_back({Element::Kind::penalty, flagged, value, width, 0, 0, atom});
    }

    FoTree& tree_;
    TextShaper& shaper_;
    bool cuts_all_ = false;
    std::int64_t widest_ = 0;
    const Style* style_ = nullptr;
    TextAlign align_ = TextAlign::start;
    TextAlign align_last_ = TextAlign::start;
    bool only_last_justified_ = false;
    bool counts_first_spaces_ = false;  ///< The spaces that begin lines take room.
    std::int64_t width_ = 0;
    std::int64_t filler_ = 0;
    std::vector<Element> elements_;
    std::vector<Node> nodes_;
    std::vector<int> active_;
    struct Best {
        double demerits;
        double ratio;
        int node;
    };
    std::array<Best, 4> best_{};
    std::vector<int> survivors_, fresh_, merged_;
    struct Behind {
        std::size_t first = 0, end = 0;  ///< Elements up to the next box.
        std::int64_t width = 0, stretch = 0, shrink = 0;
    } behind_;
    std::int64_t total_width_ = 0, total_stretch_ = 0, total_shrink_ = 0;
    int too_short_ = -1, too_long_ = -1, deactivated_ = -1;
    std::vector<Atom> atoms_;
    std::string text_;
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> opportunities_;
    std::vector<kazakh::LineBreak> breaks_;
};

}  // namespace irikteu::layout
