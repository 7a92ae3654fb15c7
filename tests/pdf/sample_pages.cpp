#include "sample_pages.hpp"

#include <zlib.h>

#include <array>

namespace irikteu::pdf_test {

namespace {

void append_u32(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xff);
}

std::string chunk(const std::string& type, const std::string& body) {
    std::string out;
    append_u32(out, static_cast<std::uint32_t>(body.size()));
    const auto covered = type + body;
    out += covered;
    append_u32(out, static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(covered.data()), static_cast<uInt>(covered.size()))));
    return out;
}

constexpr layout::Color kGrey{120, 120, 120};

void fill_table(PageMaker& maker) {
    const auto table = maker.element("Table");
    const auto cell = [&](layout::ElementId row, const char* type, int x, int y, std::string_view text) { return maker.paragraph(type, x, y, text, {.size = base::points(10)}, row); };
    const auto head = maker.element("THead", table);
    const auto head_row = maker.element("TR", head);
    for (const auto& [x, text] : {std::pair{60, "№"}, {100, "Кластер"}, {300, "Балл"}}) {
        maker.pages.elements[cell(head_row, "TH", x, 300, text)].scope = layout::StructureElement::Scope::column;
    }
    maker.box(layout::kArtifact, 60, 305, 400, 1, kGrey);
    const auto body = maker.element("TBody", table);
    const auto first = maker.element("TR", body);
    maker.pages.elements[cell(first, "TD", 60, 320, "1")].row_span = 2;
    cell(first, "TD", 100, 320, "«Оңтүстік» тоқыма кластері");
    cell(first, "TD", 300, 320, "87,5");
    const auto second = maker.element("TR", body);
    maker.pages.elements[cell(second, "TD", 100, 335, "Өңірлік тамақ өнеркәсібі")].column_span = 2;
    const auto third = maker.element("TR", body);
    cell(third, "TD", 60, 350, "2");
    maker.element("TD", third);  // An empty cell
    cell(third, "TD", 300, 350, "64");
}

void fill_fields(PageMaker& maker) {
    maker.paragraph("P", 60, 420, "Өтініш беруші:");
    auto& name = maker.field(layout::Field::Kind::text, "applicant", "Өтініш берушінің атауы", 200, 405, 300, 20);
    name.value = "«Құрылыс» ЖШС, 500 ₸";
    name.required = true;
    auto& remark = maker.field(layout::Field::Kind::text, "remark", "Ескертпе", 200, 430, 300, 50);
    remark.value = "Бірінші жол\nҰзын екінші жол келесі жолға ауысады, өйткені өріс тар және сөздер көп";
    remark.multi_line = true;
    remark.max_length = 400;
    maker.field(layout::Field::Kind::check_box, "agree", "Келісемін", 60, 440, 12, 12).value = "on";
    maker.field(layout::Field::Kind::check_box, "disagree", "Келіспеймін", 60, 460, 12, 12);
    auto& signature = maker.field(layout::Field::Kind::signature, "chair", "Төрағаның қолтаңбасы", 60, 500, 200, 50);
    signature.caption = "Төраға: Ә. Ғабдуллин (электрондық цифрлық қолтаңба)";
    signature.size = base::points(8);
}

void fill_images(PageMaker& maker) {
    const std::string palette("\xff\x00\x00\x00\xff\x00\x00\x00\xff\x20\x20\x20", 12);
    const std::string kinds[] = {make_png(8, 8, 2, 8), make_png(8, 8, 0, 4), make_png(8, 8, 6, 8), make_png(8, 8, 3, 2, palette, std::string("\xff\x80\x00", 3)), make_png(8, 8, 4, 16)};
    int x = 60;
    for (const auto& bytes : kinds) {
        const auto figure = maker.element("Figure");
        maker.pages.elements[figure].alternative = "Үлгі сурет";
        maker.pages.elements[figure].bounds = area(x, 600, 60, 60);
        maker.pages.images.push_back({layout::Image::Kind::png, bytes, 8, 8});
        maker.item({figure, layout::ArtifactKind::none, layout::ImageItem{area(x, 600, 60, 60), static_cast<std::uint32_t>(maker.pages.images.size() - 1), {}}});
        x += 80;
    }
    layout::PathItem mark;
    mark.segments = {{'M', {}, {}, {}, {}, base::points(60), base::points(700)},
                     {'L', {}, {}, {}, {}, base::points(100), base::points(700)},
                     {'C', base::points(120), base::points(710), base::points(120), base::points(730), base::points(100), base::points(740)},
                     {'Z', {}, {}, {}, {}, {}, {}}};
    mark.color = {0, 120, 60};
    maker.item({layout::kArtifact, layout::ArtifactKind::background, mark});
}

}  // namespace

std::string make_png(int width, int height, int color_type, int bits, const std::string& palette, const std::string& transparency) {
    const int samples = color_type == 2 ? 3 : color_type == 6 ? 4 : color_type == 4 ? 2 : 1;
    std::string header;
    append_u32(header, static_cast<std::uint32_t>(width));
    append_u32(header, static_cast<std::uint32_t>(height));
    header += {static_cast<char>(bits), static_cast<char>(color_type), '\0', '\0', '\0'};
    std::string raw;
    const int row = (width * samples * bits + 7) / 8;
    for (int y = 0; y < height; ++y) {
        raw += static_cast<char>(y % 5);  // Every row filter in turn
        for (int x = 0; x < row; ++x) raw += static_cast<char>(y * 29 + x * 37);
    }
    uLongf length = compressBound(raw.size());
    std::string data(length, '\0');
    compress(reinterpret_cast<Bytef*>(data.data()), &length, reinterpret_cast<const Bytef*>(raw.data()), raw.size());
    data.resize(length);
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + (palette.empty() ? "" : chunk("PLTE", palette)) + (transparency.empty() ? "" : chunk("tRNS", transparency)) +
           chunk("IDAT", data.substr(0, data.size() / 2)) + chunk("IDAT", data.substr(data.size() / 2)) + chunk("IEND", "");
}

std::pair<std::string, std::string> make_png_pair(int width, int height, int color_type, int bits, const std::string& palette) {
    const int samples = color_type == 2 ? 3 : color_type == 6 ? 4 : color_type == 4 ? 2 : 1;
    const int pixel = samples * bits;  // In bits
    // Bit b of pixel (x, y), and any image made of some of the pixels, without filters.
    const auto bit = [](int x, int y, int b) { return ((x * 31 + y * 17 + b * 7 + (x * y) % 5) / 3) & 1; };
    const auto image = [&](int x0, int y0, int dx, int dy) {
        std::string raw;
        for (int y = y0; y < height && x0 < width; y += dy) {
            std::vector<bool> row;
            for (int x = x0; x < width; x += dx) {
                for (int b = 0; b < pixel; ++b) row.push_back(bit(x, y, b) != 0);
            }
            raw += '\0';
            for (std::size_t i = 0; i < row.size(); i += 8) {
                unsigned byte = 0;
                for (std::size_t k = 0; k < 8; ++k) byte = byte << 1 | (i + k < row.size() && row[i + k] ? 1u : 0u);
                raw += static_cast<char>(byte);
            }
        }
        return raw;
    };
    const auto file = [&](const std::string& raw, bool interlaced) {
        std::string header;
        append_u32(header, static_cast<std::uint32_t>(width));
        append_u32(header, static_cast<std::uint32_t>(height));
        header += {static_cast<char>(bits), static_cast<char>(color_type), '\0', '\0', interlaced ? '\1' : '\0'};
        uLongf length = compressBound(raw.size());
        std::string data(length, '\0');
        compress(reinterpret_cast<Bytef*>(data.data()), &length, reinterpret_cast<const Bytef*>(raw.data()), raw.size());
        data.resize(length);
        return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + (palette.empty() ? "" : chunk("PLTE", palette)) + chunk("IDAT", data) + chunk("IEND", "");
    };
    std::string passes;
    for (const auto& [x, y, dx, dy] : {std::array{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}) passes += image(x, y, dx, dy);
    return {file(image(0, 0, 1, 1), false), file(passes, true)};
}

void fill_with_everything(PageMaker& maker) {
    auto& pages = maker.pages;
    pages.metadata = {"Хаттама № 42 <жоба> & қосымша", "«Құрылтай» комиссиясы", "Конкурс", "kk", base::Moment::parse("2015-10-05T18:00:00+06:00")};
    maker.page().label = "1";
    const auto heading = maker.paragraph("H1", 60, 80, "ХАТТАМА № 42", {.weight = layout::Weight::bold, .size = base::points(16)});
    pages.elements[heading].title = "Хаттама";
    const auto paragraph = maker.element("P");
    maker.line(paragraph, 60, 110, "Төраға – Ә. Ғабдуллин; қаралды: ");
    maker.link(paragraph, 260, 110, "қаулы", {"https://adilet.zan.kz/kaz/docs/P1500000535?сөз=қаулы", "", "Үкімет қаулысының мәтіні"});
    maker.line(paragraph, 310, 110, "және ");
    maker.link(paragraph, 350, 110, "қосымша", {"", "қосымша", "Қосымшаға өту"});
    maker.line(paragraph, 60, 126, "екінші жол, сол абзац. ", {.family = "serif", .slant = layout::Slant::italic, .color = {160, 0, 0}, .letter_spacing = base::millipoints(400)});
    const auto list = maker.element("L");
    for (int i = 0; i < 2; ++i) {
        const auto item = maker.element("LI", list);
        maker.paragraph("Lbl", 60, 160 + 16 * i, std::to_string(i + 1) + ")", {}, item);
        maker.paragraph("LBody", 80, 160 + 16 * i, "тізімнің тармағы", {}, item);
    }
    maker.paragraph("H2", 60, 220, "Күн тәртібі", {.weight = layout::Weight::bold, .size = base::points(14)});
    const auto note = maker.paragraph("Note", 60, 780, "1 Ескертпе.", {.size = base::points(8)});
    pages.elements[note].id = "note-1";
    const auto foreign = maker.paragraph("P", 60, 250, "Republic of Kazakhstan");
    pages.elements[foreign].language = "en";
    fill_table(maker);
    fill_fields(maker);
    fill_images(maker);
    maker.artifact_line(layout::ArtifactKind::pagination, 290, 820, "1 / 2", {.size = base::points(9)});

    maker.page(842, 595).label = "2";
    maker.artifact_line(layout::ArtifactKind::pagination, 60, 40, "№ Кластер Балл");
    maker.line(paragraph, 60, 80, "абзацтың келесі беттегі жалғасы");
    maker.paragraph("H2", 60, 120, "Қосымша");
    maker.artifact_line(layout::ArtifactKind::pagination, 400, 575, "2 / 2", {.size = base::points(9)});
    pages.destinations = {{"қосымша", 1, base::points(60), base::points(100)}, {"start", 0, {}, {}}};
    pages.bookmarks = {{"Хаттама", 1, "start", {}, true}, {"Күн тәртібі", 2, "start", {}, true}, {"Қосымша", 1, "қосымша", {}, false}, {"Қағидалар", 1, {}, "https://adilet.zan.kz/kaz/docs/P1500000535", true}};
    pages.attachments = {{"source.xml", "<құжат/>", "application/xml", "Бастапқы деректер", "Source"}, {"кесте.csv", "1;2\n", "text/csv", "Кесте", "Data"}};
}

}  // namespace irikteu::pdf_test
