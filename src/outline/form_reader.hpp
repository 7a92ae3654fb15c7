#pragma once

#include <optional>
#include <string>
#include <vector>

#include "act/act.hpp"
#include "outline/blocks.hpp"
#include "outline/labels.hpp"
#include "outline/lines.hpp"

namespace irikteu::outline {

/// What a form says in one of its places.
struct FieldValue {
    std::string text;  ///< Empty where only a blank stands.
    xml::Node node;    ///< Where.
    std::string raw = {};  ///< As it stands, with its rules and gaps.
};

/// A line of a signature: "Төраға ________ А. Асанов".
struct Signed {
    FieldValue position, name, signature;
};

/// What a picture in a line or a cell is called, as a signature or a stamp that was scanned; empty where there is none.
std::string picture_in(xml::Node node);

/// Finds the values of a submitted form by its printed texts and captions.
class FormReader {
  public:
    /// The reference to the rules' appendix at the head ("… қағидаларына 1-қосымша") is marked as no place for values.
    FormReader(xml::Node text, const Wording& wording);

    Form& form() { return form_; }
    const Form& form() const { return form_; }
    const std::vector<Captioned>& captions() const { return captions_; }

    /// Looks for a printed text in a line, or over up to four lines in a row, and marks them as no place for values.
    /// The value is the text as it stands. `likeness`: the words decide where no line says it to the letter.
    enum class Likeness { letters, words };
    std::optional<FieldValue> printed(const std::string& text, Likeness likeness = Likeness::letters);
    /// The first line that names that part of a dossier: its title in words of its own. Marked like printed().
    std::optional<FieldValue> line_naming(std::string_view part, const act::Act& act);
    /// Index of the first line of the last printed() that was found.
    std::size_t printed_at() const { return printed_at_; }

    /// Forgets everything from the first line that begins with this printed text.
    void cut_from(const std::string& text);
    /// Marks the lines of these captions as no place for values; call it before value_of_caption().
    void mark_captions(const std::vector<std::string>& captions);
    /// Finds out on which side of its caption a value stands, where captions have lines of their own, with parentheses or without: above as
    /// the act prints it, or below. Call it when everything printed has been found.
    void place_captions(const std::vector<std::string>& captions);
    /// The labels that a form of people's own has in place of captions.
    void set_labels(std::vector<Wordings> labels) { labels_ = std::move(labels); }
    /// The value behind a label, beside it or below it; nullopt where the label is not there.
    std::optional<FieldValue> value_of_label(const Wordings& label);
    /// The last line that has a position and a name with room for a signature between them; nullopt where there is none behind `from`.
    std::optional<Signed> signed_by_rule(std::size_t from) const;
    /// The picture that stands where the value of that caption would.
    std::optional<FieldValue> picture_of_caption(const std::string& words) const;
    /// The value that belongs to the `nth` caption with these words, from 0; nullopt where there is no such caption.
    std::optional<FieldValue> value_of_caption(const std::string& caption, int nth = 0);
    /// The same for a caption in any of these wordings.
    std::optional<FieldValue> value_of_caption(const Wordings& caption);

    /// The text without rules and placeholders: empty where nothing is left.
    std::string value(std::string_view text) const;

  private:
    struct Range {
        std::size_t first, count;
    };
    std::string joined_text(Range range) const;
    /// Lines that are nearer to a printed text than these, with one more behind or one less before: a mistake of a few letters is allowed,
    /// and a word on the next line is as long.
    Range nearest(Range range, const Key& wanted) const;
    bool is_caption(const Captioned& caption, const Key& key) const;
    std::optional<FieldValue> above(std::size_t line) const;
    std::optional<FieldValue> below(std::size_t line) const;
    bool has_place(std::size_t line, int step) const;
    bool stands_above_value(const Captioned& caption) const;
    std::optional<FieldValue> in_table(const FormLine& line) const;
    std::optional<FieldValue> value_at(const Captioned& caption) const;
    bool is_label(std::string_view text) const;
    FieldValue beside(const FormLine& label) const;

    const Wording& wording_;
    Form form_;
    std::vector<Captioned> captions_;
    int above_values_ = 0;  ///< Groups of captions that stand above their values, less those that stand below.
    std::vector<Wordings> labels_;
    std::size_t printed_at_ = 0;
};

}  // namespace irikteu::outline
