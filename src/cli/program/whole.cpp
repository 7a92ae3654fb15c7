#include <iostream>
#include <iterator>
#include <new>
#include <string>
#include <string_view>

#include "cli/program.hpp"
#include "cli/program/form_answer.hpp"
#include "pdf/form_reading.hpp"

namespace {

/// For the parts without libqpdf (form_answer.hpp); no command of the user's.
int read_form() {
    std::ios::sync_with_stdio(false);
    std::string answer;
    try {
        const std::string bytes((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
        answer = "R" + irikteu::pdf::to_wire(irikteu::pdf::read_filled_form(bytes));
    } catch (const irikteu::base::Error& error) {
        answer = irikteu::cli::answer_of_error(error);
    } catch (const std::bad_alloc&) {
        answer = irikteu::cli::answer_of_error({irikteu::base::ErrorCode::limit_exceeded, "needs more memory than it may"});
    } catch (const std::exception& error) {
        answer = irikteu::cli::answer_of_error({irikteu::base::ErrorCode::malformed, std::string("not a PDF that can be read: ") + error.what()});
    }
    std::cout.write(answer.data(), static_cast<std::streamsize>(answer.size()));
    return std::cout.flush() ? 0 : 4;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == irikteu::cli::kReadForm) return read_form();
    return irikteu::cli::run_whole(argc, argv);
}
