#include "pipeline/agreement.hpp"

#include <algorithm>

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

class Comparison {
  public:
    explicit Comparison(const pdf::ReadText& read) : body_(joined(read)), shown_(everything(read)), fields_(read.fields) {}

    void flows(xml::Node node) {
        for (const xml::Node child : node.elements()) {
            const bool ours = child.namespace_uri() == kFormatting;
            if (ours && child.name() == "flow") {
                texts(child);
            } else if (!ours || child.name() != "static-content") {
                flows(child);
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

    static std::string everything(const pdf::ReadText& read) {
        std::string text;
        for (const auto& element : read.elements) text += element.text + ' ';
        for (const auto& artifact : read.artifacts) text += artifact + ' ';
        for (const auto& [name, value] : read.fields) text += value + ' ';
        return text;
    }

    void texts(xml::Node node) {
        for (const xml::Node child : node.children()) {
            if (child.kind() == xml::Node::Kind::text) {
                look_for(child, child.content());
            } else if (child.kind() == xml::Node::Kind::element) {
                if (child.namespace_uri() == kFormatting && (child.name() == "marker" || child.name() == "title")) continue;
                if (child.attribute_or("visibility", "") == "hidden") continue;
                if (child.attribute("role", kExtensions).value_or("") == "artifact" || child.attribute_or("role", "") == "artifact") continue;
                if (child.is_element("field", kExtensions)) field(child);
                texts(child);
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

    void look_for(xml::Node node, std::string_view text) {
        const auto wanted = squeezed(text);
        if (wanted.empty()) return;
        ++result_.texts;
        if (!body_.take(wanted)) result_.missing.push_back({xml::normalize_space(text), node.line(), node.parent().path()});
    }

    void value(std::string_view content, xml::Node node, std::string_view attribute) {
        const auto text = xml::normalize_space(content);
        if (text.empty()) return;
        ++result_.values;
        if (shown_.shows(text)) return;
        result_.unshown.push_back({text, node.line(), node.path() + std::string(attribute)});
    }

    Ordered body_;
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
