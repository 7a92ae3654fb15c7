#include "conformance.hpp"

#include "pdf_file.hpp"

namespace irikteu::pdf_test {

std::vector<std::string> conformance_faults(const std::string& pdf_path) {
    const PdfFile file(pdf_path);
    Faults faults;
    check_raw(file, faults);
    check_document(file, faults);
    const auto facts = check_contents(file, faults);
    check_fonts(file, facts, faults);
    check_annotations(file, faults);
    check_metadata(file, faults);
    check_structure(file, facts, faults);
    return faults.list;
}

}  // namespace irikteu::pdf_test
