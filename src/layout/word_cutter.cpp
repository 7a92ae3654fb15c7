// Where lines may end: words cut at the opportunities that Kazakh typography leaves, and joined again afterwards.
#include <algorithm>
#include <string>

#include "kazakh/line_break.hpp"
#include "layout/line_breaker.hpp"

namespace irikteu::layout {

void LineBreaker::cut_words(Paragraph& paragraph, std::int64_t width) {
    const auto atoms = paragraph.atoms;
    text_.clear();
    starts_.clear();
    for (const Atom& a : atoms) {
        starts_.push_back(static_cast<std::uint32_t>(text_.size()));
        switch (a.kind) {
            case AtomKind::word:
                text_ += a.shaped->text;
                if (a.flags & kUnbreakable) text_ += "\u2060";
                if (a.flags & kSoftHyphen) text_ += "\u00AD";
                break;
            case AtomKind::space: text_ += ' '; break;
            case AtomKind::fixed_space: text_ += "\u00A0"; break;
            case AtomKind::linefeed: text_ += '\n'; break;
            case AtomKind::opportunity: text_ += "\u200B"; break;
            // Behind a space a line may begin with it; a letter would hang on it, as with pictures.
            case AtomKind::leader: text_ += !text_.empty() && text_.back() == ' ' ? "\uFFFC\u2060" : "\u2060"; break;
            case AtomKind::image: {
                const char before = text_.empty() ? ' ' : text_.back();
                text_ += before == ' ' || before == '\n' ? "\uFFFC\u2060" : "\u2060\uFFFC\u2060";
                break;
            }
            case AtomKind::field: text_ += "\uFFFC"; break;
            case AtomKind::page_number:
            case AtomKind::citation:
            case AtomKind::citation_last: text_ += '0'; break;
            case AtomKind::begin:
            case AtomKind::end:
            case AtomKind::note: break;
        }
    }
    starts_.push_back(static_cast<std::uint32_t>(text_.size()));
    breaks_.clear();
    kazakh::line_breaks(text_, breaks_);
    atoms_.clear();
    auto next = breaks_.begin();
    bool after_soft_hyphen = false;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        Atom atom = atoms[i];
        const std::uint32_t start = starts_[i];
        const std::uint32_t end = starts_[i + 1];
        opportunities_.clear();
        for (; next != breaks_.end() && next->offset < end; ++next) {
            if (next->offset > start) opportunities_.push_back(static_cast<std::uint32_t>(next->offset - start));
        }
        const bool at_end = next != breaks_.end() && next->offset == end && end > start;
        if (atom.kind == AtomKind::word) {
            const bool soft = (atom.flags & kSoftHyphen) != 0;
            const int flags = !soft ? atom.flags | (at_end ? kBreakAfter : 0) : at_end ? atom.flags : atom.flags & ~(kSoftHyphen | kHyphenAfter);
            cut_word(atom, static_cast<std::uint8_t>(flags), width, after_soft_hyphen);
            after_soft_hyphen = soft;
            continue;
        }
        if (end > start) after_soft_hyphen = false;
        if (atom.kind == AtomKind::space) {
            // Of several spaces the last one decides; edges of inlines don't count.
            std::size_t follows = i + 1;
            while (follows < atoms.size() && starts_[follows + 1] == starts_[follows]) ++follows;
            const bool more = follows < atoms.size() && atoms[follows].kind == AtomKind::space;
            if (!at_end && !more && follows < atoms.size() && !parts_signs(atom, start, starts_[follows])) {
                atom.flags |= kUnbreakable;
                const bool one = style_->collapse_white_space == Toggle::no && style_->white_space != WhiteSpaceTreatment::preserve;
                for (auto a = atoms_.rbegin(); one && a != atoms_.rend() && a->kind == AtomKind::space; ++a) a->flags |= kUnbreakable;
            }
        } else if (at_end) {
            atom.flags |= kBreakAfter;
        }
        atoms_.push_back(atom);
    }
    paragraph.atoms = atoms_;
}

// UAX #14 lets no line end at spaces beside some signs; FOP reads each object's text for itself, so that one may end at its edges.
bool LineBreaker::parts_signs(const Atom& space, std::uint32_t start, std::uint32_t following) const {
    if ((space.flags & kAtEdge) == 0) return false;
    const auto begins = [](std::string_view text, std::initializer_list<std::string_view> signs) {
        return std::any_of(signs.begin(), signs.end(), [text](std::string_view sign) { return text.substr(0, sign.size()) == sign; });
    };
    const auto ends = [](std::string_view text, std::initializer_list<std::string_view> signs) {
        return std::any_of(signs.begin(), signs.end(), [text](std::string_view s) { return text.size() >= s.size() && text.substr(text.size() - s.size()) == s; });
    };
    const std::string_view text = text_;
    return begins(text.substr(std::min<std::size_t>(following, text.size())),
                  {"(", "[", "{", "<", ")", "]", "}", ">", "!", "?", ",", ".", ";", ":", "/", "\"", "'", "“", "”", "‘", "’", "«", "»"}) ||
           ends(text.substr(0, start), {"(", "[", "{", "<", "\"", "'", "“", "”", "‘", "’", "«", "»"});
}

// What soft hyphens part isn't parted by syllables too (as in FOP).
void LineBreaker::cut_word(const Atom& word, std::uint8_t last_flags, std::int64_t width, bool after_soft_hyphen) {
    const std::string_view text = word.shaped->text;
    std::uint32_t from = 0;
    for (const std::uint32_t to : opportunities_) {
        if (to >= text.size()) break;
        cut_part(word, text.substr(from, to - from), kBreakAfter | kCut, width, from > 0 || !after_soft_hyphen);
        from = to;
    }
    if (from == 0 && style_->hyphenate == Toggle::no && word.width <= width) {
        atoms_.push_back(word);
        atoms_.back().flags = last_flags;
        return;
    }
    cut_part(word, text.substr(from), last_flags, width, (from > 0 || !after_soft_hyphen) && (word.flags & kSoftHyphen) == 0);
}

// A part between opportunities: cut at syllables, and where it is longer than a line, anywhere.
void LineBreaker::cut_part(const Atom& word, std::string_view part, std::uint8_t flags, std::int64_t width, bool by_syllables) {
    std::size_t from = 0;
    // Hyphenation is the block's affair (XSL-FO 1.1, 7.10.4); the language is the word's.
    if (by_syllables && style_->hyphenate == Toggle::yes && style_->wrap == Toggle::yes) {
        const auto least_before = static_cast<std::size_t>(style_->hyphenation_remain);
        const auto least_after = static_cast<std::size_t>(style_->hyphenation_push);
        const kazakh::PatternLanguage language = word.style->patterns;
        std::vector<std::size_t> syllables;
        const bool russian = language == kazakh::PatternLanguage::russian && kazakh::in_russian_letters(part);
        if (!russian) syllables = kazakh::hyphenate(part);
        const bool by_patterns = syllables.empty() && language != kazakh::PatternLanguage::none;
        if (by_patterns) syllables = kazakh::hyphenate(part, language);
        const std::size_t all = syllables.empty() ? 0 : letters(part);
        std::size_t before = 0;
        std::size_t counted = 0;
        for (const std::size_t to : syllables) {
            before += letters(part.substr(counted, to - counted));
            counted = to;
            if (before < least_before || all - before < least_after) continue;
            push_part(word, part.substr(from, to - from), static_cast<std::uint8_t>(kHyphenAfter | kCut | (by_patterns ? kPlain : 0)));
            from = to;
        }
        // As in FOP: a word that its patterns part at all loses its kerning, whether a line ends in it or not.
        if (from > 0 && by_patterns) flags |= kPlain;
        // As in FOP: parts that syllables may end don't end lines at their own hyphens and slashes any more.
        if (from > 0 && by_patterns && (flags & kCut) != 0) flags = static_cast<std::uint8_t>(flags & ~kBreakAfter);
    }
    push_part(word, part.substr(from), flags);
    const Atom whole = atoms_.back();
    if (whole.width <= width || !may_cut(whole)) return;
    atoms_.pop_back();
    cut_long(whole, flags, width);
}

// Punctuation around a word is none of it.
std::size_t LineBreaker::letters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if ((c & 0xC0) == 0x80) continue;
        const bool ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        const bool sign = c == 0xC2 || (c == 0xE2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) <= 0x81);
        if (c < 0x80 ? ascii_letter : !sign) ++count;
    }
    return count;
}

const ShapedText* LineBreaker::shape(FaceId face, std::string_view text, std::uint8_t flags) {
    return (flags & kPlain) != 0 ? &shaper_.plain(face, text) : shaper_.shape(face, text, {}).back();
}

void LineBreaker::push_part(const Atom& word, std::string_view part, std::uint8_t flags) {
    Atom atom = word;
    atom.flags = flags;
    atom.shaped = shape(word.shaped->face, part, flags);
    atom.width = shaper_.word_width(*atom.shaped, *atom.style) + ((flags & kCut) != 0 ? atom.style->letter_spacing : 0);
    atoms_.push_back(atom);
}

// What is longer than its line is cut in Kazakh and Russian; else it may run out of a narrow cell, as with other formatters, but
// not be wider than all that a page has.
bool LineBreaker::may_cut(const Atom& word) const {
    if (cuts_all_ || word.width > widest_) return true;
    const std::string_view text = word.shaped->text;
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xD0 && static_cast<unsigned char>(c) <= 0xD4; });
}

void LineBreaker::cut_long(const Atom& word, std::uint8_t flags, std::int64_t width) {
    const std::string text = word.shaped->text;
    const int units = shaper_.facts(word.shaped->face).units_per_em;
    std::size_t from = 0;
    std::int64_t used = 0;
    for (const ShapedGlyph& glyph : word.shaped->glyphs) {
        const std::int64_t advance = TextShaper::scale(glyph.advance, word.style->font_size, units) + word.style->letter_spacing;
        // Half a point is kept for what rounding and lost kerning may add.
        if (used + advance + 500 > width && glyph.cluster > from) {
            push_part(word, std::string_view(text).substr(from, glyph.cluster - from), kBreakAfter | kCut);
            from = glyph.cluster;
            used = 0;
        }
        used += advance;
    }
    push_part(word, std::string_view(text).substr(from), flags);
}

// Parts between which no line ends become one run again, with its kerning.
void LineBreaker::join_words(Paragraph& paragraph, std::vector<LineBreak>& lines, std::size_t first_line) {
    std::vector<Atom> joined;
    std::string text;
    std::size_t line = first_line;
    std::vector<std::uint32_t> moved(atoms_.size() + 1);
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
        while (line < lines.size() && lines[line].end <= i) ++line;
        moved[i] = static_cast<std::uint32_t>(joined.size());
        const bool line_ends = line < lines.size() && lines[line].end == i + 1;
        const bool cut = atoms_[i].kind == AtomKind::word && (atoms_[i].flags & kCut) != 0 && !line_ends && i + 1 < atoms_.size() &&
                         (atoms_[i].flags & kPlain) == (atoms_[i + 1].flags & kPlain);
        if (!cut && text.empty()) {
            joined.push_back(atoms_[i]);
            continue;
        }
        text += atoms_[i].shaped->text;
        if (cut) continue;
        Atom atom = atoms_[i];
        atom.shaped = shape(atom.shaped->face, text, atom.flags);
        atom.width = shaper_.word_width(*atom.shaped, *atom.style) + ((atom.flags & kCut) != 0 ? atom.style->letter_spacing : 0);
        joined.push_back(atom);
        text.clear();
    }
    moved[atoms_.size()] = static_cast<std::uint32_t>(joined.size());
    for (std::size_t i = first_line; i < lines.size(); ++i) {
        lines[i].first = moved[lines[i].first];
        lines[i].end = moved[lines[i].end];
    }
    paragraph.atoms = tree_.list_arena().copy(joined);
}

}  // namespace irikteu::layout
