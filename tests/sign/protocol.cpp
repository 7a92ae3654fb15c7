#include "protocol.hpp"

#include "../pdf/page_maker.hpp"

namespace irikteu::sign_test {

std::string protocol(pdf::FontSession& fonts, pdf::Container container) {
    using pdf_test::PageMaker;
    PageMaker maker(fonts);
    maker.pages.metadata.title = "Конкурстық комиссияның хаттамасы";
    maker.pages.metadata.date = base::Moment::parse("2015-10-09T10:00:00+06:00");
    maker.page();
    maker.paragraph("H1", 60, 80, "№ 1 ХАТТАМА");
    for (int i = 0; i < 30; ++i) maker.paragraph("P", 60, 110 + i * 18, "Комиссия өтінімдерді қарап, өңірлік кластерлерді іріктеу туралы шешім қабылдады.");
    maker.field(layout::Field::Kind::text, "note", "Ескертпе", 60, 700, 300, 20);
    maker.page();
    for (int i = 1; i <= 5; ++i) {
        const int y = 60 + i * 60;
        const std::string number = std::to_string(i);
        maker.paragraph("P", 60, y + 20, "Комиссия мүшесі № " + number);
        auto& field = maker.field(layout::Field::Kind::signature, "sign-" + number, "Хаттамаға комиссияның " + number + "-мүшесі қол қояды", 260, y, 142, 34);
        field.caption = "қолы";
    }
    return pdf::write(maker.pages, fonts, {.container = container});
}

}  // namespace irikteu::sign_test
