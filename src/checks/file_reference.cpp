#include "checks/file_reference.hpp"

#include "base/ascii.hpp"

namespace irikteu::checks {

namespace {

std::string decoded(std::string_view reference) {
    std::string result;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const int high = reference[i] == '%' && i + 2 < reference.size() ? base::hexadecimal(reference[i + 1]) : -1;
        const int low = high < 0 ? -1 : base::hexadecimal(reference[i + 2]);
        const bool escaped = low >= 0 && high + low > 0;
        result += escaped ? static_cast<char>(high * 16 + low) : reference[i];
        if (escaped) i += 2;
    }
    return result;
}

}  // namespace

std::string file_beside(std::string_view file, std::string_view reference) {
    constexpr std::string_view kFile = "file://";
    if (reference.starts_with(kFile)) return decoded(reference.substr(kFile.size()));
    if (reference.find("://") != std::string_view::npos) return {};
    const std::size_t slash = file.rfind('/');
    if (reference.starts_with('/') || slash == std::string_view::npos) return decoded(reference);
    return std::string(file.substr(0, slash + 1)) + decoded(reference);
}

}  // namespace irikteu::checks
