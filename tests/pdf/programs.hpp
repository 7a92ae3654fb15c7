#pragma once

#include <string>
#include <vector>

namespace irikteu::pdf_test {

struct ProgramResult {
    int status = 0;
    std::string output;  ///< Standard output and error together.
};

/// Runs an independent program (qpdf, pdftotext …) found on PATH, without a shell.
ProgramResult run(const std::vector<std::string>& arguments);

/// Keeps the bytes in a file of the test's own folder, and returns its path.
std::string keep(const std::string& name, const std::string& bytes);

}  // namespace irikteu::pdf_test
