#include "cli/program.hpp"

int main(int argc, char** argv) { return irikteu::cli::run_seal(argc, argv); }
