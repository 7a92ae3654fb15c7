#include "pipeline/images.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/ascii.hpp"
#include "base/base64.hpp"
#include "base/error.hpp"

namespace irikteu::pipeline {

namespace fs = std::filesystem;

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint64_t kMaxImageBytes = 64u << 20;

std::string base64(std::string_view text) {
    auto bytes = base::decode_base64(text);
    if (!bytes) throw Error(ErrorCode::malformed, "an image's data: address is no Base64");
    return std::move(*bytes);
}

std::string from_data(std::string_view address) {
    const auto comma = address.find(',');
    if (comma == std::string_view::npos) throw Error(ErrorCode::malformed, "an image's data: address has no comma");
    const auto head = address.substr(0, comma), body = address.substr(comma + 1);
    return head.ends_with(";base64") ? base64(base::percent_decoded(body)) : base::percent_decoded(body);
}

/// "file:/x", "file:///x" or a plain path; anything with another scheme is refused.
std::string path_of(std::string_view address) {
    if (address.starts_with("file:")) {
        address.remove_prefix(5);
        if (address.starts_with("//")) address.remove_prefix(std::min(address.find('/', 2), address.size()));
        return base::percent_decoded(address);
    }
    const auto colon = address.find(':'), slash = address.find('/');
    if (colon != std::string_view::npos && colon > 1 && colon < slash) {
        throw Error(ErrorCode::unsupported, "an image is fetched from a file or a data: address only, not from " + std::string(address));
    }
    return std::string(address);
}

/// Whether the file, links followed, lies in the folder or below.
bool lies_in(const std::string& file, const std::string& folder) {
    std::error_code none;
    const auto inner = fs::canonical(file, none), outer = fs::canonical(folder.empty() ? "." : folder, none);
    if (inner.empty() || outer.empty()) return false;
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

bool climbs(const fs::path& path) { return path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end(); }

}  // namespace

std::function<std::string(std::string_view)> attachment_loader(const base::Disk& disk, std::vector<std::string> folders) {
    return [&disk, folders = std::move(folders)](std::string_view address) {
        if (address.starts_with("data:")) return from_data(address);
        const std::string path = path_of(address);
        const auto refuse = [&] { throw Error(ErrorCode::unsupported, "an attachment comes from the document's own folder only, not from " + path); };
        for (const auto& spelling : {path, base::percent_decoded(path)}) {
            if (climbs(spelling)) refuse();
            for (const auto& folder : folders) {
                const std::string file = base::join_path(folder, spelling);
                if (!disk.exists(file)) continue;
                if (!lies_in(file, folder)) refuse();
                return disk.read(file, kMaxImageBytes);
            }
        }
        return disk.read(base::join_path(folders.empty() ? std::string() : folders.front(), path), kMaxImageBytes);
    };
}

std::function<std::string(std::string_view)> image_loader(const base::Disk& disk, std::vector<std::string> folders) {
    return [&disk, folders = std::move(folders)](std::string_view address) {
        if (address.starts_with("data:")) return from_data(address);
        const std::string path = path_of(address);
        if (path.starts_with('/')) return disk.read(path, kMaxImageBytes);
        for (const auto& spelling : {path, base::percent_decoded(path)}) {
            for (const auto& folder : folders) {
                const std::string file = base::join_path(folder, spelling);
                if (disk.exists(file)) return disk.read(file, kMaxImageBytes);
            }
        }
        return disk.read(base::join_path(folders.empty() ? std::string() : folders.front(), path), kMaxImageBytes);
    };
}

}  // namespace irikteu::pipeline
