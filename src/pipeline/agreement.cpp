#include "pipeline/agreement.hpp"

#include <algorithm>

#include "layout/passed_over.hpp"
#include "layout/text_transform.hpp"
#include "pdf/text_reading.hpp"
#include "readers/shown_text.hpp"

namespace irikteu::pipeline {

namespace {

using readers::squeezed;

constexpr std::string_view kFormatting = "http://www.w3.org/1999/XSL/Format";
constexpr std::string_view kExtensions = "urn:irikteu:fo:1";

/// The document's text, squeezed, in reading order; looked through from where the text before ended.
class Ordered {
  public:
    explicit Ordered(std::string text) : text_(std::move(text)) {}
    bool take(std::string_view wanted) {
        auto at = text_.find(wanted, next_);
        if (at == std::string::npos) at = text_.find(wanted);  // A table's footer, a footnote: read elsewhere than it is written.
        if (at == std::string::npos) return false;
        if (at >= next_) next_ = at + wanted.size();
        return true;
    }

  private:
    std::string text_;
    std::size_t next_ = 0;
};

/// The inherited properties on which it depends what of a text is shown, and how.
struct Inherited {
    layout::TextTransform transform = layout::TextTransform::none;
    bool leader_shows_content = false;

    Inherited at(xml::Node node) const {
        Inherited own = *this;
        const auto transform_named = node.attribute_or("text-transform", ""), pattern = node.attribute_or("leader-pattern", "");
        if (transform_named == "none") own.transform = layout::TextTransform::none;
        if (transform_named == "capitalize") own.transform = layout::TextTransform::capitalize;
        if (transform_named == "uppercase") own.transform = layout::TextTransform::uppercase;
        if (transform_named == "lowercase") own.transform = layout::TextTransform::lowercase;
        if (!pattern.empty() && pattern != "inherit") own.leader_shows_content = pattern == "use-content";
        return own;
    }
};

class Comparison {
  public:
    explicit Comparison(const pdf::ReadText& read) : body_(joined(read)), decoration_(squeezed_artifacts(read)), off_page_(squeezed_off_page(read)), shown_(everything(read)), fields_(read.fields) {}

    void flows(xml::Node node, const Inherited& outer = {}) {
        const Inherited inherited = outer.at(node);
        for (const xml::Node child : node.elements()) {
            const bool ours = child.namespace_uri() == kFormatting;
            if (ours && child.name() == "flow") {
                texts(child, inherited.at(child));
            } else if (!ours || child.name() != "static-content") {
                flows(child, inherited);
            }
        }
    }

    void data(xml::Node node) {
        for (const xml::Node a : node.attributes()) value(a.content(), node, "/@" + std::string(a.name()));
        for (const xml::Node child : node.children()) {
            if (child.kind() == xml::Node::Kind::element) data(child);
            if (child.kind() == xml::Node::Kind::text) value(child.content(), node, {});
        }
    }

    Agreement result() { return std::move(result_); }

  private:
    static std::string joined(const pdf::ReadText& read) {
        std::string text;
        for (const auto& element : read.elements) text += squeezed(element.text);
        return text;
    }

    static std::string squeezed_artifacts(const pdf::ReadText& read) {
        std::string text;
        for (const auto& artifact : read.artifacts) text += squeezed(artifact);
        return text;
    }

    static std::vector<std::string> squeezed_off_page(const pdf::ReadText& read) {
        std::vector<std::string> pieces;
        for (const auto& outside : read.off_page) {
            if (std::string piece = squeezed(outside); !piece.empty()) pieces.push_back(std::move(piece));
        }
        return pieces;
    }

    static std::string everything(const pdf::ReadText& read) {
        std::string text;
        for (const auto& element : read.elements) text += element.text + ' ';
        for (const auto& artifact : read.artifacts) text += artifact + ' ';
        for (const auto& [name, value] : read.fields) text += value + ' ';
        return text;
    }

    void texts(xml::Node node, const Inherited& inherited) {
        for (const xml::Node child : node.children()) {
            if (child.kind() == xml::Node::Kind::text) {
                look_for(child, child.content(), inherited);
            } else if (child.kind() == xml::Node::Kind::element) {
                if (child.namespace_uri() == kFormatting && (child.name() == "marker" || child.name() == "title")) continue;
                if (child.attribute_or("visibility", "") == "hidden" || layout::is_passed_over(child)) continue;
                if (child.attribute("role", kExtensions).value_or("") == "artifact" || child.attribute_or("role", "") == "artifact") continue;
                if (child.is_element("field", kExtensions)) field(child);
                const Inherited own = inherited.at(child);
                if (child.is_element("leader", kFormatting)) leader(child, own);
                else texts(child, own);
            }
        }
    }

    void field(xml::Node node) {
        const std::string value(node.attribute_or("value", ""));
        if (value.empty()) return;
        ++result_.texts;
        const auto found = fields_.find(std::string(node.attribute_or("name", "")));
        if (found == fields_.end() || squeezed(found->second) != squeezed(value)) result_.missing.push_back({value, node.line(), node.path() + "/@value"});
    }

    /// What a leader repeats is decoration, shown as often as it fits. Where it is nowhere, it is missing like any other text, also where the leader is
    /// too short for it: it is said, for nobody can read it. Other patterns show no content.
    void leader(xml::Node node, const Inherited& inherited) {
        const std::string wanted = squeezed(node.text());
        if (!inherited.leader_shows_content || wanted.empty()) return;
        ++result_.texts;
        if (decoration_.find(wanted) == std::string::npos) result_.missing.push_back({xml::normalize_space(node.text()), node.line(), node.path()});
    }

    void look_for(xml::Node node, std::string_view text, const Inherited& inherited) {
        using layout::WordState;
        if (squeezed(text).empty()) return;
        ++result_.texts;
        const auto found = [&](WordState before) { return body_.take(squeezed(layout::transformed(text, inherited.transform, before))); };
        // A text may go on with the word before it, which is not capitalised then.
        const bool shown = found(WordState::between_words) || (inherited.transform == layout::TextTransform::capitalize && found(WordState::inside_word));
        if (!shown) result_.missing.push_back({xml::normalize_space(text), node.line(), node.parent().path(), lies_outside(text, inherited)});
    }

    /// Whether the text, or its end where a line runs out of the page, is painted outside the page.
    bool lies_outside(std::string_view text, const Inherited& inherited) const {
        const std::string wanted = off_page_.empty() ? std::string() : squeezed(layout::transformed(text, inherited.transform, layout::WordState::between_words));
        return std::any_of(off_page_.begin(), off_page_.end(), [&](const std::string& piece) { return piece.find(wanted) != std::string::npos || wanted.find(piece) != std::string::npos; });
    }

    void value(std::string_view content, xml::Node node, std::string_view attribute) {
        const auto text = xml::normalize_space(content);
        if (text.empty()) return;
        ++result_.values;
        if (shown_.shows(text) || shown_.shows_otherwise(text)) return;
        result_.unshown.push_back({text, node.line(), node.path() + std::string(attribute)});
    }

    Ordered body_;
    std::string decoration_;
    std::vector<std::string> off_page_;
    readers::ShownText shown_;
    const std::map<std::string, std::string>& fields_;
    Agreement result_;
};

}  // namespace

Agreement compare_with_pdf(std::string_view pdf, const xml::Document& fo, const xml::Document* data) {
    const auto read = pdf::read_text(pdf);
    Comparison comparison(read);
    comparison.flows(fo.root());
    if (data != nullptr) comparison.data(data->root());
    return comparison.result();
}

}  // namespace irikteu::pipeline
