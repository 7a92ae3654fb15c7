// Prints what breaks PDF/A-3a or PDF/UA-1 in the files named, by the rules of the tests; for looking at files by hand.
#include <exception>
#include <iostream>

#include "conformance.hpp"

int main(int count, char** arguments) {
    int status = 0;
    for (int i = 1; i < count; ++i) {
        try {
            for (const auto& fault : irikteu::pdf_test::conformance_faults(arguments[i])) {
                std::cout << arguments[i] << ": " << fault << '\n';
                status = 1;
            }
        } catch (const std::exception& error) {
            std::cout << arguments[i] << ": " << error.what() << '\n';
            status = 3;
        }
    }
    return status;
}
