#include "cli/output.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "base/ascii.hpp"
#include "base/error.hpp"

namespace irikteu::cli {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

std::string archive_around(const std::string& path) {
    std::error_code ignored;
    fs::path written = path;  // Where a link leads that has no file yet, too: fs::weakly_canonical() leaves such a one as it is.
    for (int links = 0; links < 40 && fs::is_symlink(written, ignored); ++links) {
        const fs::path next = fs::read_symlink(written, ignored);
        written = next.is_absolute() ? next : written.parent_path() / next;
    }
    for (fs::path at = fs::weakly_canonical(written, ignored); !at.empty(); at = at.parent_path()) {
        const bool is_archive = fs::exists(at / "FORMAT", ignored) && fs::is_directory(at / "log", ignored) && fs::is_directory(at / "objects", ignored);
        if (is_archive) return at.string();
        if (at == at.root_path()) break;
    }
    return {};
}

namespace {

void refuse_inputs(const std::string& path, const std::vector<std::string>& inputs) {
    for (const std::string& input : inputs) {
        std::error_code different;
        if (!input.empty() && fs::is_regular_file(path, different) && fs::equivalent(path, input, different))
            throw Error(ErrorCode::usage, "is what is read: give another name for what is written", {path, 0, 0, {}});
    }
}

}  // namespace

void expect_name_of(const std::string& path, const std::string& format, const std::vector<std::string>& inputs) {
    refuse_inputs(path, inputs);
    constexpr std::string_view kFormats[] = {"pdf", "docx", "doc", "dotx", "odt", "rtf", "txt", "html", "htm", "xml", "fo", "xsl", "json", "csv", "xlsx", "xls", "ods", "pptx", "odp",
                                             "png", "jpg", "jpeg", "gif", "tif", "tiff", "svg", "ps", "eps", "epub", "md", "tex", "zip"};
    const std::string extension = fs::path(path).extension().string();
    if (extension.size() < 2) return;
    const std::string ending = base::ascii_lower(std::string_view(extension).substr(1));
    if (ending == format || std::find(std::begin(kFormats), std::end(kFormats), ending) == std::end(kFormats)) return;
    throw Error(ErrorCode::usage, "is to be a " + format + ", but is called ." + ending, {path, 0, 0, {}});
}

void write_output(Session& session, const std::string& path, std::string_view bytes, const std::vector<std::string>& inputs) {
    if (path == "-") {
        std::cout << bytes;
        return;
    }
    refuse_inputs(path, inputs);
    if (const std::string archive = archive_around(path); !archive.empty())
        throw Error(ErrorCode::usage, "lies within the archive " + archive + ": add it by irikteu archive add", {path, 0, 0, {}});
    std::cout.flush();  // The path may be /dev/stdout.
    session.disk.write(path, bytes);
}

}  // namespace irikteu::cli
