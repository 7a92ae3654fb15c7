#include "page_maker.hpp"

#include <stdexcept>

#include "pdf/syntax.hpp"
#include "support/folders.hpp"

namespace irikteu::pdf_test {

const pdf::FontLibrary& library() {
    static const pdf::FontLibrary library(support::build_path("/share/irikteu/fonts"));
    return library;
}

layout::Rectangle area(int x, int y, int width, int height) { return {base::points(x), base::points(y), base::points(width), base::points(height)}; }

PageMaker::PageMaker(pdf::FontSession& fonts) : fonts_(fonts) {
    pages.metadata.title = "Құжат";
    pages.elements.emplace_back();
    pages.elements[0].type = "Document";
}

layout::Page& PageMaker::page(int width, int height) {
    pages.pages.emplace_back();
    pages.pages.back().width = base::points(width);
    pages.pages.back().height = base::points(height);
    return pages.pages.back();
}

layout::ElementId PageMaker::element(std::string type, layout::ElementId parent) {
    pages.elements.emplace_back();
    pages.elements.back().type = std::move(type);
    pages.elements.back().parent = parent;
    return static_cast<layout::ElementId>(pages.elements.size() - 1);
}

void PageMaker::item(layout::Item item) { pages.pages.back().items.push_back(std::move(item)); }

void PageMaker::run(layout::ElementId element, layout::ArtifactKind artifact, base::Length& x, int baseline, layout::FaceId face,
                    std::string_view text, const TextStyle& style) {
    if (text.empty()) return;
    const auto& shaped = fonts_.shape(face, text);
    item({element, artifact, layout::TextItem{x, base::points(baseline), style.size, &shaped, style.letter_spacing, style.color}});
    x += style.size.scaled(shaped.advance, fonts_.metrics(face).units_per_em);
    x += style.letter_spacing * static_cast<std::int64_t>(shaped.glyphs.size());
}

base::Length PageMaker::place(layout::ElementId element, layout::ArtifactKind artifact, int left, int baseline, std::string_view text, const TextStyle& style) {
    auto x = base::points(left);
    const auto main = fonts_.face({style.family, style.weight, style.slant});
    std::size_t start = 0;
    auto current = main;
    for (std::size_t i = 0; i < text.size();) {
        const auto at = i;
        const auto character = pdf::next_character(text, i);
        auto face = main;
        if (!fonts_.has_glyph(main, character)) {
            const auto other = fonts_.fallback(main, character);
            if (!other) throw std::runtime_error("no face has a character of the test");
            face = *other;
        }
        const bool boundary = face != current || character == U' ' || (at > start && text[at - 1] == ' ');
        if (boundary) {
            run(element, artifact, x, baseline, current, text.substr(start, at - start), style);
            start = at;
            current = face;
        }
    }
    run(element, artifact, x, baseline, current, text.substr(start), style);
    return x;
}

base::Length PageMaker::line(layout::ElementId element, int x, int baseline, std::string_view text, const TextStyle& style) {
    return place(element, layout::ArtifactKind::none, x, baseline, text, style);
}

void PageMaker::artifact_line(layout::ArtifactKind kind, int x, int baseline, std::string_view text, const TextStyle& style) {
    place(layout::kArtifact, kind, x, baseline, text, style);
}

layout::ElementId PageMaker::paragraph(std::string type, int x, int baseline, std::string_view text, const TextStyle& style, layout::ElementId parent) {
    const auto id = element(std::move(type), parent);
    line(id, x, baseline, text, style);
    return id;
}

void PageMaker::box(layout::ElementId element, int x, int y, int width, int height, layout::Color color, layout::ArtifactKind artifact) {
    item({element, element == layout::kArtifact ? artifact : layout::ArtifactKind::none, layout::BoxItem{area(x, y, width, height), color}});
}

layout::Field& PageMaker::field(layout::Field::Kind kind, std::string name, std::string tooltip, int x, int y, int width, int height, layout::ElementId parent) {
    layout::Field field;
    field.kind = kind;
    field.name = std::move(name);
    field.tooltip = std::move(tooltip);
    field.area = area(x, y, width, height);
    field.page = static_cast<std::uint32_t>(pages.pages.size() - 1);
    field.face = fonts_.face({"serif", layout::Weight::regular, layout::Slant::upright});
    field.size = base::points(11);
    field.element = element("Form", parent);
    item({field.element, layout::ArtifactKind::none, layout::FieldItem{static_cast<std::uint32_t>(pages.fields.size())}});
    pages.fields.push_back(std::move(field));
    return pages.fields.back();
}

layout::ElementId PageMaker::link(layout::ElementId parent, int x, int baseline, std::string_view text, layout::Link link) {
    const auto id = element("Link", parent);
    const auto end = line(id, x, baseline, text, {.color = {0, 0, 160}});
    const layout::Rectangle place{base::points(x), base::points(baseline - 10), end - base::points(x), base::points(13)};
    item({id, layout::ArtifactKind::none, layout::LinkItem{place, static_cast<std::uint32_t>(pages.links.size())}});
    pages.links.push_back(std::move(link));
    return id;
}

}  // namespace irikteu::pdf_test
