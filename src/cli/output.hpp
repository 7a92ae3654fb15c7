#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/several_errors.hpp"
#include "cli/command.hpp"

namespace irikteu::cli {

/// Writes what a command was asked for, where an option says; "-" is standard output. Throws Error(usage) where that would
/// overwrite one of the `inputs`, or something within an archive: what is archived is written by archive commands alone.
void write_output(Session& session, const std::string& path, std::string_view bytes, const std::vector<std::string>& inputs);

/// Refuses, as Error(usage), a name that promises another format than `format` ("pdf", "docx"): x.odt, x.png. Names without an ending, or with one
/// that nobody knows, are the user's own affair. What is one of the `inputs` is refused as such, as by write_output().
void expect_name_of(const std::string& path, const std::string& format, const std::vector<std::string>& inputs);

/// Calls `act`; a failure that names no file is one of `file`, so that whoever reads the message knows which is meant.
template <class Act>
auto about_file(const std::string& file, const Act& act) {
    try {
        return act();
    } catch (const base::Error& error) {
        if (!error.where().file.empty()) throw;
        const auto placed = [&file](const base::Error& fault) {
            base::SourcePosition where = fault.where();
            if (where.file.empty()) where.file = file;
            return base::Error(fault.code(), fault.message(), where);
        };
        const auto* several = dynamic_cast<const base::SeveralErrors*>(&error);
        if (several == nullptr) throw placed(error);
        std::vector<base::Error> others;
        for (const base::Error& other : several->others()) others.push_back(placed(other));
        throw base::SeveralErrors(placed(error), std::move(others));
    }
}

/// The archive that a path lies in, or is; empty where it lies in none.
std::string archive_around(const std::string& path);

}  // namespace irikteu::cli
